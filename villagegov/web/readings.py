"""The access log of lists of persons: each look is noted before anything is shown; too many of them wait (A16).

    note_look(Look.PAGE, roll, persons=PER_PAGE)
    page = paged(queries.entries(roll))

It commits, so it comes before anything is read and stands outside every transaction.
"""

from typing import Protocol

from flask import abort
from flask_login import current_user

from villagegov.audit.operations import note_reading
from villagegov.audit.vocabulary import AuditReason, Look
from villagegov.divisions.models import Division
from villagegov.transaction import transaction


class Listed(Protocol):
    """A list of persons of one unit."""

    @property
    def id(self) -> int: ...
    @property
    def unit(self) -> Division: ...

    __tablename__: str


def note_look(look: Look, listed: Listed, *, persons: int) -> None:
    """Note that the reader is about to see at most `persons` of a list; 429 with words when it is too much by now."""
    place_id = listed.unit.id
    with transaction():
        goes_on = note_reading(look=look, persons=persons, subject=listed, place_id=place_id, actor=current_user)
    if not goes_on:
        abort(429, str(AuditReason.READ_MUCH.label))
