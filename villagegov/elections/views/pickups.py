"""领票登记: switched on for an election; at each station a search, one press per voter, and a press taken back."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.audit.vocabulary import Look
from villagegov.elections import queries
from villagegov.elections.forms.pickups import GiveForm, UndoForm, VoterForm
from villagegov.elections.models import Election, Pickup, Poll, Station
from villagegov.elections.operations import pickups as operations
from villagegov.elections.queries import pickups as known
from villagegov.elections.queries.pickups import AtTable, Claim
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary.pickups import Draw, PickupReason
from villagegov.refusal import refuse, refuse_if
from villagegov.transaction import transaction
from villagegov.turnout import operations as turnout
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard
from villagegov.web.paging import paged
from villagegov.web.readings import note_look

#: Those shown for one search: they fit on a phone.
FOUND = 10


@blueprint.route("/elections/<int:election_id>/pickup-register", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.election)
def pickup_register(election: Election) -> ResponseReturnValue:
    """Whether ballots are ticked off voter by voter in this election."""
    form = ConfirmForm(obj=election)
    if form.submitted():
        with transaction(election, form) as answer:
            on = not election.pickup_register
            operations.switch_register(election=election, on=on, actor=current_user)
            said = _("已启用领票登记。") if on else _("已停用领票登记。")
            answer.to(url_for(".pickup_register", election_id=election.id), said)
        return answer.redirect()
    poll = queries.newest_poll(election)
    drawn = known.drawn_by_station(poll) if poll else {}
    return render_template("elections/pickups/register.html", form=form, election=election, poll=poll, drawn=drawn)


@blueprint.route("/stations/<int:station_id>/pickups", methods=["GET", "POST"])
@guard(Permission.REPORT_TURNOUT, load=queries.station)
def pickups(station: Station) -> ResponseReturnValue:
    """The table of one station: find a voter, then one press."""
    poll = _open_poll(station)
    form = VoterForm()
    claims: list[Claim] | None = None
    more = 0
    if form.submitted():
        note_look(Look.SEARCH, queries.roll_of(station.election), persons=FOUND)
        page = form.asked_page()
        found = known.found_on_roll(station.election, form.words_without_issue(), page, FOUND)
        claims, more = known.claims_of(poll, found[:FOUND]), page + 1 if len(found) > FOUND else 0
    return render_template(
        "elections/pickups/table.html",
        form=form,
        station=station,
        poll=poll,
        claims=claims,
        more=more,
        press={one.entry.id: GiveForm(formdata=None) for one in claims or []},
        draws=Draw,
        drawn=known.drawn_at(poll, station),
        page=paged(known.pickups_at(poll, station), per_page=FOUND),
    )


def _open_poll(station: Station) -> Poll:
    """The poll that is on; says what is missing otherwise."""
    poll = queries.newest_poll(station.election)
    if poll is None or not poll.opened:
        refuse(PickupReason.NOT_OPEN)
    operations.refuse_unless_open(poll, station, current_user)
    return poll


@blueprint.post("/stations/<int:station_id>/pickups/<int:number>")
@guard(Permission.REPORT_TURNOUT, load=known.at_table)
def give_ballots(voter: AtTable) -> ResponseReturnValue:
    """One voter draws; the next one may come."""
    station, entry = voter.station, voter.entry
    poll, form = _open_poll(station), GiveForm()
    if form.submitted():
        with transaction(station, form) as answer:
            made = turnout.give_ballots(poll=poll, station=station, entry=entry, actor=current_user)
            said = _("请发票：%(name)s，%(count)s 张。", name=entry.name, count=made.drawn)
            answer.to(url_for(".pickups", station_id=station.id), said)
        return answer.redirect()
    return render_template("elections/pickups/refused.html", form=form, station=station, entry=entry)


@blueprint.route("/pickups/<int:pickup_id>/undo", methods=["GET", "POST"])
@guard(Permission.REPORT_TURNOUT, load=known.pickup)
def undo_pickup(pickup: Pickup) -> ResponseReturnValue:
    """A tick by mistake taken back, with the reason, while voting goes on."""
    form, station = UndoForm(obj=pickup), pickup.station
    if form.submitted():
        with transaction(pickup, form) as answer:
            turnout.take_back_tick(pickup=pickup, reason=form.reason.data.strip(), actor=current_user)
            answer.to(url_for(".pickups", station_id=station.id), _("已撤销。这个人可以重新领票。"))
        return answer.redirect()
    refuse_if(pickup.undone_at is not None, PickupReason.UNDONE)
    return render_template("elections/pickups/undo.html", form=form, pickup=pickup, station=station)
