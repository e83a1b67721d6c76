"""An office entered by one person and confirmed by another."""

from collections.abc import Sequence

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.bodies.forms.offices import ConfirmTermsForm, TermForm
from villagegov.bodies.models import Decision, Term
from villagegov.bodies.operations import entering as operations
from villagegov.bodies.queries import groups_of, pending_in, terms_of
from villagegov.bodies.queries.avoidance import clashes_in
from villagegov.bodies.queries.meetings import committee_kind, committee_unit, decisions_of
from villagegov.bodies.queries.offices import last_entered, papers_of
from villagegov.bodies.queries.places import is_taken_over
from villagegov.bodies.queries.setup import bench_of
from villagegov.bodies.rules.offices import may_choose
from villagegov.bodies.rules.verdicts import verdicts_of
from villagegov.bodies.views.blueprints import blueprint
from villagegov.bodies.vocabulary import Body, Office
from villagegov.divisions.models import Division
from villagegov.files.models import StoredFile
from villagegov.files.operations import Checked, keep_file
from villagegov.files.queries import stored_file
from villagegov.people.operations import enter_person
from villagegov.transaction import transaction
from villagegov.web.attachments import ACCEPTED, LIMIT, checked
from villagegov.web.filters import one_asked
from villagegov.web.guards import guard
from villagegov.web.keyring import identity_of


@blueprint.route("/units/<int:unit_id>/terms/new", methods=["GET", "POST"])
@guard(Permission.KEEP_BODIES, load=committee_unit)
def new_term(unit: Division) -> ResponseReturnValue:
    """Which office; then who, on what ground. A second person confirms it."""
    asked = one_asked("office")
    office = next((one for one in Office if one == asked), None)
    if office is None:
        return _choose_office(unit)
    papers = {one.id: one for one in papers_of(unit)}
    form = _term_form(unit, office, papers)
    if form.submitted():
        photos, identity = checked(form.photo, unit=unit), identity_of(form.id_number.data, form.name.data)
        paper = papers.get(form.picked("paper") or 0)
        with transaction(form=form) as answer:
            person = enter_person(identity=identity, unit=unit, actor=current_user)
            operations.propose_term(
                unit=unit,
                person=person,
                entry=_entry(unit, office, form, paper),
                photo=_photo(unit, photos, paper),
                actor=current_user,
            )
            answer.to(_back(unit, office.body), _("已登记%(name)s，请第二人确认。", name=person.name))
        return answer.redirect()
    return render_template("bodies/term.html", form=form, unit=unit, office=office, accepted=ACCEPTED, limit=LIMIT)


def _choose_office(unit: Division) -> ResponseReturnValue:
    """The offices of one body, or of all; of one also who is entered and what is still missing."""
    body, today = next((one for one in Body if one == one_asked("body")), None), clock.today()
    entered = [one for one in (*terms_of(unit, today), *pending_in(unit)) if one.office.body is body]
    return render_template(
        "bodies/offices.html",
        unit=unit,
        body=body,
        groups=[(one, [office for office in Office if office.body is one]) for one in Body if body in (None, one)],
        entered=entered,
        verdicts=verdicts_of(body, bench_of(entered, unit, today)) if body else [],
        taken_over=is_taken_over(unit),
        today=today,
    )


def _term_form(unit: Division, office: Office, papers: dict[int, Term]) -> TermForm:
    """The next one of a body is usually like the one before: its ground, its paper and its days stand in the form."""
    before = last_entered(unit, office.body, current_user)
    alike = {"basis": before.basis.value, "from_on": before.from_on, "until_on": before.until_on} if before else {}
    return TermForm(
        office=office,
        decisions={key: f"{one.meeting.held_on} {one.matter}" for key, one in _choices(unit, office).items()},
        papers={key: one.document for key, one in papers.items()},
        groups={one.id: one.name for one in groups_of(unit)},
        paper=_usual(papers, before, unit),
        **alike,
    )


def _usual(papers: dict[int, Term], before: Term | None, unit: Division) -> int:
    """The paper of the one before; while the unit is being taken over else the newest one."""
    newest = 0 if is_taken_over(unit) else next(iter(papers), 0)
    return next((key for key, one in papers.items() if before and one.document == before.document), newest)


def _choices(unit: Division, office: Office) -> dict[int, Decision]:
    kind = committee_kind(unit)
    return {one.id: one for one in decisions_of(unit) if may_choose(office, one.meeting.kind, kind)}


def _entry(unit: Division, office: Office, form: TermForm, paper: Term | None) -> operations.Entry:
    groups = {one.id: one for one in groups_of(unit)}
    return operations.Entry(
        office=office,
        basis=form.why,
        from_on=form.from_on.value,
        until_on=form.until_on.data,
        document=paper.document if paper else str(form.document.data or ""),
        decision=_choices(unit, office).get(form.picked("decision") or 0),
        group=groups.get(form.picked("group_id") or 0),
        households=form.households.number if "households" in form else None,
        knows_accounts="knows_accounts" in form and form.knows_accounts.data,
        is_party_member=form.is_party_member.data,
        heeded=form.heeded.data,
    )


def _photo(unit: Division, photos: Sequence[Checked], paper: Term | None) -> StoredFile | None:
    """The picture of the paper chosen, or the one sent in."""
    if paper is not None and paper.document_file_id is not None:
        return stored_file(paper.document_file_id)
    return next((keep_file(checked=one, unit=unit, actor=current_user, field="photo") for one in photos), None)


def _back(unit: Division, body: Body) -> str:
    """To the next of the same body while the unit is being taken over, else to its bodies."""
    if is_taken_over(unit):
        return url_for(".unit", unit_id=unit.id)
    return url_for(".new_term", unit_id=unit.id, body=body.value)


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
            address = ".unit" if is_taken_over(unit) else ".set_up"
            answer.to(url_for(address, unit_id=unit.id), _("已确认 %(count)s 人。", count=count))
        return answer.redirect()
    clashes = clashes_in([*terms_of(unit, clock.today()), *waiting], unit, clock.today())
    mine = bool(waiting) and all(one.entered_by_id == current_user.id for one in waiting)
    return render_template(
        "bodies/confirm.html",
        form=form,
        unit=unit,
        waiting=waiting,
        clashes=clashes,
        mine=mine,
        taken_over=is_taken_over(unit),
    )
