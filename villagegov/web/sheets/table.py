"""The shapes a table has on its way in and out: columns asked for, rows read, faults found."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from villagegov.refusal import Reason, Refusal

Cells = list[Any]  # what one line holds before it is read: str, float, bool, dates


class SheetRefused(Refusal):
    """The whole file is refused; nothing was changed."""


@dataclass(frozen=True)
class Column:
    """A column we ask for. `required`: its title must be there. `filled`: so must every cell of it."""

    key: str
    title: str
    aliases: tuple[str, ...] = ()
    required: bool = True
    text_only: bool = False  # a number here has lost digits (ID and card numbers)
    filled: bool = False


@dataclass(frozen=True)
class Limits:
    """What an upload may hold; the form states them before the upload."""

    megabytes: int = 30
    unpacked_megabytes: int = 200
    parts: int = 1_000
    rows: int = 200_000
    columns: int = 100
    cells: int = 4_000_000


class Row(NamedTuple):
    """One line: its number in the spreadsheet, its values in the order of the columns asked for."""

    line: int
    values: tuple[str, ...]


class Fault(NamedTuple):
    """What is wrong with one cell or line, in a sentence that says what to do."""

    line: int
    title: str
    reason: Reason
    values: tuple[tuple[str, object], ...] = ()

    @property
    def sentence(self) -> str:
        """The reason in the reader's language."""
        return str(self.reason.label) % dict(self.values)


@dataclass(frozen=True)
class Sheet:
    """A table that was read. With faults it must not be imported; `skipped` lines are left out on purpose."""

    rows: list[Row]
    faults: list[Fault]
    skipped: list[Fault]
    sha256: str
    sheet_name: str
    ignored_titles: tuple[str, ...] = ()

    def faults_with(self, found: Iterable[Fault]) -> list[Fault]:
        """Our faults and the caller's in order of lines; of two about one cell the first stays."""
        first: dict[tuple[int, str], Fault] = {}
        for fault in (*self.faults, *found):
            first.setdefault((fault.line, fault.title), fault)
        return sorted(first.values(), key=lambda fault: fault.line)


def column_letters(index: int) -> str:
    """0 is A, 25 is Z, 26 is AA, as the spreadsheet shows them."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """A is 0, Z is 25, AA is 26."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1
