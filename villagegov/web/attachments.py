"""Files that come with a form and stay: checked before the transaction, kept within it, served by their owner's view.

sent = checked(form.files, unit=meeting.unit)       # before the transaction; the bytes are safe in the store afterwards
with transaction(meeting, form) as answer:
    for one in sent:
        stored = keep_file(checked=one, unit=meeting.unit, actor=current_user)
        …a row of the owner that points to `stored`…

return send_stored(stored)                          # in a view of the owner, after its guard
"""

from io import SEEK_END
from pathlib import Path
from urllib.parse import quote

from flask import Response, abort, current_app
from werkzeug.datastructures import FileStorage
from wtforms import Field

from villagegov.audit.record import CommandLine
from villagegov.divisions.models import Division
from villagegov.files.models import StoredFile
from villagegov.files.operations import Checked, note_altered
from villagegov.files.papers import UnreadablePaperError, acts_by_itself
from villagegov.files.pictures import HugePictureError, UnreadablePictureError, served_copy
from villagegov.files.queries import has_room
from villagegov.files.rules import (
    LONGEST_FILE,
    MEGABYTE,
    MOST_AT_ONCE,
    MOST_DOTS,
    QUOTA,
    is_heic,
    media_type_of,
    shown_name,
)
from villagegov.files.store import AlteredFileError, Store
from villagegov.files.vocabulary import FileReason, MediaType
from villagegov.refusal import Refusal, refuse, refuse_all, refuse_if
from villagegov.transaction import transaction

#: What a browser offers to choose from.
ACCEPTED = ".pdf,.jpg,.jpeg,.png,.webp,application/pdf,image/jpeg,image/png,image/webp"
LIMIT = f"{LONGEST_FILE // MEGABYTE} MB"
#: Nothing in a served file may act, load or be framed. A PDF has nothing that acts (U10), and older browsers show none
#: in a sandbox.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
IN_A_BOX = f"{POLICY}; sandbox"


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def store() -> Store:
    """The folder of kept files of this installation."""
    return Store(Path(current_app.config["INSTANCE"]) / "files")


def checked(field: Field, *, unit: Division, needed: bool = False) -> list[Checked]:
    """The sound files of a form's field; may be called again when the view runs again. All faults in one Refusal.

    Nothing reaches the disk when there are too many of them, or more than `unit` may still keep (U14).
    """
    sent = [one for one in _sent(field) if one.filename]
    refuse_if(needed and not sent, FileReason.NONE, field.short_name)
    refuse_if(len(sent) > MOST_AT_ONCE, FileReason.MANY, field.short_name, limit=MOST_AT_ONCE)
    room = has_room(unit, more_bytes=sum(map(_size, sent)), more_files=len(sent))
    refuse_if(not room, FileReason.QUOTA, field.short_name, **QUOTA)
    kept, faults = [], []
    for one in sent:
        try:
            kept.append(_checked(_read(one, field.short_name), shown_name(one.filename or ""), field.short_name))
        except Refusal as fault:
            faults.append(fault)
    refuse_all(faults)
    return kept


def _sent(field: Field) -> list[FileStorage]:
    data = field.data
    found = data if isinstance(data, list) else [data]
    return [one for one in found if isinstance(one, FileStorage)]


def _size(sent: FileStorage) -> int:
    return sent.stream.seek(0, SEEK_END)


def _read(sent: FileStorage, field: str) -> bytes:
    """The bytes, unless they are too many."""
    size = _size(sent)
    told = {"size": -(-size // MEGABYTE), "limit": LONGEST_FILE // MEGABYTE}
    refuse_if(size > LONGEST_FILE, FileReason.LARGE, field, name=shown_name(sent.filename or ""), **told)
    sent.stream.seek(0)
    return sent.stream.read()


def _checked(data: bytes, name: str, field: str) -> Checked:
    refuse_if(not data, FileReason.EMPTY, field, name=name)
    refuse_if(is_heic(data), FileReason.HEIC, field, name=name)
    kind = media_type_of(data)
    if kind is None:
        refuse(FileReason.KIND, field, name=name)
    served = _served(data, kind, name, field)
    kept = store()
    return Checked(name, kind, kept.put(data), kept.put(served), len(data), len(served))


def _served(data: bytes, kind: MediaType, name: str, field: str) -> bytes:
    """What is shown to others: a picture written anew; a PDF as it is, if it is nothing but pages."""
    try:
        if kind is not MediaType.PDF:
            return served_copy(data, kind)
        refuse_if(acts_by_itself(data), FileReason.ACTIVE, field, name=name)
    except HugePictureError:
        refuse(FileReason.DOTS, field, name=name, most=MOST_DOTS[kind] // 10_000)
    except (UnreadablePictureError, UnreadablePaperError):
        refuse(FileReason.DAMAGED, field, name=name)
    return data


def as_xlsx(data: bytes, name: str) -> Response:
    """A spreadsheet to download under a name of ours."""
    response = Response(data, mimetype=XLSX)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}.xlsx"
    return response


def send_stored(stored: StoredFile, *, original: bool = False, name: str = "") -> Response:
    """The bytes of a kept file; 409 with words, and an entry in the record, when they are not those that were kept."""
    digest = stored.sha256 if original else stored.served_sha256
    try:
        data = store().read(digest)
    except AlteredFileError:
        with transaction():
            note_altered(stored=stored, actor=CommandLine())
        abort(409, str(FileReason.ALTERED.label))
    response = Response(data, mimetype=stored.media_type.value)
    response.headers["Content-Disposition"] = f"inline; filename*=UTF-8''{quote(name or stored.shown_name, safe='')}"
    response.headers["Content-Security-Policy"] = POLICY if stored.media_type is MediaType.PDF else IN_A_BOX
    return response
