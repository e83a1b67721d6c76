"""Pages opened before their turn."""

from flask import request

from villagegov.elections.models import Election
from villagegov.elections.operations.nominations import refuse_closed
from villagegov.elections.operations.steps import refuse_unless_ready
from villagegov.elections.vocabulary import Task


def in_turn(election: Election, task: Task) -> None:
    """Name the missing step in place of a page that is of no use yet (C10); a press is judged by its operation."""
    if request.method in {"GET", "HEAD"}:
        refuse_unless_ready(election, task)


def open_for_nominations(election: Election) -> None:
    """Say why nominations are not taken in place of a form that is of no use; a press is judged by its operation."""
    if request.method in {"GET", "HEAD"}:
        refuse_closed(election)
