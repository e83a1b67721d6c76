"""Who may not hold which office: every pair of offices, every relation, each law."""

from datetime import date

import pytest

from villagegov.bodies.rules.avoidance import Sitting, barred_kin, conflicts
from villagegov.bodies.vocabulary import ConflictReason, Office
from villagegov.law.vocabulary import CommitteeKind
from villagegov.people.rules.kin import INVERSE, kin_of, seen_from_other
from villagegov.people.vocabulary import Kin

VILLAGE, RESIDENTS = CommitteeKind.VILLAGE, CommitteeKind.RESIDENTS
NOW, BEFORE = date(2026, 1, 1), date(2025, 12, 31)
ME, OTHER = 1, 2


def found(
    office: Office,
    other: Office,
    *,
    relation: Kin | None = None,
    same: bool = False,
    committee: CommitteeKind = VILLAGE,
    day: date = NOW,
    since: date | None = None,
) -> list[tuple[ConflictReason, bool]]:
    """What stands against me in `office` while somebody holds `other`: the reason, and whether it bars."""
    sitting = [Sitting(ME if same else OTHER, "沈国栋", other, since or day)]
    kin = {OTHER: relation} if relation else {}
    made = conflicts(
        person=ME, office=office, committee=committee, day=day, since=since or day, sitting=sitting, kin=kin
    )
    return [(one.reason, one.bars) for one in made]


@pytest.mark.parametrize("relation", Kin)
@pytest.mark.parametrize("mine", [Office.CHAIR, Office.VICE, Office.MEMBER])
@pytest.mark.parametrize("other", [Office.SUPERVISION_HEAD, Office.SUPERVISION_MEMBER])
def test_near_kin_of_a_committee_member_cannot_supervise_it(mine: Office, other: Office, relation: Kin) -> None:
    barred = [(ConflictReason.KIN_OF_SUPERVISED, True)]

    assert found(mine, other, relation=relation) == barred
    assert found(other, mine, relation=relation) == barred


@pytest.mark.parametrize(
    ("mine", "other", "reason"),
    [
        (Office.MEMBER, Office.SUPERVISION_MEMBER, ConflictReason.BOTH_BODIES),
        (Office.SUPERVISION_HEAD, Office.CHAIR, ConflictReason.BOTH_BODIES),
        (Office.SUPERVISION_MEMBER, Office.BOOKKEEPER, ConflictReason.STAFF_SUPERVISES),
        (Office.SUPERVISION_MEMBER, Office.CASHIER, ConflictReason.STAFF_SUPERVISES),
        (Office.VILLAGE_CLERK, Office.SUPERVISION_HEAD, ConflictReason.STAFF_SUPERVISES),
        (Office.BOOKKEEPER, Office.CASHIER, ConflictReason.BOTH_PURSES),
        (Office.CASHIER, Office.BOOKKEEPER, ConflictReason.BOTH_PURSES),
        (Office.VICE, Office.CHAIR, ConflictReason.HELD_ALREADY),
        (Office.MEMBER, Office.MEMBER, ConflictReason.HELD_ALREADY),
        (Office.REPRESENTATIVE, Office.REPRESENTATIVE, ConflictReason.HELD_ALREADY),
    ],
)
def test_two_offices_that_do_not_go_into_one_hand(mine: Office, other: Office, reason: ConflictReason) -> None:
    assert found(mine, other, same=True) == [(reason, True)]


@pytest.mark.parametrize(
    ("mine", "other"),
    [
        (Office.REPRESENTATIVE, Office.GROUP_LEADER),
        (Office.MEMBER, Office.VILLAGE_CLERK),
        (Office.REPRESENTATIVE, Office.SUPERVISION_MEMBER),
        (Office.MEMBER, Office.ELECTION_MEMBER),
    ],
)
def test_offices_that_go_together(mine: Office, other: Office) -> None:
    assert found(mine, other, same=True) == []


@pytest.mark.parametrize("office", [Office.CHAIR, Office.SUPERVISION_HEAD, Office.ELECTION_HEAD])
def test_a_seat_that_is_taken_stays_taken(office: Office) -> None:
    assert found(office, office) == [(ConflictReason.SEAT_TAKEN, True)]


@pytest.mark.parametrize(
    ("relation", "joined", "barred"),
    [
        (Kin.SPOUSE, date(2020, 10, 31), True),
        (Kin.PATERNAL_GRANDPARENT, date(2020, 10, 31), False),
        (Kin.PATERNAL_GRANDPARENT, date(2020, 11, 1), True),
        (Kin.DAUGHTERS_CHILD, date(2026, 1, 1), True),
    ],
)
def test_kin_in_one_committee_by_the_law_of_the_day_the_later_joined(relation: Kin, joined: date, barred: bool) -> None:
    made = found(Office.MEMBER, Office.CHAIR, relation=relation, since=joined)

    assert made == ([(ConflictReason.KIN_IN_COMMITTEE, True)] if barred else [])


def test_communities_had_no_bar_before_2026() -> None:
    assert barred_kin(RESIDENTS, BEFORE) == frozenset()
    assert barred_kin(RESIDENTS, NOW) == frozenset(Kin)
    pair = {"relation": Kin.SPOUSE, "committee": RESIDENTS}
    assert found(Office.SUPERVISION_HEAD, Office.CHAIR, day=BEFORE, **pair) == [
        (ConflictReason.KIN_OF_SUPERVISED, False)
    ]
    assert found(Office.SUPERVISION_HEAD, Office.CHAIR, day=NOW, **pair) == [(ConflictReason.KIN_OF_SUPERVISED, True)]


def test_kin_in_the_election_committee_are_only_warned_of() -> None:
    made = found(Office.ELECTION_MEMBER, Office.ELECTION_HEAD, relation=Kin.CHILD)

    assert made == [(ConflictReason.KIN_IN_ELECTION, False)]


@pytest.mark.parametrize("relation", Kin)
def test_a_tie_read_twice_from_its_other_end_is_the_same(relation: Kin) -> None:
    assert seen_from_other(seen_from_other(relation)) is relation
    assert set(INVERSE) == set(Kin)


def test_kin_are_found_from_both_ends_and_no_further() -> None:
    ties = [(1, 2, Kin.PARENT), (3, 2, Kin.SPOUSE)]

    assert kin_of(1, ties) == {2: Kin.PARENT}
    assert kin_of(2, ties) == {1: Kin.CHILD, 3: Kin.SPOUSE}
    assert kin_of(3, ties) == {2: Kin.SPOUSE}
