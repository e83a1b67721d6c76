"""Consultation on plain values: who may start, when it is a duty, in which order, by which day (C-01 to C-12)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from villagegov.consultation.rules.due import deadline_of, is_in_time, notice_deadline
from villagegov.consultation.rules.sheets import lines_of, posted_sheet, rows_of
from villagegov.consultation.rules.starting import backing_of, must_consult, touches_owners
from villagegov.consultation.rules.steps import (
    ENDED,
    Facts,
    last_step,
    may_report,
    may_withdraw,
    missing_before,
    next_step,
    state_of,
)
from villagegov.consultation.vocabulary import RIGHTS, ConsultationWord, Outcome, Starter, State, Step, Tag, Venue
from villagegov.law.vocabulary import CommitteeKind

VILLAGE, RESIDENTS = CommitteeKind.VILLAGE, CommitteeKind.RESIDENTS
HELD = Facts(accepted=True, noticed=True, held=True)
AGREED = replace(HELD, outcome=Outcome.AGREED, open_points=2)
SENT = replace(HELD, outcome=Outcome.TO_MEETING)


def test_the_seven_venues_of_the_seed_the_hearing_of_the_law_and_others_c01_c02() -> None:
    assert len(Venue) == 9
    assert {Venue.HEARING, Venue.OTHER} < set(Venue)


@pytest.mark.parametrize(
    ("starter", "have", "base", "enough", "needed"),
    [
        (Starter.VILLAGERS, 99, 1000, False, 100),
        (Starter.VILLAGERS, 100, 1000, True, 100),
        (Starter.VILLAGERS, 100, 1001, False, 101),
        (Starter.REPRESENTATIVES, 8, 41, False, 9),
        (Starter.REPRESENTATIVES, 8, 40, True, 8),
        (Starter.REPRESENTATIVES, 9, 41, True, 9),
        (Starter.VILLAGERS, 0, 0, False, 0),
    ],
)
def test_one_tenth_of_villagers_or_one_fifth_of_representatives_may_start_c04(
    starter: Starter, have: int, base: int, enough: bool, needed: int
) -> None:
    backing = backing_of(starter=starter, have=have, base=base)

    assert backing is not None
    assert (backing.enough, backing.needed) == (enough, needed)


@pytest.mark.parametrize("starter", set(Starter) - {Starter.VILLAGERS, Starter.REPRESENTATIVES})
def test_a_body_starts_without_signatures_c04(starter: Starter) -> None:
    assert backing_of(starter=starter, have=0, base=0) is None


@pytest.mark.parametrize(
    ("vital", "committee", "day", "must"),
    [
        (True, VILLAGE, date(2025, 12, 31), False),
        (True, VILLAGE, date(2026, 1, 1), True),
        (True, RESIDENTS, date(2025, 12, 31), False),
        (True, RESIDENTS, date(2026, 1, 1), True),
        (False, VILLAGE, date(2026, 1, 1), False),
    ],
)
def test_what_touches_vital_interests_must_be_consulted_on_from_2026_c03(
    vital: bool, committee: CommitteeKind, day: date, must: bool
) -> None:
    assert must_consult(vital=vital, committee=committee, day=day) is must


def test_only_lifts_and_parking_warn_of_the_owners_vote_c11() -> None:
    assert {tag for tag in Tag if touches_owners(tag)} == {Tag.LIFT, Tag.PARKING}


def test_the_four_rights_are_told_c12() -> None:
    assert [str(name) for name, _words in RIGHTS] == ["知情权", "参与权", "表达权", "监督权"]


@pytest.mark.parametrize(("day", "in_time"), [(6, True), (7, True), (8, False), (10, False)])
def test_people_are_notified_three_whole_days_before_c06(day: int, in_time: bool) -> None:
    meet_on = date(2026, 11, 10)

    assert is_in_time(noticed_on=date(2026, 11, day), meet_on=meet_on) is in_time
    assert notice_deadline(meet_on).sum == "2026-11-10 − 3 = 2026-11-07"


@pytest.mark.parametrize(
    ("step", "last"),
    [
        (Step.POST_RESULT, date(2026, 11, 15)),
        (Step.POST_DONE, date(2026, 11, 15)),
        (Step.HOLD, date(2026, 11, 10)),
        (Step.REPORT, date(2026, 11, 10)),
        (Step.NOTICE, date(2026, 11, 7)),
    ],
)
def test_result_and_carrying_out_are_posted_within_five_days_c08_c09(step: Step, last: date) -> None:
    assert deadline_of(step, date(2026, 11, 10)).last == last


TABLE: list[tuple[Facts, State, Step | None, Step | None]] = [
    (Facts(), State.PROPOSED, Step.ACCEPT, Step.PROPOSE),
    (Facts(refused=True), State.REFUSED, None, Step.ACCEPT),
    (Facts(withdrawn=True), State.WITHDRAWN, None, None),
    (Facts(accepted=True), State.ACCEPTED, Step.NOTICE, Step.ACCEPT),
    (Facts(accepted=True, withdrawn=True), State.WITHDRAWN, None, None),
    (Facts(accepted=True, noticed=True), State.NOTICED, Step.HOLD, Step.NOTICE),
    (HELD, State.HELD, Step.CONCLUDE, Step.HOLD),
    (AGREED, State.AGREED, Step.POST_RESULT, Step.CONCLUDE),
    (replace(AGREED, reported=True), State.AGREED, Step.POST_RESULT, None),
    (replace(AGREED, result_posted=True), State.DOING, Step.REPORT, None),
    (replace(AGREED, result_posted=True, open_points=0), State.DONE, Step.POST_DONE, None),
    (replace(AGREED, result_posted=True, open_points=0, done_posted=True), State.POSTED, None, None),
    (replace(HELD, outcome=Outcome.NOT_AGREED), State.NOT_AGREED, Step.POST_RESULT, Step.CONCLUDE),
    (replace(HELD, outcome=Outcome.NOT_AGREED, result_posted=True), State.POSTED, None, None),
    (SENT, State.TO_MEETING, Step.SETTLE, Step.CONCLUDE),
    (replace(SENT, passed=False), State.NOT_AGREED, Step.POST_RESULT, Step.SETTLE),
    (replace(SENT, passed=True, open_points=1), State.AGREED, Step.POST_RESULT, Step.SETTLE),
]


@pytest.mark.parametrize(("facts", "state", "following", "newest"), TABLE)
def test_each_state_has_one_next_step_and_one_that_may_be_put_right_c06_c07_c10(
    facts: Facts, state: State, following: Step | None, newest: Step | None
) -> None:
    assert state_of(facts) is state
    assert next_step(state) is following
    assert last_step(facts) is newest


def test_every_state_is_reached_and_only_ended_ones_wait_for_nothing_c06() -> None:
    assert {state for _facts, state, _next, _last in TABLE} == set(State)
    assert {state for state in State if next_step(state) is None} == ENDED


@pytest.mark.parametrize(
    ("step", "state", "missing"),
    [
        (Step.NOTICE, State.PROPOSED, Step.ACCEPT),
        (Step.HOLD, State.ACCEPTED, Step.NOTICE),
        (Step.CONCLUDE, State.NOTICED, Step.HOLD),
        (Step.POST_RESULT, State.TO_MEETING, Step.SETTLE),
        (Step.POST_DONE, State.DOING, Step.REPORT),
        (Step.ACCEPT, State.PROPOSED, None),
        (Step.ACCEPT, State.NOTICED, None),
    ],
)
def test_a_step_out_of_order_names_the_step_that_is_missing_c06(step: Step, state: State, missing: Step | None) -> None:
    assert missing_before(step, state) is missing


_ACTS: dict[Step, Callable[[Facts], Facts]] = {
    Step.ACCEPT: lambda facts: replace(facts, accepted=True),
    Step.NOTICE: lambda facts: replace(facts, noticed=True),
    Step.HOLD: lambda facts: replace(facts, held=True),
    Step.CONCLUDE: lambda facts: replace(facts, outcome=Outcome.AGREED, open_points=2),
    Step.SETTLE: lambda facts: replace(facts, passed=True, open_points=1),
    Step.POST_RESULT: lambda facts: replace(facts, result_posted=True),
    Step.REPORT: lambda facts: replace(facts, open_points=facts.open_points - 1, reported=True),
    Step.POST_DONE: lambda facts: replace(facts, done_posted=True),
}


@given(some.lists(some.sampled_from(sorted(_ACTS)), max_size=40), some.sampled_from(sorted(Outcome)), some.booleans())
def test_whatever_is_pressed_a_topic_goes_through_its_steps_one_by_one_c06(
    pressed: list[Step], outcome: Outcome, passes: bool
) -> None:
    facts, seen = Facts(), [State.PROPOSED]
    for step in pressed:
        state = state_of(facts)
        if next_step(state) is not step:
            continue
        facts = _ACTS[step](facts)
        if step is Step.CONCLUDE:
            facts = replace(facts, outcome=outcome, open_points=2 if outcome is Outcome.AGREED else 0)
        if step is Step.SETTLE:
            facts = replace(facts, passed=passes, open_points=1 if passes else 0)
        seen.append(state_of(facts))
        assert missing_before(step, seen[-1]) in {None, step}

    order = list(State)
    assert all(order.index(before) <= order.index(after) for before, after in pairwise(seen))
    assert may_withdraw(seen[-1]) is (facts.outcome is None)
    assert may_report(facts) is (bool(facts.agreed) and not facts.done_posted)


def test_a_notice_is_read_back_word_for_word_f60() -> None:
    rows = [("1", "划停车线\t12 个", "村委会", "2026年11月20日")]
    fields = {
        ConsultationWord.TITLE.value: "关于“停车”的协商结果公告",
        ConsultationWord.TOPIC.value: "停车",
        ConsultationWord.FOR.value: "划线\n好停车",
        ConsultationWord.AGAINST.value: "",
        ConsultationWord.POINTS.value: lines_of(rows),
        ConsultationWord.UNIT.value: "石桥村民委员会",
    }

    sheet = posted_sheet(fields)

    assert rows_of("") == ()
    assert [box.label for box in sheet.boxes] == ["议题", "赞成的意见"]
    assert [table.rows for table in sheet.tables] == [(("1", "划停车线 12 个", "村委会", "2026年11月20日"),)]
