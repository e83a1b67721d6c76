"""People are told what is to be talked over, and they meet (C-05, C-06)."""

from dataclasses import asdict

from villagegov.accounts.models import Account
from villagegov.consultation.models import Participation, Topic
from villagegov.consultation.operations.steps import note_step, refuse_day, refuse_out_of_turn, refuse_personal
from villagegov.consultation.rules.due import NOTICE_DAYS, is_in_time, notice_deadline
from villagegov.consultation.rules.entries import Notification, Talk
from villagegov.consultation.vocabulary import ConsultationReason, ConsultationTag, Step
from villagegov.extensions import db
from villagegov.refusal import refuse_if

R = ConsultationReason
_NOTICED = ("noticed_on", "notice_words", "meet_on", "meet_time", "meet_place", "take_part")
_SAID = ("said_for", "said_against", "said_other")


def notify(*, topic: Topic, facts: Notification, reason: str = "", actor: Account) -> None:
    """Note what people were told, where and when they meet. Raises Refusal(STEP_MISSING, WHY, TOO_LATE, PERSONAL)."""
    correcting = refuse_out_of_turn(topic, Step.NOTICE, reason)
    refuse_day("noticed_on", facts.noticed_on, since=topic.accepted_on, what=Step.ACCEPT.label)
    late = not is_in_time(noticed_on=facts.noticed_on, meet_on=facts.meet_on)
    counted = notice_deadline(facts.meet_on).words
    refuse_if(late, R.TOO_LATE, "meet_on", days=NOTICE_DAYS, sum=counted)
    refuse_personal({name: str(value) for name, value in asdict(facts).items() if isinstance(value, str)})
    before = {name: getattr(topic, name) for name in _NOTICED} if correcting else None
    for name, value in asdict(facts).items():
        setattr(topic, name, value)
    after = {name: getattr(topic, name) for name in _NOTICED}
    note_step(topic=topic, tag=ConsultationTag.NOTICED, actor=actor, after=after, before=before, reason=reason)


def hold(*, topic: Topic, facts: Talk, reason: str = "", actor: Account) -> None:
    """Note who came in which role and what was said; not earlier than the notice allows.

    Raises Refusal(STEP_MISSING, WHY, TOO_LATE, NOBODY, NO_OPINIONS, PERSONAL).
    """
    correcting = refuse_out_of_turn(topic, Step.HOLD, reason)
    refuse_day("held_on", facts.held_on, since=topic.noticed_on, what=Step.NOTICE.label)
    early = topic.noticed_on is not None and not is_in_time(noticed_on=topic.noticed_on, meet_on=facts.held_on)
    refuse_if(early, R.TOO_LATE, "held_on", days=NOTICE_DAYS, sum=notice_deadline(facts.held_on).words)
    refuse_if(not any(facts.people.values()), R.NOBODY)
    words = {name: getattr(facts, name) for name in (*_SAID, "held_place", "chaired_by", "participant_names")}
    refuse_if(not any(words[name] for name in _SAID), R.NO_OPINIONS, "said_for")
    refuse_personal(words)
    before = _told(topic) if correcting else None
    topic.held_on = facts.held_on
    for name, value in words.items():
        setattr(topic, name, value)
    _seat(topic, facts)
    note_step(topic=topic, tag=ConsultationTag.HELD, actor=actor, after=_told(topic), before=before, reason=reason)


def _seat(topic: Topic, facts: Talk) -> None:
    for row in list(topic.participations):
        db.session.delete(row)
    db.session.flush()
    rows = [Participation(topic_id=topic.id, part=part, people=people) for part, people in facts.people.items()]
    db.session.add_all([row for row in rows if row.people])
    db.session.flush()
    db.session.refresh(topic, ["participations"])
    topic.touch()


def _told(topic: Topic) -> dict[str, object]:
    return {
        "talked_on": topic.held_on,
        "talk_place": topic.held_place,
        "chaired_by": topic.chaired_by,
        "participants": sum(row.people for row in topic.participations),
        "participant_names": topic.participant_names,
        **{name: getattr(topic, name) for name in _SAID},
    }
