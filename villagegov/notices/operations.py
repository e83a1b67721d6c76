"""Posting a notice, and correcting it by a next version."""

import secrets
from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy.orm.attributes import flag_modified

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.notices import queries
from villagegov.notices.models import Notice, NoticeVersion
from villagegov.notices.rules import fingerprint_of
from villagegov.notices.vocabulary import NoticeKind, NoticeReason, NoticeTag
from villagegov.privacy import find_personal_numbers
from villagegov.refusal import refuse, refuse_if


def post_notice(
    *, unit: Division, kind: NoticeKind, fields: Mapping[str, str], keep_days: int, actor: Account
) -> Notice:
    """Give the notice the unit's next number of the year and post its first version. Raises Refusal(PERSONAL)."""
    _refuse_personal(fields)
    year = clock.today().year
    notice = Notice(
        unit=unit,
        unit_id=unit.id,
        year=year,
        number=queries.next_number(unit, year),
        kind=kind,
        keep_through=clock.today() + timedelta(days=keep_days),
    )
    db.session.add(notice)
    db.session.flush()
    version = _version(notice, fields, "", actor)
    after = {"number": f"{year}-{notice.number}", "fingerprint": version.fingerprint}
    record(NoticeTag.POSTED, subject=notice, actor=actor, place_id=unit.id, after=after)
    return notice


def correct_notice(*, notice: Notice, fields: Mapping[str, str], reason: str, actor: Account) -> NoticeVersion:
    """Post the next version; what was posted before stays. Raises Refusal(NO_REASON, UNCHANGED, PERSONAL)."""
    refuse_if(not reason.strip(), NoticeReason.NO_REASON, "reason")
    posted = queries.values_of(notice.current)
    posted.pop(queries.REASON, None)
    refuse_if(posted == dict(fields), NoticeReason.UNCHANGED)
    fields = {**fields, queries.REASON: reason}
    _refuse_personal(fields)
    version = _version(notice, fields, reason, actor)
    flag_modified(notice, "number")  # a correction begun from the older version is stale (C2)
    after = {"version": version.version_number, "fingerprint": version.fingerprint, "reason": reason}
    record(NoticeTag.CORRECTED, subject=notice, actor=actor, place_id=notice.unit_id, after=after)
    return version


def _version(notice: Notice, fields: Mapping[str, str], reason: str, actor: Account) -> NoticeVersion:
    version = NoticeVersion(
        notice=notice,
        version_number=len(notice.versions) + 1,
        fields=[[name, value, secrets.token_hex(16)] for name, value in fields.items()],
        fingerprint="",
        posted_at=clock.now().replace(microsecond=0),
        posted_by_id=actor.id,
        posted_by_name=actor.name,
        reason=reason,
    )
    version.fingerprint = fingerprint_of(queries.canonical_of(version))
    db.session.add(version)
    db.session.flush()
    return version


def _refuse_personal(fields: Mapping[str, str]) -> None:
    """P-11: no ID, card or mobile number in anything public."""
    for name, value in fields.items():
        found = next(iter(find_personal_numbers(value)), None)
        if found is not None:
            refuse(found.reason, name, line=found.line, masked=found.masked)
