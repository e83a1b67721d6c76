"""Who takes office when a result is posted, and what stands against it."""

from collections.abc import Mapping

import villagegov.clock as clock
from villagegov.bodies.queries.avoidance import Wanted, conflicts_of
from villagegov.bodies.queries.offices import terms_of
from villagegov.bodies.rules.avoidance import Conflict
from villagegov.bodies.vocabulary import Body, Office
from villagegov.elections.models import Election, Outcome, RollEntry
from villagegov.elections.queries.result import decision_of
from villagegov.elections.queries.roll import entries_with_ids
from villagegov.elections.vocabulary import Stage
from villagegov.people.queries import persons_with_keys


def winners_of(election: Election, outcome: Outcome) -> list[tuple[RollEntry, Office]]:
    """Each winner with the office; nobody while a rerun comes first, because the committee is not formed yet."""
    decision = decision_of(outcome)
    if decision.status is not Stage.DECIDED:
        return []
    offices = {key: Office(made.post.value) for made in decision.positions for key in made.elected}
    standing: Mapping[int, Office] = {
        one.roll_entry_id: offices[str(one.id)] for one in election.candidates if str(one.id) in offices
    }
    return [(one, standing[one.id]) for one in entries_with_ids(standing)]


def clashes_of_winners(election: Election, outcome: Outcome) -> list[tuple[str, Conflict]]:
    """Supervisors whom the new committee, or near kin in it, leaves no seat (S-05); the old committee goes anyway."""
    today, winners = clock.today(), winners_of(election, outcome)
    known = persons_with_keys(one.person_key for one, _office in winners)
    outgoing = {one.id for one in terms_of(election.unit, today, body=Body.COMMITTEE)}
    return [
        (person.name, found)
        for one, office in winners
        if (person := known.get(one.person_key)) is not None
        for found in conflicts_of([Wanted(person, office, today)], election.unit, today, besides=outgoing)
    ]
