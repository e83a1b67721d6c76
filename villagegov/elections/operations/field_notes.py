"""Noting an observation or an incident, and the township's answer."""

from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections.models import Election, FieldNote
from villagegov.elections.vocabulary import Task
from villagegov.elections.vocabulary.field_notes import NoteKind, NoteReason, NoteTag
from villagegov.extensions import db
from villagegov.refusal import refuse_if


def note(
    *,
    election: Election,
    kind: NoteKind,
    who: str,
    organisation: str,
    step: Task,
    found: str,
    noted_on: date,
    hour: str,
    actor: Account,
) -> FieldNote:
    """Keep what was seen (E-12); an incident goes to the township's inbox. Raises Refusal(FUTURE)."""
    refuse_if(noted_on > clock.today(), NoteReason.FUTURE, "noted_on")
    made = FieldNote(
        election=election,
        kind=kind,
        who=who,
        organisation=organisation,
        step=step.value,
        found=found,
        noted_on=noted_on,
        hour=hour,
        entered_at=clock.now(),
        entered_by_name=actor.name,
        answer="",
        answered_by_name="",
    )
    db.session.add(made)
    db.session.flush()
    after = {"note": kind.value, "step": step.value, "noted_on": noted_on}
    record(NoteTag.NOTED, subject=made, actor=actor, place_id=election.unit_id, after=after)
    return made


def answer_incident(*, noted: FieldNote, answer: str, actor: Account) -> None:
    """What the township says to an incident; nothing closes it by silence. Raises Refusal(NO_ANSWER, ANSWERED)."""
    refuse_if(noted.kind is not NoteKind.INCIDENT, NoteReason.NO_ANSWER)
    refuse_if(noted.answered_at is not None, NoteReason.ANSWERED)
    noted.answer, noted.answered_at, noted.answered_by_name = answer, clock.now(), actor.name
    record(NoteTag.ANSWERED, subject=noted, actor=actor, place_id=noted.election.unit_id, after={})
