"""What is due after posted results: for the unit, and for the township above it."""

from collections.abc import Callable, Iterator
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import contains_eager

from villagegov.accounts.queries import within
from villagegov.divisions.models import Division
from villagegov.due import Due
from villagegov.elections.models import Archive, Election, Filing, Round
from villagegov.elections.queries.afterwards import after_of_many
from villagegov.elections.queries.facts import facts_of_many
from villagegov.elections.queries.filing import result_days
from villagegov.elections.rules.afterwards import AfterFacts, deadline_after
from villagegov.elections.rules.law import law_of
from villagegov.elections.vocabulary import Stage
from villagegov.elections.vocabulary.filing import ACCEPTING, AFTERWARDS, SEALS_KEPT, After
from villagegov.extensions import db
from villagegov.vocabulary import LazyString

#: A start page shows the nearest.
MOST = 200
#: Step → the page where it is taken.
PAGES = {
    After.FILING: "elections.filing",
    After.CERTIFICATES: "elections.filing",
    After.HANDOVER: "elections.handover",
    After.ARCHIVE: "elections.archive",
}


Wanted = Iterator[tuple[After, LazyString]]


def due_of_unit(scope: list[Division], today: date) -> list[Due]:
    """What the units in `scope` have to do after their posted results, the most urgent first."""
    return _due(scope, today, lambda facts, _late: _of_unit(facts))


def due_of_township(scope: list[Division], today: date) -> list[Due]:
    """What waits for the officials of `scope`: filings, certificates, and seals that were not handed over in time."""
    return _due(scope, today, _of_township)


def _of_unit(facts: AfterFacts) -> Wanted:
    if not facts.sent:
        yield After.FILING, After.FILING.label
    if facts.handed_on is None:
        yield After.HANDOVER, After.HANDOVER.label
    elif facts.accepted_on is not None and facts.archived_on is None:
        yield After.ARCHIVE, After.ARCHIVE.label


def _of_township(facts: AfterFacts, late: bool) -> Wanted:
    if facts.accepted_on is None and facts.sent:
        yield After.FILING, ACCEPTING
    if facts.accepted_on is not None and facts.certified_on is None:
        yield After.CERTIFICATES, After.CERTIFICATES.label
    if late and facts.seals_on is None:
        yield After.HANDOVER, SEALS_KEPT


def _due(scope: list[Division], today: date, wanted_of: Callable[[AfterFacts, bool], Wanted]) -> list[Due]:
    elections, items = _open(scope, today), []
    known, posted = after_of_many(one.id for one in elections), result_days(elections)
    for one in elections:
        by = {step: deadline_after(step, posted[one.id], law_of(one)) for step in After}
        late = by[After.HANDOVER].days_left(today) < 0
        for step, what in wanted_of(known.get(one.id, AfterFacts()), late):
            values = {"election_id": one.id}
            items.append(Due(one.unit.name, what, by[step], AFTERWARDS[step], PAGES[step], values))
    return sorted(items, key=lambda due: due.by)


def _open(scope: list[Division], today: date) -> list[Election]:
    """Elections with a posted result that is decided and not settled in every way; the earliest first."""
    query = select(Election).join(Election.unit).join(Election.round).outerjoin(Filing).outerjoin(Archive)
    query = query.where(within(Division.path, scope), Round.practice.is_(False), Election.result_notice_id.is_not(None))
    query = query.where(Election.polling_day > date(today.year - 1, 1, 1))
    query = query.where(or_(Archive.id.is_(None), Filing.certified_on.is_(None)))
    query = query.options(contains_eager(Election.unit), contains_eager(Election.round))
    found = list(db.session.scalars(query.order_by(Election.polling_day, Election.id).limit(MOST)))
    facts = facts_of_many(found)
    return [one for one in found if facts[one.id].status is Stage.DECIDED]
