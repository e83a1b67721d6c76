"""A file between preview and confirmation: kept sealed, seen by its sender alone, gone after a day.

    FILES = Files("handover", COLUMNS, MOST)

    sent = FILES.received(form.file)                    # before the transaction; refuses what cannot be read
    with transaction(form=form) as answer:
        upload = FILES.keep(sent, election.id)
        answer.to(url_for(".preview_import", upload_id=upload.id), "")

and on the page of the preview, inside the view (not in the guard's `load`):

    upload, sheet = FILES.sent_before(election.id)      # the one named in the address, or 404; parsed here
    with transaction(form=form) as answer:
        take_upload(upload, seen=form.sha256.data)      # refuses another file than the one previewed, then drops it
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Generic, TypeVar
from urllib.parse import quote

from flask import Response, abort, request
from flask_babel import gettext as _
from flask_login import current_user
from sqlalchemy import delete, select
from wtforms import Field

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.extensions import db
from villagegov.files.rules import shown_name
from villagegov.people.identity import UnreadableIdentityError
from villagegov.refusal import refuse, refuse_if
from villagegov.web.answers import Repeated
from villagegov.web.keyring import keys
from villagegov.web.models import Submission, Upload
from villagegov.web.sheets import Column, Fault, Limits, Sheet, SheetRefused, read_sheet, write_csv
from villagegov.web.vocabulary import UploadReason

KEPT_FOR = timedelta(hours=24)


@dataclass(frozen=True)
class Sent:
    """What came with the form: the bytes, and the name to show."""

    name: str
    data: bytes


def received(field: Field) -> Sent:
    """The file of a form's file field; may be called again when the view runs again. Raises Refusal(NO_FILE)."""
    storage = field.data
    refuse_if(storage is None or not storage.filename, UploadReason.NO_FILE, field.short_name)
    storage.stream.seek(0)
    return Sent(shown_name(storage.filename), storage.stream.read())


def table_of(data: bytes, name: str, columns: Sequence[Column], limits: Limits | None = None) -> Sheet:
    """The table in an uploaded file; what makes it unreadable is said at the field `file`."""
    try:
        return read_sheet(data, name, columns, limits or Limits())
    except SheetRefused as refused:
        refused.field = "file"
        raise


def keep_upload(*, sent: Sent, purpose: str, subject_id: int, actor: Account) -> Upload:
    """Store a file sealed until it is confirmed, and sweep those older than a day. Inside a transaction."""
    now = clock.now()
    db.session.execute(delete(Upload).where(Upload.made_at < now - KEPT_FOR))
    upload = Upload(
        account_id=actor.id,
        purpose=purpose,
        subject_id=subject_id,
        shown_name=sent.name,
        sha256=hashlib.sha256(sent.data).hexdigest(),
        sealed=keys().seal(sent.data),
        made_at=now,
    )
    db.session.add(upload)
    db.session.flush()
    return upload


def own_upload(upload_id: int, *, purpose: str, subject_id: int) -> Upload:
    """The reader's own upload for this purpose and row; anyone else's is 404, to the byte that of "no such".

    A second press on "confirm" comes when the upload is gone already: it gets the first answer (C1).
    """
    query = select(Upload).where(
        Upload.id == upload_id,
        Upload.account_id == current_user.id,
        Upload.purpose == purpose,
        Upload.subject_id == subject_id,
    )
    found = db.session.scalars(query).one_or_none()
    if found is None or clock.now() - found.made_at > KEPT_FOR:
        _answer_as_before()
        abort(404)
    return found


def _answer_as_before() -> None:
    key = request.form.get("once", "")[:64]
    query = select(Submission).where(Submission.account_id == current_user.id, Submission.key == key)
    first = db.session.scalars(query).one_or_none() if key else None
    if first is not None:
        raise Repeated(first.address, first.made_at)


@dataclass(frozen=True)
class Files:
    """Spreadsheets of one kind: what they are for, their columns, and how large one may be."""

    purpose: str
    columns: Sequence[Column]
    limits: Limits

    def received(self, field: Field) -> Sent:
        """The file of a form's file field, whose table can be read; before the transaction."""
        sent = received(field)
        table_of(sent.data, sent.name, self.columns, self.limits)
        return sent

    def keep(self, sent: Sent, subject_id: int) -> Upload:
        """Keep it for the preview. Inside a transaction."""
        return keep_upload(sent=sent, purpose=self.purpose, subject_id=subject_id, actor=current_user)

    def sent_before(self, subject_id: int) -> tuple[Upload, Sheet]:
        """The reader's own upload that the address names, and its table; anyone else's is 404."""
        upload_id = int((request.view_args or {})["upload_id"])
        upload = own_upload(upload_id, purpose=self.purpose, subject_id=subject_id)
        return upload, table_of(opened(upload), upload.shown_name, self.columns, self.limits)


T = TypeVar("T")


@dataclass(frozen=True)
class Preview(Generic[T]):
    """What confirming an upload would do now."""

    upload: Upload
    lines: list[T]
    faults: list[Fault]
    skipped: list[Fault]

    def fault_list(self) -> Response:
        """Every line to be mended, and every line left out, to download."""
        return fault_list([*self.faults, *self.skipped], self.upload)


def fault_list(faults: Iterable[Fault], upload: Upload) -> Response:
    """All faulty lines of an upload as a csv to download."""
    columns = (Column("line", _("行")), Column("title", _("列")), Column("reason", _("原因")))
    data = write_csv(columns, [(fault.line, fault.title, fault.sentence) for fault in faults])
    stem = upload.shown_name.rpartition(".")[0] or upload.shown_name
    name = quote(_("%(name)s（要改的行）", name=stem) + ".csv", safe="")
    headers = {"Content-Disposition": f"attachment; filename=\"faults.csv\"; filename*=UTF-8''{name}"}
    return Response(data, mimetype="text/csv", headers=headers)


def opened(upload: Upload) -> bytes:
    """The bytes that were sent. Raises Refusal(GONE) when they cannot be read any more."""
    try:
        data = keys().unseal(upload.sealed)
    except UnreadableIdentityError:
        refuse(UploadReason.GONE)
    refuse_if(hashlib.sha256(data).hexdigest() != upload.sha256, UploadReason.GONE)
    return data


def take_upload(upload: Upload, *, seen: str) -> None:
    """Confirm and drop it: `seen` is the sha256 the confirming form carried. Raises Refusal(CHANGED) (U9)."""
    current = db.session.scalars(select(Upload.sha256).where(Upload.id == upload.id).with_for_update()).one_or_none()
    refuse_if(current is None or current != seen, UploadReason.CHANGED)
    db.session.execute(delete(Upload).where(Upload.id == upload.id))
