"""The way in for everybody: find one's village, read its board; and the start page of those who work here."""

from datetime import date

from flask import Blueprint, Response, abort, jsonify, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

import villagegov.audit.queries as audit
import villagegov.backups.queries as backups
import villagegov.clock as clock
from villagegov.accounts import queries as accounts
from villagegov.accounts.permissions import Permission
from villagegov.audit.models import AuditEntry
from villagegov.audit.rules import ALERTS_SHOWN
from villagegov.bodies.queries.people import in_charge
from villagegov.consultation.queries.topics import has_topics, topics_of_notices
from villagegov.desk.health import health, is_well
from villagegov.desk.queries import due_of, has_work
from villagegov.desk.rules import grouped
from villagegov.disclosure.queries import public as postings
from villagegov.disclosure.queries.expected import boards_of
from villagegov.disclosure.rules.expected import expected_of, overdue_of
from villagegov.divisions import queries as divisions
from villagegov.divisions import rules
from villagegov.divisions.models import Division
from villagegov.due import Due
from villagegov.elections.queries.due import elections_of
from villagegov.elections.queries.printed import papers_of_notices
from villagegov.notices.queries import posted_notices
from villagegov.web.filters import words_asked
from villagegov.web.guards import public, public_machine, signed_in
from villagegov.web.kept import kept
from villagegov.web.keyring import keys
from villagegov.web.paging import Page, paged
from villagegov.web.reader import A_YEAR

blueprint = Blueprint("desk", __name__)

#: Remembers the last board that was read, so that an elderly reader need not search twice. It names no person.
PLACE_COOKIE = "place"


@blueprint.get("/")
@public
def home() -> ResponseReturnValue:
    """Find a village or community by its name or that of its township."""
    words = words_asked()
    page = _found(words) if words else None
    mine = divisions.unit_coded(request.cookies.get(PLACE_COOKIE, ""))
    shown = [*(page.rows if page else []), *([mine] if mine else [])]
    return render_template("desk/home.html", words=words, page=page, mine=mine, above=divisions.words_above(shown))


def _found(words: str) -> Page[Division]:
    """Hits for the words as typed; if there are none, for an address typed in one piece."""
    page = paged(divisions.committees_named(words))
    apart = rules.spread(words)
    return page if page.total or apart == words else paged(divisions.committees_named(apart))


@blueprint.get("/health")
@public_machine
def health_for_machines() -> ResponseReturnValue:
    """Whether all is well: 200, or 503 with a word for what is not."""
    words = health()
    return jsonify(words), 200 if is_well(words) else 503, {"Cache-Control": "no-store"}


@blueprint.get("/c/<code>")
@public
def unit(code: str) -> ResponseReturnValue:
    """The board of one village or community: what is posted."""
    return _remembering(make_response(_board(code=code)), code)


@kept
def _board(code: str) -> ResponseReturnValue:
    place, pasts = divisions.unit_with_names(code) or abort(404)
    page, elections = paged(posted_notices(place)), elections_of(place)
    board, today = boards_of([place])[place.id], clock.today()
    return render_template(
        "desk/unit.html",
        unit=place,
        above=divisions.words_above([place])[place.id],
        pasts=pasts,
        page=page,
        announced={one.notice_id: one for one in elections},
        elections=elections,
        posted=postings.postings_of_notices(row.notice_id for row in page.rows),
        papers=papers_of_notices(row.notice_id for row in page.rows),
        talks=topics_of_notices(row.notice_id for row in page.rows),
        consults=has_topics(place),
        in_charge=in_charge(place),
        overdue=overdue_of(expected_of(board, today), today),
        keeps_accounts=board.begun_on is not None,
        today=today,
    )


def _remembering(response: Response, code: str) -> Response:
    if request.cookies.get(PLACE_COOKIE) != code:
        secure = request.is_secure
        response.set_cookie(PLACE_COOKIE, code, max_age=A_YEAR, samesite="Lax", httponly=True, secure=secure)
    return response


@blueprint.get("/desk")
@signed_in
def start() -> ResponseReturnValue:
    """What is due, by when, what happens if not."""
    today = clock.today()
    keeping = _due_of_keeper(today)
    return render_template(
        "desk/start.html",
        groups=grouped([*due_of(current_user, today), *keeping], today),
        works=has_work(current_user) or bool(keeping),
        handed=accounts.handovers_for(current_user),
        changed=accounts.rights_changed(current_user),
        alerts=_alerts(),
        today=today,
        places=[place.name for place in accounts.all_areas(current_user)],
    )


def _due_of_keeper(today: date) -> list[Due]:
    """What the installation itself asks of whoever keeps its backups; the keys in use are known to the web alone."""
    scope = accounts.areas(current_user, Permission.KEEP_BACKUPS)
    return backups.due_items(scope, today, code=keys().check_code) if scope else []


def _alerts() -> list[AuditEntry]:
    """O6: what the auditor is warned of stands where he begins; nobody can take it away from there."""
    return audit.alerts(clock.now() - ALERTS_SHOWN) if accounts.may(current_user, Permission.READ_AUDIT) else []
