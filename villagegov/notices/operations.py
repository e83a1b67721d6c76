"""Posting a notice, correcting it by a next version; and noting that it hung on the board."""

import secrets
from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy.orm.attributes import flag_modified

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.deadlines import in_words
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.files.operations import Checked, keep_file
from villagegov.files.vocabulary import MediaType
from villagegov.notices import log, queries
from villagegov.notices.models import BoardEvidence, Notice, NoticeVersion
from villagegov.notices.rules import fingerprint_of
from villagegov.notices.vocabulary import NoticeKind, NoticeReason, NoticeTag
from villagegov.privacy import find_personal_numbers
from villagegov.refusal import refuse, refuse_if


def post_notice(
    *,
    unit: Division,
    kind: NoticeKind,
    fields: Mapping[str, str],
    keep_days: int,
    actor: Account,
    words: Mapping[str, str] | None = None,
) -> Notice:
    """Give the notice the unit's next number of the year and post its first version. Raises Refusal(PERSONAL).

    `words` is what of `fields` can hold a personal number, where amounts packed beside them could look like one.
    """
    _refuse_personal(fields if words is None else words)
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
    for own in (queries.REASON, queries.KEEP):
        posted.pop(own, None)
    refuse_if(posted == dict(fields), NoticeReason.UNCHANGED)
    fields = {**fields, queries.REASON: reason}
    _refuse_personal(fields)
    version = _version(notice, fields, reason, actor)
    flag_modified(notice, "number")  # a correction begun from the older version is stale (C2)
    after = {"version": version.version_number, "fingerprint": version.fingerprint, "reason": reason}
    record(NoticeTag.CORRECTED, subject=notice, actor=actor, place_id=notice.unit_id, after=after)
    return version


def put_up(*, notice: Notice, photo: Checked, place: str, put_up_on: date, actor: Account) -> BoardEvidence:
    """Note that the notice hangs on a board, with its photograph (D-06). Raises Refusal."""
    refuse_if(not place.strip(), NoticeReason.NO_PLACE, "place")
    _refuse_personal({"place": place})
    refuse_if(photo.media_type is MediaType.PDF, NoticeReason.NOT_PICTURE, "photo", name=photo.shown_name)
    posted_on = queries.posted_on(notice)
    refuse_if(put_up_on < posted_on, NoticeReason.UP_BEFORE_POSTED, "put_up_on", day=in_words(posted_on))
    refuse_if(put_up_on > clock.today(), NoticeReason.UP_IN_FUTURE, "put_up_on")
    stored = keep_file(checked=photo, unit=notice.unit, actor=actor, field="photo")
    hang = BoardEvidence(
        notice=notice,
        file=stored,
        place=place.strip(),
        put_up_on=put_up_on,
        hangs_through=put_up_on + (notice.keep_through - posted_on),
        entered_at=clock.now(),
        entered_by_id=actor.id,
        entered_by_name=actor.name,
    )
    db.session.add(hang)
    db.session.flush()
    after = {"board_place": hang.place, "put_up_on": put_up_on, "hangs_through": hang.hangs_through}
    after["photo"] = photo.shown_name
    record(NoticeTag.PUT_UP, subject=notice, actor=actor, place_id=notice.unit_id, after=after)
    return hang


def take_down(*, hang: BoardEvidence, taken_down_on: date, actor: Account) -> None:
    """Note on which day it was taken off the board; once, whether it was too early or not (D-05). Raises Refusal."""
    if hang.taken_down_on is not None:
        refuse(NoticeReason.DOWN_ALREADY, "taken_down_on", day=in_words(hang.taken_down_on))
    refuse_if(
        taken_down_on < hang.put_up_on, NoticeReason.DOWN_BEFORE_UP, "taken_down_on", day=in_words(hang.put_up_on)
    )
    refuse_if(taken_down_on > clock.today(), NoticeReason.DOWN_IN_FUTURE, "taken_down_on")
    hang.taken_down_on = taken_down_on
    after = {"board_place": hang.place, "put_up_on": hang.put_up_on, "taken_down_on": taken_down_on}
    record(NoticeTag.TAKEN_DOWN, subject=hang.notice, actor=actor, place_id=hang.notice.unit_id, after=after)


def _version(notice: Notice, fields: Mapping[str, str], reason: str, actor: Account) -> NoticeVersion:
    named = {**fields, queries.KEEP: notice.keep_through.isoformat()}
    version = NoticeVersion(
        notice=notice,
        version_number=len(notice.versions) + 1,
        fields=[[name, value, secrets.token_hex(16)] for name, value in named.items()],
        fingerprint="",
        posted_at=clock.now().replace(microsecond=0),
        posted_by_id=actor.id,
        posted_by_name=actor.name,
        reason=reason,
    )
    version.fingerprint = fingerprint_of(queries.canonical_of(version))
    db.session.add(version)
    db.session.flush()
    log.note(version)
    return version


def _refuse_personal(fields: Mapping[str, str]) -> None:
    """P-11: no ID, card or mobile number in anything public."""
    for name, value in fields.items():
        found = next(iter(find_personal_numbers(value)), None)
        if found is not None:
            refuse(found.reason, name, line=found.line, masked=found.masked)
