"""A posted month by classes: totals, and shares that add up to the whole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from villagegov.money import yuan

WHOLE = 1000


class Entry(Protocol):
    """What a line says of its class."""

    @property
    def category(self) -> str: ...

    @property
    def income_fen(self) -> int: ...

    @property
    def expense_fen(self) -> int: ...


@dataclass(frozen=True)
class ClassTotal:
    """The lines of one class: how many, how much, how many thousandths of all."""

    category: str
    count: int
    fen: int
    share: int

    @property
    def amount(self) -> str:
        """1,234.50, as printed."""
        return yuan(self.fen)

    @property
    def percent(self) -> str:
        """12.5 %, as printed."""
        whole, rest = divmod(self.share, 10)
        return f"{whole}.{rest}%"


def class_totals(entries: Iterable[Entry]) -> tuple[list[ClassTotal], list[ClassTotal]]:
    """F-51: income and expense by class, the largest first."""
    incomes: dict[str, list[int]] = {}
    expenses: dict[str, list[int]] = {}
    for entry in entries:
        side, fen = (incomes, entry.income_fen) if entry.income_fen else (expenses, entry.expense_fen)
        side.setdefault(entry.category, []).append(fen)
    return _totals(incomes), _totals(expenses)


def _totals(amounts: dict[str, list[int]]) -> list[ClassTotal]:
    sums = sorted(((sum(found), category) for category, found in amounts.items()), key=lambda one: (-one[0], one[1]))
    parts = shares([fen for fen, _category in sums])
    return [
        ClassTotal(category, len(amounts[category]), fen, part)
        for (fen, category), part in zip(sums, parts, strict=True)
    ]


def shares(parts: Sequence[int]) -> list[int]:
    """F-51: thousandths of the sum, by largest remainder, so that what is printed adds up to 100.0 %."""
    whole = sum(parts)
    if not whole:
        return [0] * len(parts)
    found = [WHOLE * part // whole for part in parts]
    order = sorted(range(len(parts)), key=lambda at: (-(WHOLE * parts[at] % whole), at))
    for at in order[: WHOLE - sum(found)]:
        found[at] += 1
    return found
