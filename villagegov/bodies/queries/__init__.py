"""Everything that is only read of a unit and its bodies."""

from villagegov.bodies.queries.offices import (
    conflicts_of,
    holder,
    offices_of_person,
    pending_in,
    term_of_account,
    terms_of,
)
from villagegov.bodies.queries.places import groups_of, rules_of, standing_of
from villagegov.bodies.queries.setup import due_items

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
