"""Small files of every kind, made in code."""

import io
from pathlib import Path

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from tests.builders.accounts import account
from villagegov.accounts.models import Account
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.files.models import StoredFile
from villagegov.files.operations import Checked, keep_file
from villagegov.files.store import Store
from villagegov.files.vocabulary import MediaType
from villagegov.transaction import transaction


def picture(*, kind: str = "JPEG", size: tuple[int, int] = (40, 30), position: bool = False) -> bytes:
    """A picture; with `position` it tells where it was taken, and lies on its side."""
    image, out, exif = Image.new("RGB", size, (20, 80, 140)), io.BytesIO(), Image.Exif()
    if position:
        exif[0x0112] = 6
        exif.get_ifd(0x8825)[1] = "N"
        exif[0x010E] = "SECRET PLACE"
    image.save(out, kind, **({"exif": exif} if position else {}))
    return out.getvalue()


def paper(*, script: str = "", pages: int = 1, attached: bytes = b"", password: str = "") -> bytes:
    """A PDF of empty pages."""
    writer, out = PdfWriter(), io.BytesIO()
    for _page in range(pages):
        writer.add_blank_page(200, 200)
    if script:
        act = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(script)}
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(act)
    if attached:
        writer.add_attachment("inside.exe", attached)
    if password:
        writer.encrypt(password)
    writer.write(out)
    return out.getvalue()


def kept(*, unit: Division, folder: str, name: str = "照片.jpg", actor: Account | None = None) -> StoredFile:
    """One kept picture, its bytes in the store of `folder` (the application's INSTANCE)."""
    data = picture()
    digest = Store(Path(folder) / "files").put(data)
    checked = Checked(name, MediaType.JPEG, digest, digest, len(data), len(data))
    with transaction():
        stored = keep_file(checked=checked, unit=unit, actor=actor or account(division=unit))
    return db.session.get_one(StoredFile, stored.id)
