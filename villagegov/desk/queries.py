"""What is due for one account, over all rooms."""

from collections.abc import Callable
from datetime import date

import villagegov.bodies.queries.due as bodies
import villagegov.consultation.queries.due as consultation
import villagegov.disclosure.queries.complaints as complaints
import villagegov.disclosure.queries.due as disclosure
import villagegov.disclosure.queries.expected as expected
import villagegov.disclosure.queries.questions as questions
import villagegov.elections.queries.by_election as by_election
import villagegov.elections.queries.departures as departures
import villagegov.elections.queries.disputes as disputes
import villagegov.elections.queries.due as elections
import villagegov.elections.queries.due_after as afterwards
import villagegov.elections.queries.recall as recall
import villagegov.elections.queries.shifts as shifts
import villagegov.notices.queries as notices
import villagegov.reminders.queries as reminders
from villagegov.accounts import queries as accounts
from villagegov.accounts.models import Account
from villagegov.accounts.permissions import Permission, allows
from villagegov.accounts.vocabulary import Role
from villagegov.divisions.models import Division
from villagegov.due import Due

DueItems = Callable[[list[Division], date], list[Due]]

#: Each room's own list, and the permission on whose places it is asked for. A new room adds its line here.
ROOMS: tuple[tuple[Permission, DueItems], ...] = (
    (Permission.VIEW_ELECTION, elections.due_items),
    (Permission.PREPARE_ELECTION, afterwards.due_of_unit),
    (Permission.OVERSEE_ELECTION, afterwards.due_of_township),
    (Permission.OVERSEE_ELECTION, disputes.due_items),
    (Permission.APPROVE_SHIFT, shifts.due_items),
    (Permission.END_OFFICE, departures.due_items),
    (Permission.VIEW_ELECTION, by_election.due_items),
    (Permission.PREPARE_ELECTION, recall.due_of_unit),
    (Permission.OVERSEE_ELECTION, recall.due_of_township),
    (Permission.CONFIRM_OFFICE, bodies.due_items),
    (Permission.VIEW_POSTINGS, disclosure.due_items),
    (Permission.ANSWER_QUESTIONS, questions.due_items),
    (Permission.ANSWER_QUESTIONS, complaints.due_of_unit),
    (Permission.JUDGE_COMPLAINTS, questions.due_of_township),
    (Permission.JUDGE_COMPLAINTS, complaints.due_of_township),
    (Permission.KEEP_POSTINGS, expected.due_items),
    (Permission.VIEW_CONSULTATIONS, consultation.due_items),
    (Permission.VIEW_REMINDER, reminders.due_items),
    (Permission.KEEP_BOARD, notices.due_items),
)


def due_of(account: Account, today: date) -> list[Due]:
    """Everything that is due in the places of `account`, room by room."""
    found: list[Due] = []
    for permission, due_items in ROOMS:
        scope = accounts.areas(account, permission)
        found += due_items(scope, today) if scope else []
    return found


def due_for(role: Role, place: Division, today: date) -> list[Due]:
    """What is due for whoever has `role` on `place`, the most urgent first."""
    rooms = [due_items for permission, due_items in ROOMS if allows(role, permission)]
    return sorted((one for due_items in rooms for one in due_items([place], today)), key=lambda one: one.by)


def has_work(account: Account) -> bool:
    """Whether any room could have something due for `account`."""
    return any(accounts.may(account, permission) for permission, _due_items in ROOMS)
