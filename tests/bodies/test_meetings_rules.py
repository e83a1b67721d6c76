"""E-97, E-19, E-20, D-19: how many must come to a meeting, and what passes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villagegov.accounts.vocabulary import Role
from villagegov.bodies.rules import meetings as rules
from villagegov.bodies.rules.meetings import Quorum, passed, quorum_of
from villagegov.bodies.vocabulary import Body, MeetingKind, Verdict
from villagegov.law.profiles import PROFILES
from villagegov.law.vocabulary import CommitteeKind, Law, Status

VILLAGE, RESIDENTS = CommitteeKind
K = MeetingKind
OLD, NEW = date(2025, 12, 31), date(2026, 1, 1)


def quorum(
    kind: MeetingKind,
    entitled: int,
    present: int,
    *,
    committee: CommitteeKind = VILLAGE,
    on: date = NEW,
    households: bool = False,
) -> Quorum:
    """A quorum of today's village law."""
    return quorum_of(
        kind=kind, committee=committee, held_on=on, entitled=entitled, present=present, by_households=households
    )


def test_x_38_a_meeting_of_45_representatives_needs_30_and_16_of_30() -> None:
    full, short = quorum(K.REPRESENTATIVES, 45, 30), quorum(K.REPRESENTATIVES, 45, 29)

    assert (full.held, short.held) == (True, False)
    assert (passed(quorum=full, votes_for=15), passed(quorum=full, votes_for=16)) == (False, True)


@pytest.mark.parametrize(
    ("kind", "committee", "on", "households", "entitled", "needed"),
    [
        (K.ASSEMBLY, VILLAGE, NEW, False, 1000, 501),
        (K.ASSEMBLY, VILLAGE, NEW, False, 1001, 501),
        (K.ASSEMBLY, VILLAGE, OLD, False, 1000, 501),
        (K.ASSEMBLY, VILLAGE, NEW, True, 300, 200),
        (K.ASSEMBLY, VILLAGE, NEW, True, 301, 201),
        (K.ASSEMBLY, VILLAGE, OLD, True, 299, 200),
        (K.ASSEMBLY, RESIDENTS, NEW, False, 1000, 501),
        (K.ASSEMBLY, RESIDENTS, NEW, True, 300, 151),
        (K.ASSEMBLY, RESIDENTS, OLD, True, 301, 151),
        (K.REPRESENTATIVES, VILLAGE, NEW, False, 45, 30),
        (K.REPRESENTATIVES, VILLAGE, OLD, False, 46, 31),
        (K.REPRESENTATIVES, RESIDENTS, NEW, False, 47, 32),
        (K.REPRESENTATIVES, RESIDENTS, OLD, False, 45, 23),
        (K.GROUP, VILLAGE, NEW, False, 90, 60),
        (K.GROUP, VILLAGE, NEW, True, 31, 21),
        (K.GROUP, RESIDENTS, NEW, False, 91, 61),
        (K.COMMITTEE, VILLAGE, NEW, False, 5, 3),
        (K.COMMITTEE, RESIDENTS, NEW, False, 6, 4),
        (K.SUPERVISION, VILLAGE, NEW, False, 3, 2),
        (K.ELECTION, VILLAGE, NEW, False, 7, 4),
        (K.ELECTION, RESIDENTS, NEW, False, 8, 5),
        (K.JOINT, VILLAGE, NEW, False, 10, 6),
    ],
)
def test_one_fewer_than_the_law_asks_is_no_meeting_e97(
    kind: MeetingKind, committee: CommitteeKind, on: date, households: bool, entitled: int, needed: int
) -> None:
    found = [
        quorum(kind, entitled, present, committee=committee, on=on, households=households)
        for present in (needed - 1, needed, needed + 1)
    ]

    assert [one.held for one in found] == [False, True, True]
    assert {one.needed for one in found} == {needed}


