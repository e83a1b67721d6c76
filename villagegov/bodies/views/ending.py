"""An office ended, several of one body ended together, one that waits withdrawn."""

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.audit.queries import history
from villagegov.bodies.forms.offices import EndForm, EndTermsForm, WithdrawForm
from villagegov.bodies.models import Term
from villagegov.bodies.operations import ending as operations
from villagegov.bodies.queries import terms_of
from villagegov.bodies.queries.meetings import committee_unit
from villagegov.bodies.queries.offices import term
from villagegov.bodies.views.blueprints import blueprint
from villagegov.bodies.vocabulary import Body
from villagegov.divisions.models import Division
from villagegov.transaction import transaction
from villagegov.web.filters import one_asked
from villagegov.web.guards import guard


@blueprint.route("/terms/<int:term_id>/end", methods=["GET", "POST"])
@guard(Permission.END_OFFICE, load=term)
def end_term(term: Term) -> ResponseReturnValue:
    """An office ends, and with it the roles that belong to it; what waits is withdrawn."""
    if term.confirmed_at is None and term.ended_on is None:
        return _withdraw(term)
    form = EndForm(obj=term, office=term.office)
    if form.submitted():
        with transaction(term, form) as answer:
            operations.end_term(
                term=term, on=form.on.value, reason=form.why, note=form.note.data or "", actor=current_user
            )
            name = term.person.name
            answer.to(url_for(".unit", unit_id=term.unit_id), _("%(name)s的任职已结束。", name=name))
        return answer.redirect()
    return render_template("bodies/end.html", form=form, term=term, entries=history(term))


def _withdraw(term: Term) -> ResponseReturnValue:
    form = WithdrawForm(obj=term)
    if form.submitted():
        with transaction(term, form) as answer:
            operations.withdraw_term(term=term, note=form.note.data, actor=current_user)
            answer.to(url_for(".confirm", unit_id=term.unit_id), _("已撤回%(name)s的登记。", name=term.person.name))
        return answer.redirect()
    return render_template("bodies/withdraw.html", form=form, term=term, entries=history(term))


@blueprint.route("/units/<int:unit_id>/terms/end", methods=["GET", "POST"])
@guard(Permission.END_OFFICE, load=committee_unit)
def end_terms(unit: Division) -> ResponseReturnValue:
    """A whole body goes: representatives and group leaders with their term, an election committee when done (E-109)."""
    body = next((one for one in Body if one == one_asked("body")), None) or abort(404)
    held = terms_of(unit, clock.today(), body=body) or abort(404)
    holders = {one.id: _("%(name)s，%(office)s", name=one.person.name, office=one.office.label) for one in held}
    form = EndTermsForm(office=held[0].office, holders=holders, chosen=list(holders))
    if form.submitted():
        with transaction(form=form) as answer:
            chosen = [one for one in held if one.id in form.chosen.data]
            count = operations.end_terms(
                terms=chosen, on=form.on.value, reason=form.why, note=form.note.data or "", actor=current_user
            )
            answer.to(url_for(".unit", unit_id=unit.id), _("已结束 %(count)s 人的任职。", count=count))
        return answer.redirect()
    return render_template("bodies/end_terms.html", form=form, unit=unit, body=body)
