"""How many must sit in each body: one below, on, one above."""

from datetime import date

import pytest

from villagegov.accounts.vocabulary import Role
from villagegov.bodies.rules import sizes
from villagegov.bodies.rules.offices import last_day_of_term, roles_ending, taken_over_is_open
from villagegov.bodies.rules.verdicts import Bench, Seat, verdicts_of
from villagegov.bodies.vocabulary import Body, Office, SizeReason
from villagegov.law.profiles import PROFILES
from villagegov.law.vocabulary import CommitteeKind

VILLAGE, RESIDENTS = CommitteeKind.VILLAGE, CommitteeKind.RESIDENTS
NOW = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("profile", "members", "met"),
    [
        ("V-2026", 2, False),
        ("V-2026", 3, True),
        ("V-2026", 7, True),
        ("V-2026", 8, False),
        ("R-2026", 4, False),
        ("R-2026", 5, True),
        ("R-2026", 9, True),
        ("R-2026", 10, False),
    ],
)
def test_x_39_a_committee_has_three_to_seven_or_five_to_nine(profile: str, members: int, met: bool) -> None:
    assert sizes.committee_size(members, PROFILES[profile]).met is met


@pytest.mark.parametrize(("women", "met"), [(0, False), (1, True), (2, True)])
def test_a_committee_has_a_woman(women: int, met: bool) -> None:
    assert sizes.committee_women(women, PROFILES["V-2026"]).met is met


@pytest.mark.parametrize(("members", "met"), [(2, False), (3, True), (5, True), (6, False)])
def test_a_supervision_committee_has_three_to_five(members: int, met: bool) -> None:
    assert sizes.supervision_size(members).met is met


@pytest.mark.parametrize(("heads", "met"), [(0, False), (1, True), (2, False)])
def test_a_supervision_committee_has_one_head(heads: int, met: bool) -> None:
    assert sizes.supervision_head(heads).met is met


@pytest.mark.parametrize(("knowing", "met"), [(0, False), (1, True)])
def test_one_supervisor_of_a_village_knows_accounts(knowing: int, met: bool) -> None:
    made = sizes.supervision_knows(knowing, VILLAGE, NOW)

    assert made is not None
    assert made.met is met
    assert sizes.supervision_knows(knowing, RESIDENTS, NOW) is None


@pytest.mark.parametrize(("members", "met"), [(2, False), (3, True), (9, True), (10, False)])
def test_an_election_committee_has_three_to_nine(members: int, met: bool) -> None:
    assert sizes.election_size(members, PROFILES["V-2026"]).met is met


@pytest.mark.parametrize(("representatives", "met"), [(19, False), (20, True), (21, True)])
def test_representatives_are_four_fifths_of_their_meeting(representatives: int, met: bool) -> None:
    assert sizes.representatives_share(representatives=representatives, committee_members=5).met is met


@pytest.mark.parametrize(("women", "met"), [(9, False), (10, True), (11, True)])
def test_women_representatives_are_a_third_of_the_meeting(women: int, met: bool) -> None:
    assert sizes.representatives_women(women=women, representatives=25, committee_members=5).met is met


@pytest.mark.parametrize(
    ("committee", "households", "fits"),
    [
        (VILLAGE, 4, False),
        (VILLAGE, 5, True),
        (VILLAGE, 15, True),
        (VILLAGE, 16, False),
        (RESIDENTS, 19, False),
        (RESIDENTS, 20, True),
        (RESIDENTS, 50, True),
        (RESIDENTS, 51, False),
    ],
)
def test_a_representative_stands_for_so_many_households(committee: CommitteeKind, households: int, fits: bool) -> None:
    assert sizes.households_fit(households, committee) is fits


def test_each_body_is_judged_by_its_own_numbers_and_an_empty_one_by_none() -> None:
    seats = [Seat(Office.CHAIR, False), Seat(Office.MEMBER, True), Seat(Office.MEMBER, False)]
    bench = Bench(seats, VILLAGE, NOW)

    assert [(one.reason, one.met) for one in verdicts_of(Body.COMMITTEE, bench)] == [
        (SizeReason.COMMITTEE, True),
        (SizeReason.WOMEN, True),
    ]
    assert verdicts_of(Body.SUPERVISION, bench) == []
    assert verdicts_of(Body.STAFF, bench) == []


@pytest.mark.parametrize(
    ("from_on", "last"),
    [
        (date(2026, 3, 21), date(2031, 3, 20)),
        (date(2026, 1, 1), date(2030, 12, 31)),
        (date(2024, 2, 29), date(2029, 2, 28)),
    ],
)
def test_a_term_of_five_years_ends_the_day_before(from_on: date, last: date) -> None:
    assert last_day_of_term(from_on, 5) == last


@pytest.mark.parametrize(
    ("elected", "closed", "open_"),
    [(False, False, True), (False, True, True), (True, False, True), (True, True, False)],
)
def test_paper_counts_until_the_first_election_here_or_the_end_of_set_up(
    elected: bool, closed: bool, open_: bool
) -> None:
    assert taken_over_is_open(elected_here=elected, set_up_closed=closed) is open_


def test_a_role_ends_with_its_office_unless_another_gives_it() -> None:
    assert roles_ending(Office.CHAIR, []) == {Role.CHAIR}
    assert roles_ending(Office.CHAIR, [Office.VICE]) == frozenset()
    assert roles_ending(Office.SUPERVISION_MEMBER, [Office.MEMBER]) == {Role.SUPERVISOR}
    assert roles_ending(Office.REPRESENTATIVE, []) == frozenset()