@pytest.mark.parametrize(
    ("kind", "committee", "on", "law", "number", "status"),
    [
        (K.ASSEMBLY, VILLAGE, NEW, Law.VILLAGE_2025, 26, Status.VERIFIED),
        (K.ASSEMBLY, VILLAGE, OLD, Law.VILLAGE_2018, 22, Status.VERIFIED),
        (K.ASSEMBLY, RESIDENTS, NEW, Law.RESIDENTS_2025, 27, Status.VERIFIED),
        (K.ASSEMBLY, RESIDENTS, OLD, Law.RESIDENTS_2018, 9, Status.VERIFIED),
        (K.REPRESENTATIVES, VILLAGE, NEW, Law.VILLAGE_2025, 30, Status.VERIFIED),
        (K.REPRESENTATIVES, VILLAGE, OLD, Law.VILLAGE_2018, 26, Status.VERIFIED),
        (K.REPRESENTATIVES, RESIDENTS, NEW, Law.RESIDENTS_2025, 29, Status.VERIFIED),
        (K.GROUP, VILLAGE, NEW, Law.VILLAGE_2025, 32, Status.VERIFIED),
        (K.GROUP, VILLAGE, OLD, Law.VILLAGE_2018, 28, Status.VERIFIED),
        (K.GROUP, RESIDENTS, NEW, Law.VILLAGE_2025, 32, Status.ANALOG),
        (K.COMMITTEE, VILLAGE, NEW, Law.VILLAGE_2025, 34, Status.DESIGN),
        (K.COMMITTEE, RESIDENTS, NEW, Law.RESIDENTS_2025, 33, Status.DESIGN),
        (K.SUPERVISION, VILLAGE, NEW, Law.HAINAN, 14, Status.ANALOG),
        (K.ELECTION, VILLAGE, NEW, Law.HAINAN, 14, Status.ANALOG),
    ],
)
def test_each_quorum_names_its_article_and_how_sure_it_is(
    kind: MeetingKind, committee: CommitteeKind, on: date, law: Law, number: int, status: Status
) -> None:
    sense = rules.sense_of(kind=kind, committee=committee, held_on=on)

    assert sense.article is not None
    assert (sense.article.law, sense.article.number, sense.status) == (law, number, status)


def test_the_joint_meeting_stands_on_no_article_and_says_so() -> None:
    sense = rules.sense_of(kind=K.JOINT, committee=VILLAGE, held_on=NEW)

    assert (sense.article, sense.status) == (None, Status.DESIGN)
    assert "系统约定，不是法律" in str(quorum(K.JOINT, 10, 6).ground)


def test_the_sum_is_said_in_words() -> None:
    held, short = quorum(K.REPRESENTATIVES, 45, 30), quorum(K.ASSEMBLY, 300, 199, households=True)

    assert str(held.words) == "应到 45 人，实到 30 人，达到三分之二（30 人）：有效"
    assert str(short.words) == "应到 300 户，实到 199 户，没有达到三分之二（200 户）：无效"
    assert str(held.ground).startswith("依据《中华人民共和国村民委员会组织法》（2025年修正）第30条")


def test_nobody_entitled_is_no_meeting() -> None:
    assert not quorum(K.GROUP, 0, 0).held
    assert not quorum(K.COMMITTEE, 0, 0).held


@pytest.mark.parametrize(("votes_for", "outcome"), [(14, False), (15, False), (16, True)])
def test_exactly_half_of_those_present_pass_nothing(votes_for: int, outcome: bool) -> None:
    assert passed(quorum=quorum(K.REPRESENTATIVES, 45, 30), votes_for=votes_for) is outcome


@pytest.mark.parametrize(
    ("present", "votes_for", "studied", "verdict"),
    [
        (30, None, True, Verdict.OPEN),
        (29, 29, True, Verdict.NOT_QUORATE),
        (30, 30, False, Verdict.NOT_STUDIED),
        (30, 15, True, Verdict.NOT_PASSED),
        (30, 16, True, Verdict.PASSED),
    ],
)
def test_what_became_of_a_matter(present: int, votes_for: int | None, studied: bool, verdict: Verdict) -> None:
    held = quorum(K.REPRESENTATIVES, 45, present)

    assert rules.verdict_of(quorum=held, votes_for=votes_for, studied=studied) is verdict


