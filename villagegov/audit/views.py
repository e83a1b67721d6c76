"""All that was done, for the auditor."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts import queries as accounts
from villagegov.accounts.permissions import Permission
from villagegov.audit import queries
from villagegov.audit.rules import ALERTS_SHOWN
from villagegov.divisions import queries as divisions
from villagegov.divisions.models import Division
from villagegov.web.filters import words_asked
from villagegov.web.guards import guard
from villagegov.web.paging import paged
from villagegov.web.told import WORDS

blueprint = Blueprint("audit", __name__)


@blueprint.get("/audit")
@guard(Permission.READ_AUDIT)
def index() -> ResponseReturnValue:
    """Every entry, newest first, narrowed by words and by place."""
    words, code = words_asked(), words_asked("place")
    area = _area_asked(code)
    page = paged(queries.entries(words, tags=WORDS.tags_named(words), within=accounts.ids_within(area)))
    places = divisions.words_of(entry.chain.place_id for entry in page.rows)
    return render_template(
        "audit/index.html",
        page=page,
        words=words,
        code=code,
        places=places,
        unknown=bool(code) and not area,
        alerts=queries.alerts(clock.now() - ALERTS_SHOWN),
    )


def _area_asked(code: str) -> list[Division]:
    """The place with this code, if the reader may look there; without a code all his places."""
    areas = accounts.areas(current_user, Permission.READ_AUDIT)
    if not code:
        return areas
    place = divisions.division_coded(code)
    return [place] if place is not None and any(place.lies_in(area) for area in areas) else []


@blueprint.get("/audit/readings")
@guard(Permission.READ_AUDIT)
def readings() -> ResponseReturnValue:
    """Who looked at which list of persons, newest first (A16)."""
    words, code = words_asked(), words_asked("place")
    area = _area_asked(code)
    page = paged(queries.readings(words, within=accounts.ids_within(area)))
    places = divisions.words_of(reading.place_id for reading in page.rows)
    return render_template(
        "audit/readings.html", page=page, words=words, code=code, places=places, unknown=bool(code) and not area
    )
