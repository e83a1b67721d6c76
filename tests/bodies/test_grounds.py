"""E-13, E-14, E-106, S-02: on what ground an office is entered by hand, by whose vote, and why it ends."""

from datetime import date

import pytest

from villagegov.bodies.rules import offices as rules
from villagegov.bodies.rules.avoidance import Sitting, conflicts
from villagegov.bodies.rules.meetings import meeting_period
from villagegov.bodies.vocabulary import Basis, Body, ConflictReason, EndReason, MeetingKind, Office
from villagegov.law.vocabulary import CommitteeKind

VILLAGE, RESIDENTS = CommitteeKind.VILLAGE, CommitteeKind.RESIDENTS
K = MeetingKind
NOW = date(2026, 3, 1)


@pytest.mark.parametrize("office", Office)
def test_no_office_rests_on_an_appointment_e13(office: Office) -> None:
    grounds = set(rules.bases_of(office))

    assert not grounds & {Basis.ELECTION, Basis.BY_ELECTION}
    assert (Basis.ACTING in grounds) is (office is Office.CHAIR)
    assert (Basis.HIRED in grounds) is (office.body is Body.STAFF)


@pytest.mark.parametrize("office", Office)
def test_only_staff_are_replaced_and_only_election_committees_leave_by_nomination_e13_e16(office: Office) -> None:
    reasons = rules.ends_of(office)

    assert (EndReason.REPLACED in reasons) is (office.body is Body.STAFF)
    assert (EndReason.NOMINATED in reasons) is (office.body is Body.ELECTION)
    assert (EndReason.RECALLED in reasons) is (office.body not in (Body.STAFF, Body.COMMITTEE))
    assert (EndReason.RESIGNED in reasons) is (office.body is not Body.COMMITTEE)  # by a meeting's vote only (E-98)


@pytest.mark.parametrize(
    ("office", "committee", "kinds"),
    [
        (Office.SUPERVISION_HEAD, VILLAGE, {K.ASSEMBLY, K.REPRESENTATIVES}),
        (Office.SUPERVISION_MEMBER, RESIDENTS, {K.ASSEMBLY, K.REPRESENTATIVES}),
        (Office.ELECTION_MEMBER, VILLAGE, {K.ASSEMBLY, K.REPRESENTATIVES, K.GROUP}),
        (Office.ELECTION_MEMBER, RESIDENTS, {K.ASSEMBLY, K.REPRESENTATIVES}),
        (Office.REPRESENTATIVE, VILLAGE, {K.GROUP}),
        (Office.GROUP_LEADER, RESIDENTS, {K.GROUP}),
        (Office.CHAIR, VILLAGE, set()),
    ],
)
def test_each_office_is_chosen_by_its_own_meeting_s02_e14(
    office: Office, committee: CommitteeKind, kinds: set[MeetingKind]
) -> None:
    assert {kind for kind in MeetingKind if rules.may_choose(office, kind, committee)} == kinds


@pytest.mark.parametrize(
    ("office", "closed", "suffices"),
    [
        (Office.SUPERVISION_HEAD, False, True),
        (Office.SUPERVISION_HEAD, True, False),
        (Office.ELECTION_MEMBER, True, False),
        (Office.REPRESENTATIVE, True, True),
        (Office.GROUP_LEADER, True, True),
    ],
)
def test_once_a_unit_works_here_overseers_need_a_meetings_vote(office: Office, closed: bool, suffices: bool) -> None:
    assert rules.paper_suffices(office, set_up_closed=closed) is suffices


@pytest.mark.parametrize(
    ("held", "may"),
    [
        ([Office.VICE], True),
        ([Office.MEMBER, Office.VILLAGE_CLERK], True),
        ([Office.SUPERVISION_HEAD], False),
        ([Office.REPRESENTATIVE], False),
        ([], False),
    ],
)
def test_only_who_sits_in_the_committee_stands_in_for_its_chair_e106(held: list[Office], may: bool) -> None:
    assert rules.may_act(held) is may


def against(sitting: Sitting, *, person: int = 1, office: Office = Office.CHAIR, acting: bool) -> list[ConflictReason]:
    """What stands against this person in this office, or against standing in for it."""
    found = conflicts(
        person=person,
        office=office,
        committee=VILLAGE,
        day=NOW,
        since=NOW,
        sitting=[sitting],
        kin={},
        acting=acting,
    )
    return [one.reason for one in found]


def test_a_vice_chair_keeps_the_own_seat_while_standing_in_e106() -> None:
    vice, chair = Sitting(1, "方志强", Office.VICE, NOW), Sitting(2, "罗永光", Office.CHAIR, NOW)
    stand_in = Sitting(2, "罗永光", Office.CHAIR, NOW, acting=True)

    assert against(vice, acting=True) == []
    assert against(chair, acting=True) == []
    assert against(stand_in, acting=True) == [ConflictReason.SEAT_TAKEN]
    assert against(vice, acting=False) == [ConflictReason.HELD_ALREADY]
    assert against(chair, acting=False) == [ConflictReason.SEAT_TAKEN]


@pytest.mark.parametrize(
    ("committee", "day", "first", "last"),
    [
        (VILLAGE, date(2026, 3, 31), date(2026, 1, 1), date(2026, 3, 31)),
        (VILLAGE, date(2026, 4, 1), date(2026, 4, 1), date(2026, 6, 30)),
        (VILLAGE, date(2026, 12, 31), date(2026, 10, 1), date(2026, 12, 31)),
        (RESIDENTS, date(2026, 6, 30), date(2026, 1, 1), date(2026, 6, 30)),
        (RESIDENTS, date(2026, 7, 1), date(2026, 7, 1), date(2026, 12, 31)),
    ],
)
def test_representatives_meet_each_quarter_or_half_year_e97(
    committee: CommitteeKind, day: date, first: date, last: date
) -> None:
    assert meeting_period(committee, day) == (first, last)
