"""What a file is, is said by its content; what acts by itself is not taken."""

import io

import pytest
from PIL import Image

from tests.builders.files import paper, picture
from villagegov.files.papers import UnreadablePaperError, acts_by_itself
from villagegov.files.pictures import HugePictureError, UnreadablePictureError, served_copy
from villagegov.files.rules import UNIT_BYTES, UNIT_FILES, fits, is_heic, media_type_of, shown_name
from villagegov.files.vocabulary import MediaType


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (picture(), MediaType.JPEG),
        (picture(kind="PNG"), MediaType.PNG),
        (picture(kind="WEBP"), MediaType.WEBP),
        (paper(), MediaType.PDF),
        (b"<!doctype html><script>alert(1)</script>", None),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", None),
        (b"MZ\x90\x00", None),
        (b"PK\x03\x04", None),
        (b"GIF89a" + b"\x00" * 20, None),
        (b"\n%PDF-1.7 late head", None),
        (b"RIFF\x00\x00\x00\x00AVI ", None),
        (b"", None),
    ],
)
def test_a_file_is_what_its_content_says(data: bytes, kind: MediaType | None) -> None:
    assert media_type_of(data) is kind


def test_a_picture_of_an_iphone_is_named_as_such() -> None:
    assert is_heic(b"\x00\x00\x00\x18ftypheic\x00\x00")
    assert not is_heic(b"\x00\x00\x00\x18ftypisom\x00\x00")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_served_picture_tells_nothing_of_place_or_camera_and_stands_upright(kind: str) -> None:
    taken = picture(kind=kind, position=True)

    served = served_copy(taken, MediaType(f"image/{kind.lower()}"))

    assert b"SECRET" in taken
    assert b"SECRET" not in served
    with Image.open(io.BytesIO(served)) as opened:
        assert not opened.getexif()
        assert opened.size == (30, 40)


def test_a_large_picture_is_served_smaller() -> None:
    with Image.open(io.BytesIO(served_copy(picture(size=(5000, 100)), MediaType.JPEG))) as opened:
        assert opened.size == (2400, 48)


def test_a_picture_that_claims_too_many_dots_is_not_decoded() -> None:
    data = bytearray(picture(kind="PNG"))
    data[16:24] = (65535).to_bytes(4, "big") * 2

    with pytest.raises((HugePictureError, UnreadablePictureError)):
        served_copy(bytes(data), MediaType.PNG)


@pytest.mark.parametrize("cut", [4, 30, 200])
def test_a_damaged_picture_is_said_to_be_damaged(cut: int) -> None:
    with pytest.raises(UnreadablePictureError):
        served_copy(picture()[:cut], MediaType.JPEG)


def test_a_paper_that_is_nothing_but_pages_is_taken() -> None:
    assert not acts_by_itself(paper(pages=3))


@pytest.mark.parametrize("data", [paper(script="app.alert(1)"), paper(attached=b"MZ")])
def test_a_paper_that_acts_or_carries_other_files_is_not(data: bytes) -> None:
    assert acts_by_itself(data)


@pytest.mark.parametrize("data", [b"%PDF-1.7", paper()[:100], paper(password="a"), paper() + b"<html>"])
def test_a_paper_that_cannot_be_read_is_said_so(data: bytes) -> None:
    with pytest.raises(UnreadablePaperError):
        acts_by_itself(data)


@pytest.mark.parametrize(
    ("more_bytes", "more_files", "room"),
    [(1, 0, True), (2, 0, False), (0, 1, True), (0, 2, False)],
)
def test_a_unit_keeps_so_much_and_not_one_byte_or_file_more(more_bytes: int, more_files: int, room: bool) -> None:
    used = {"used_bytes": UNIT_BYTES - 1, "used_files": UNIT_FILES - 1}

    assert fits(**used, more_bytes=more_bytes, more_files=more_files) is room


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("公示.pdf", "公示.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\照片\\一.jpg", "一.jpg"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("行\r\n头.png", "行头.png"),
        ("nul\x00.pdf", "_nul.pdf"),
        ("CON", "_CON"),
        (".htaccess", "htaccess"),
        ("𠮷" * 400 + ".jpg", "𠮷" * 296 + ".jpg"),
        ("\u200b", "—"),
    ],
)
def test_a_name_is_data_and_shown_clean(sent: str, shown: str) -> None:
    assert shown_name(sent) == shown
