"""Near kin declared of somebody in office: what it makes unlawful is shown first."""

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.bodies.operations.entering import refuse_unheeded
from villagegov.bodies.queries.avoidance import clashes_by_tie
from villagegov.bodies.queries.offices import lock_offices
from villagegov.divisions.models import Division
from villagegov.people.models import Kinship, Person
from villagegov.people.operations import declare_kin
from villagegov.people.vocabulary import Kin


def declare(
    *, person: Person, kin: Person, relation: Kin, unit: Division, heeded: bool = False, actor: Account
) -> Kinship:
    """A tie is a fact and is kept; each office it bars is shown with its article, and is due until one has left."""
    lock_offices(unit)
    refuse_unheeded(clashes_by_tie(person, kin, relation, clock.today()), heeded=heeded)
    return declare_kin(person=person, kin=kin, relation=relation, unit=unit, actor=actor)
