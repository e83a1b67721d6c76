"""F-51: opening balance + income − expense = closing balance; every amount in fen."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


class Amounts(Protocol):
    """What one line moves."""

    @property
    def income_fen(self) -> int: ...

    @property
    def expense_fen(self) -> int: ...


@dataclass(frozen=True)
class Sums:
    """A month in four figures."""

    opening: int
    income: int
    expense: int

    @property
    def closing(self) -> int:
        """F-51: what is left, and what the next month begins with."""
        return self.opening + self.income - self.expense


def sums_of(opening: int, lines: Iterable[Amounts]) -> Sums:
    """F-51: the month's totals."""
    income = expense = 0
    for line in lines:
        income += line.income_fen
        expense += line.expense_fen
    return Sums(opening, income, expense)


def balances(opening: int, lines: Iterable[Amounts]) -> list[int]:
    """F-51: the balance after each line, in their order."""
    found, standing = [], opening
    for line in lines:
        standing += line.income_fen - line.expense_fen
        found.append(standing)
    return found
