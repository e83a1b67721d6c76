"""A resident checks the paper's code, its QR code, the fingerprint and an old receipt, before and after tampering."""

import json
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from werkzeug.test import TestResponse

from tests.builders.accounts import account
from tests.builders.browser import form_on
from tests.builders.divisions import Tree, division_tree
from tests.notices.test_notices import notice_of
from villagegov.extensions import db
from villagegov.notices.models import Checkpoint, Notice
from villagegov.notices.operations import correct_notice
from villagegov.notices.queries import log
from villagegov.notices.rules import grouped
from villagegov.notices.rules.checkpoint import whole_code_of
from villagegov.transaction import transaction

RIGHT, WRONG, UNKNOWN = "对得上", "对不上", "没有找到"


@pytest.fixture
def tree(app: Flask) -> Tree:
    """The places."""
    return division_tree()


@pytest.fixture
def notices(tree: Tree) -> list[Notice]:
    """Three of them; the last one posted next door."""
    clerk = account(division=tree.village)
    return [notice_of(unit, clerk) for unit in (tree.village, tree.village, tree.neighbour)]


def asked(reader: FlaskClient, typed: str) -> str:
    """What the page says of it."""
    return reader.get("/verify", query_string={"q": typed}).get_data(as_text=True)


def sent(reader: FlaskClient, data: bytes) -> TestResponse:
    """The answer to a file."""
    fields = form_on(reader.get("/verify"), action="/verify")
    return reader.post("/verify", data={**fields, "file": (BytesIO(data), "receipt.json")})


def code_of(notice: Notice) -> str:
    """The code on its paper."""
    found = log.place_of(notice.current)
    assert found is not None
    return found.code


def test_code_qr_fingerprint_receipt_and_checkpoint_lead_to_the_notice(app: Flask, notices: list[Notice]) -> None:
    reader, notice = app.test_client(), notices[1]
    point = db.session.query(Checkpoint).filter_by(size=2).one()
    receipt = reader.get("/verify/receipts/2").data

    held = {
        "核对的是：纸上的核对码（16 位）": asked(reader, grouped(code_of(notice)).lower()),
        "核对的是：二维码里的完整核对码": asked(reader, f"http://x/?c={whole_code_of(point.digest)}"),
        "核对的是：内容指纹": asked(reader, grouped(notice.current.fingerprint)),
        "核对的是：回执文件": sent(reader, receipt).get_data(as_text=True),
    }
    by_text = asked(reader, reader.get("/verify/checkpoint.txt").get_data(as_text=True))

    for what, page in held.items():
        assert what in page
        assert RIGHT in page
        assert "公开记录第 2 条" in page
        assert "没有被改动" in page
        assert "公开记录第 1 条" not in page
    assert RIGHT in by_text
    assert "当时共 3 条公告" in by_text
    assert UNKNOWN in asked(reader, "A" * 16)
    assert asked(reader, "村务").count("这不是核对码") == 2  # on top and at the field


def test_whoever_changed_the_record_is_found_by_what_is_held_outside(app: Flask, notices: list[Notice]) -> None:
    reader, code = app.test_client(), code_of(notices[1])
    receipt = reader.get("/verify/receipts/2").data
    changes = {
        "那一条已经不是这份公告": "UPDATE log_entries SET leaf = (SELECT hash FROM log_nodes) WHERE position = 1",
        "今天的记录与当时的记录对不上": "UPDATE log_nodes SET hash = (SELECT leaf FROM log_entries WHERE position = 0)",
        "网上的公告内容与发布时的记录不一致": 'UPDATE notice_versions SET fields = \'[["title", "改", "00"]]\'',
        "检查点的签名不是本系统的密钥做的": "UPDATE checkpoints SET text = 'nothing' WHERE size = 2",
    }
    pages = {}
    for sentence, change in changes.items():
        db.session.execute(text(change))
        db.session.commit()
        pages[sentence] = (asked(reader, code), sent(reader, receipt).get_data(as_text=True))

    for at, (sentence, (by_code, by_receipt)) in enumerate(pages.items()):
        assert WRONG in by_code
        assert sentence in by_code
        assert WRONG in by_receipt
        assert at > 1 or sentence in by_receipt  # the receipt brings its own checkpoint, and its entry is gone
    assert reader.get("/verify/receipts/2").status_code == 409


def test_a_record_set_back_to_yesterday_no_longer_has_what_the_receipt_proves_t6(
    app: Flask, notices: list[Notice]
) -> None:
    reader, code = app.test_client(), code_of(notices[2])
    receipt = reader.get("/verify/receipts/3").data
    for cut in ("checkpoints WHERE size = 3", "log_entries WHERE position = 2"):
        db.session.execute(text(f"DELETE FROM {cut}"))  # noqa: S608 # see above
    db.session.execute(text("UPDATE public_logs SET size = 2"))
    db.session.commit()

    page = sent(reader, receipt).get_data(as_text=True)

    assert UNKNOWN in asked(reader, code)
    assert "今天的记录与当时的记录对不上" in page
    assert "那一条已经不是这份公告" in page


def test_a_corrected_notice_is_unaltered_and_says_so(app: Flask, notices: list[Notice]) -> None:
    reader, notice = app.test_client(), notices[0]
    code = code_of(notice)
    with transaction(notice):
        actor = account(division=notice.unit, name="王芳")
        correct_notice(notice=notice, fields={"title": "更正"}, reason="错字", actor=actor)

    page = asked(reader, code)

    assert RIGHT in page
    assert "后来更正过" in page


def test_a_file_that_is_no_receipt_is_refused_in_words(app: Flask, notices: list[Notice]) -> None:
    reader = app.test_client()
    whole = json.loads(reader.get("/verify/receipts/1").data)
    other = {**whole, "canonical": f"{whole['canonical']}x\t1\n"}

    told = [sent(reader, data) for data in (b"%PDF-1.7", b"\xff\xfe\x00", b"{}", b" " * 410_000)]
    forged = sent(reader, json.dumps(other).encode()).get_data(as_text=True)

    assert [one.status_code for one in told] == [422] * 4
    assert all("不是本系统的回执" in one.get_data(as_text=True) for one in told[:3])
    assert "这个文件太大" in told[3].get_data(as_text=True)
    assert WRONG in forged
    assert "算不出回执里的指纹" in forged
    assert "公开记录第 1 条" not in forged
