"""Notices: found, listed, checked against their fingerprint; and what is still to hang on the board."""

from datetime import date

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import contains_eager, defer, joinedload, selectinload

import villagegov.clock as clock
from villagegov.accounts.queries import within
from villagegov.divisions.models import Division
from villagegov.due import Due
from villagegov.extensions import db
from villagegov.notices.models import BoardEvidence, Notice, NoticeVersion
from villagegov.notices.rules import Field, board_deadline, board_state, canonical_form, fingerprint_of
from villagegov.notices.vocabulary import OTHERWISE, BoardState
from villagegov.vocabulary import _l

#: The field of a correction's reason, so that the fingerprint covers it too.
REASON = "reason"
#: The field of the day it is kept through, for the same.
KEEP = "keep_through"
#: A start page shows the nearest.
MOST = 200


def notice(notice_id: int) -> Notice | None:
    """One notice with its versions."""
    return db.session.get(Notice, notice_id, options=[selectinload(Notice.versions), joinedload(Notice.unit)])


def posted_notices(unit: Division) -> Select[NoticeVersion]:
    """The first version of each of a unit's notices with its notice, the newest first; to be paged."""
    query = select(NoticeVersion).join(NoticeVersion.notice).options(contains_eager(NoticeVersion.notice))
    query = query.where(Notice.unit_id == unit.id, NoticeVersion.version_number == 1)
    return query.options(defer(NoticeVersion.fields)).order_by(Notice.year.desc(), Notice.number.desc())


def next_number(unit: Division, year: int) -> int:
    """The number the unit's next notice of the year gets; locks the unit, so that no two notices get one number."""
    db.session.execute(select(Division.id).where(Division.id == unit.id).with_for_update())
    query = select(func.max(Notice.number)).where(Notice.unit_id == unit.id, Notice.year == year)
    return (db.session.scalar(query) or 0) + 1


def fields_of(version: NoticeVersion) -> list[Field]:
    """The version's fields in their order."""
    return [Field(name, value, salt) for name, value, salt in version.fields]


def values_of(version: NoticeVersion) -> dict[str, str]:
    """Name → value."""
    return {one.name: one.value for one in fields_of(version)}


def canonical_of(version: NoticeVersion) -> str:
    """The canonical form of a version, recomputed from what is stored now."""
    posted = version.notice
    heading = {
        "unit": str(posted.unit_id),
        "number": f"{posted.year}-{posted.number}",
        "version": str(version.version_number),
        "posted": version.posted_at.astimezone(clock.CHINA).isoformat(timespec="seconds"),
    }
    return canonical_form(heading, fields_of(version))


def is_unaltered(version: NoticeVersion) -> bool:
    """Whether what is stored now still has the fingerprint it was posted with, the reason of a correction included."""
    values, through = values_of(version), version.notice.keep_through.isoformat()
    if values.get(REASON, "") != version.reason or values.get(KEEP, through) != through:
        return False
    try:
        return fingerprint_of(canonical_of(version)) == version.fingerprint
    except ValueError:  # a salt that is no hex number any more
        return False


def posted_on(posted: Notice) -> date:
    """The day its first version was posted."""
    return clock.day_of(posted.versions[0].posted_at)


def hang(evidence_id: int) -> BoardEvidence | None:
    """One photograph from the board."""
    return db.session.get(BoardEvidence, evidence_id, options=[joinedload(BoardEvidence.file)])


def due_items(scope: list[Division], today: date) -> list[Due]:
    """D-05, D-06: notices in `scope` without a photograph from the board, and those taken down early; oldest first."""
    return [_due(one, today) for one in db.session.scalars(_wanting(scope, today).limit(MOST)).unique()]


def _wanting(scope: list[Division], today: date) -> Select[Notice]:
    """Notices since the beginning of last year no sheet of which hangs, or hung to the end of its last day."""
    early = BoardEvidence.taken_down_on <= BoardEvidence.hangs_through
    kept = select(BoardEvidence.id).where(BoardEvidence.notice_id == Notice.id)
    kept = kept.where(or_(BoardEvidence.taken_down_on.is_(None), ~early))
    query = select(Notice).join(Notice.unit).where(within(Division.path, scope), ~kept.exists())
    query = query.where(Notice.keep_through > date(today.year - 1, 1, 1)).order_by(Notice.keep_through, Notice.id)
    fields = selectinload(Notice.versions).defer(NoticeVersion.fields)
    return query.options(contains_eager(Notice.unit), fields, selectinload(Notice.hangs))


def _due(posted: Notice, today: date) -> Due:
    state = board_state(posted.hangs, today)
    said = {"kind": posted.kind.named(posted.unit.kind), "year": posted.year, "number": posted.number}
    what = _l("给%(kind)s〔%(year)s〕%(number)s号补上墙照片", **said)
    if state is BoardState.EARLY:
        what = _l("重新张贴%(kind)s〔%(year)s〕%(number)s号", **said)
    deadline = board_deadline(posted_on(posted), posted.hangs)
    return Due(posted.unit.name, what, deadline, OTHERWISE[state], "disclosure.board", {"notice_id": posted.id})
