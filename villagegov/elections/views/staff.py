"""The staff of polling day: checked against every candidate before they are entered."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections import queries as elections
from villagegov.elections.forms.preparations import OutsiderForm, WorkerForm
from villagegov.elections.models import Election, PollWorker, Station
from villagegov.elections.operations import staff as operations
from villagegov.elections.queries import preparations as queries
from villagegov.elections.queries.roll import entry_numbered
from villagegov.elections.rules.law import law_of
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary import ElectionReason
from villagegov.elections.vocabulary.preparations import StaffRole
from villagegov.law.vocabulary import Field
from villagegov.refusal import refuse
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard


@blueprint.route("/elections/<int:election_id>/staff/new", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=elections.election)
def new_worker(election: Election) -> ResponseReturnValue:
    """By number on the roll: first the check against all candidates, then the work."""
    typed = request.args.get("number", "").strip()
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0
    entry = entry_numbered(elections.roll_of(election), number) if number else None
    form = WorkerForm(stations={one.id: one.name for one in election.stations})
    if form.submitted():
        with transaction(election, form) as answer:
            if entry is None:
                refuse(ElectionReason.NOT_ON_ROLL)
            role, place = StaffRole(form.role.data), _station(election, form.station_id.data)
            operations.add_worker(election=election, entry=entry, name="", role=role, station=place, actor=current_user)
            answer.to(url_for(".preparations", election_id=election.id), _("已登记：%(name)s。", name=entry.name))
        return answer.redirect()
    return render_template(
        "elections/preparations/staff.html",
        form=form,
        election=election,
        typed=typed,
        entry=entry,
        checks=queries.kin_checks(election, entry) if entry else [],
        article=law_of(election).cited(Field.STAFF_KIN_BAR),
    )


def _station(election: Election, key: int) -> Station | None:
    return next((one for one in election.stations if one.id == key), None)


@blueprint.route("/elections/<int:election_id>/staff/outside", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=elections.election)
def new_outside_worker(election: Election) -> ResponseReturnValue:
    """Somebody from elsewhere, on his own word."""
    form = OutsiderForm(stations={one.id: one.name for one in election.stations})
    if form.submitted():
        with transaction(election, form) as answer:
            name, role = form.name.data.strip(), StaffRole(form.role.data)
            place = _station(election, form.station_id.data)
            operations.add_worker(
                election=election, entry=None, name=name, role=role, station=place, actor=current_user
            )
            answer.to(url_for(".preparations", election_id=election.id), _("已登记：%(name)s。", name=name))
        return answer.redirect()
    article = law_of(election).cited(Field.STAFF_KIN_BAR)
    return render_template("elections/preparations/outside.html", form=form, election=election, article=article)


@blueprint.route("/staff/<int:worker_id>/remove", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.worker)
def remove_worker(worker: PollWorker) -> ResponseReturnValue:
    """Somebody else does it."""
    form, election_id = ConfirmForm(obj=worker), worker.election_id
    if form.submitted():
        with transaction(worker, form) as answer:
            operations.remove_worker(worker=worker, actor=current_user)
            answer.to(url_for(".preparations", election_id=election_id), _("已撤下。"))
        return answer.redirect()
    return render_template("elections/preparations/remove_worker.html", form=form, worker=worker)
