"""A person of a unit: offices, and declared near kin."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.audit.queries import history
from villagegov.bodies.forms.offices import KinForm, ReasonForm
from villagegov.bodies.operations.kin import declare
from villagegov.bodies.queries.offices import terms_of_person
from villagegov.bodies.queries.people import Member, Tie, member, tie_of_member
from villagegov.bodies.views.blueprints import blueprint
from villagegov.people.operations import end_kinship, enter_person
from villagegov.people.queries import kin_seen_from
from villagegov.transaction import transaction
from villagegov.web.guards import guard
from villagegov.web.keyring import identity_of


@blueprint.get("/units/<int:unit_id>/people/<int:person_id>")
@guard(Permission.VIEW_BODIES, load=member)
def person(member: Member) -> ResponseReturnValue:
    """Every office held here, and declared kin; no digit of the ID number."""
    terms = terms_of_person(member.person, member.unit)
    return render_template(
        "bodies/person.html",
        unit=member.unit,
        person=member.person,
        terms=terms,
        kin=kin_seen_from(member.person),
        entries=history(member.person, *terms, within=[member.unit.id]),
    )


@blueprint.route("/units/<int:unit_id>/people/<int:person_id>/kin", methods=["GET", "POST"])
@guard(Permission.KEEP_BODIES, load=member)
def new_kin(member: Member) -> ResponseReturnValue:
    """Declare one near kin (A-08)."""
    form, back = KinForm(), url_for(".person", unit_id=member.unit.id, person_id=member.person.id)
    if form.submitted():
        identity = identity_of(form.id_number.data, form.name.data)
        with transaction(form=form) as answer:
            kin = enter_person(identity=identity, unit=member.unit, actor=current_user)
            declare(
                person=member.person,
                kin=kin,
                relation=form.kin,
                unit=member.unit,
                heeded=form.heeded.data,
                actor=current_user,
            )
            answer.to(back, _("已登记近亲属%(name)s。", name=kin.name))
        return answer.redirect()
    return render_template("bodies/kin.html", form=form, unit=member.unit, person=member.person)


@blueprint.route("/units/<int:unit_id>/people/<int:person_id>/kin/<int:kinship_id>/end", methods=["GET", "POST"])
@guard(Permission.KEEP_BODIES, load=tie_of_member)
def end_kin(tie: Tie) -> ResponseReturnValue:
    """Take a declaration back, with a reason that stays."""
    form = ReasonForm()
    if form.submitted():
        with transaction(tie.kinship, form) as answer:
            end_kinship(tie=tie.kinship, reason=form.reason.data, unit=tie.unit, actor=current_user)
            answer.to(url_for(".person", unit_id=tie.unit.id, person_id=tie.person.id), _("近亲属关系已撤销。"))
        return answer.redirect()
    return render_template("bodies/end_kin.html", form=form, unit=tie.unit, person=tie.person, tie=tie.kinship)
