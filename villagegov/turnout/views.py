"""Polling day of one unit: one number and one button per station."""

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.elections import measures
from villagegov.elections import queries as elections
from villagegov.elections.models import Election, Poll, Station
from villagegov.elections.operations.polling import close_voting, open_poll
from villagegov.elections.operations.practice import delete_practice as delete_practice_of
from villagegov.elections.operations.steps import refuse_unless_ready
from villagegov.elections.queries.electors import base_of
from villagegov.elections.vocabulary import Task
from villagegov.transaction import transaction
from villagegov.turnout import operations, queries
from villagegov.turnout.forms import FigureForm
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard

blueprint = Blueprint("turnout", __name__)


@dataclass(frozen=True)
class Standing:
    """How the unit stands against its goal: persons registered, ballots issued, votes missing."""

    registered: int
    voted: int
    goal: int

    @property
    def share(self) -> str:
        """The share as printed."""
        return measures.percent_shown(self.voted, self.registered)

    @property
    def missing(self) -> int:
        """How many more must vote to reach the goal."""
        return measures.missing_votes(voted=self.voted, registered=self.registered, goal=self.goal)


@blueprint.route("/elections/<int:election_id>/day", methods=["GET", "POST"])
@guard(Permission.REPORT_TURNOUT, load=elections.election)
def day(election: Election) -> ResponseReturnValue:
    """The day's figures; before the first one, the button that begins the day."""
    refuse_unless_ready(election, Task.POLLING)
    form, poll = ConfirmForm(), elections.newest_poll(election)
    if form.submitted():
        with transaction(election, form) as answer:
            open_poll(election=election, actor=current_user)
            answer.to(url_for(".day", election_id=election.id), _("投票开始了，请各站按时上报领票数。"))
        return answer.redirect()
    figures = queries.figures_of(poll) if poll else []
    base = base_of(election)
    return render_template(
        "turnout/day.html",
        form=form,
        election=election,
        poll=poll,
        standing=Standing(base, queries.voted_so_far(figures), election.round.goal),
        newest={one.station_id: one for one in figures},
        figures=figures[::-1],
        points=_chart(queries.curve(figures), base),
    )


def _chart(points: list[queries.Point], registered: int) -> list[dict[str, object]]:
    """Points for the line chart: minute of the day, time, share as printed, percent of the base."""
    local = [(point.at.astimezone(clock.CHINA), point.voted) for point in points]
    return [
        {
            "minute": at.hour * 60 + at.minute,
            "time": f"{at:%H:%M}",
            "share": measures.percent_shown(voted, registered),
            "percent": min(100, 100 * voted // registered) if registered else 0,
            "voted": voted,
        }
        for at, voted in local
    ]


@blueprint.route("/stations/<int:station_id>/figure", methods=["GET", "POST"])
@guard(Permission.REPORT_TURNOUT, load=elections.station)
def report(station: Station) -> ResponseReturnValue:
    """One station's figure."""
    poll = elections.newest_poll(station.election)
    if poll is None or not poll.opened or station not in poll.stations:
        return redirect(url_for(".day", election_id=station.election_id))
    if station.election.pickup_register and request.method == "GET":
        return redirect(url_for("elections.pickups", station_id=station.id))
    before = queries.newest(poll, station)
    form = FigureForm(taken=_time_on(poll.held_on))
    if form.submitted():
        with transaction(poll, form) as answer:
            operations.report_figure(
                poll=poll,
                station=station,
                own=form.own.value,
                proxy=form.proxy.value,
                taken_at=form.taken_at(poll.held_on),
                reason=form.reason.data or "",
                actor=current_user,
            )
            answer.to(url_for(".day", election_id=station.election_id), _("已上报：%(name)s。", name=station.name))
        return answer.redirect()
    return render_template("turnout/report.html", form=form, station=station, before=before)


def _time_on(polling_day: date) -> str:
    """The time now, on the day itself; later the clerk says what the paper says."""
    return f"{clock.now().astimezone(clock.CHINA):%H:%M}" if clock.today() == polling_day else ""


@blueprint.route("/polls/<int:poll_id>/close", methods=["GET", "POST"])
@guard(Permission.ENTER_COUNT, load=elections.poll)
def close(poll: Poll) -> ResponseReturnValue:
    """Voting ended; the count begins."""
    form = ConfirmForm(obj=poll)
    if form.submitted():
        with transaction(poll, form) as answer:
            close_voting(poll=poll, actor=current_user)
            answer.to(url_for("elections.show", election_id=poll.election_id), _("投票已结束，请录入计票单。"))
        return answer.redirect()
    silent = [one for one in poll.stations if one.id not in queries.newest_by_station(poll)]
    return render_template("turnout/close.html", form=form, poll=poll, silent=silent)


@blueprint.route("/elections/<int:election_id>/practice/delete", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=elections.election)
def delete_practice(election: Election) -> ResponseReturnValue:
    """A practice election goes with one act."""
    form = ConfirmForm()
    if form.submitted():
        with transaction(election, form) as answer:
            delete_practice_of(election=election, actor=current_user)
            answer.to(url_for("elections.index"), _("已删除演练。"))
        return answer.redirect()
    return render_template("turnout/delete_practice.html", form=form, election=election)
