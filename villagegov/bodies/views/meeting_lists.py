"""Lists of meetings, narrowed by kind, year and words, on the screen and as a spreadsheet."""

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts import queries as accounts
from villagegov.accounts.permissions import Permission
from villagegov.bodies.models import Meeting
from villagegov.bodies.queries import meetings as queries
from villagegov.bodies.views.blueprints import blueprint
from villagegov.bodies.views.meetings import kind_asked
from villagegov.bodies.vocabulary import MeetingKind
from villagegov.divisions.models import Division
from villagegov.web.attachments import as_xlsx
from villagegov.web.filters import one_asked, words_asked
from villagegov.web.guards import guard
from villagegov.web.paging import paged
from villagegov.web.sheets import Column, write_sheet

#: The list offers this year and so many before it.
YEARS_BACK = 4
#: So many meetings are exported at once.
MOST_EXPORTED = 5000


@blueprint.get("/meetings")
@guard(Permission.VIEW_MEETINGS)
def meetings() -> ResponseReturnValue:
    """Meetings of one's area."""
    areas = accounts.areas(current_user, Permission.VIEW_MEETINGS)
    keeps = [one for one in areas if accounts.may(current_user, Permission.KEEP_MEETINGS, one)]
    return _listed(areas, keeps, ".meetings")


@blueprint.get("/units/<int:unit_id>/meetings")
@guard(Permission.VIEW_MEETINGS, load=queries.committee_unit)
def unit_meetings(unit: Division) -> ResponseReturnValue:
    """Meetings of one unit."""
    keeps = [unit] if accounts.may(current_user, Permission.KEEP_MEETINGS, unit) else []
    return _listed([unit], keeps, ".unit_meetings", unit)


def _listed(
    places: list[Division], keeps: list[Division], endpoint: str, unit: Division | None = None
) -> ResponseReturnValue:
    kind, year, words = kind_asked(), _year_asked(), words_asked()
    page = paged(queries.meetings_in(places, kind=kind, year=year, words=words))
    return render_template(
        "bodies/meetings/index.html",
        page=page,
        unit=unit,
        only=unit or accounts.only_unit(current_user, Permission.VIEW_MEETINGS),
        keeps=keeps,
        here={"unit_id": unit.id} if unit else {},
        endpoint=endpoint,
        kinds=list(MeetingKind),
        years=_years(),
        asked={"kind": kind.value if kind else None, "year": year, "q": words or None},
        kind=kind,
        year=year,
        words=words,
        quorum_of={one.id: queries.quorum(one) for one in page.rows},
    )


@blueprint.get("/meetings/export")
@guard(Permission.VIEW_MEETINGS)
def export_meetings() -> ResponseReturnValue:
    """The meetings of one's area as xlsx, narrowed as the list was; one line for each matter voted on."""
    return _sheet(accounts.areas(current_user, Permission.VIEW_MEETINGS))


@blueprint.get("/units/<int:unit_id>/meetings/export")
@guard(Permission.VIEW_MEETINGS, load=queries.committee_unit)
def export_unit_meetings(unit: Division) -> ResponseReturnValue:
    """The same of one unit."""
    return _sheet([unit])


def _sheet(places: list[Division]) -> ResponseReturnValue:
    query = queries.meetings_in(places, kind=kind_asked(), year=_year_asked(), words=words_asked())
    found = queries.at_most(query, MOST_EXPORTED)
    titles = (_("日期"), _("单位"), _("会议"), _("议题"), _("应到"), _("实到"), _("是否有效"), _("表决事项"))
    columns = [Column("", title) for title in (*titles, _("赞成"), _("反对"), _("弃权"), _("结果"))]
    rows = [(*_told(one), *matter) for one in found for matter in _matters(one)]
    return as_xlsx(write_sheet(columns, rows, _("会议")), _("会议记录"))


def _told(one: Meeting) -> tuple[str | int, ...]:
    name = str(one.kind.named(one.unit.kind))
    kind = f"{name}（{one.group.name}）" if one.group else name
    counts = _("已作废") if one.voided_at else _("有效") if queries.quorum(one).held else _("到会不够")
    state = counts if one.closed_at else _("正在登记")
    return one.held_on.isoformat(), one.unit.name, kind, one.subject, one.entitled, one.present, state


def _matters(one: Meeting) -> list[tuple[str | int, ...]]:
    found: list[tuple[str | int, ...]] = []
    for matter in one.decisions:
        votes = [matter.votes_for, matter.votes_against, matter.abstained]
        figures = ["" if figure is None else figure for figure in votes]
        found.append((matter.matter, *figures, str(queries.verdict(matter).label)))
    return found or [("",) * 5]


def _years() -> list[int]:
    this_year = clock.today().year
    return list(range(this_year, this_year - YEARS_BACK - 1, -1))


def _year_asked() -> int | None:
    return next((one for one in _years() if str(one) == one_asked("year")), None)
