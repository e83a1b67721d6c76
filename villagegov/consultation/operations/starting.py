"""A topic is brought in, taken up or refused, or taken back (C-03, C-04)."""

from dataclasses import asdict

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.consultation.models import Topic
from villagegov.consultation.operations.steps import note_step, refuse_day, refuse_out_of_turn, refuse_personal
from villagegov.consultation.queries.topics import facts_of, kind_of, next_number, state_on
from villagegov.consultation.rules.entries import Acceptance, Proposal
from villagegov.consultation.rules.starting import NAMED, START_SHARES, backing_of, duty_on, must_consult
from villagegov.consultation.rules.steps import ENDED, may_withdraw, state_of
from villagegov.consultation.vocabulary import ConsultationReason, ConsultationTag, Starter, Step, Venue
from villagegov.deadlines import in_words
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.refusal import refuse_if
from villagegov.vocabulary import _l

R = ConsultationReason
_SHARES = {Starter.VILLAGERS: _l("十分之一"), Starter.REPRESENTATIVES: _l("五分之一")}
#: What is empty until its step.
_LATER = (
    "venue_words",
    "invited",
    "refuse_reason",
    "withdraw_reason",
    "notice_words",
    "meet_time",
    "meet_place",
    "take_part",
    "held_place",
    "chaired_by",
    "participant_names",
    "said_for",
    "said_against",
    "said_other",
    "outcome_words",
)


def propose(*, unit: Division, facts: Proposal, actor: Account) -> Topic:
    """Enter a topic that was brought in. Raises Refusal(NO_SUPPORTERS, OVER_BASE, TOO_FEW, NO_STARTER, PERSONAL)."""
    _refuse_proposal(facts)
    topic = Topic(
        unit=unit,
        unit_id=unit.id,
        number=next_number(unit),
        entered_at=clock.now(),
        entered_by_id=actor.id,
        entered_by_name=actor.name,
        **dict.fromkeys(_LATER, ""),
        **asdict(facts),
    )
    db.session.add(topic)
    db.session.flush()
    note_step(topic=topic, tag=ConsultationTag.PROPOSED, actor=actor, after=_told(topic))
    return topic


def change_proposal(*, topic: Topic, facts: Proposal, reason: str, actor: Account) -> None:
    """Put a topic right that nobody has taken up yet. Raises Refusal(STEP_DONE, WHY) and those of `propose`."""
    refuse_out_of_turn(topic, Step.PROPOSE, reason)
    _refuse_proposal(facts)
    before = _told(topic)
    for name, value in asdict(facts).items():
        setattr(topic, name, value)
    note_step(topic=topic, tag=ConsultationTag.PROPOSED, actor=actor, after=_told(topic), before=before, reason=reason)


def _refuse_proposal(facts: Proposal) -> None:
    refuse_day("proposed_on", facts.proposed_on, since=None, what=Step.PROPOSE.label)
    refuse_if(facts.starter in NAMED and not facts.started_by, R.NO_STARTER, "started_by")
    refuse_personal({"title": facts.title, "about": facts.about, "started_by": facts.started_by})
    if facts.starter not in START_SHARES:
        return
    have, base = facts.supporters or 0, facts.supporters_of or 0
    refuse_if(not have or not base, R.NO_SUPPORTERS, "supporters")
    refuse_if(have > base, R.OVER_BASE, "supporters", have=have, base=base)
    backing = backing_of(starter=facts.starter, have=have, base=base)
    few = backing is not None and not backing.enough
    needed, share = backing.needed if backing else 0, _SHARES[facts.starter]
    refuse_if(few, R.TOO_FEW, "supporters", have=have, base=base, needed=needed, share=share)


