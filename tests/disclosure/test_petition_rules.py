"""A matter enough residents ask for must be posted: a tenth of the villagers, a fifth of the representatives (D-09)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villagegov.disclosure.rules.petitions import least_askers, must_be_posted, sum_of
from villagegov.disclosure.vocabulary.adopted import AskedBy

VILLAGERS, REPRESENTATIVES = AskedBy.VILLAGERS, AskedBy.REPRESENTATIVES


@pytest.mark.parametrize(
    ("asked_by", "base", "askers", "enough"),
    [
        (VILLAGERS, 450, 44, False),
        (VILLAGERS, 450, 45, True),
        (VILLAGERS, 450, 46, True),
        (VILLAGERS, 451, 45, False),
        (VILLAGERS, 451, 46, True),
        (REPRESENTATIVES, 35, 6, False),
        (REPRESENTATIVES, 35, 7, True),
        (REPRESENTATIVES, 36, 7, False),
        (REPRESENTATIVES, 36, 8, True),
    ],
)
def test_exactly_the_share_is_enough_and_one_less_is_not(
    asked_by: AskedBy, base: int, askers: int, enough: bool
) -> None:
    assert must_be_posted(asked_by=asked_by, askers=askers, base=base) is enough


def test_the_sum_names_both_sides() -> None:
    assert sum_of(asked_by=VILLAGERS, askers=44, base=450) == "10 × 44 = 440 < 450"
    assert sum_of(asked_by=REPRESENTATIVES, askers=8, base=36) == "5 × 8 = 40 ≥ 36"


@given(asked_by=st.sampled_from(list(AskedBy)), base=st.integers(1, 10**7))
def test_the_least_number_is_enough_and_one_less_never_is(asked_by: AskedBy, base: int) -> None:
    least = least_askers(asked_by=asked_by, base=base)

    assert must_be_posted(asked_by=asked_by, askers=least, base=base)
    assert not must_be_posted(asked_by=asked_by, askers=least - 1, base=base)
