"""What a table of a posting is made of: columns, and the sum that each of its rows has to satisfy (7.3)."""

from dataclasses import dataclass

from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.disclosure.vocabulary.tables import ColumnKind
from villagegov.vocabulary import LazyString, _l

NOTHING = _l("本期没有发生")


@dataclass(frozen=True, kw_only=True)
class TableColumn:
    """One column; its title is the form's own wording, always Chinese."""

    title: str
    kind: ColumnKind
    required: bool = True
    #: Most characters of a text.
    most: int = 60
    #: What may stand in it, where only a few things may.
    choices: tuple[str, ...] = ()
    #: Other titles it may bear in a spreadsheet.
    aliases: tuple[str, ...] = ()
    #: Whether a day must lie in the period.
    in_period: bool = False
    #: Whether it is posted; † of the forms.
    public: bool = True
    #: Whether the table ends with its sum.
    summed: bool = False


@dataclass(frozen=True)
class Balance:
    """F-52, F-53: these added, those taken away, make the result; an empty result is computed."""

    plus: tuple[str, ...]
    minus: tuple[str, ...]
    result: str

    @property
    def formula(self) -> str:
        """期初余额 + 增加 − 减少 = 期末余额."""
        return f"{' + '.join(self.plus)} − {' − '.join(self.minus)} = {self.result}"


@dataclass(frozen=True, kw_only=True)
class Table:
    """The table of one item."""

    item: Item
    #: Code of the form in 7.3, empty where there is none.
    form: str = ""
    columns: tuple[TableColumn, ...]
    balance: Balance | None = None
    #: Titles that tell one row from another; no two rows may agree in them.
    key: tuple[str, ...] = ()
    #: Title of the column whose words are summed each for itself (收入, 支出).
    side: str = ""
    #: Opening and closing column, where a period begins with what the last one left.
    carries: tuple[str, str] | None = None
    #: What is said on purpose when a period has no row; always Chinese when posted.
    nothing: LazyString = NOTHING
    #: Whether it may be posted before its period is over.
    ahead: bool = False
    #: F-56: whether the township's complaint phone goes with it.
    complaints: bool = False
    #: S-05: whether a supervisor named in it stands back.
    avoids: bool = True

    @property
    def titles(self) -> list[str]:
        """In their order."""
        return [column.title for column in self.columns]

    def at(self, title: str) -> int:
        """The place of a column."""
        return self.titles.index(title)
