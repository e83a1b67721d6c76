"""Sending, answering and withdrawing reminders."""

from datetime import date

import villagegov.clock as clock
from villagegov.accounts import queries as accounts
from villagegov.accounts.models import Account
from villagegov.accounts.permissions import Permission
from villagegov.audit.record import record
from villagegov.deadlines import in_words
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.refusal import refuse_if
from villagegov.reminders import rules
from villagegov.reminders.models import Reminder
from villagegov.reminders.vocabulary import ReminderReason, ReminderTag, Topic


def send_reminder(
    *, unit: Division, matter: str, text: str, due_on: date, topic: Topic | None, actor: Account
) -> Reminder:
    """Put a matter on the start page of a unit in the sender's area, to be answered by a day."""
    in_area = accounts.may(actor, Permission.SEND_REMINDER, unit)
    refuse_if(not in_area, ReminderReason.OUT_OF_AREA, "place")
    today = clock.today()
    refuse_if(due_on < today, ReminderReason.DAY_PAST, "due_on")
    refuse_if(rules.is_too_far(due_on=due_on, today=today), ReminderReason.TOO_FAR, "due_on")
    sent = Reminder(
        unit=unit,
        matter=matter,
        text=text,
        topic=topic,
        sent_on=today,
        due_on=due_on,
        sent_at=clock.now(),
        sent_by_id=actor.id,
        sent_by_name=actor.name,
        answer="",
        answered_by_name="",
    )
    db.session.add(sent)
    db.session.flush()
    after = {"matter": matter, "due": due_on}
    record(ReminderTag.SENT, subject=sent, actor=actor, place_id=unit.id, after=after)
    return sent


def answer_reminder(*, reminder: Reminder, answer: str, actor: Account) -> None:
    """Answer in words; from now on it is off the start page, and the sender reads it."""
    _refuse_closed(reminder)
    reminder.answer, reminder.answered_at = answer, clock.now()
    reminder.answered_by_id, reminder.answered_by_name = actor.id, actor.name
    after = {"matter": reminder.matter, "answer": answer}
    record(ReminderTag.ANSWERED, subject=reminder, actor=actor, place_id=reminder.unit_id, after=after)


def withdraw_reminder(*, reminder: Reminder, actor: Account) -> None:
    """Take it back; only who sent it may."""
    _refuse_closed(reminder)
    refuse_if(reminder.sent_by_id != actor.id, ReminderReason.NOT_AUTHOR, name=reminder.sent_by_name)
    reminder.withdrawn_at = clock.now()
    after = {"matter": reminder.matter}
    record(ReminderTag.WITHDRAWN, subject=reminder, actor=actor, place_id=reminder.unit_id, after=after)


def _refuse_closed(reminder: Reminder) -> None:
    for moment, reason in (
        (reminder.answered_at, ReminderReason.ANSWERED),
        (reminder.withdrawn_at, ReminderReason.WITHDRAWN),
    ):
        refuse_if(moment is not None, reason, day=in_words(clock.day_of(moment or clock.now())))
