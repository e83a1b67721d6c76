"""The calendar of an election: every step's earliest and latest day with its sum; planned days; iCalendar."""

from flask import Response, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from icalendar import Calendar, Event

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.deadlines import A_DAY, Deadline
from villagegov.elections import queries
from villagegov.elections.forms.calendar import MoveDayForm, PlanForm
from villagegov.elections.models import Election
from villagegov.elections.operations import calendar
from villagegov.elections.queries.calendar import days_done, days_planned, windows_of
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.windows import PLANNED, Window, usual_plan
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary.calendar import MISSED
from villagegov.law.vocabulary import Field
from villagegov.transaction import transaction
from villagegov.web.guards import guard


@blueprint.get("/elections/<int:election_id>/calendar")
@guard(Permission.VIEW_ELECTION, load=queries.election)
def timetable(election: Election) -> ResponseReturnValue:
    """Every step with its limits, the sums that lead to them, and what is planned."""
    found, today = windows_of(election), clock.today()
    return render_template(
        "elections/calendar.html", election=election, windows=found, today=today, missed=MISSED, planned=PLANNED
    )


@blueprint.route("/elections/<int:election_id>/plan", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.election)
def plan(election: Election) -> ResponseReturnValue:
    """The days planned; a first visit offers those of practice."""
    days, done = days_planned(election), days_done(election)
    usual = usual_plan(polling_day=election.polling_day, profile=law_of(election), today=clock.today())
    offered = {one: day for one, day in (days or usual).items() if one not in done}
    form = PlanForm(data={one.value: day for one, day in offered.items()} | {"version": str(election.version)})
    if form.submitted():
        with transaction(election, form) as answer:
            calendar.plan_days(election=election, days=form.days(), actor=current_user)
            answer.to(url_for(".timetable", election_id=election.id), _("已保存计划。"))
        return answer.redirect()
    for window in windows_of(election, offered):
        if window.milestone in PLANNED:
            form[window.milestone.value].description = _limits(window)
    return render_template("elections/plan.html", form=form, election=election, done=done, first=not days)


@blueprint.route("/elections/<int:election_id>/polling-day", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.election)
def move_day(election: Election) -> ResponseReturnValue:
    """Another polling day."""
    form, facts = MoveDayForm(obj=election), queries.facts_of(election)
    if form.submitted():
        with transaction(election, form) as answer:
            anew = calendar.move_polling_day(
                election=election,
                polling_day=form.polling_day.value,
                on_paper=form.on_paper.data,
                reason=(form.reason.data or "").strip(),
                actor=current_user,
            )
            again = _("已改选举日。推迟较久，名单要核对后重新公布。")
            answer.to(url_for(".show", election_id=election.id), again if anew else _("已改选举日。"))
        return answer.redirect()
    law = law_of(election)
    again = law.cited(Field.REPOST_AFTER_DAYS)
    return render_template("elections/move_day.html", form=form, election=election, facts=facts, law=law, again=again)


@blueprint.get("/elections/<int:election_id>/calendar.ics")
@guard(Permission.VIEW_ELECTION, load=queries.election)
def ics(election: Election) -> ResponseReturnValue:
    """The calendar for a phone or an office program: one whole day for each step (RFC 5545)."""
    found = Calendar()
    found.add("prodid", "-//villagegov//elections//ZH")
    found.add("version", "2.0")
    for window in windows_of(election):
        found.add_component(_event(election, window))
    name = f"election-{election.unit.code}-{election.number}.ics"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(found.to_ical(), mimetype="text/calendar", headers=headers)


def _event(election: Election, window: Window) -> Event:
    """One step on its day; the limits stand in the description."""
    event, day = Event(), window.day
    event.add("uid", f"{window.milestone.value}.{election.number}.{election.unit.code}@villagegov")
    event.add("dtstamp", clock.now())
    event.add("dtstart", day)
    event.add("dtend", day + A_DAY)
    event.add("summary", f"{election.unit.name}：{window.milestone.label}")
    event.add("description", _limits(window))
    return event


def _limits(window: Window) -> str:
    """The limits of a step in one line."""
    found = []
    if window.earliest is not None:
        found.append(_cited(_("最早 %(sum)s", sum=_sum(window.earliest)), window.earliest))
    found.append(_cited(_("最迟 %(sum)s", sum=_sum(window.latest)), window.latest))
    return str(_("；")).join(found)


def _sum(limit: Deadline) -> str:
    """The sum that leads to the day; the day alone where nothing is added."""
    return limit.sum if limit.days else limit.last.isoformat()


def _cited(told: str, limit: Deadline) -> str:
    return str(_("%(told)s（%(article)s）", told=told, article=limit.article) if limit.article else told)