def accept(*, topic: Topic, facts: Acceptance, reason: str = "", actor: Account) -> None:
    """Take the topic up with venue, people and day, or refuse it with the reason.

    Raises Refusal(STEP_DONE, WHY, VITAL, NO_REASON, NO_VENUE, VENUE_WORDS, NO_INVITED, NO_PLAN, PERSONAL).
    """
    correcting = refuse_out_of_turn(topic, Step.ACCEPT, reason)
    refuse_day("decided_on", facts.decided_on, since=topic.proposed_on, what=Step.PROPOSE.label)
    before = _told_acceptance(topic) if correcting else None
    if facts.accepted:
        _take_up(topic, facts)
    else:
        _turn_down(topic, facts)
    tag = ConsultationTag.ACCEPTED if facts.accepted else ConsultationTag.REFUSED
    note_step(topic=topic, tag=tag, actor=actor, after=_told_acceptance(topic), before=before, reason=reason)


def _take_up(topic: Topic, facts: Acceptance) -> None:
    refuse_if(facts.venue is None, R.NO_VENUE, "venue")
    other = facts.venue is Venue.OTHER
    refuse_if(other and not facts.venue_words, R.VENUE_WORDS, "venue_words")
    refuse_if(not facts.invited, R.NO_INVITED, "invited")
    refuse_if(facts.planned_on is None, R.NO_PLAN, "planned_on")
    early = facts.planned_on is not None and facts.planned_on < facts.decided_on
    refuse_if(early, R.BEFORE, "planned_on", what=Step.ACCEPT.label, day=in_words(facts.decided_on))
    refuse_personal({"venue_words": facts.venue_words, "invited": facts.invited})
    topic.accepted_on, topic.venue, topic.invited = facts.decided_on, facts.venue, facts.invited
    topic.venue_words, topic.planned_on = facts.venue_words if other else "", facts.planned_on
    topic.refused_on, topic.refuse_reason = None, ""


def _turn_down(topic: Topic, facts: Acceptance) -> None:
    committee = kind_of(topic.unit)
    duty = duty_on(committee=committee, day=facts.decided_on)
    must = must_consult(vital=topic.vital, committee=committee, day=facts.decided_on)
    refuse_if(must, R.VITAL, "accepted", article=duty.label if duty else "")
    refuse_if(not facts.refuse_reason, R.NO_REASON, "refuse_reason")
    refuse_personal({"refuse_reason": facts.refuse_reason})
    topic.refused_on, topic.refuse_reason = facts.decided_on, facts.refuse_reason
    topic.accepted_on = topic.venue = topic.planned_on = None
    topic.venue_words = topic.invited = ""


def withdraw(*, topic: Topic, reason: str, actor: Account) -> None:
    """Whoever started it takes it back before anything is settled. Raises Refusal(TOO_FAR, WITHDRAWN_ALREADY)."""
    state = state_on(topic)
    refuse_if(state in ENDED, R.WITHDRAWN_ALREADY)
    refuse_if(not may_withdraw(state_of(facts_of(topic))), R.TOO_FAR)
    refuse_if(not reason.strip(), R.NO_REASON, "reason")
    refuse_personal({"reason": reason})
    topic.withdrawn_on, topic.withdraw_reason = clock.today(), reason.strip()
    note_step(topic=topic, tag=ConsultationTag.WITHDRAWN, actor=actor, after={"reason": topic.withdraw_reason})


def _told(topic: Topic) -> dict[str, object]:
    return {
        "topic_title": topic.title,
        "topic_about": topic.about,
        "topic_tag": topic.tag,
        "topic_vital": topic.vital,
        "starter": topic.starter,
        "started_by": topic.started_by,
        "supporters": topic.supporters,
        "supporters_of": topic.supporters_of,
        "proposed_on": topic.proposed_on,
    }


def _told_acceptance(topic: Topic) -> dict[str, object]:
    if topic.refused_on is not None:
        return {"accepted_on": topic.refused_on, "refuse_reason": topic.refuse_reason}
    return {
        "accepted_on": topic.accepted_on,
        "venue": topic.venue,
        "venue_words": topic.venue_words,
        "invited": topic.invited,
        "planned_on": topic.planned_on,
    }
