"""Reminders from the level above."""

from datetime import date, timedelta

from tests.builders.accounts import account
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.reminders.models import Reminder


def sent(
    *,
    unit: Division,
    author: Account | None = None,
    matter: str = "九月的收支还没有公布",
    sent_on: date | None = None,
    due_on: date | None = None,
) -> Reminder:
    """A reminder sent today, to be answered within a week, by an official of the township."""
    begun = sent_on or clock.today()
    by = author or account(role=Role.OFFICIAL, division=unit.parent, name="周建国")
    made = Reminder(
        unit=unit,
        matter=matter,
        text="请补上并答复。",
        sent_on=begun,
        due_on=due_on or begun + timedelta(days=7),
        sent_at=clock.now(),
        sent_by_id=by.id,
        sent_by_name=by.name,
        answer="",
        answered_by_name="",
    )
    db.session.add(made)
    db.session.commit()
    return made
