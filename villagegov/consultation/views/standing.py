"""What the page of a topic shows: how far it is, the one step that comes next, what may be put right."""

from datetime import date

from flask import request, url_for

import villagegov.clock as clock
from villagegov.consultation.models import Topic
from villagegov.consultation.operations.steps import refuse_unless_turn
from villagegov.consultation.queries.due import waiting_of
from villagegov.consultation.queries.topics import facts_of, kind_of, state_on
from villagegov.consultation.rules.starting import duty_on, touches_owners
from villagegov.consultation.rules.steps import last_step, may_report, may_withdraw, next_step, state_of
from villagegov.consultation.vocabulary import PROPERTY_WARNING, Outcome, State, Step
from villagegov.deadlines import in_words
from villagegov.vocabulary import LazyString, _l

#: Step → the page on which it is done; points are reported on one by one.
PAGES = {
    Step.PROPOSE: "consultation.change_proposal",
    Step.ACCEPT: "consultation.accept",
    Step.NOTICE: "consultation.notify",
    Step.HOLD: "consultation.hold",
    Step.CONCLUDE: "consultation.conclude",
    Step.SETTLE: "consultation.settle",
    Step.POST_RESULT: "consultation.post_result",
    Step.POST_DONE: "consultation.post_done",
}
TONES = {
    State.POSTED: "good",
    State.REFUSED: "",
    State.WITHDRAWN: "",
    State.NOT_AGREED: "warn",
    State.TO_MEETING: "warn",
}


def corrects(topic: Topic, step: Step) -> bool:
    """Whether the page of `step` puts it right; opened before its turn it says which step is missing (C-06)."""
    if request.method in {"GET", "HEAD"}:
        return refuse_unless_turn(topic, step)
    return last_step(facts_of(topic)) is step


def standing_of(topic: Topic) -> dict[str, object]:
    """State, steps, what is late."""
    facts, today = facts_of(topic), clock.today()
    state = state_of(facts)
    duty = duty_on(committee=kind_of(topic.unit), day=topic.proposed_on)
    return {
        "topic": topic,
        "state": state,
        "tone": tone_of(state),
        "steps": [_row(topic, step) for step in _steps(topic)],
        "newest": last_step(facts),
        "pages": PAGES,
        "waiting": waiting_of(topic),
        "today": today,
        "duty": duty.label if duty is not None and topic.vital else "",
        "owners": touches_owners(topic.tag),
        "warning": PROPERTY_WARNING,
        "may_withdraw": may_withdraw(state),
        "may_report": may_report(facts),
    }


def tone_of(state: State) -> str:
    """How its tag looks."""
    return TONES.get(state, "now")


def _steps(topic: Topic) -> list[Step]:
    """The steps this topic takes: a meeting only where it was sent to one, nothing to carry out without agreement."""
    facts = facts_of(topic)
    dropped = set() if facts.outcome is Outcome.TO_MEETING else {Step.SETTLE}
    if facts.agreed is False:
        dropped |= {Step.REPORT, Step.POST_DONE}
    if facts.refused or facts.withdrawn:
        return [step for step in Step if _done_on(topic, step)]
    return [step for step in Step if step not in dropped]


def _row(topic: Topic, step: Step) -> dict[str, object]:
    waits = next_step(state_on(topic))
    order = list(Step)
    done = waits is None or order.index(step) < order.index(waits)
    is_next = waits is step
    endpoint = PAGES.get(step)
    found = waiting_of(topic)
    note = _note(topic, step) if done else found[0].deadline.words if is_next and len(found) == 1 else ""
    return {
        "name": step.label,
        "state": _l("已办") if done else _l("还没有"),
        "tone": "good" if done else "",
        "note": note,
        "is_next": is_next,
        "url": url_for(endpoint, topic_id=topic.id) if is_next and endpoint else "",
    }


def _note(topic: Topic, step: Step) -> LazyString | str:
    day = _done_on(topic, step)
    return in_words(day) if day else ""


def _done_on(topic: Topic, step: Step) -> date | None:
    settled = topic.decision.meeting.held_on if topic.decision is not None else None
    return {
        Step.PROPOSE: topic.proposed_on,
        Step.ACCEPT: topic.accepted_on or topic.refused_on,
        Step.NOTICE: topic.noticed_on,
        Step.HOLD: topic.held_on,
        Step.CONCLUDE: topic.concluded_on,
        Step.SETTLE: settled,
        Step.POST_RESULT: clock.day_of(topic.result_notice.current.posted_at) if topic.result_notice else None,
        Step.POST_DONE: clock.day_of(topic.done_notice.current.posted_at) if topic.done_notice else None,
    }.get(step)
