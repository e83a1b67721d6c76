"""Observations and incidents: listed, found, and the incidents the township has not answered."""

from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager, joinedload

from villagegov.accounts.queries import within
from villagegov.deadlines import Deadline
from villagegov.divisions.models import Division
from villagegov.due import Due
from villagegov.elections.models import Election, FieldNote, Round
from villagegov.elections.rules.printed import Filling, filling, numerals
from villagegov.elections.vocabulary.field_notes import DUE, OTHERWISE, NoteKind
from villagegov.extensions import db

#: A start page shows the nearest.
MOST = 200
#: So many days after the incident the township answers (design choice).
ANSWER_DAYS = 1


def field_note(note_id: int) -> FieldNote | None:
    """One with its election."""
    return db.session.get(FieldNote, note_id, options=[joinedload(FieldNote.election).joinedload(Election.unit)])


def field_notes_of(found: Election) -> Select[FieldNote]:
    """All of an election, the newest first; to be paged."""
    return select(FieldNote).where(FieldNote.election_id == found.id).order_by(FieldNote.id.desc())


def observations(found: Election) -> list[Filling]:
    """F-34: each observation."""
    query = field_notes_of(found).where(FieldNote.kind == NoteKind.OBSERVATION)
    return [_observation(one) for one in reversed(list(db.session.scalars(query)))]


def _observation(one: FieldNote) -> Filling:
    boxes = {
        "观察人": one.who,
        "单位": one.organisation,
        "选举": f"{one.unit.name}，{one.election.round.name}",
        "环节": str(one.step_label),
        "时间": f"{numerals(one.noted_on)}{one.hour}",
        "观察情况": one.found,
    }
    return filling(boxes=boxes, part=str(one.id), part_name=f"{one.who}，{one.noted_on}", dated=one.noted_on)


def due_incidents(scope: list[Division], today: date) -> list[Due]:
    """Incidents since the beginning of last year that the township has not answered, the oldest first."""
    query = select(FieldNote).join(FieldNote.election).join(Division, Division.id == Election.unit_id)
    query = query.join(Round, Round.id == Election.round_id).where(within(Division.path, scope), ~Round.practice)
    query = query.where(FieldNote.kind == NoteKind.INCIDENT, FieldNote.answered_at.is_(None))
    query = query.where(FieldNote.noted_on >= date(today.year - 1, 1, 1)).order_by(FieldNote.noted_on, FieldNote.id)
    found = db.session.scalars(query.options(contains_eager(FieldNote.election)).limit(MOST))
    return [
        Due(
            one.unit.name,
            DUE,
            Deadline(one.noted_on, ANSWER_DAYS),
            OTHERWISE,
            "elections.field_notes",
            {"election_id": one.election_id},
        )
        for one in found
    ]
