"""Groups, the unit's numbers, and what it adopted."""

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.bodies.forms.places import DayForm, GroupForm, RuleForm, StandingForm
from villagegov.bodies.models import AdoptedRule, Group
from villagegov.bodies.operations import places as operations
from villagegov.bodies.queries import groups_of, rules_of, standing_of
from villagegov.bodies.queries.meetings import committee_unit
from villagegov.bodies.queries.places import group, is_taken_over, rule
from villagegov.bodies.views.blueprints import blueprint
from villagegov.divisions.models import Division
from villagegov.files.operations import keep_file
from villagegov.files.queries import stored_file
from villagegov.transaction import transaction
from villagegov.web.attachments import ACCEPTED, LIMIT, checked, send_stored
from villagegov.web.forms import NOT_YET
from villagegov.web.guards import guard


@blueprint.get("/units/<int:unit_id>/groups")
@guard(Permission.VIEW_BODIES, load=committee_unit)
def groups(unit: Division) -> ResponseReturnValue:
    """The groups of a unit with their numbers."""
    return render_template("bodies/groups.html", unit=unit, groups=groups_of(unit, closed=True))


@blueprint.route("/units/<int:unit_id>/groups/new", methods=["GET", "POST"])
@guard(Permission.KEEP_BODIES, load=committee_unit)
def new_group(unit: Division) -> ResponseReturnValue:
    """One more group."""
    return _keep_group(unit, None)


@blueprint.route("/groups/<int:group_id>", methods=["GET", "POST"])
@guard(Permission.KEEP_BODIES, load=group)
def edit_group(group: Group) -> ResponseReturnValue:
    """Its name and numbers."""
    return _keep_group(group.unit, group)


def _keep_group(unit: Division, kept: Group | None) -> ResponseReturnValue:
    form = GroupForm(obj=kept)
    if form.submitted():
        with transaction(kept, form) as answer:
            operations.keep_group(
                unit=unit,
                group=kept,
                name=form.name.data.strip(),
                adults=form.adults.value,
                households=form.households.value,
                actor=current_user,
            )
            answer.to(url_for(".groups", unit_id=unit.id), _("小组已登记。"))
        return answer.redirect()
    return render_template("bodies/group.html", form=form, unit=unit, group=kept)


@blueprint.route("/groups/<int:group_id>/close", methods=["GET", "POST"])
@guard(Permission.KEEP_BODIES, load=group)
def close_group(group: Group) -> ResponseReturnValue:
    """A group that no longer exists."""
    form = DayForm(obj=group)
    if form.submitted():
        with transaction(group, form) as answer:
            operations.close_group(group=group, on=form.on.value, actor=current_user)
            answer.to(url_for(".groups", unit_id=group.unit_id), _("小组已撤销。"))
        return answer.redirect()
    return render_template("bodies/close_group.html", form=form, group=group)


@blueprint.route("/units/<int:unit_id>/standing", methods=["GET", "POST"])
@guard(Permission.KEEP_BODIES, load=committee_unit)
def standing(unit: Division) -> ResponseReturnValue:
    """Adults, households, telephone and place."""
    kept = standing_of(unit)
    form = StandingForm(obj=kept, version="" if kept else NOT_YET)
    if form.submitted():
        with transaction(kept, form) as answer:
            operations.keep_standing(
                unit=unit,
                adults=form.adults.value,
                households=form.households.value,
                office_phone=form.office_phone.data,
                office_place=form.office_place.data,
                actor=current_user,
            )
            answer.to(_where_from(unit), _("已保存。"))
        return answer.redirect()
    return render_template(
        "bodies/standing.html", form=form, unit=unit, groups=groups_of(unit), cancel=_where_from(unit)
    )


def _where_from(unit: Division) -> str:
    """Until the unit is taken over, its list of steps is where one came from and goes on."""
    return url_for(".unit" if is_taken_over(unit) else ".set_up", unit_id=unit.id)


@blueprint.get("/units/<int:unit_id>/adopted-rules")
@guard(Permission.VIEW_BODIES, load=committee_unit)
def adopted_rules(unit: Division) -> ResponseReturnValue:
    """What the unit adopted."""
    return render_template("bodies/rules.html", unit=unit, rules=rules_of(unit))


@blueprint.route("/units/<int:unit_id>/adopted-rules/new", methods=["GET", "POST"])
@guard(Permission.KEEP_BODIES, load=committee_unit)
def new_rule(unit: Division) -> ResponseReturnValue:
    """One more, with its text."""
    form = RuleForm()
    if form.submitted():
        sent = checked(form.file, unit=unit, needed=True)
        with transaction(form=form) as answer:
            file = keep_file(checked=sent[0], unit=unit, actor=current_user, field="file")
            operations.adopt_rule(
                unit=unit, title=form.title.data, adopted_on=form.adopted_on.value, file=file, actor=current_user
            )
            answer.to(url_for(".adopted_rules", unit_id=unit.id), _("已登记。"))
        return answer.redirect()
    return render_template("bodies/rule.html", form=form, unit=unit, accepted=ACCEPTED, limit=LIMIT)


@blueprint.get("/adopted-rules/<int:rule_id>/text")
@guard(Permission.VIEW_BODIES, load=rule)
def rule_text(rule: AdoptedRule) -> ResponseReturnValue:
    """Its text."""
    return send_stored(stored_file(rule.file_id) or abort(404))


@blueprint.route("/adopted-rules/<int:rule_id>/repeal", methods=["GET", "POST"])
@guard(Permission.KEEP_BODIES, load=rule)
def repeal_rule(rule: AdoptedRule) -> ResponseReturnValue:
    """No longer in force."""
    form = DayForm(obj=rule)
    if form.submitted():
        with transaction(rule, form) as answer:
            operations.repeal_rule(rule=rule, on=form.on.value, actor=current_user)
            answer.to(url_for(".adopted_rules", unit_id=rule.unit_id), _("已登记失效。"))
        return answer.redirect()
    return render_template("bodies/repeal.html", form=form, rule=rule)
