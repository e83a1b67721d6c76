"""Topics as they are kept: each step in its turn, put right with a reason, settled by a meeting, posted, due."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from tests.builders.accounts import account
from tests.builders.consultation import acceptance, ago, conclusion, notification, points, proposal, talk, talked
from tests.builders.divisions import division_tree
from tests.builders.meetings import held
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.audit.models import AuditEntry
from villagegov.bodies.models import Meeting
from villagegov.bodies.vocabulary import MeetingKind
from villagegov.consultation.models import Topic
from villagegov.consultation.operations import posting, settling, starting, talking
from villagegov.consultation.queries.due import due_items
from villagegov.consultation.queries.topics import condition_of, facts_of, rests_a_topic_on, state_on, topics_of_notices
from villagegov.consultation.rules.entries import Wording
from villagegov.consultation.rules.steps import last_step
from villagegov.consultation.vocabulary import (
    ConsultationReason,
    ConsultationTag,
    NoticePart,
    Outcome,
    Starter,
    State,
    Step,
    Tag,
)
from villagegov.disclosure.queries.expected import expected_of_many
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.notices import queries as notices
from villagegov.notices.vocabulary import NoticeReason
from villagegov.refusal import Refusal
from villagegov.transaction import transaction
from villagegov.web.reader import in_chinese

R = ConsultationReason


@pytest.fixture
def village(app: Flask) -> Division:
    """One village."""
    return division_tree().village


@pytest.fixture
def clerk(village: Division) -> Account:
    """Its clerk."""
    return account(role=Role.CLERK, division=village, name="李秀兰")


def refused(act: Callable[[], object]) -> Refusal:
    """Why this act is refused."""
    with pytest.raises(Refusal) as caught, transaction():
        act()
    return caught.value


def test_every_state_is_found_by_the_list_as_the_rules_compute_it(village: Division, clerk: Account) -> None:
    made = {
        State.PROPOSED: talked(unit=village, until=Step.PROPOSE, clerk=clerk),
        State.ACCEPTED: talked(unit=village, until=Step.ACCEPT, clerk=clerk),
        State.NOTICED: talked(unit=village, until=Step.NOTICE, clerk=clerk),
        State.HELD: talked(unit=village, until=Step.HOLD, clerk=clerk),
        State.AGREED: talked(unit=village, until=Step.CONCLUDE, clerk=clerk),
        State.NOT_AGREED: talked(unit=village, until=Step.CONCLUDE, outcome=Outcome.NOT_AGREED, clerk=clerk),
        State.TO_MEETING: talked(unit=village, until=Step.CONCLUDE, outcome=Outcome.TO_MEETING, clerk=clerk),
        State.DOING: talked(unit=village, until=Step.POST_RESULT, clerk=clerk),
        State.POSTED: talked(unit=village, until=Step.POST_DONE, clerk=clerk),
        State.REFUSED: talked(unit=village, until=Step.PROPOSE, vital=False, clerk=clerk),
        State.WITHDRAWN: talked(unit=village, until=Step.NOTICE, clerk=clerk),
        State.DONE: talked(unit=village, until=Step.POST_RESULT, clerk=clerk),
    }
    with transaction():
        starting.accept(topic=made[State.REFUSED], facts=acceptance(accepted=False), actor=clerk)
        starting.withdraw(topic=made[State.WITHDRAWN], reason="提出的人改了主意", actor=clerk)
        for point in made[State.DONE].points:
            settling.report(point=point, words="好了", reported_on=clock.today(), done=True, actor=clerk)

    found = {state: [one.id for one in db.session.query(Topic).filter(condition_of(state))] for state in State}

    assert {state: state_on(one) for state, one in made.items()} == {state: state for state in State}
    assert found == {state: [one.id] for state, one in made.items()}


def test_too_few_signatures_are_refused_with_the_sum_c04(village: Division, clerk: Account) -> None:
    few = replace(proposal(starter=Starter.VILLAGERS), supporters=99, supporters_of=1000)

    why = refused(lambda: starting.propose(unit=village, facts=few, actor=clerk))

    assert why.reason is R.TOO_FEW
    assert why.sentence == "联名 99 人，不到十分之一：总数 1000 人，至少要 100 人。"


def test_what_touches_vital_interests_is_not_declined_and_other_matters_are_with_a_reason_c03(
    village: Division, clerk: Account
) -> None:
    vital = talked(unit=village, until=Step.PROPOSE, clerk=clerk)
    other = talked(unit=village, until=Step.PROPOSE, vital=False, clerk=clerk)
    silent = replace(acceptance(accepted=False), refuse_reason="")

    assert (
        refused(lambda: starting.accept(topic=vital, facts=acceptance(accepted=False), actor=clerk)).reason is R.VITAL
    )
    assert refused(lambda: starting.accept(topic=other, facts=silent, actor=clerk)).reason is R.NO_REASON


def test_a_step_waits_for_its_turn_and_is_put_right_only_with_a_reason_while_nothing_follows_c06(
    village: Division, clerk: Account
) -> None:
    topic = talked(unit=village, until=Step.ACCEPT, clerk=clerk)

    early = refused(lambda: talking.hold(topic=topic, facts=talk(), actor=clerk))
    late_notice = replace(notification(), meet_on=ago(Step.NOTICE) + timedelta(days=2))
    late = refused(lambda: talking.notify(topic=topic, facts=late_notice, actor=clerk))
    with transaction():
        talking.notify(topic=topic, facts=notification(), actor=clerk)
    over = refused(lambda: starting.accept(topic=topic, facts=acceptance(), actor=clerk))
    mute = refused(lambda: talking.notify(topic=topic, facts=notification(), actor=clerk))
    with transaction():
        moved = replace(notification(), meet_place="小学")
        talking.notify(topic=topic, facts=moved, reason="文化楼停电", actor=clerk)

    assert (early.reason, str(early.values["step"])) == (R.STEP_MISSING, "通知内容和材料")
    assert (late.reason, late.field) == (R.TOO_LATE, "meet_on")
    assert over.reason is R.STEP_DONE
    assert mute.reason is R.WHY
    assert topic.meet_place == "小学"
    entry = db.session.query(AuditEntry).filter_by(tag=ConsultationTag.CORRECTED.value).one()
    told = json.loads(entry.details)
    assert (told["before"]["meet_place"], told["after"]["reason"]) == ("文化楼", "文化楼停电")


def test_agreement_needs_who_what_and_by_when_and_no_agreement_its_reason_c08_c10(
    village: Division, clerk: Account
) -> None:
    topic = talked(unit=village, until=Step.HOLD, clerk=clerk)
    empty = replace(conclusion(), points=[])
    past = replace(conclusion(), points=[replace(points()[0], due_on=ago(Step.HOLD))])
    mute = replace(conclusion(outcome=Outcome.NOT_AGREED), outcome_words="")
    phone = replace(conclusion(), outcome_words="找 13800138000")

    answers = [
        refused(lambda one=one: settling.conclude(topic=topic, facts=one, actor=clerk))  # type: ignore[misc]
        for one in (empty, past, mute, phone)
    ]

    assert [one.reason.value for one in answers[:3]] == [R.NO_POINTS, R.POINT_EARLY, R.NO_REASON]
    assert answers[3].field == "outcome_words"


def test_a_matter_sent_to_a_meeting_is_settled_by_its_decision_with_its_quorum_c07(
    village: Division, clerk: Account
) -> None:
    topic = talked(unit=village, until=Step.CONCLUDE, outcome=Outcome.TO_MEETING, clerk=clerk)
    assembly = MeetingKind.ASSEMBLY
    joint = held(unit=village, actor=clerk)
    thin = held(unit=village, kind=assembly, entitled=100, present=50, actor=clerk)
    full = held(unit=village, kind=assembly, entitled=100, present=51, actor=clerk)

    def settle(meeting: Meeting) -> None:
        settling.settle(topic=topic, decision=meeting.decisions[0], points=points()[1:], actor=clerk)

    wrong_kind, thin_one = refused(lambda: settle(joint)), refused(lambda: settle(thin))
    with transaction():
        settle(full)

    assert wrong_kind.reason is R.DECISION_UNFIT
    assert thin_one.reason is R.DECISION_NOT_HELD
    assert "50" in thin_one.sentence
    assert (topic.decision_passed, state_on(topic)) == (True, State.AGREED)
    assert rests_a_topic_on([full.decisions[0].id])


def test_what_the_meeting_turned_down_is_posted_without_points_c07_c10(village: Division, clerk: Account) -> None:
    topic = talked(unit=village, until=Step.CONCLUDE, outcome=Outcome.TO_MEETING, clerk=clerk)
    down = held(unit=village, kind=MeetingKind.ASSEMBLY, entitled=100, present=60, votes_for=30, actor=clerk)

    with transaction(), in_chinese():
        settling.settle(topic=topic, decision=down.decisions[0], points=[], actor=clerk)
        notice = posting.post(topic=topic, part=NoticePart.RESULT, actor=clerk)

    assert state_on(topic) is State.POSTED
    assert "没有通过" in notices.values_of(notice.current)["decision"]


def test_result_and_carrying_out_become_two_notices_whose_fingerprints_hold_c09(
    village: Division, clerk: Account
) -> None:
    topic = talked(unit=village, until=Step.POST_DONE, tag=Tag.LIFT, clerk=clerk)
    assert topic.result_notice is not None
    assert topic.done_notice is not None

    first, second = topic.result_notice.current, topic.done_notice.current

    assert notices.is_unaltered(first)
    assert notices.is_unaltered(second)
    assert "第278条" in notices.values_of(first)["caution"]
    assert "曾庆生" not in "".join(notices.values_of(first).values())
    assert "办好了" in notices.values_of(second)["points"]
    found = topics_of_notices([topic.result_notice.id, topic.done_notice.id])
    assert [one.part for one in found.values()] == [NoticePart.RESULT, NoticePart.DONE]


def test_the_newest_report_says_whether_a_point_is_done_and_each_open_point_is_due_c08(
    village: Division, clerk: Account
) -> None:
    topic = talked(unit=village, until=Step.POST_RESULT, clerk=clerk)
    first, second = topic.points
    with transaction():
        for point, done in ((first, True), (first, False), (second, True)):
            settling.report(point=point, words="看过了", reported_on=clock.today(), done=done, actor=clerk)

    due = due_items([village], clock.today())

    assert [one.done_on is None for one in (first, second)] == [True, False]
    assert [(one.by, str(one.what)) for one in due] == [
        (first.due_on, "协商“村口停车怎样划线”：划停车线 12 个（村委会）")
    ]
    assert due[0].is_late(clock.today())


def test_nobody_withdraws_what_was_settled(village: Division, clerk: Account) -> None:
    settled = talked(unit=village, until=Step.CONCLUDE, clerk=clerk)

    assert refused(lambda: starting.withdraw(topic=settled, reason="算了", actor=clerk)).reason is R.TOO_FAR


def test_what_was_settled_and_is_not_posted_stands_among_what_the_unit_has_to_post_cw03(
    village: Division, clerk: Account
) -> None:
    topic = talked(unit=village, until=Step.CONCLUDE, clerk=clerk)
    talked(unit=village, until=Step.POST_RESULT, clerk=clerk)

    missing = expected_of_many([village], clock.today())[village.id]

    assert [one.event.topic_id for one in missing if one.event is not None] == [topic.id]
    assert missing[0].deadline.last == ago(Step.CONCLUDE) + timedelta(days=5)


def test_a_posted_notice_is_worded_anew_as_a_next_version_with_its_reason_d11(
    village: Division, clerk: Account
) -> None:
    topic = talked(unit=village, until=Step.POST_DONE, clerk=clerk)
    words = Wording(said_for="好停车。", said_against="", said_other="", outcome_words="同意划线。")

    mute = refused(lambda: posting.correct_posted(topic=topic, words=words, reason=" ", actor=clerk))
    with transaction(), in_chinese():
        made = posting.correct_posted(topic=topic, words=words, reason="漏了字", actor=clerk)
    same = refused(lambda: posting.correct_posted(topic=topic, words=words, reason="再改", actor=clerk))

    assert (mute.reason, same.reason) == (NoticeReason.NO_REASON, NoticeReason.UNCHANGED)
    assert [(one.version_number, one.reason, notices.is_unaltered(one)) for one in made] == [(2, "漏了字", True)] * 2
    assert topic.result_notice is not None
    first, second = (notices.values_of(one) for one in topic.result_notice.versions)
    assert (first["outcome_words"], second["outcome_words"]) == ("同意划线，晒场不动。", "同意划线。")
    assert (first["points"], first["dated"]) == (second["points"], second["dated"])
    assert last_step(facts_of(topic)) is None
