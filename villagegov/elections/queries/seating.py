"""Who takes office when a result is posted, and what stands against it."""

from collections.abc import Mapping

from sqlalchemy import select

import villagegov.clock as clock
from villagegov.bodies.models import Term
from villagegov.bodies.queries.avoidance import Wanted, conflicts_of
from villagegov.bodies.queries.offices import terms_of
from villagegov.bodies.rules.avoidance import Conflict
from villagegov.bodies.vocabulary import Body, Office
from villagegov.elections.models import Election, RollEntry
from villagegov.elections.queries.chain import standing_of, waiting_for_vetting
from villagegov.elections.queries.filing import BY_VOTE
from villagegov.elections.queries.roll import entries_with_ids
from villagegov.elections.vocabulary import Stage
from villagegov.extensions import db
from villagegov.people.models import Person
from villagegov.people.queries import persons_with_keys


def winners_of(election: Election) -> list[tuple[RollEntry, Office]]:
    """Each winner of all castings with the office; nobody while the committee is not formed.

    It is not while a revote or a rerun comes first, or a winner who was written in waits for the vetting (E-83).
    """
    standing = standing_of(election)
    if standing.stage is not Stage.DECIDED or waiting_for_vetting(election, standing):
        return []
    offices = {one.key: Office(one.post.value) for one in standing.seated}
    holders: Mapping[int, Office] = {
        one.roll_entry_id: offices[str(one.id)] for one in election.everybody if str(one.id) in offices
    }
    return [(one, holders[one.id]) for one in entries_with_ids(holders)]


def seated_before(election: Election) -> set[bytes]:
    """Who took office by this election already, those too who have left since; none while it is not formed.

    After a rerun for a freed seat only the new ones come in.
    """
    if election.formed_on is None:
        return set()
    query = select(Person.person_key).join(Term, Term.person_id == Person.id)
    by_vote = (Term.basis.in_(BY_VOTE), Term.from_on >= election.formed_on)
    return set(db.session.scalars(query.where(Term.unit_id == election.unit_id, *by_vote)))


def clashes_of_winners(election: Election) -> list[tuple[str, Conflict]]:
    """Supervisors whom the new committee, or near kin in it, leaves no seat (S-05); the old committee goes anyway."""
    today, winners = clock.today(), winners_of(election)
    known = persons_with_keys(one.person_key for one, _office in winners)
    outgoing = {one.id for one in terms_of(election.unit, today, body=Body.COMMITTEE)}
    return [
        (person.name, found)
        for one, office in winners
        if (person := known.get(one.person_key)) is not None
        for found in conflicts_of([Wanted(person, office, today)], election.unit, today, besides=outgoing)
    ]
