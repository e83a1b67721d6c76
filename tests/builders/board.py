"""Notices on the board."""

from datetime import date
from pathlib import Path

from flask import current_app

from tests.builders.accounts import account
from tests.builders.files import picture
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.extensions import db
from villagegov.files.models import StoredFile
from villagegov.files.operations import Checked
from villagegov.files.store import Store
from villagegov.files.vocabulary import MediaType
from villagegov.notices.models import BoardEvidence, Notice
from villagegov.notices.operations import put_up, take_down
from villagegov.transaction import transaction


def files_of() -> Store:
    """The folder of kept files."""
    return Store(Path(current_app.config["INSTANCE"]) / "files")


def photo(*, name: str = "公开栏.jpg", size: tuple[int, int] = (40, 30)) -> Checked:
    """A sound photograph, its bytes in the store."""
    data = picture(size=size)
    digest = files_of().put(data)
    return Checked(name, MediaType.JPEG, digest, digest, len(data), len(data))


def hung(
    *,
    notice: Notice,
    actor: Account | None = None,
    place: str = "村委会门口公开栏",
    put_up_on: date | None = None,
    taken_down_on: date | None = None,
) -> BoardEvidence:
    """A notice put up today, with its photograph; taken down again where a day is given."""
    by, taken = actor or account(division=notice.unit), photo()
    with transaction(notice):
        made = put_up(notice=notice, photo=taken, place=place, put_up_on=put_up_on or clock.today(), actor=by)
    if taken_down_on is not None:
        with transaction(made):
            take_down(hang=made, taken_down_on=taken_down_on, actor=by)
    return made


def swapped(*, stored: StoredFile, data: bytes) -> None:
    """Somebody changed the served bytes of a kept file on the disk."""
    digest = db.session.get_one(StoredFile, stored.id).served_sha256
    (Path(current_app.config["INSTANCE"]) / "files" / digest[:2] / digest).write_bytes(data)
