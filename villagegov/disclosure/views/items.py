"""What can be posted beside the accounts: chosen from the catalogue, begun for a period or an event."""

from datetime import date

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.disclosure.forms.items import EventForm, PeriodForm
from villagegov.disclosure.models import Occasion
from villagegov.disclosure.operations import items as operations
from villagegov.disclosure.queries import items as queries
from villagegov.disclosure.queries.catalogue import catalogue_of, kind_of
from villagegov.disclosure.queries.occasions import occasion
from villagegov.disclosure.queries.postings import committee_unit
from villagegov.disclosure.rules.catalogue import BY_OTHER_ROOMS, Entry, affairs_named
from villagegov.disclosure.rules.clock import begun_periods
from villagegov.disclosure.views.blueprints import blueprint
from villagegov.disclosure.vocabulary.catalogue import Affairs, Cadence, Item
from villagegov.divisions.models import Division
from villagegov.transaction import transaction
from villagegov.web.filters import one_asked
from villagegov.web.guards import guard


@blueprint.get("/units/<int:unit_id>/items")
@guard(Permission.KEEP_POSTINGS, load=committee_unit)
def items(unit: Division) -> ResponseReturnValue:
    """Everything the unit posts itself, by the three kinds of affairs."""
    catalogue, kind = catalogue_of(unit, clock.today()), kind_of(unit)
    found = [(affairs_named(one, kind), [entry for entry in catalogue.of(one) if _is_here(entry)]) for one in Affairs]
    parts = [(title, entries) for title, entries in found if entries]
    return render_template(
        "disclosure/items.html", unit=unit, parts=parts, accounts=Item.MONTHLY_ACCOUNTS, at_once=Cadence.AT_ONCE
    )


def _unit_of_item(unit_id: int, item: str) -> Division | None:
    """The unit; whether it posts the item, the view asks."""
    return committee_unit(unit_id) if item in list(Item) else None


@blueprint.route("/units/<int:unit_id>/items/<item>/period", methods=["GET", "POST"])
@guard(Permission.KEEP_POSTINGS, load=_unit_of_item)
def draft_period(unit: Division) -> ResponseReturnValue:
    """Begin a period of an item; one that is begun already is opened."""
    entry, asked = _entry(unit), _day_asked()
    if entry.cadence is Cadence.AT_ONCE:
        abort(404)
    begun = queries.posting_about(unit, entry.item, asked) if asked else None
    periods = begun_periods(entry.cadence, clock.today())
    wanted = asked or periods[:2][-1].first  # the last one that is over
    form = PeriodForm(periods=periods, data={"period": wanted.isoformat()})
    if form.submitted():
        with transaction(unit, form) as answer:
            made = operations.draft_period(unit=unit, item=entry.item, day=form.first, actor=current_user)
            answer.to(url_for(".show", posting_id=made.id), _("可以填写了。"))
        return answer.redirect()
    if begun is not None:
        return redirect(url_for(".show", posting_id=begun.id))
    return render_template("disclosure/draft_period.html", form=form, unit=unit, entry=entry)


@blueprint.route("/units/<int:unit_id>/items/<item>/event", methods=["GET", "POST"])
@guard(Permission.KEEP_POSTINGS, load=_unit_of_item)
def draft_event(unit: Division) -> ResponseReturnValue:
    """Begin what has to be posted of an event; one that is begun already is opened."""
    entry, noted = _entry(unit), _occasion_asked(unit)
    if not entry.by_events:
        abort(404)
    begun = queries.posting_of_occasion(noted.id) if noted else None
    form = EventForm(data={"title": noted.title, "happened_on": noted.happened_on} if noted else None)
    if form.submitted():
        with transaction(unit, form) as answer:
            made = operations.draft_event(
                unit=unit,
                item=entry.item,
                happened_on=form.happened_on.value,
                title=form.title.data,
                occasion=noted,
                actor=current_user,
            )
            answer.to(url_for(".show", posting_id=made.id), _("可以填写了。"))
        return answer.redirect()
    if begun is not None:
        return redirect(url_for(".show", posting_id=begun.id))
    return render_template("disclosure/draft_event.html", form=form, unit=unit, entry=entry)


def _is_here(entry: Entry) -> bool:
    return entry.counts and entry.item not in BY_OTHER_ROOMS


def _entry(unit: Division) -> Entry:
    """The line of the catalogue in force for the item in the address."""
    entry = catalogue_of(unit, clock.today()).entry(Item((request.view_args or {})["item"]))
    if entry is None or not _is_here(entry) or entry.item is Item.MONTHLY_ACCOUNTS:
        abort(404)
    return entry


def _day_asked() -> date | None:
    """The first day of the period in the address."""
    try:
        return date.fromisoformat(one_asked("period")) if one_asked("period") else None
    except ValueError:
        abort(404)


def _occasion_asked(unit: Division) -> Occasion | None:
    """The event in the address; another unit's is none."""
    asked = one_asked("occasion")
    if not asked:
        return None
    found = occasion(int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 10 else None
    return found if found is not None and found.unit_id == unit.id else abort(404)
