"""Bytes are kept whole or not at all, and never served altered."""

import io
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.datastructures import FileStorage
from wtforms import Form, MultipleFileField

from tests.builders.accounts import account
from tests.builders.divisions import division_tree
from tests.builders.files import kept, picture
from villagegov.audit.models import AuditEntry
from villagegov.audit.record import CommandLine
from villagegov.extensions import db
from villagegov.files.operations import sweep_orphans
from villagegov.files.store import AlteredFileError, StorageFullError, Store
from villagegov.files.vocabulary import FileReason, FileTag
from villagegov.refusal import Refusal
from villagegov.transaction import transaction
from villagegov.web.attachments import checked, send_stored


def test_what_was_put_is_read_again(tmp_path: Path) -> None:
    store = Store(tmp_path)

    digest = store.put(b"abc")

    assert store.put(b"abc") == digest
    assert store.read(digest) == b"abc"


@pytest.mark.parametrize("spoilt", [b"abd", b"", None])
def test_changed_cut_or_lost_bytes_are_never_read(tmp_path: Path, spoilt: bytes | None) -> None:
    store = Store(tmp_path)
    digest = store.put(b"abc")
    place = tmp_path / digest[:2] / digest

    place.unlink() if spoilt is None else place.write_bytes(spoilt)

    with pytest.raises(AlteredFileError):
        store.read(digest)


@contextmanager
def no_room() -> Iterator[None]:
    """Meanwhile this process may write no file longer than ten bytes; the report of the tests must not be one."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_no_room_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(StorageFullError), no_room():
        Store(tmp_path).put(b"more than ten bytes")

    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


class Sending(Form):
    """A form with files."""

    files = MultipleFileField("files")


def test_every_unfit_file_of_a_form_is_named_in_one_answer(app: Flask) -> None:
    form = Sending()
    sent = {"好.jpg": picture(), "坏.jpg": b"<html>", "苹果.heic": b"\x00\x00\x00\x18ftypheic"}
    form.files.data = [FileStorage(stream=_stream(data), filename=name) for name, data in sent.items()]

    with pytest.raises(Refusal) as caught:
        checked(form.files, unit=division_tree().village)

    reasons = [one.reason for one in (caught.value, *caught.value.others)]
    assert reasons == [FileReason.KIND, FileReason.HEIC]
    assert caught.value.values["name"] == "坏.jpg"


def test_a_kept_file_is_served_as_what_it_is(app: Flask) -> None:
    tree = division_tree()
    stored = kept(unit=tree.village, folder=app.config["INSTANCE"], name='公示"\r\n.jpg')

    with app.test_request_context():
        answer = send_stored(stored)

    assert answer.mimetype == "image/jpeg"
    assert answer.headers["Content-Disposition"] == "inline; filename*=UTF-8''%E5%85%AC%E7%A4%BA%22%0D%0A.jpg"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_orphans_go_after_a_day_and_named_files_stay(app: Flask, tmp_path: Path) -> None:
    tree = division_tree()
    stored = kept(unit=tree.village, folder=str(tmp_path), actor=account(division=tree.village))
    store = Store(tmp_path / "files")
    orphan, young = store.put(b"orphan"), store.put(b"young")
    for digest in (orphan, stored.sha256):
        os.utime(tmp_path / "files" / digest[:2] / digest, (1, 1))

    with transaction():
        swept = sweep_orphans(store=store, actor=CommandLine())

    assert swept == 1
    assert store.read(stored.sha256)
    assert store.read(young)
    assert db.session.query(AuditEntry).filter_by(tag=FileTag.SWEPT).count() == 1
    with pytest.raises(AlteredFileError):
        store.read(orphan)


def _stream(data: bytes) -> io.BytesIO:
    return io.BytesIO(data)
