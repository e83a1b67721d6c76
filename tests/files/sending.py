"""A meeting that takes papers, and files sent to it as browsers (and worse) send them."""

from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.builders.accounts import account, client_of
from tests.builders.browser import form_on
from tests.builders.divisions import Tree, division_tree
from tests.builders.meetings import held
from villagegov.accounts.models import Account
from villagegov.extensions import db
from villagegov.files.models import StoredFile

LINE = b"\r\n"


@dataclass(frozen=True)
class Desk:
    """A clerk before the form that takes papers of a meeting."""

    app: Flask
    tree: Tree
    clerk: Account
    client: FlaskClient
    address: str

    def send(self, *files: tuple[str, bytes]) -> TestResponse:
        """Press the button with these files, name and content."""
        return self.send_raw(self.body(*((name.encode(), data) for name, data in files)))

    def send_raw(self, body: bytes) -> TestResponse:
        """Send the bytes of a press."""
        return self.client.post(self.address, data=body, content_type=CUT)

    def body(self, *files: tuple[bytes, bytes]) -> bytes:
        """The bytes of a press with these files, their names exactly as given."""
        fields = form_on(self.client.get(self.address))
        parts = [_part(f'name="{key}"'.encode(), value.encode()) for key, value in fields.items()]
        parts += [_part(b'name="files"; filename="' + name + b'"', data) for name, data in files]
        return b"".join(parts) + b"--cut--" + LINE

    @property
    def on_disk(self) -> list[Path]:
        """What lies in the store, finished or not."""
        return [path for path in (Path(self.app.config["INSTANCE"]) / "files").rglob("*") if path.is_file()]

    @property
    def rows(self) -> int:
        """How many files are kept."""
        db.session.rollback()
        return db.session.query(StoredFile).count()


CUT = "multipart/form-data; boundary=cut"


def _part(head: bytes, data: bytes) -> bytes:
    return b"--cut" + LINE + b"Content-Disposition: form-data; " + head + LINE + LINE + data + LINE


def desk(app: Flask) -> Desk:
    """A clerk with a meeting of his village."""
    tree = division_tree()
    clerk = account(division=tree.village)
    meeting = held(unit=tree.village, closed=False, actor=clerk)
    return Desk(app, tree, clerk, client_of(app, clerk), f"/meetings/{meeting.id}/files")
