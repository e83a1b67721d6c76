"""Reminders: an official sends them, a unit answers, both see how far they are."""

from flask import Blueprint, current_app, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts import queries as accounts
from villagegov.accounts.permissions import Permission
from villagegov.audit.queries import history
from villagegov.divisions import queries as divisions
from villagegov.divisions.models import Division
from villagegov.refusal import refuse_if
from villagegov.reminders import operations, queries
from villagegov.reminders.forms import AnswerForm, ReminderForm
from villagegov.reminders.models import Reminder
from villagegov.reminders.vocabulary import ReminderReason, State, Topic
from villagegov.transaction import transaction
from villagegov.web.filters import one_asked, words_asked
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard
from villagegov.web.paging import paged

blueprint = Blueprint("reminders", __name__)

#: The page on which a matter is dealt with; a room that is not there yet offers no link.
PAGES = {Topic.ELECTIONS: "elections.index", Topic.BODIES: "bodies.index", Topic.POSTINGS: "disclosure.index"}


def _topics() -> list[Topic]:
    return [topic for topic, endpoint in PAGES.items() if endpoint in current_app.view_functions]


@blueprint.get("/reminders")
@guard(Permission.VIEW_REMINDER)
def index() -> ResponseReturnValue:
    """Reminders to the units of one's area, those still to be answered unless others are asked for."""
    asked = one_asked("state") or State.OPEN.value
    state = State(asked) if asked in list(State) else None
    areas, today = accounts.areas(current_user, Permission.VIEW_REMINDER), clock.today()
    page = paged(queries.reminders_in(areas, today, state))
    return render_template(
        "reminders/index.html",
        page=page,
        states=list(State),
        state=state,
        state_of={one.id: queries.state_on(one, today) for one in page.rows},
        above=divisions.words_above([one.unit for one in page.rows]),
        today=today,
    )


@blueprint.route("/reminders/new", methods=["GET", "POST"])
@guard(Permission.SEND_REMINDER)
def create() -> ResponseReturnValue:
    """A new reminder to one unit."""
    form = ReminderForm(topics=_topics(), place=words_asked("place"))
    if form.submitted():
        with transaction(form=form) as answer:
            sent = operations.send_reminder(
                unit=_unit_meant(form.place.data.strip()),
                matter=form.matter.data.strip(),
                text=form.text.data.strip(),
                due_on=form.due_on.value,
                topic=Topic(form.topic.data) if form.topic.data else None,
                actor=current_user,
            )
            answer.to(url_for(".show", reminder_id=sent.id), _("已发出，会一直留在对方的工作台上，直到答复。"))
        return answer.redirect()
    return render_template("reminders/new.html", form=form)


def _unit_meant(words: str) -> Division:
    """The one unit in the sender's area that these words mean. Raises Refusal(NO_UNIT, SEVERAL_UNITS)."""
    found = queries.units_meant(words, accounts.areas(current_user, Permission.SEND_REMINDER))
    refuse_if(not found, ReminderReason.NO_UNIT, "place", words=words)
    above = divisions.words_above(found)
    units = [f"{above[one.id]}{one.name}（{one.code}）" for one in found]
    refuse_if(len(found) > 1, ReminderReason.SEVERAL_UNITS, "place", words=words, units=units)
    return found[0]


@blueprint.get("/reminders/<int:reminder_id>")
@guard(Permission.VIEW_REMINDER, load=queries.reminder)
def show(reminder: Reminder) -> ResponseReturnValue:
    """One reminder, its answer, and who did what."""
    topic = reminder.topic if reminder.topic in _topics() else None
    return render_template(
        "reminders/show.html",
        reminder=reminder,
        state=queries.state_on(reminder, clock.today()),
        today=clock.today(),
        page=url_for(PAGES[topic]) if topic else "",
        mine=reminder.sent_by_id == current_user.id,
        entries=history(reminder),
    )


@blueprint.route("/reminders/<int:reminder_id>/answer", methods=["GET", "POST"])
@guard(Permission.ANSWER_REMINDER, load=queries.reminder)
def answer(reminder: Reminder) -> ResponseReturnValue:
    """Answer it in words."""
    form = AnswerForm(version=reminder.version)
    if form.submitted():
        with transaction(reminder, form) as answer:
            operations.answer_reminder(reminder=reminder, answer=form.answer.data.strip(), actor=current_user)
            answer.to(url_for(".show", reminder_id=reminder.id), _("已答复，对方现在可以看到。"))
        return answer.redirect()
    return render_template("reminders/answer.html", form=form, reminder=reminder)


@blueprint.route("/reminders/<int:reminder_id>/withdraw", methods=["GET", "POST"])
@guard(Permission.SEND_REMINDER, load=queries.reminder)
def withdraw(reminder: Reminder) -> ResponseReturnValue:
    """Take it back, after a question."""
    form = ConfirmForm(obj=reminder)
    if form.submitted():
        with transaction(reminder, form) as answer:
            operations.withdraw_reminder(reminder=reminder, actor=current_user)
            answer.to(url_for(".show", reminder_id=reminder.id), _("已撤回，不再出现在对方的工作台上。"))
        return answer.redirect()
    return render_template("reminders/withdraw.html", form=form, reminder=reminder)
