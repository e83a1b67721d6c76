"""What a unit has to post and has not, for everybody; and for whoever looks after many units."""

from datetime import date

from flask import abort, render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.accounts.queries import areas
from villagegov.disclosure.queries.catalogue import kind_of, versions_above
from villagegov.disclosure.queries.expected import boards_of, expected_of_many, page_of, units_begun
from villagegov.disclosure.rules.catalogue import BY_OTHER_ROOMS, DRAFTABLE, affairs_named
from villagegov.disclosure.rules.expected import expected_of, in_force, overdue_of
from villagegov.disclosure.views.blueprints import blueprint
from villagegov.disclosure.vocabulary.catalogue import Affairs
from villagegov.divisions.models import Division
from villagegov.divisions.queries import unit_coded, words_above
from villagegov.web.filters import one_asked
from villagegov.web.guards import guard, public
from villagegov.web.kept import kept
from villagegov.web.paging import cut, paged


def _unit(code: str) -> Division:
    return unit_coded(code) or abort(404)


def _day_asked() -> date:
    """The day in the address; today when there is none."""
    try:
        return date.fromisoformat(one_asked("on")) if one_asked("on") else clock.today()
    except ValueError:
        abort(404)


@blueprint.get("/c/<code>/catalogue")
@public
@kept
def public_catalogue(code: str) -> ResponseReturnValue:
    """What the unit has to post, how often, by whom, on which ground; as of today or of the day asked for."""
    unit, day = _unit(code), _day_asked()
    kind = kind_of(unit)
    versions = versions_above([unit])[unit.id][kind]
    catalogue = in_force(kind, versions, day)
    return render_template(
        "disclosure/catalogue/public.html",
        unit=unit,
        day=day,
        today=clock.today(),
        catalogue=catalogue,
        often=catalogue.by_cadence(),
        parts=[(affairs_named(one, kind), catalogue.of(one)) for one in Affairs],
        left_out=[one for one in catalogue if not one.on],
        versions=sorted(versions, key=lambda one: one.from_on, reverse=True),
        posted_here=DRAFTABLE | BY_OTHER_ROOMS,
    )


@blueprint.get("/c/<code>/due")
@public
@kept
def public_due(code: str) -> ResponseReturnValue:
    """Everything that should have been posted, the longest overdue first, and what comes next."""
    unit, today = _unit(code), clock.today()
    board = boards_of([unit])[unit.id]
    expected = expected_of(board, today)
    overdue = overdue_of(expected, today)
    return render_template(
        "disclosure/catalogue/due.html",
        unit=unit,
        above=words_above([unit])[unit.id],
        today=today,
        begun=board.begun_on is not None,
        page=cut(expected),
        overdue=len(overdue),
        page_of=page_of,
    )


@blueprint.get("/postings/overdue")
@guard(Permission.VIEW_POSTINGS)
def overdue() -> ResponseReturnValue:
    """Unit by unit, how much is overdue and for how long."""
    today = clock.today()
    page = paged(units_begun(areas(current_user, Permission.VIEW_POSTINGS)))
    missing = {key: overdue_of(found, today) for key, found in expected_of_many(page.rows, today).items()}
    return render_template(
        "disclosure/catalogue/overdue.html", page=page, missing=missing, today=today, above=words_above(page.rows)
    )
