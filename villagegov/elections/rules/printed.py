"""A form filled from records, or left empty for filling by hand: one paper, for page, print, posting and PDF. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from villagegov.elections.vocabulary import Post
from villagegov.elections.vocabulary.printed import PaperCode, Reach
from villagegov.elections.vocabulary.printed_forms import FORMS, Column, Form, Grid

Row = Sequence[str]
GAP = "＿＿＿＿"
NO_DAY = "　　　　年　　月　　日"
_DIGITS = "〇一二三四五六七八九"
_TEN = 10
#: Running marks: one for five votes.
_MARK = "正"
_STROKES = 5


@dataclass(frozen=True)
class Rows:
    """The rows of one table: of which grid of the form, under what heading."""

    rows: Sequence[Row]
    title: str = ""
    grid: int = 0


@dataclass(frozen=True, kw_only=True)
class Filling:
    """What records give to one copy of a form."""

    values: Mapping[str, str]
    boxes: Mapping[str, str]
    tables: Sequence[Rows]
    #: Which copy, where a form has one per person, station or poll.
    part: str = ""
    part_name: str = ""
    dated: date | None = None


def filling(
    *,
    values: Mapping[str, str] | None = None,
    boxes: Mapping[str, str] | None = None,
    tables: Sequence[Rows] = (),
    part: str = "",
    part_name: str = "",
    dated: date | None = None,
) -> Filling:
    """A filling of which little is known."""
    return Filling(values=values or {}, boxes=boxes or {}, tables=tables, part=part, part_name=part_name, dated=dated)


@dataclass(frozen=True)
class Table:
    """One table of a paper."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Box:
    """One labelled box."""

    label: str
    value: str
    tall: bool = False


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One copy as it is read: nothing is left to be looked up."""

    code: PaperCode
    number: str
    title: str
    text: str
    boxes: tuple[Box, ...]
    tables: tuple[Table, ...]
    after: str
    hands: tuple[str, ...]
    stub: tuple[Box, ...]
    signer: str
    dated: str
    landscape: bool
    is_blank: bool = False
    part: str = ""
    part_name: str = ""

    @property
    def listed(self) -> int:
        """How many rows its tables have."""
        return sum(len(one.rows) for one in self.tables)


@dataclass(frozen=True)
class Named:
    """The number and title a round gives to a form."""

    number: str
    title: str


def named(form: Form, own: Mapping[str, Named]) -> Named:
    """As the round has it, else as it stands in rulebook 7.1."""
    return own.get(form.code.value, Named(form.number, form.title))


class _Gaps(dict[str, str]):
    """What is not known is left to be filled by hand."""

    def __missing__(self, key: str) -> str:
        return GAP


def text_of(words: str, values: Mapping[str, str]) -> str:
    """The words with their places filled; a place nobody knows is a gap."""
    return words % _Gaps(values)


def fill(form: Form, name: Named, about: Mapping[str, str], given: Filling, *, signer: str) -> Paper:
    """One copy of a form. A public paper has no column marked †."""
    values = {**about, **given.values}
    boxes = tuple(
        Box(one.label, given.boxes.get(one.label, ""), one.tall) for one in form.boxes if _may_show(one, form)
    )
    return Paper(
        code=form.code,
        number=name.number,
        title=text_of(name.title, values),
        text=text_of(form.text, values),
        boxes=boxes,
        tables=tuple(_table(form, one) for one in given.tables),
        after=text_of(form.after, values).replace(GAP, ""),
        hands=form.hands,
        stub=tuple(Box(one.label, one.value) for one in boxes if one.label in form.stub),
        signer=signer,
        dated=numerals(given.dated) if given.dated else NO_DAY,
        landscape=form.landscape,
        part=given.part,
        part_name=given.part_name,
    )


def _may_show(column: Column, form: Form) -> bool:
    return not (column.secret and form.reach is not Reach.WORK)


def _table(form: Form, given: Rows) -> Table:
    grid = form.grids[given.grid]
    kept = [at for at, one in enumerate(grid.columns) if _may_show(one, form)]
    columns = tuple(grid.columns[at] for at in kept)
    return Table(given.title or grid.title, columns, tuple(tuple(row[at] for at in kept) for row in given.rows))


def blank(form: Form, name: Named, *, signer: str) -> Paper:
    """The same form for filling by hand: gaps, empty boxes, empty rows."""
    tables = [Rows(_empty_rows(grid), title, at) for at, grid in enumerate(form.grids) for title in _blank_titles(grid)]
    return replace(fill(form, name, {}, filling(tables=tables), signer=signer), is_blank=True)


def _blank_titles(grid: Grid) -> list[str]:
    return [f"{post.label}（应选＿＿名）" for post in Post] if grid.by_post else [grid.title]


def _empty_rows(grid: Grid) -> list[Row]:
    more = max(grid.rows - len(grid.lines), 0)
    first = [*grid.lines, *[""] * more]
    return [[one, *[""] * (len(grid.columns) - 1)] for one in first]


def numerals(day: date) -> str:
    """As a seal is dated: 二〇二六年三月二十一日."""
    year = "".join(_DIGITS[int(digit)] for digit in str(day.year))
    return f"{year}年{_below_hundred(day.month)}月{_below_hundred(day.day)}日"


def _below_hundred(number: int) -> str:
    tens, ones = divmod(number, _TEN)
    ten = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return ten + (_DIGITS[ones] if ones or not tens else "")


def marks(votes: int) -> str:
    """Running marks: whole 正, then the strokes left over as a figure."""
    whole, left = divmod(votes, _STROKES)
    return _MARK * whole + (f"＋{left}" if left else "")


def namesakes(names: Iterable[str]) -> frozenset[str]:
    """Names that more than one person bears; only they are told apart by a birth year (F-06)."""
    return frozenset(name for name, times in Counter(names).items() if times > 1)


# What is posted: each part of the paper is a field of the notice (canonical form), read back word for word.

_CELL, _LINE = "\t", "\n"
TABLE = "table_"
_PLAIN = ("number", "title", "text", "after", "signer", "dated")


def fields_of(paper: Paper) -> dict[str, str]:
    """Name → value, in the order of the notice."""
    fields = {"code": paper.code.value, **{name: getattr(paper, name) for name in _PLAIN}}
    fields["boxes"] = _LINE.join(_CELL.join((one.label, _flat(one.value))) for one in paper.boxes)
    for at, table in enumerate(paper.tables, start=1):
        head = [table.title, _CELL.join(one.label for one in table.columns)]
        fields[f"{TABLE}{at}"] = _LINE.join([*head, *(_CELL.join(map(_flat, row)) for row in table.rows)])
    return fields


def _flat(cell: str) -> str:
    return " ".join(cell.split())


def paper_of(fields: Mapping[str, str], *, with_tables: bool = True) -> Paper:
    """The paper that was posted; without its tables where they hang on the board only (P-12)."""
    form = FORMS[PaperCode(fields["code"])]
    tables = [_read_table(form, value) for name, value in fields.items() if name.startswith(TABLE)]
    pairs = [line.split(_CELL) for line in fields.get("boxes", "").splitlines()]
    return Paper(
        code=form.code,
        number=fields.get("number", ""),
        title=fields.get("title", ""),
        text=fields.get("text", ""),
        after=fields.get("after", ""),
        signer=fields.get("signer", ""),
        dated=fields.get("dated", ""),
        boxes=tuple(Box(label, "".join(value)) for label, *value in pairs),
        tables=tuple(tables) if with_tables else (),
        hands=(),
        stub=(),
        landscape=form.landscape,
    )


def _read_table(form: Form, value: str) -> Table:
    title, labels, *rows = value.split(_LINE)
    known = {one.label: one for grid in form.grids for one in grid.columns}
    columns = tuple(known.get(label, Column(label)) for label in labels.split(_CELL))
    return Table(title, columns, tuple(tuple(row.split(_CELL)) for row in rows))


def listed_in(fields: Mapping[str, str]) -> int:
    """How many rows the posted tables have."""
    return sum(len(value.split(_LINE)) - 2 for name, value in fields.items() if name.startswith(TABLE))


def words_of(fields: Mapping[str, str]) -> dict[str, str]:
    """What of a notice can hold a personal number: each cell on a line of its own, so that figures side by side do
    not look like one (P-11)."""
    return {name: value.replace(_CELL, _LINE) for name, value in fields.items()}
