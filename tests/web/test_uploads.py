"""A file between preview and confirmation: sealed, its sender's own, gone when it is old."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask_login import login_user
from sqlalchemy import func, select, text
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import NotFound
from wtforms import FileField, Form

from tests.builders.accounts import account
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.extensions import db
from villagegov.files.rules import shown_name
from villagegov.people.identity import UnreadableIdentityError
from villagegov.refusal import Refusal
from villagegov.transaction import transaction
from villagegov.web.keyring import keys
from villagegov.web.models import Upload
from villagegov.web.uploads import Sent, keep_upload, opened, own_upload, received, take_upload

ID_NUMBER = b"440103199001011237"
ROLL = "姓名,身份证号\n王芳,".encode() + ID_NUMBER


@pytest.fixture
def sender(app: Flask) -> Iterator[Account]:
    """An account, signed in."""
    made = account()
    with app.test_request_context():
        login_user(made)
        yield made


def kept(sender: Account, data: bytes = ROLL) -> Upload:
    """An upload of the roll of election 7."""
    with transaction():
        return keep_upload(sent=Sent("名单.csv", data), purpose="roll", subject_id=7, actor=sender)


def test_the_bytes_come_back_as_they_were_sent(sender: Account) -> None:
    upload = kept(sender)

    found = own_upload(upload.id, purpose="roll", subject_id=7)

    assert opened(found) == ROLL


def test_no_id_number_can_be_read_in_the_stored_row(sender: Account) -> None:
    upload = kept(sender)

    row = db.session.execute(text("SELECT sealed FROM uploads")).scalar_one()

    assert ID_NUMBER not in bytes(row)
    assert upload.sealed != keys().seal(ROLL)


def test_no_id_number_can_be_read_in_the_database_file(sender: Account, sqlite_file: Path | None) -> None:
    kept(sender, ROLL * 100)

    files = list(sqlite_file.parent.iterdir()) if sqlite_file else []

    assert all(ID_NUMBER not in path.read_bytes() for path in files)


@pytest.mark.parametrize(("purpose", "subject_id"), [("roll", 8), ("divisions", 7)])
def test_an_upload_counts_only_for_what_it_was_sent_for(sender: Account, purpose: str, subject_id: int) -> None:
    upload = kept(sender)

    with pytest.raises(NotFound):
        own_upload(upload.id, purpose=purpose, subject_id=subject_id)


def test_nobody_else_finds_the_upload(sender: Account) -> None:
    upload = kept(sender)

    login_user(account())

    with pytest.raises(NotFound):
        own_upload(upload.id, purpose="roll", subject_id=7)


def test_confirming_another_file_than_the_one_previewed_is_refused(sender: Account) -> None:
    upload = kept(sender)

    with pytest.raises(Refusal), transaction():
        take_upload(upload, seen="0" * 64)

    assert opened(own_upload(upload.id, purpose="roll", subject_id=7)) == ROLL


def test_a_confirmed_upload_is_gone(sender: Account) -> None:
    upload = kept(sender)
    upload_id, sha256 = upload.id, upload.sha256

    with transaction():
        take_upload(upload, seen=sha256)

    with pytest.raises(NotFound):
        own_upload(upload_id, purpose="roll", subject_id=7)


def test_an_altered_upload_is_refused_instead_of_read(sender: Account) -> None:
    upload = kept(sender)

    upload.sealed = upload.sealed[:-1] + bytes([upload.sealed[-1] ^ 1])

    with pytest.raises(Refusal):
        opened(upload)


def test_uploads_older_than_a_day_are_swept_when_a_new_one_is_kept(sender: Account) -> None:
    begun = datetime(2026, 3, 21, 8, tzinfo=UTC)
    clock.run_on(lambda: begun)
    first_id = kept(sender).id

    clock.run_on(lambda: begun + timedelta(hours=25))
    with pytest.raises(NotFound):
        own_upload(first_id, purpose="roll", subject_id=7)
    kept(sender)

    assert db.session.scalar(select(func.count()).select_from(Upload)) == 1


def test_a_sealed_number_cannot_stand_in_for_a_sealed_file(app: Flask) -> None:
    number = keys().encrypt(ID_NUMBER.decode())

    with pytest.raises(UnreadableIdentityError):
        keys().unseal(number)


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("名单.xlsx", "名单.xlsx"),
        ("../../etc/名单.csv", "名单.csv"),
        ("C:\\桌面\\名单.xls", "名单.xls"),
        ("a\x00b\u202ecsv.exe\r\n", "abcsv.exe"),
        ("\ud800.csv", "csv"),
        ("/", "—"),
        ("名" * 300 + ".csv", "名" * 296 + ".csv"),
    ],
)
def test_the_shown_name_is_clean(sent: str, shown: str) -> None:
    assert shown_name(sent) == shown


class _FileForm(Form):  # type: ignore[misc] # wtforms ships no types
    file = FileField()


def test_the_file_can_be_read_again_when_the_view_runs_again() -> None:
    form = _FileForm()
    form.file.data = FileStorage(io.BytesIO(ROLL), "名单.csv")

    first, second = received(form.file), received(form.file)

    assert first == second == Sent("名单.csv", ROLL)
