"""Who sits in an election committee, who leaves it, who follows (E-14 to E-22, A-08)."""

from datetime import date

import pytest

from villagegov.bodies.vocabulary import MeetingKind, Office
from villagegov.elections.rules import committee as rules
from villagegov.elections.rules.committee import Choice
from villagegov.elections.rules.wording import signer_on
from villagegov.elections.vocabulary.committee import LeaveGround
from villagegov.law.profiles import PROFILES
from villagegov.law.vocabulary import CommitteeKind
from villagegov.people.vocabulary import Kin

POLLING = date(2026, 4, 18)
OWN, KIN = LeaveGround.OWN, LeaveGround.KIN


@pytest.mark.parametrize(
    ("key", "has_vice"),
    [("V-2010", False), ("V-2018", False), ("V-2026", True), ("R-1990", False), ("R-2026", True)],
)
def test_only_the_laws_of_2026_know_a_vice_chair_e14(key: str, has_vice: bool) -> None:
    assert (Office.ELECTION_VICE in rules.offices_of(PROFILES[key])) is has_vice


def test_it_is_chosen_by_assembly_representatives_or_groups_e14() -> None:
    assert rules.CHOOSERS == (MeetingKind.ASSEMBLY, MeetingKind.REPRESENTATIVES, MeetingKind.GROUP)


@pytest.mark.parametrize(("members", "enough"), [(2, False), (3, True), (4, True)])
def test_three_members_are_enough_e15(members: int, enough: bool) -> None:
    assert rules.is_large_enough(members, PROFILES["V-2026"]) is enough


@pytest.mark.parametrize(
    ("key", "nominee", "relation", "ground"),
    [
        ("V-2018", 1, None, OWN),
        ("V-2018", 2, Kin.SPOUSE, None),
        ("V-2026", 1, None, OWN),
        ("V-2026", 2, Kin.SPOUSE, KIN),
        ("V-2026", 2, Kin.MATERNAL_GRANDPARENT, KIN),
        ("V-2026", 2, None, None),
        ("R-1990", 1, None, None),
        ("R-1990", 2, Kin.SPOUSE, None),
        ("R-2026", 1, None, OWN),
        ("R-2026", 2, Kin.SONS_CHILD, KIN),
    ],
)
def test_who_is_nominated_leaves_and_from_2026_near_kin_too_e16_a08(
    key: str, nominee: int, relation: Kin | None, ground: LeaveGround | None
) -> None:
    found = rules.must_leave(member=1, nominee=nominee, relation=relation, profile=PROFILES[key], polling_day=POLLING)

    assert found is ground


@pytest.mark.parametrize("relation", Kin)
def test_all_eight_relations_are_near_kin_a08(relation: Kin) -> None:
    found = rules.must_leave(member=1, nominee=2, relation=relation, profile=PROFILES["V-2026"], polling_day=POLLING)

    assert found is KIN


@pytest.mark.parametrize(
    ("waiting", "following"),
    [({}, []), ({7: 60}, [7]), ({7: 60, 8: 61}, [8]), ({7: 60, 8: 60}, [7, 8]), ({7: 60, 8: 60, 9: 61}, [9])],
)
def test_who_had_most_votes_follows_and_equal_votes_leave_it_open_e17(
    waiting: dict[int, int], following: list[int]
) -> None:
    assert rules.next_in_order(waiting) == following


@pytest.mark.parametrize(("votes", "wrong"), [(79, False), (80, False), (81, True)])
def test_nobody_with_more_votes_stays_outside_e17(votes: int, wrong: bool) -> None:
    choices = [Choice("覃志远", 95, True), Choice("韦国强", 80, True), Choice("蓝美玲", votes, False)]

    assert (rules.out_of_order(choices) is not None) is wrong


@pytest.mark.parametrize(("day", "there"), [(1, False), (2, True), (9, True), (10, False)])
def test_it_exists_from_its_forming_until_handover_is_finished_e18(day: int, there: bool) -> None:
    found = rules.committee_exists(formed_on=date(2026, 3, 2), closed_on=date(2026, 3, 10), day=date(2026, 3, day))

    assert found is there


@pytest.mark.parametrize(
    ("formed_on", "day", "signer"),
    [
        (None, 20, "石桥村村民委员会"),
        (date(2026, 3, 15), 14, "石桥村村民委员会"),
        (date(2026, 3, 15), 15, "石桥村村民选举委员会"),
        (date(2026, 3, 15), 16, "石桥村村民选举委员会"),
    ],
)
def test_the_old_committee_signs_until_the_election_committee_is_formed_e22(
    formed_on: date | None, day: int, signer: str
) -> None:
    found = signer_on("石桥村委会", CommitteeKind.VILLAGE, formed_on=formed_on, day=date(2026, 3, day))

    assert found == signer


@pytest.mark.parametrize(("day", "allowed"), [(17, False), (18, True), (19, True)])
def test_paper_stands_for_the_record_once_polling_day_has_come_e14(day: int, allowed: bool) -> None:
    assert rules.may_be_told_by_paper(polling_day=POLLING, today=date(2026, 4, day)) is allowed
