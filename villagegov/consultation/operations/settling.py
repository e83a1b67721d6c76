"""What a consultation came to, what a meeting decided, and how far it is carried out (C-06 to C-08, C-10)."""

from collections.abc import Sequence
from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.bodies.models import Decision
from villagegov.bodies.queries.meetings import quorum, verdict
from villagegov.bodies.vocabulary import Verdict
from villagegov.consultation.models import Point, Report, Topic
from villagegov.consultation.operations.steps import note_step, refuse_day, refuse_out_of_turn, refuse_personal
from villagegov.consultation.queries.topics import DECIDING, facts_of, state_on
from villagegov.consultation.rules.entries import Agreed, Conclusion
from villagegov.consultation.rules.steps import may_report
from villagegov.consultation.vocabulary import ConsultationReason, ConsultationTag, Outcome, Step
from villagegov.deadlines import in_words
from villagegov.extensions import db
from villagegov.refusal import refuse, refuse_if

R = ConsultationReason


def conclude(*, topic: Topic, facts: Conclusion, reason: str = "", actor: Account) -> None:
    """Note what it came to; what was agreed with who, what, by when (C-08).

    Raises Refusal(STEP_MISSING, WHY, NO_REASON, NO_POINTS, POINTS_WITHOUT, POINT_EARLY, PERSONAL).
    """
    correcting = refuse_out_of_turn(topic, Step.CONCLUDE, reason)
    refuse_day("concluded_on", facts.concluded_on, since=topic.held_on, what=Step.HOLD.label)
    refuse_if(not facts.outcome_words, R.NO_REASON, "outcome_words")
    refuse_personal({"outcome_words": facts.outcome_words})
    agreed = facts.outcome is Outcome.AGREED
    refuse_if(agreed and not facts.points, R.NO_POINTS, "what_1")
    refuse_if(not agreed and bool(facts.points), R.POINTS_WITHOUT, "what_1")
    before = _told(topic) if correcting else None
    topic.outcome, topic.concluded_on = facts.outcome, facts.concluded_on
    topic.outcome_words = facts.outcome_words
    _agree(topic, facts.points, facts.concluded_on)
    note_step(topic=topic, tag=ConsultationTag.CONCLUDED, actor=actor, after=_told(topic), before=before, reason=reason)


def settle(
    *, topic: Topic, decision: Decision | None, points: Sequence[Agreed], reason: str = "", actor: Account
) -> None:
    """Point to the decision of the villagers' or representatives' meeting it went to (C-07, E-97).

    Raises Refusal(STEP_MISSING, WHY, NO_DECISION, DECISION_…, NO_POINTS, NOT_PASSED_POINTS, POINT_EARLY, PERSONAL).
    """
    correcting = refuse_out_of_turn(topic, Step.SETTLE, reason)
    if decision is None:
        refuse(R.NO_DECISION, "decision")
    passed = _refuse_unfit(topic, decision)
    refuse_personal({"decision": decision.matter})
    refuse_if(passed and not points, R.NO_POINTS, "what_1")
    refuse_if(not passed and bool(points), R.NOT_PASSED_POINTS, "what_1")
    before = _told(topic) if correcting else None
    topic.decision, topic.decision_passed = decision, passed
    _agree(topic, points, decision.meeting.held_on)
    note_step(topic=topic, tag=ConsultationTag.SETTLED, actor=actor, after=_told(topic), before=before, reason=reason)


def _refuse_unfit(topic: Topic, decision: Decision) -> bool:
    """Whether it passed, in a meeting that counts."""
    held = decision.meeting
    closed = held.closed_at is not None and held.voided_at is None and decision.votes_for is not None
    fits = held.unit_id == topic.unit_id and held.kind in DECIDING and closed
    refuse_if(not fits, R.DECISION_UNFIT, "decision")
    sent_on = topic.concluded_on
    early = sent_on is not None and held.held_on < sent_on
    day = in_words(sent_on) if sent_on else ""
    refuse_if(early, R.DECISION_EARLY, "decision", held=in_words(held.held_on), day=day)
    found = verdict(decision)
    refuse_if(found is Verdict.NOT_QUORATE, R.DECISION_NOT_HELD, "decision", quorum=quorum(held).words)
    refuse_if(found is Verdict.NOT_STUDIED, R.DECISION_NOT_STUDIED, "decision")
    return found is Verdict.PASSED


def _agree(topic: Topic, points: Sequence[Agreed], since: date) -> None:
    for at, one in enumerate(points, 1):
        refuse_if(one.due_on < since, R.POINT_EARLY, f"due_{at}", day=in_words(since))
        refuse_personal({f"what_{at}": one.what, f"who_{at}": one.who})
    for row in list(topic.points):
        db.session.delete(row)
    db.session.flush()
    db.session.add_all(
        Point(topic_id=topic.id, number=at, what=one.what, who=one.who, due_on=one.due_on)
        for at, one in enumerate(points, 1)
    )
    db.session.flush()
    db.session.refresh(topic, ["points"])
    topic.touch()


def report(*, point: Point, words: str, reported_on: date, done: bool, actor: Account) -> Report:
    """Note how far an agreed point is; the newest report says whether it is done.

    Raises Refusal(STEP_MISSING, POINT_POSTED, PERSONAL).
    """
    topic = point.topic
    refuse_if(topic.done_notice_id is not None, R.POINT_POSTED)
    refuse_if(not may_report(facts_of(topic)), R.NO_STEP, state=state_on(topic).label)
    newest = point.reports[-1].reported_on if point.reports else topic.concluded_on
    refuse_day(
        "reported_on", reported_on, since=newest, what=Step.REPORT.label if point.reports else Step.CONCLUDE.label
    )
    refuse_personal({"words": words})
    made = Report(
        point=point,
        reported_on=reported_on,
        words=words,
        done=done,
        entered_at=clock.now(),
        entered_by_id=actor.id,
        entered_by_name=actor.name,
    )
    db.session.add(made)
    point.done_on = reported_on if done else None
    topic.touch()
    db.session.flush()
    after = {"point": point.what, "report": words, "reported_on": reported_on, "point_done": done}
    note_step(topic=topic, tag=ConsultationTag.REPORTED, actor=actor, after=after)
    return made


def _told(topic: Topic) -> dict[str, object]:
    points = [f"{one.what}（{one.who}，{one.due_on.isoformat()}）" for one in topic.points]
    return {
        "outcome": topic.outcome,
        "concluded_on": topic.concluded_on,
        "outcome_words": topic.outcome_words,
        "decided_matter": topic.decision.matter if topic.decision is not None else "",
        "points": points or "",
    }
