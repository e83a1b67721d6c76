"""Shares by class add up to 100.0 % as printed, for any amounts."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villagegov.disclosure.measures import WHOLE, class_totals, shares


@dataclass(frozen=True)
class Booked:
    """A line, as far as totals care."""

    category: str
    income_fen: int = 0
    expense_fen: int = 0


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([], []),
        ([0], [0]),
        ([5], [1000]),
        ([1, 1, 1], [334, 333, 333]),
        ([2, 1], [667, 333]),
        ([1999, 1], [1000, 0]),
        ([1998, 2], [999, 1]),
    ],
)
def test_the_largest_remainder_gets_what_is_left(parts: list[int], found: list[int]) -> None:
    assert shares(parts) == found


@given(st.lists(st.integers(min_value=1, max_value=10**12), min_size=1, max_size=40))
def test_shares_add_up_and_none_is_off_by_a_whole_step(parts: list[int]) -> None:
    found, whole = shares(parts), sum(parts)

    assert sum(found) == WHOLE
    assert all(abs(share * whole - WHOLE * part) < whole for share, part in zip(found, parts, strict=True))


def test_classes_are_counted_apart_for_income_and_expense_the_largest_first() -> None:
    lines = [Booked("租金", income_fen=300), Booked("租金", expense_fen=5), Booked("电费", expense_fen=15)]

    incomes, expenses = class_totals([*lines, Booked("租金", income_fen=700)])

    assert [(one.category, one.count, one.amount, one.percent) for one in incomes] == [("租金", 2, "10.00", "100.0%")]
    assert [(one.category, one.percent) for one in expenses] == [("电费", "75.0%"), ("租金", "25.0%")]
