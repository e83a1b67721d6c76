"""A7, U10–U12, U14, U15: what people send with a form, what becomes of it, and who gets it back."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import insert

from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.files import kept, paper, picture
from tests.files.sending import CUT, Desk, desk
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.audit.models import AuditEntry
from villagegov.bodies.models import MeetingFile
from villagegov.extensions import db
from villagegov.files.models import StoredFile
from villagegov.files.rules import MOST_AT_ONCE, UNIT_FILES
from villagegov.files.vocabulary import FileTag, MediaType

HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
EXE = b"MZ\x90\x00" + b"\x00" * 60
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"


@pytest.fixture
def at(app: Flask, tmp_path: Path) -> Iterator[Desk]:
    """A clerk before the form, with a store of kept files that is nobody's."""
    usual, app.config["INSTANCE"] = app.config["INSTANCE"], str(tmp_path)
    yield desk(app)
    app.config["INSTANCE"] = usual


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("网页.pdf", HTML, "只接受 PDF、JPG、PNG、WebP，这个文件的内容不是"),
        ("图.svg", SVG, "只接受 PDF、JPG、PNG、WebP"),
        ("照片.jpg.exe", EXE, "只接受 PDF、JPG、PNG、WebP"),
        ("照片.jpg", EXE, "只接受 PDF、JPG、PNG、WebP"),
        ("表.xlsm", b"PK\x03\x04" + b"\x00" * 60, "只接受 PDF、JPG、PNG、WebP"),
        ("照片.heic", HEIC, "HEIC 照片，请先在手机上转成 JPG"),
        ("凭证.pdf", paper(script="app.alert(1)"), "里有程序或者夹带了别的文件"),
        ("凭证.pdf", paper(attached=EXE), "里有程序或者夹带了别的文件"),
        ("凭证.pdf", paper() + HTML, "打不开，可能已损坏"),
        ("凭证.pdf", paper(password="secret"), "打不开，可能已损坏或者设了密码"),
        ("空.pdf", b"", "是空文件"),
        ("大.pdf", b"%PDF-1.7" + b"0" * (20 * 1024 * 1024), "有 21 MB，超过了每个文件 20 MB"),
        ("巨图.png", picture(kind="PNG")[:16] + b"\xff\xff\x00\x00" * 2 + picture(kind="PNG")[24:], "打不开"),
        ("巨图.webp", picture(kind="WEBP", size=(4001, 4000)), "超过 1600 万像素"),
    ],
)
def test_what_is_no_sound_paper_or_picture_is_refused_with_a_sentence_and_not_kept(
    at: Desk, name: str, data: bytes, said: str
) -> None:
    answer = at.send((name, data))

    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert said in page
    assert f"“{name}”" in page
    assert (at.rows, at.on_disk) == (0, [])


def test_the_limits_stand_on_the_form_before_anything_is_sent(at: Desk) -> None:
    page = at.client.get(at.address).get_data(as_text=True)

    assert "可以是 PDF、JPG、PNG、WebP，每个最大 20 MB。" in page
    assert "HEIC 照片请先转成 JPG" in page
    assert f"一次最多 {MOST_AT_ONCE} 个" in page


def test_more_than_may_be_sent_at_once_is_refused_as_a_whole(at: Desk) -> None:
    answer = at.send(*[(f"{number}.jpg", picture()) for number in range(MOST_AT_ONCE + 1)])

    assert "一次最多上传 60 个文件" in answer.get_data(as_text=True)
    assert (at.rows, at.on_disk) == (0, [])


def test_too_much_at_once_is_told_with_the_limit_in_chinese(at: Desk) -> None:
    large = {"CONTENT_LENGTH": str(300 * 1024**2)}
    answer = at.client.post(at.address, data=b"", content_type=CUT, environ_overrides=large)

    page = answer.get_data(as_text=True)
    assert answer.status_code == 413
    assert "您一次交来的内容超过了 240 MB" in page
    assert "没有保存" in page


def test_a_picture_comes_back_without_its_place_and_without_what_was_hidden_behind_it(at: Desk) -> None:
    at.send(("照片.jpg", picture(position=True) + HTML))

    answer = at.client.get(f"/meeting-files/{db.session.query(MeetingFile).one().id}")

    assert answer.mimetype == "image/jpeg"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert b"SECRET" not in answer.data
    assert b"script" not in answer.data


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        (("公" * 296 + ".jpg").encode(), "公" * 296 + ".jpg"),
        (("公" * 400 + ".jpg").encode(), "公" * 296 + ".jpg"),
        (b"../../../etc/passwd", "passwd"),
        (b"a\x00b.jpg", "ab.jpg"),
        ("收据\u202egpj.exe".encode(), "收据gpj.exe"),
        (b".htaccess", "htaccess"),
        (b"CON", "_CON"),
        ("𠮷㐂.jpg".encode(), "𠮷㐂.jpg"),
        (b"a%0d%0aX: y.jpg", None),
        (b"\xed\xa0\x80.jpg", None),
        (b"\xff\xfe.jpg", None),
        (b"a\r\nX-Evil: 1.jpg", None),
    ],
)
def test_a_name_is_kept_clean_whatever_was_sent(at: Desk, raw: bytes, shown: str | None) -> None:
    answer = at.send_raw(at.body((raw, picture())))

    assert answer.status_code in {303, 400, 422}
    if shown is not None:
        assert [one.shown_name for one in db.session.query(StoredFile)] == [shown]
    for one in db.session.query(MeetingFile):
        sent = at.client.get(f"/meeting-files/{one.id}").headers["Content-Disposition"]
        assert sent.isascii()
        assert one.file.shown_name.isprintable()


