"""What happened and has to be posted within days; what residents asked for."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.disclosure.forms.occasions import OccasionForm, PetitionForm, WithdrawForm
from villagegov.disclosure.models import Occasion
from villagegov.disclosure.operations import occasions as operations
from villagegov.disclosure.queries import occasions as queries
from villagegov.disclosure.queries.catalogue import catalogue_of, kind_of
from villagegov.disclosure.queries.postings import committee_unit
from villagegov.disclosure.rules.catalogue import BY_OTHER_ROOMS, Entry, named
from villagegov.disclosure.rules.clock import due_at_once
from villagegov.disclosure.rules.petitions import sum_of
from villagegov.disclosure.views.blueprints import blueprint
from villagegov.disclosure.vocabulary.adopted import AskedBy
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.divisions.models import Division
from villagegov.transaction import transaction
from villagegov.web.guards import guard
from villagegov.web.paging import paged


@blueprint.get("/units/<int:unit_id>/occasions")
@guard(Permission.VIEW_POSTINGS, load=committee_unit)
def occasions(unit: Division) -> ResponseReturnValue:
    """The events of a unit, each with the day it happened and the day it was recorded (T12)."""
    page = paged(queries.occasions_of(unit))
    return render_template(
        "disclosure/occasions/index.html",
        unit=unit,
        page=page,
        petitions=queries.petitions_of(page.rows),
        due_of=due_at_once,
        sum_of=sum_of,
        named=lambda item: named(item, kind_of(unit)),
    )


@blueprint.route("/units/<int:unit_id>/occasions/new", methods=["GET", "POST"])
@guard(Permission.NOTE_OCCASION, load=committee_unit)
def note_occasion(unit: Division) -> ResponseReturnValue:
    """Write one down."""
    form = OccasionForm(entries=_posted_at_once(unit))
    if form.submitted():
        with transaction(form=form) as answer:
            made = operations.note_occasion(
                unit=unit,
                item=Item(form.item.data),
                title=form.title.data.strip(),
                happened_on=form.happened_on.value,
                came_from=form.came_from.data.strip(),
                actor=current_user,
            )
            last = due_at_once(made.happened_on)
            answer.to(url_for(".occasions", unit_id=unit.id), _("已登记。最迟：%(sum)s。", sum=last.words))
        return answer.redirect()
    return render_template("disclosure/occasions/new.html", form=form, unit=unit)


def _posted_at_once(unit: Division) -> list[Entry]:
    """What the catalogue has posted at once; elections, consultation and petitions open theirs themselves."""
    others = BY_OTHER_ROOMS | {Item.ASKED_FOR}
    return [one for one in catalogue_of(unit, clock.today()) if one.counts and one.by_events and one.item not in others]


@blueprint.route("/units/<int:unit_id>/occasions/asked-for", methods=["GET", "POST"])
@guard(Permission.NOTE_OCCASION, load=committee_unit)
def record_petition(unit: Division) -> ResponseReturnValue:
    """Residents asked for a matter that the catalogue does not name."""
    form = PetitionForm()
    if form.submitted():
        with transaction(form=form) as answer:
            made = operations.record_petition(
                unit=unit,
                title=form.title.data.strip(),
                asked_by=AskedBy(form.asked_by.data),
                askers=form.askers.value,
                base=form.base.value,
                base_source=form.base_source.data.strip(),
                asked_on=form.happened_on.value,
                document=form.came_from.data.strip(),
                actor=current_user,
            )
            said = sum_of(asked_by=made.asked_by, askers=made.askers, base=made.base)
            answer.to(url_for(".occasions", unit_id=unit.id), _("已登记，必须公开：%(sum)s。", sum=said))
        return answer.redirect()
    return render_template("disclosure/occasions/asked_for.html", form=form, unit=unit)


@blueprint.route("/occasions/<int:occasion_id>/withdraw", methods=["GET", "POST"])
@guard(Permission.NOTE_OCCASION, load=queries.occasion)
def withdraw_occasion(occasion: Occasion) -> ResponseReturnValue:
    """Take back one entered by mistake; it stays to be read."""
    form = WithdrawForm(version=occasion.version)
    if form.submitted():
        with transaction(occasion, form) as answer:
            operations.withdraw_occasion(occasion=occasion, reason=form.reason.data.strip(), actor=current_user)
            answer.to(url_for(".occasions", unit_id=occasion.unit_id), _("已撤销，登记和理由都留着。"))
        return answer.redirect()
    return render_template("disclosure/occasions/withdraw.html", form=form, occasion=occasion)
