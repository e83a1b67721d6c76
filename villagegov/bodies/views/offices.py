"""The bodies of a unit; an office entered, confirmed by a second person, ended."""

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts import queries as accounts
from villagegov.accounts.permissions import Permission
from villagegov.audit.queries import history
from villagegov.bodies.forms.offices import ConfirmTermsForm, EndForm, TermForm
from villagegov.bodies.models import Term
from villagegov.bodies.operations import offices as operations
from villagegov.bodies.queries import groups_of, pending_in, rules_of, standing_of, terms_of
from villagegov.bodies.queries.meetings import committee_kind, committee_unit, decisions_of
from villagegov.bodies.queries.offices import clashes_in, term
from villagegov.bodies.queries.setup import standings_of, units_in
from villagegov.bodies.rules.verdicts import Bench, Seat, verdicts_of
from villagegov.bodies.views.blueprints import blueprint
from villagegov.bodies.views.identities import identity_of
from villagegov.bodies.vocabulary import Body, Office
from villagegov.divisions.models import Division
from villagegov.files.operations import keep_file
from villagegov.files.queries import stored_file
from villagegov.people.operations import enter_person
from villagegov.people.vocabulary import Sex
from villagegov.transaction import transaction
from villagegov.web.attachments import ACCEPTED, LIMIT, checked, send_stored
from villagegov.web.filters import one_asked, words_asked
from villagegov.web.guards import guard
from villagegov.web.paging import paged


@blueprint.get("/bodies")
@guard(Permission.VIEW_BODIES)
def index() -> ResponseReturnValue:
    """The units of one's area, and which are taken over."""
    words = words_asked()
    page = paged(units_in(accounts.areas(current_user, Permission.VIEW_BODIES), words))
    return render_template("bodies/index.html", page=page, words=words, standings=standings_of(page.rows))


@blueprint.get("/units/<int:unit_id>/bodies")
@guard(Permission.VIEW_BODIES, load=committee_unit)
def unit(unit: Division) -> ResponseReturnValue:
    """Every body with its members, their ground, and what the law asks of its size."""
    today = clock.today()
    terms, waiting = terms_of(unit, today), pending_in(unit)
    bench = _bench(terms, unit)
    return render_template(
        "bodies/unit.html",
        unit=unit,
        bodies=[(body, [one for one in terms if one.office.body is body], verdicts_of(body, bench)) for body in Body],
        waiting=waiting,
        clashes=clashes_in(terms, unit, today),
        standing=standing_of(unit),
        groups=groups_of(unit),
        rules=rules_of(unit),
        today=today,
    )


def _bench(terms: list[Term], unit: Division) -> Bench:
    seats = [Seat(one.office, one.person.sex is Sex.FEMALE, one.knows_accounts, one.households) for one in terms]
    return Bench(seats, committee_kind(unit), clock.today())


@blueprint.route("/units/<int:unit_id>/terms/new", methods=["GET", "POST"])
@guard(Permission.KEEP_BODIES, load=committee_unit)
def new_term(unit: Division) -> ResponseReturnValue:
    """Which office; then who, on what ground. A second person confirms it."""
    asked, body = one_asked("office"), one_asked("body")
    office = next((one for one in Office if one == asked), None)
    if office is None:
        groups = [(one, [office for office in Office if office.body is one]) for one in Body if body in ("", one)]
        return render_template("bodies/offices.html", unit=unit, groups=groups)
    form = _term_form(unit, office)
    if form.submitted():
        photos, identity = checked(form.photo), identity_of(form.id_number.data, form.name.data)
        with transaction(form=form) as answer:
            person = enter_person(identity=identity, unit=unit, actor=current_user)
            photo = next((keep_file(checked=one, unit=unit, actor=current_user, field="photo") for one in photos), None)
            operations.propose_term(
                unit=unit, person=person, entry=_entry(unit, office, form), photo=photo, actor=current_user
            )
            answer.to(_back(unit), _("已登记%(name)s，请第二人确认。", name=person.name))
        return answer.redirect()
    return render_template("bodies/term.html", form=form, unit=unit, office=office, accepted=ACCEPTED, limit=LIMIT)


def _term_form(unit: Division, office: Office) -> TermForm:
    decisions = {one.id: f"{one.meeting.held_on} {one.matter}" for one in decisions_of(unit)}
    return TermForm(office=office, decisions=decisions, groups={one.id: one.name for one in groups_of(unit)})


def _entry(unit: Division, office: Office, form: TermForm) -> operations.Entry:
    groups = {one.id: one for one in groups_of(unit)}
    decisions = {one.id: one for one in decisions_of(unit)}
    return operations.Entry(
        office=office,
        basis=form.why,
        from_on=form.from_on.value,
        until_on=form.until_on.data,
        document=str(form.document.data or ""),
        decision=decisions.get(form.picked("decision") or 0),
        group=groups.get(form.picked("group_id") or 0),
        households=form.households.number if "households" in form else None,
        knows_accounts="knows_accounts" in form and form.knows_accounts.data,
        is_party_member=form.is_party_member.data,
    )


def _back(unit: Division) -> str:
    """To the list of steps while the unit is being taken over, else to its bodies."""
    standing = standing_of(unit)
    over = standing is not None and standing.taken_over_at is not None
    return url_for(".unit" if over else ".set_up", unit_id=unit.id)


@blueprint.route("/units/<int:unit_id>/confirm", methods=["GET", "POST"])
@guard(Permission.CONFIRM_OFFICE, load=committee_unit)
def confirm(unit: Division) -> ResponseReturnValue:
    """The second person compares what was entered with the papers, and confirms all at one page."""
    waiting = pending_in(unit)
    form = ConfirmTermsForm(
        waiting={one.id: _("%(name)s，%(office)s", name=one.person.name, office=one.office.label) for one in waiting}
    )
    if form.submitted():
        with transaction(form=form) as answer:
            chosen = [one for one in waiting if one.id in form.chosen.data]
            count = operations.confirm_terms(terms=chosen, actor=current_user)
            answer.to(_back(unit), _("已确认 %(count)s 人。", count=count))
        return answer.redirect()
    clashes = clashes_in([*terms_of(unit, clock.today()), *waiting], unit, clock.today())
    return render_template("bodies/confirm.html", form=form, unit=unit, waiting=waiting, clashes=clashes)


@blueprint.get("/terms/<int:term_id>/document")
@guard(Permission.VIEW_BODIES, load=term)
def document(term: Term) -> ResponseReturnValue:
    """The photograph of the paper an office stands on."""
    stored = stored_file(term.document_file_id) if term.document_file_id else None
    return send_stored(stored or abort(404))


@blueprint.route("/terms/<int:term_id>/end", methods=["GET", "POST"])
@guard(Permission.END_OFFICE, load=term)
def end_term(term: Term) -> ResponseReturnValue:
    """An office ends, and with it the roles that belong to it; or what waits is withdrawn."""
    form = EndForm(obj=term)
    if form.submitted():
        with transaction(term, form) as answer:
            operations.end_term(
                term=term, on=form.on.value, reason=form.why, note=form.note.data or "", actor=current_user
            )
            name = term.person.name
            answer.to(url_for(".unit", unit_id=term.unit_id), _("%(name)s的任职已结束。", name=name))
        return answer.redirect()
    return render_template("bodies/end.html", form=form, term=term, entries=history(term))