def test_the_ten_thousandth_file_is_kept_and_the_next_one_refused_with_the_number(at: Desk) -> None:
    row = {"unit_id": at.tree.village.id, "sha256": "a", "served_sha256": "a", "size": 1, "served_size": 1}
    row |= {"media_type": MediaType.JPEG, "shown_name": "一", "kept_at": clock.now(), "kept_by_id": at.clerk.id}
    db.session.execute(insert(StoredFile), [{**row, "kept_by_name": "李秀兰"}] * (UNIT_FILES - 1))
    db.session.commit()

    last, over = at.send(("一.jpg", picture())), at.send(("二.jpg", picture(size=(50, 50))))

    assert (last.status_code, over.status_code) == (303, 422)
    assert "已到上限（2048 MB、10000 个）" in over.get_data(as_text=True)
    assert at.rows == UNIT_FILES
    assert len(at.on_disk) == 2  # the original and the served copy of the one that was kept


def test_nobody_else_gets_a_file_by_its_number_its_digest_or_its_place(at: Desk) -> None:
    at.send(("照片.jpg", picture(position=True)))
    one = db.session.query(MeetingFile).one()
    address, digest = f"/meeting-files/{one.id}", one.file.served_sha256
    by_place = [f"/files/{digest}", f"/files/{digest[:2]}/{digest}", f"/static/../files/{digest}", f"/static/{digest}"]
    neighbour = client_of(at.app, account(division=at.tree.neighbour))
    resident = client_of(at.app, account(role=Role.RESIDENT, division=at.tree.village))
    ranged = {"Range": "bytes=0-9"}

    nobody = at.app.test_client()
    assert at.client.get(address, headers=ranged).status_code in {200, 206}
    assert nobody.get(address, headers=ranged).status_code == 302
    foreign, none = (neighbour.get(path, headers=ranged) for path in (address, f"/meeting-files/{one.id + 1}"))
    assert (foreign.status_code, len(foreign.data)) == (none.status_code, len(none.data)) == (404, len(none.data))
    assert resident.get(address).status_code == 403
    assert {who.get(path).status_code for who in (nobody, neighbour, at.client) for path in by_place} == {404}


def test_a_file_taken_off_is_gone_for_everybody(at: Desk) -> None:
    at.send(("照片.jpg", picture()))
    address = f"/meeting-files/{db.session.query(MeetingFile).one().id}"

    press(at.client, f"{address}/remove")

    assert at.client.get(address, headers={"Range": "bytes=0-9"}).status_code == 404


@pytest.mark.parametrize("spoilt", ["flipped", "cut", "swapped", "lost"])
def test_changed_bytes_are_never_shown_and_the_auditor_is_warned_once(at: Desk, spoilt: str) -> None:
    at.send(("照片.jpg", picture()), ("另一张.jpg", picture(size=(60, 60))))
    one, other = db.session.query(MeetingFile).order_by(MeetingFile.id)
    place = next(path for path in at.on_disk if path.name == one.file.served_sha256)
    foreign = next(path for path in at.on_disk if path.name == other.file.served_sha256).read_bytes()
    data = place.read_bytes()
    wrong = {"flipped": bytes([data[0] ^ 1]) + data[1:], "cut": data[:-1], "swapped": foreign}
    place.unlink() if spoilt == "lost" else place.write_bytes(wrong[spoilt])

    answers = [at.client.get(f"/meeting-files/{one.id}") for _each in range(2)]

    page = client_of(at.app, account(role=Role.AUDITOR, division=at.tree.root)).get("/desk").get_data(as_text=True)
    assert [answer.status_code for answer in answers] == [409, 409]
    assert all("附件与发布时不一致" in answer.get_data(as_text=True) for answer in answers)
    assert db.session.query(AuditEntry).filter_by(tag=FileTag.ALTERED).count() == 1
    assert "发现存着的文件与存入时不一致" in page


def test_a_file_of_another_unit_is_kept_once_on_the_disk_and_guarded_twice(at: Desk) -> None:
    at.send(("照片.jpg", picture()))
    kept(unit=at.tree.far, folder=at.app.config["INSTANCE"])

    assert hashlib.sha256(picture()).hexdigest() in {path.name for path in at.on_disk}
    assert (at.rows, len(at.on_disk)) == (2, 2)