MEETINGS = st.builds(
    quorum,
    st.sampled_from(MeetingKind),
    st.integers(0, 5000),
    st.integers(0, 5000),
    committee=st.sampled_from(CommitteeKind),
    on=st.sampled_from([OLD, NEW]),
    households=st.booleans(),
)


@given(MEETINGS, st.integers(0, 5000))
def test_nothing_passes_without_a_quorum(found: Quorum, votes_for: int) -> None:
    assert found.held or not passed(quorum=found, votes_for=votes_for)


@given(MEETINGS, st.integers(0, 5000))
def test_one_more_vote_for_never_makes_it_fail(found: Quorum, votes_for: int) -> None:
    assert passed(quorum=found, votes_for=votes_for + 1) or not passed(quorum=found, votes_for=votes_for)


@given(MEETINGS)
def test_the_number_named_is_exactly_the_number_needed(found: Quorum) -> None:
    assert found.held is (found.entitled > 0 and found.present >= found.needed)


@pytest.mark.parametrize(
    ("kind", "on", "needs"),
    [
        (K.ASSEMBLY, OLD, False),
        (K.ASSEMBLY, NEW, True),
        (K.REPRESENTATIVES, NEW, True),
        (K.GROUP, NEW, False),
        (K.COMMITTEE, NEW, False),
    ],
)
def test_important_matters_are_studied_by_the_party_first_from_2026_d19(
    kind: MeetingKind, on: date, needs: bool
) -> None:
    assert rules.needs_party_study(kind=kind, held_on=on) is needs


@pytest.mark.parametrize(
    ("study_on", "before"),
    [(date(2026, 3, 9), True), (date(2026, 3, 10), False), (date(2026, 3, 11), False), (None, False)],
)
def test_the_study_comes_on_an_earlier_day_d19(study_on: date | None, before: bool) -> None:
    assert rules.studied_before(study_on=study_on, held_on=date(2026, 3, 10)) is before


@pytest.mark.parametrize(("absences", "ended"), [(2, False), (3, True), (4, True)])
def test_three_absences_without_reason_end_membership_e20(absences: int, ended: bool) -> None:
    assert rules.ends_membership(absences, PROFILES["V-2026"]) is ended


def test_the_representatives_meeting_is_made_up_of_the_committee_and_the_representatives() -> None:
    assert set(rules.bodies_of(K.REPRESENTATIVES)) == {Body.COMMITTEE, Body.REPRESENTATIVES}
    assert rules.bodies_of(K.ASSEMBLY) == rules.bodies_of(K.GROUP) == rules.bodies_of(K.JOINT) == ()


@pytest.mark.parametrize(
    ("kind", "on", "sits"),
    [
        (K.COMMITTEE, OLD, True),
        (K.REPRESENTATIVES, OLD, False),
        (K.REPRESENTATIVES, NEW, True),
        (K.SUPERVISION, NEW, False),
    ],
)
def test_supervisors_sit_in_s07(kind: MeetingKind, on: date, sits: bool) -> None:
    assert rules.sits_in(kind, on) is sits


@pytest.mark.parametrize(
    ("kind", "role", "may"),
    [
        (K.COMMITTEE, Role.CLERK, True),
        (K.COMMITTEE, Role.CHAIR, True),
        (K.COMMITTEE, Role.SUPERVISOR, False),
        (K.SUPERVISION, Role.CLERK, True),
        (K.SUPERVISION, Role.SUPERVISOR, True),
        (K.SUPERVISION, Role.CHAIR, False),
        (K.ASSEMBLY, Role.OFFICIAL, False),
    ],
)
def test_the_supervisors_keep_their_own_register_s09(kind: MeetingKind, role: Role, may: bool) -> None:
    assert rules.may_keep(kind, frozenset({role})) is may
