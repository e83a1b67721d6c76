"""What every step asks first: whose turn it is, whether the day fits, whether anything personal would be read."""

from collections.abc import Mapping
from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.consultation.models import Topic
from villagegov.consultation.queries.topics import facts_of
from villagegov.consultation.rules.steps import ENDED, last_step, missing_before, next_step, state_of
from villagegov.consultation.vocabulary import ConsultationReason, ConsultationTag, Step
from villagegov.deadlines import in_words
from villagegov.privacy import find_personal_numbers
from villagegov.refusal import Refusal, refuse, refuse_all, refuse_if
from villagegov.vocabulary import LazyString


def refuse_unless_turn(topic: Topic, step: Step) -> bool:
    """Whether `step` was done and may be put right, as nothing follows from it.

    Raises Refusal(STEP_MISSING) naming the step that comes first (C-06); STEP_DONE or NO_STEP when it is over.
    """
    facts = facts_of(topic)
    state = state_of(facts)
    if next_step(state) is step:
        return False
    newest, missing = last_step(facts), missing_before(step, state)
    if newest is not step:
        refuse_if(missing is not None, ConsultationReason.STEP_MISSING, step=missing.label if missing else "")
        refuse_if(newest is None or state in ENDED, ConsultationReason.NO_STEP, state=state.label)
        refuse(ConsultationReason.STEP_DONE, step=newest.label if newest else "")
    return True


def refuse_out_of_turn(topic: Topic, step: Step, reason: str) -> bool:
    """Whether this is a correction; one without a reason is refused (WHY)."""
    correcting = refuse_unless_turn(topic, step)
    refuse_if(correcting and not reason.strip(), ConsultationReason.WHY, "reason")
    return correcting


def refuse_personal(words: Mapping[str, str]) -> None:
    """P-11: numbers of persons in what others will read, each at its field, all of them in one answer."""
    refuse_all(
        [
            Refusal(found.reason, name, line=found.line, masked=found.masked)
            for name, text in words.items()
            for found in find_personal_numbers(text)[:1]
        ]
    )


def refuse_day(field: str, day: date, *, since: date | None, what: LazyString) -> None:
    """A day that was: not in the future, not before what came first."""
    refuse_if(day > clock.today(), ConsultationReason.IN_FUTURE, field)
    early = since is not None and day < since
    refuse_if(early, ConsultationReason.BEFORE, field, what=what, day=in_words(since) if since else "")


def note_step(
    *,
    topic: Topic,
    tag: ConsultationTag,
    actor: Account,
    after: Mapping[str, object],
    before: Mapping[str, object] | None = None,
    reason: str = "",
) -> None:
    """One entry; a correction tells what stood before and why it was changed."""
    told = {key: value for key, value in after.items() if value not in ("", None)}
    if before is None:
        record(tag, subject=topic, actor=actor, place_id=topic.unit_id, after=told)
        return
    stood = {key: value for key, value in before.items() if value not in ("", None)}
    told["reason"] = reason.strip()
    tag = tag if tag is ConsultationTag.NOTICE_CORRECTED else ConsultationTag.CORRECTED
    record(tag, subject=topic, actor=actor, place_id=topic.unit_id, before=stood, after=told)
