"""Notices: found, listed, and checked against their fingerprint."""

from sqlalchemy import Select, func, select
from sqlalchemy.orm import contains_eager, defer, joinedload, selectinload

import villagegov.clock as clock
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.notices.models import Notice, NoticeVersion
from villagegov.notices.rules import Field, canonical_form, fingerprint_of

#: The field of a correction's reason, so that the fingerprint covers it too.
REASON = "reason"


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
    if values_of(version).get(REASON, "") != version.reason:
        return False
    try:
        return fingerprint_of(canonical_of(version)) == version.fingerprint
    except ValueError:  # a salt that is no hex number any more
        return False
