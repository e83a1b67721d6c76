"""The bodies of one's area, and of a unit; the paper an office stands on; the roster to take away."""

from collections.abc import Iterator

from flask import abort, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts import queries as accounts
from villagegov.accounts.permissions import Permission
from villagegov.bodies.models import Term
from villagegov.bodies.queries import groups_of, pending_in, rules_of, standing_of, terms_of
from villagegov.bodies.queries.avoidance import clashes_in
from villagegov.bodies.queries.meetings import committee_unit
from villagegov.bodies.queries.offices import term
from villagegov.bodies.queries.setup import bench_of, standings_of, units_in
from villagegov.bodies.rules.verdicts import verdicts_of
from villagegov.bodies.views.blueprints import blueprint
from villagegov.bodies.vocabulary import Body
from villagegov.divisions.models import Division
from villagegov.files.queries import stored_file
from villagegov.web.attachments import as_xlsx, send_stored
from villagegov.web.filters import words_asked
from villagegov.web.guards import guard
from villagegov.web.paging import paged
from villagegov.web.sheets import Column, write_sheet


@blueprint.get("/bodies")
@guard(Permission.VIEW_BODIES)
def index() -> ResponseReturnValue:
    """The units of one's area, and which are taken over; whose area is one unit reads its bodies at once."""
    only, words = accounts.only_unit(current_user, Permission.VIEW_BODIES), words_asked()
    if only is not None:
        return _bodies_of(only)
    page = paged(units_in(accounts.areas(current_user, Permission.VIEW_BODIES), words))
    return render_template("bodies/index.html", page=page, words=words, standings=standings_of(page.rows))


@blueprint.get("/units/<int:unit_id>/bodies")
@guard(Permission.VIEW_BODIES, load=committee_unit)
def unit(unit: Division) -> ResponseReturnValue:
    """Every body with its members, their ground, and what the law asks of its size."""
    return _bodies_of(unit)


def _bodies_of(unit: Division) -> str:
    today = clock.today()
    terms, waiting = terms_of(unit, today), pending_in(unit)
    bench = bench_of(terms, unit, today)
    return render_template(
        "bodies/unit.html",
        unit=unit,
        only=accounts.only_unit(current_user, Permission.VIEW_BODIES) is not None,
        bodies=[(body, [one for one in terms if one.office.body is body], verdicts_of(body, bench)) for body in Body],
        waiting=waiting,
        clashes=clashes_in(terms, unit, today),
        standing=standing_of(unit),
        groups=groups_of(unit),
        rules=rules_of(unit),
        today=today,
    )


@blueprint.get("/units/<int:unit_id>/bodies/export")
@guard(Permission.VIEW_BODIES, load=committee_unit)
def export_bodies(unit: Division) -> ResponseReturnValue:
    """Everybody in office today as xlsx, for the township's list; without ID numbers."""
    titles = (_("机构"), _("职务"), _("姓名"), _("性别"), _("小组"), _("代表户数"), _("任职日期"), _("任期到"))
    columns = [Column("", title) for title in (*titles, _("产生方式"), _("依据文件"), _("中共党员"))]
    rows = [tuple(_exported(one)) for one in terms_of(unit, clock.today())]
    return as_xlsx(write_sheet(columns, rows, _("任职名单")), _("%(unit)s任职名单", unit=unit.name))


def _exported(one: Term) -> Iterator[str | int]:
    yield from (
        str(one.office.body.named(one.unit.kind)),
        str(one.office.label),
        one.person.name,
        str(one.person.sex.label),
    )
    yield one.group.name if one.group else ""
    yield one.households if one.households is not None else ""
    yield from (one.from_on.isoformat(), one.until_on.isoformat() if one.until_on else "")
    yield from (str(one.basis.label), one.document, _("是") if one.is_party_member else _("否"))


@blueprint.get("/terms/<int:term_id>/document")
@guard(Permission.VIEW_BODIES, load=term)
def document(term: Term) -> ResponseReturnValue:
    """The photograph of the paper an office stands on."""
    stored = stored_file(term.document_file_id) if term.document_file_id else None
    return send_stored(stored or abort(404))
