"""Pages opened before or after their turn."""

from flask import request

from villagegov.disclosure.models import Posting
from villagegov.disclosure.operations.steps import refuse_if_closed, refuse_unless_passed, refuse_unless_turn
from villagegov.disclosure.vocabulary import Step


def in_turn(posting: Posting, step: Step) -> None:
    """Name what comes first in place of a page that is of no use now (C10); a press is judged by its operation."""
    if request.method in {"GET", "HEAD"}:
        refuse_unless_turn(posting, step)


def passed(posting: Posting) -> None:
    """Name what comes first in place of a page that opens again what was never passed; a press is judged likewise."""
    if request.method in {"GET", "HEAD"}:
        refuse_unless_passed(posting)


def while_open(posting: Posting) -> None:
    """Say in place of a form that the draft is closed (C7); a press is judged by its operation."""
    if request.method in {"GET", "HEAD"}:
        refuse_if_closed(posting)
