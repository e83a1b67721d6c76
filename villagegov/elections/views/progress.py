"""The township's desk: how far its units are, late ones first; the same above it, drilled down; the summary upward."""

from dataclasses import dataclass

from flask import Response, abort, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.accounts.queries import areas
from villagegov.divisions.models import Division
from villagegov.divisions.queries import above
from villagegov.divisions.queries import division as division_with
from villagegov.elections.measures import percent_shown
from villagegov.elections.models import Election, Round
from villagegov.elections.queries import facts_of_many
from villagegov.elections.queries import progress as known
from villagegov.elections.queries.afterwards import after_of_many
from villagegov.elections.queries.filing import result_days
from villagegov.elections.queries.summary import figures_in, places_below, total_of
from villagegov.elections.rules.afterwards import AfterFacts
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.progress import Waiting, waiting_for
from villagegov.elections.rules.tasks import stage_of
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary import Stage
from villagegov.elections.vocabulary.progress import Bucket, Figure
from villagegov.web.attachments import as_xlsx
from villagegov.web.filters import one_asked, words_asked
from villagegov.web.guards import guard
from villagegov.web.paging import paged
from villagegov.web.sheets import Column, write_sheet


@dataclass(frozen=True)
class Row:
    """One unit as the list shows it."""

    unit: Division
    election: Election | None
    stage: Stage | None
    disputes: int
    waiting: Waiting | None


@blueprint.get("/progress")
@guard(Permission.OVERSEE_ELECTION)
def progress() -> ResponseReturnValue:
    """All units of a place in a round, with what is late and by how many days."""
    own, today = areas(current_user, Permission.OVERSEE_ELECTION), clock.today()
    place, rounds = _place(own), known.rounds_over(own)
    asked, late, words = one_asked("stage"), one_asked("late") == "1", words_asked()
    bucket = next((one for one in Bucket if one == asked), None)
    round_ = _round(rounds)
    if round_ is None:
        return render_template("elections/progress/none.html", place=place)
    page = paged(known.units_in(round_, place, today, bucket=bucket, late=late, words=words))
    standings = known.standings(round_, place, today)
    return render_template(
        "elections/progress/show.html",
        place=place,
        above=[one for one in above(place) if any(one.lies_in(area) for area in own)],
        rounds=rounds,
        round=round_,
        page=page,
        rows=_rows(round_, page.rows),
        below=[(one, standings[one.id]) for one in places_below(standings)] if not _is_low(place) else [],
        counts={one: sum(held.buckets[one] for held in standings.values()) for one in Bucket},
        late_units=sum(held.late for held in standings.values()),
        bucket=bucket,
        late=late,
        words=words,
        today=today,
    )


def _is_low(place: Division) -> bool:
    """A township's places below are its units, which the list shows already."""
    return place.level.value in ("township", "unit")


def _place(own: list[Division]) -> Division:
    """The place asked for, if it lies in the reader's area; else the area itself."""
    asked = one_asked("place")
    if not asked:
        return own[0]
    found = division_with(int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 10 else None
    return found if found is not None and any(found.lies_in(area) for area in own) else abort(404)


def _round(rounds: list[Round]) -> Round | None:
    asked = one_asked("round")
    return next((one for one in rounds if str(one.id) == asked), None) or next(iter(rounds), None)


def _rows(round_: Round, units: list[Division]) -> list[Row]:
    elections = known.elections_by_unit(round_, units)
    facts, after = facts_of_many(elections.values()), after_of_many(one.id for one in elections.values())
    posted, found = result_days(elections.values()), []
    for unit in units:
        one = elections.get(unit.id)
        if one is None:
            found.append(Row(unit, None, None, 0, None))
            continue
        mine = facts[one.id]
        waiting = waiting_for(mine, after.get(one.id, AfterFacts()), posted.get(one.id), law_of(one))
        found.append(Row(unit, one, stage_of(mine), mine.disputes, waiting))
    return found


@blueprint.get("/progress/summary")
@guard(Permission.OVERSEE_ELECTION)
def progress_summary() -> ResponseReturnValue:
    """F-33 as xlsx: one line for each place below, and their sum."""
    own, today = areas(current_user, Permission.OVERSEE_ELECTION), clock.today()
    place, round_ = _place(own), _round(known.rounds_over(own))
    if round_ is None:
        abort(404)
    return _sheet(round_, place, figures_in(round_, place, today))


def _sheet(round_: Round, place: Division, sums: dict[int, dict[Figure, int]]) -> Response:
    titles = (_("地区"), *(str(one.label) for one in Figure), _("参选率"), _("备注"))
    rows = [_line(one.name, sums[one.id]) for one in places_below(sums)]
    rows.append(_line(str(_("合计")), total_of(sums.values())))
    name = _("%(place)s换届进度和情况汇总表", place=place.name)
    notes = [
        round_.name,
        _("参选率按各次选举最后一次投票收回的选票计算；党员、学历、一肩挑和交叉任职按各单位报送备案时填的人数。"),
    ]
    return as_xlsx(write_sheet([Column("", str(title)) for title in titles], rows, _("汇总"), notes), name)


def _line(name: str, figures: dict[Figure, int]) -> tuple[str | int, ...]:
    collected, registered = figures.get(Figure.COLLECTED, 0), figures.get(Figure.REGISTERED, 0)
    share = percent_shown(collected, registered) if registered else "—"
    return (name, *(figures.get(one, 0) for one in Figure), share, "")
