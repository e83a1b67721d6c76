"""Everything that is only read of a unit and its bodies."""

from villagegov.bodies.queries.avoidance import conflicts_of
from villagegov.bodies.queries.due import due_items
from villagegov.bodies.queries.offices import (
    holder,
    offices_of_person,
    pending_in,
    term_of_account,
    terms_of,
)
from villagegov.bodies.queries.places import groups_of, rules_of, standing_of

__all__ = [
    "conflicts_of",
    "due_items",
    "groups_of",
    "holder",
    "offices_of_person",
    "pending_in",
    "rules_of",
    "standing_of",
    "term_of_account",
    "terms_of",
]
