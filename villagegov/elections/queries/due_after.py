"""What is due after posted results: for the unit, and for the township above it."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import contains_eager

from villagegov.accounts.queries import within
from villagegov.divisions.models import Division
from villagegov.due import Due
from villagegov.elections.models import Election, Filing, Round
from villagegov.elections.queries.afterwards import after_of_many
from villagegov.elections.queries.facts import facts_of_many
from villagegov.elections.queries.filing import result_days
from villagegov.elections.rules.afterwards import AfterFacts, deadline_after
from villagegov.elections.rules.law import law_of
from villagegov.elections.vocabulary import Stage
from villagegov.elections.vocabulary.filing import AFTERWARDS, After
from villagegov.extensions import db

#: A start page shows the nearest.
MOST = 200
#: Step → the page where it is taken.
PAGES = {After.FILING: "elections.filing", After.CERTIFICATES: "elections.filing"}


def due_of_unit(scope: list[Division], today: date) -> list[Due]:
    """What the units in `scope` have to do after their posted results, the most urgent first."""
    return _due(scope, today, _of_unit)


def due_of_township(scope: list[Division], today: date) -> list[Due]:
    """What waits for the officials of `scope`: filings to be accepted, certificates to be issued."""
    return _due(scope, today, _of_township)


def _of_unit(facts: AfterFacts) -> list[After]:
    return [] if facts.sent else [After.FILING]


def _of_township(facts: AfterFacts) -> list[After]:
    if facts.accepted_on is not None:
        return [After.CERTIFICATES] if facts.certified_on is None else []
    return [After.FILING] if facts.sent else []


def _due(scope: list[Division], today: date, steps_of: Callable[[AfterFacts], list[After]]) -> list[Due]:
    elections = _open(scope, today)
    known, posted = after_of_many(one.id for one in elections), result_days(elections)
    items = [
        Due(
            one.unit.name,
            step.label,
            deadline_after(step, posted[one.id], law_of(one)),
            AFTERWARDS[step],
            PAGES[step],
            {"election_id": one.id},
        )
        for one in elections
        for step in steps_of(known.get(one.id, AfterFacts()))
    ]
    return sorted(items, key=lambda due: due.by)


def _open(scope: list[Division], today: date) -> list[Election]:
    """Elections with a posted result that is decided and not settled in every way; the earliest first."""
    query = select(Election).join(Election.unit).join(Election.round).outerjoin(Filing)
    query = query.where(within(Division.path, scope), Round.practice.is_(False), Election.result_notice_id.is_not(None))
    query = query.where(Election.polling_day > date(today.year - 1, 1, 1))
    query = query.where(or_(Filing.id.is_(None), Filing.certified_on.is_(None)))
    query = query.options(contains_eager(Election.unit), contains_eager(Election.round))
    found = list(db.session.scalars(query.order_by(Election.polling_day, Election.id).limit(MOST)))
    facts = facts_of_many(found)
    return [one for one in found if facts[one.id].status is Stage.DECIDED]
