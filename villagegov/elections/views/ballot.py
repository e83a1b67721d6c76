"""Candidates and stations."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections import queries
from villagegov.elections.forms.setup import CandidateForm, PostedForm, StationForm
from villagegov.elections.models import Candidate, Election, RollEntry, Station
from villagegov.elections.operations import ballot
from villagegov.elections.operations.ballot import Described
from villagegov.elections.operations.steps import refuse_unless_ready
from villagegov.elections.queries.candidate_lists import may_still_change
from villagegov.elections.queries.leaving import leavers
from villagegov.elections.queries.nominations import hanging_list_of
from villagegov.elections.queries.roll import entry_numbered
from villagegov.elections.rules import calendar
from villagegov.elections.rules.law import law_of
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.views.turns import in_turn
from villagegov.elections.vocabulary import ElectionReason, Post, StationKind, Task
from villagegov.refusal import refuse
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard


@blueprint.get("/elections/<int:election_id>/candidates")
@guard(Permission.VIEW_ELECTION, load=queries.election)
def candidates(election: Election) -> ResponseReturnValue:
    """Everybody who stands, post by post."""
    facts, hangs = queries.facts_of(election), hanging_list_of(election) is not None
    changes = may_still_change(election)
    return render_template(
        "elections/candidates.html",
        election=election,
        facts=facts,
        hangs=hangs,
        changes=changes,
        may_vote_openly=law_of(election).open_ballot and not election.open_ballot_by,
    )


@blueprint.route("/elections/<int:election_id>/candidates/new", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.election)
def new_candidate(election: Election) -> ResponseReturnValue:
    """A registered voter is put on the list; after its posting, among those written in."""
    refuse_unless_ready(election, Task.CANDIDATES)
    form = CandidateForm(posts=[one.post for one in election.seats])
    listing = not election.candidates_posted_on and not election.open_ballot_by
    if form.submitted():
        with transaction(election, form) as answer:
            entry = entry_numbered(queries.roll_of(election), form.number.value)
            if entry is None:
                refuse(ElectionReason.NOT_ON_ROLL, "number")
            leaving = [one.ground.sentence for one in leavers(election, entry)] if listing else []
            ballot.add_candidate(election=election, entry=entry, post=Post(form.post.data), actor=current_user)
            answer.to(url_for(".candidates", election_id=election.id), _added(entry, leaving))
        return answer.redirect()
    return render_template("elections/candidate_form.html", form=form, election=election)


def _added(entry: RollEntry, leaving: list[str]) -> str:
    """Who is on the list now, and who left the election committee for it (E-16)."""
    said = _("已登记：%(name)s。", name=entry.name)
    if leaving:
        said += _("%(grounds)s，已退出选举委员会；请在“选举委员会”办理递补。", grounds=_("；").join(leaving))
    return str(said)


@blueprint.route("/candidates/<int:candidate_id>/remove", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.candidate)
def remove_candidate(candidate: Candidate) -> ResponseReturnValue:
    """Take a name off, after a question."""
    form, election_id = ConfirmForm(obj=candidate), candidate.election_id
    if form.submitted():
        with transaction(candidate, form) as answer:
            ballot.remove_candidate(candidate=candidate, actor=current_user)
            answer.to(url_for(".candidates", election_id=election_id), _("已删除。"))
        return answer.redirect()
    return render_template("elections/remove_candidate.html", form=form, candidate=candidate)


@blueprint.route("/elections/<int:election_id>/candidates/post", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.election)
def post_candidates(election: Election) -> ResponseReturnValue:
    """The final list was posted on the board; from then on it is closed."""
    in_turn(election, Task.CANDIDATES)  # of too few candidates the press itself says how many are missing
    form = PostedForm()
    if form.submitted():
        with transaction(election, form) as answer:
            ballot.post_candidates(election=election, posted_on=form.posted_on.value, actor=current_user)
            answer.to(url_for(".show", election_id=election.id), _("已记录正式候选人名单的公布日期。"))
        return answer.redirect()
    profile = law_of(election)
    last = calendar.latest_candidate_post(election.polling_day, profile)
    days = profile.candidate_post_days
    return render_template("elections/post_candidates.html", form=form, election=election, last=last, days=days)


@blueprint.get("/elections/<int:election_id>/stations")
@guard(Permission.VIEW_ELECTION, load=queries.election)
def stations(election: Election) -> ResponseReturnValue:
    """Where ballots are cast."""
    fixed = queries.voting_begun(election)
    return render_template("elections/stations.html", election=election, fixed=fixed)


@blueprint.route("/elections/<int:election_id>/stations/new", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.election)
def new_station(election: Election) -> ResponseReturnValue:
    """One more place."""
    first = not election.stations
    form = StationForm(kind=StationKind.CENTRAL.value if first else StationKind.STATION.value)
    if form.submitted():
        with transaction(election, form) as answer:
            ballot.add_station(election=election, **_typed(form), actor=current_user)
            answer.to(url_for(".stations", election_id=election.id), _("已保存投票站。"))
        return answer.redirect()
    return render_template("elections/station_form.html", form=form, election=election)


def _typed(form: StationForm) -> Described:
    kind = StationKind(form.kind.data)
    route = (form.route.data or "").strip() if kind is StationKind.MOBILE else ""
    hours = (form.hours.data or "").strip()
    return {"kind": kind, "name": form.name.data, "place": form.place.data, "hours": hours, "route": route}


@blueprint.route("/stations/<int:station_id>/edit", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.station)
def edit_station(station: Station) -> ResponseReturnValue:
    """Change a place before voting begins."""
    form = StationForm(obj=station)
    if form.submitted():
        with transaction(station, form) as answer:
            ballot.change_station(station=station, **_typed(form), actor=current_user)
            answer.to(url_for(".stations", election_id=station.election_id), _("已保存投票站。"))
        return answer.redirect()
    return render_template("elections/station_form.html", form=form, election=station.election, station=station)


@blueprint.route("/stations/<int:station_id>/remove", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.station)
def remove_station(station: Station) -> ResponseReturnValue:
    """Take a place off, after a question."""
    form, election_id = ConfirmForm(obj=station), station.election_id
    if form.submitted():
        with transaction(station, form) as answer:
            ballot.remove_station(station=station, actor=current_user)
            answer.to(url_for(".stations", election_id=election_id), _("已删除。"))
        return answer.redirect()
    return render_template("elections/remove_station.html", form=form, station=station)
