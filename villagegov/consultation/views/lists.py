"""Lists of topics, narrowed by state, tag and words, on the screen and as a spreadsheet; the page of one."""

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts import queries as accounts
from villagegov.accounts.permissions import Permission
from villagegov.audit.queries import history
from villagegov.consultation.models import Topic
from villagegov.consultation.queries import topics as queries
from villagegov.consultation.queries.due import waiting_of
from villagegov.consultation.queries.sheets import venue_words
from villagegov.consultation.views.blueprints import blueprint
from villagegov.consultation.views.standing import standing_of, tone_of
from villagegov.consultation.vocabulary import RIGHTS, State, Tag
from villagegov.web.attachments import as_xlsx
from villagegov.web.filters import one_asked, words_asked
from villagegov.web.guards import guard
from villagegov.web.paging import paged
from villagegov.web.sheets import Column, write_sheet

#: So many topics are exported at once.
MOST_EXPORTED = 5000


def state_asked() -> State | None:
    """The state the list is narrowed by."""
    asked = one_asked("state")
    return next((one for one in State if one == asked), None)


def tag_asked() -> Tag | None:
    """The tag the list is narrowed by."""
    asked = one_asked("tag")
    return next((one for one in Tag if one == asked), None)


@blueprint.get("/consultations")
@guard(Permission.VIEW_CONSULTATIONS)
def index() -> ResponseReturnValue:
    """Topics of one's area."""
    areas = accounts.areas(current_user, Permission.VIEW_CONSULTATIONS)
    state, tag, words = state_asked(), tag_asked(), words_asked()
    page = paged(queries.topics_in(areas, state=state, tag=tag, words=words))
    return render_template(
        "consultation/index.html",
        page=page,
        only=accounts.only_unit(current_user, Permission.VIEW_CONSULTATIONS),
        keeps=accounts.areas(current_user, Permission.KEEP_CONSULTATIONS),
        states=list(State),
        tags=list(Tag),
        state=state,
        tag=tag,
        words=words,
        state_of={one.id: queries.state_on(one) for one in page.rows},
        waiting={one.id: waiting_of(one) for one in page.rows},
        tone_of=tone_of,
        today=clock.today(),
        rights=RIGHTS,
        asked={"state": state.value if state else None, "tag": tag.value if tag else None, "q": words or None},
    )


@blueprint.get("/consultations/export")
@guard(Permission.VIEW_CONSULTATIONS)
def export() -> ResponseReturnValue:
    """The same as xlsx, narrowed as the list was; one line for each agreed point."""
    areas = accounts.areas(current_user, Permission.VIEW_CONSULTATIONS)
    query = queries.topics_in(areas, state=state_asked(), tag=tag_asked(), words=words_asked())
    found = queries.at_most(query, MOST_EXPORTED)
    titles = (_("单位"), _("编号"), _("议题"), _("类别"), _("提出方"), _("提出日期"), _("协商形式"), _("状态"))
    points = (_("做什么"), _("谁负责"), _("什么时候以前"), _("办好的日期"), _("落实情况"))
    columns = [Column("", title) for title in (*titles, _("结果说明"), *points)]
    rows = [(*_told(one), *row) for one in found for row in _points(one)]
    return as_xlsx(write_sheet(columns, rows, _("协商")), _("协商议题"))


def _told(one: Topic) -> tuple[str | int, ...]:
    return (
        one.unit.name,
        one.number,
        one.title,
        str(one.tag.label),
        str(one.starter.label),
        one.proposed_on.isoformat(),
        venue_words(one),
        str(queries.state_on(one).label),
        one.outcome_words,
    )


def _points(one: Topic) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = [
        (
            point.what,
            point.who,
            point.due_on.isoformat(),
            point.done_on.isoformat() if point.done_on else "",
            point.reports[-1].words if point.reports else "",
        )
        for point in one.points
    ]
    return found or [("",) * 5]


@blueprint.get("/consultations/<int:topic_id>")
@guard(Permission.VIEW_CONSULTATIONS, load=queries.topic)
def show(topic: Topic) -> ResponseReturnValue:
    """One topic: how far it is, what comes next, who did what."""
    return render_template(
        "consultation/show.html", venue=venue_words(topic), entries=history(topic), **standing_of(topic)
    )
