"""What is due in the elections of an area, and how many stand at which stage."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import select

from villagegov.divisions.models import Division
from villagegov.due import Due
from villagegov.elections.models import CandidateList, Election, Round
from villagegov.elections.queries.chain import is_over
from villagegov.elections.queries.changes import due_changes
from villagegov.elections.queries.facts import facts_of_many
from villagegov.elections.queries.field_notes import due_incidents
from villagegov.elections.queries.objections import due_objections
from villagegov.elections.queries.preparations import due_preparations
from villagegov.elections.queries.setup import elections_in
from villagegov.elections.rules.due import deadline_of
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.tasks import next_task, stage_of
from villagegov.elections.vocabulary import OTHERWISE, Stage
from villagegov.extensions import db

#: A start page shows the nearest; the list of elections shows all.
MOST = 200


def due_items(scope: list[Division], today: date) -> list[Due]:
    """The one next step of each election in `scope`, open objections, half-done changes, lists to be posted.

    The most urgent first; `today` leaves those long over out.
    """
    elections = _current(scope, today)
    facts = facts_of_many(elections)
    items = due_objections(elections) + due_changes(elections) + due_preparations(elections)
    items += due_incidents(scope, today)
    for one in elections:
        task = next_task(facts[one.id])
        if task is not None:
            deadline = deadline_of(task, facts[one.id], law_of(one))
            place = one.unit.name
            items.append(Due(place, task.label, deadline, OTHERWISE[task], "elections.show", {"election_id": one.id}))
    return sorted(items, key=lambda due: due.by)


def _current(scope: list[Division], today: date) -> list[Election]:
    """Elections that are not over and whose polling day is not long over, the earliest first."""
    query = elections_in(scope).where(Election.polling_day > date(today.year - 1, 1, 1))
    query = query.where(~is_over()).order_by(None)
    return list(db.session.scalars(query.order_by(Election.polling_day, Election.id).limit(MOST)))


class Held(NamedTuple):
    """An election as a board names it."""

    round_name: str
    number: int
    polling_day: date
    notice_id: int | None
    #: Whether the final list of candidates was posted.
    candidates: bool


def elections_of(unit: Division) -> list[Held]:
    """All elections of a unit, the newest first; one every few years."""
    candidates = select(CandidateList.id).where(CandidateList.election_id == Election.id).exists()
    query = select(Round.name, Election.number, Election.polling_day, Election.result_notice_id, candidates)
    query = (
        query.join(Election.round)
        .where(Election.unit_id == unit.id, Round.practice.is_(False))
        .order_by(Election.polling_day.desc())
    )
    return [Held(*row) for row in db.session.execute(query)]


def stages_of(elections: Iterable[Election]) -> dict[int, Stage]:
    """Election id → the stage it has reached."""
    return {key: stage_of(facts) for key, facts in facts_of_many(elections).items()}
