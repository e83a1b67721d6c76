"""One cell as it is typed, pasted or imported: what is wrong with it, and what it says (F-51 to F-57)."""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Generic, NamedTuple, TypeVar

from villagegov.disclosure.vocabulary import LineReason
from villagegov.money import MoneyReason, MoneyRefused, fen_of
from villagegov.people.rules import hidden_character
from villagegov.privacy import find_personal_numbers
from villagegov.refusal import Reason

_DAY = re.compile(r"(?:(\d{4})[-/.年])?(?:(\d{1,2})[-/.月])?(\d{1,2})[日号]?(?: 00:00:00)?")
_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})")
#: Digits after the point that nobody types, and how far they may lead away.
_NOISY = re.compile(r"[0-9]{1,10}\.[0-9]{7,20}")
CENT, NOISE = Decimal("0.01"), Decimal("0.000001")

T = TypeVar("T")


class Finding(NamedTuple):
    """What is to be said of one line, at one of its titles."""

    line: int
    title: str
    reason: Reason
    values: tuple[tuple[str, object], ...] = ()

    @property
    def sentence(self) -> str:
        """The reason in the reader's language."""
        return str(self.reason.label) % dict(self.values)


@dataclass
class Reading(Generic[T]):
    """Lines judged one by one. With faults none of them enters; a warning stops nothing."""

    entries: list[T] = field(default_factory=list)
    faults: list[Finding] = field(default_factory=list)
    warned: list[Finding] = field(default_factory=list)


def faults_of_text(title: str, text: str, *, most: int, line: int) -> list[Finding]:
    """P-11, I9: too long, a control character, a personal number."""
    faults = []
    if len(text) > most:
        faults.append(Finding(line, title, LineReason.LONG, (("title", title), ("most", most))))
    elif hidden_character(text):
        faults.append(Finding(line, title, LineReason.HIDDEN, (("title", title),)))
    for found in find_personal_numbers(text)[:1]:
        faults.append(Finding(line, title, found.reason, (("line", line), ("masked", found.masked))))
    return faults


def amount_in(title: str, text: str, *, line: int, faults: list[Finding]) -> int | None:
    """N1: the amount of a cell in fen; None for an empty one, and for one that is no amount, which becomes a fault."""
    try:
        return fen_of(_without_noise(text.removeprefix("¥").removeprefix("￥")))
    except MoneyRefused as refused:
        if refused.reason is not MoneyReason.BLANK:
            said = (("title", title), ("sentence", refused.reason.label))
            faults.append(Finding(line, title, LineReason.AMOUNT, said))
        return None


def _without_noise(text: str) -> str:
    """A sum a spreadsheet computed, 1234.5600000000001 or 0.30000000000000004, is the amount it shows."""
    if not _NOISY.fullmatch(text):
        return text
    exact = Decimal(text)
    shown = exact.quantize(CENT)
    return str(shown) if abs(exact - shown) < NOISE else text


def day_in(text: str, month: date) -> date | None:
    """F-51: the day meant by 2026-09-05, 2026年9月5日, 9-5 or 5 in the accounts of `month`."""
    found = _TOGETHER.fullmatch(text) or _DAY.fullmatch(text)
    if found is None or (not text.isascii() and not re.fullmatch(r"[0-9年月日号]+", text)):
        return None
    year, at, day = found.groups()
    try:
        return date(int(year or month.year), int(at or month.month), int(day))
    except ValueError:
        return None
