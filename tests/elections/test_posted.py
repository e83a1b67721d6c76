"""A posted result is corrected by versions and checked by outsiders (C2, C7, T1, T2)."""

import hashlib
import subprocess
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from tests.builders.accounts import client_of
from tests.builders.browser import form_on, press
from tests.builders.elections import Hands, hands, posted
from villagegov.elections.models import Election
from villagegov.extensions import db
from villagegov.notices.models import NoticeVersion


@pytest.mark.parametrize(
    ("reason", "remark", "status", "sentence"),
    [
        ("", "改过", 422, "请写明更正的理由"),
        ("   ", "改过", 422, "请写明更正的理由"),
        ("漏写", "", 422, "没有什么可以更正"),
        ("漏写", "改过", 303, ""),
    ],
)
def test_a_correction_needs_a_reason_and_a_change_c7(
    app: Flask, reason: str, remark: str, status: int, sentence: str
) -> None:
    who = hands()
    election, _notice = posted(who=who)

    answer = press(client_of(app, who.first), f"/elections/{election.id}/result/correct", remark=remark, reason=reason)

    assert answer.status_code == status
    assert sentence in answer.get_data(as_text=True)
    assert db.session.query(NoticeVersion).count() == (2 if status == 303 else 1)


def test_a_correction_begun_before_another_one_is_stale_c2(app: Flask) -> None:
    who = hands()
    election, _notice = posted(who=who)
    first, second = client_of(app, who.first), client_of(app, who.second)
    address = f"/elections/{election.id}/result/correct"
    mine = {**form_on(second.get(address)), "remark": "王芳的", "reason": "漏写"}
    press(first, address, remark="李强的", reason="漏写")

    answer = second.post(address, data=mine)

    assert answer.status_code == 409
    assert form_on(answer)["remark"] == "王芳的"
    assert db.session.query(NoticeVersion).count() == 2
    assert second.post(address, data=form_on(answer)).status_code == 303


def test_a_second_notice_of_one_result_is_refused(app: Flask) -> None:
    who = hands()
    election, _notice = posted(who=who)

    answer = press(client_of(app, who.second), f"/elections/{election.id}/result", contact="办公室")

    assert answer.status_code == 422
    assert "结果公告已经张贴" in answer.get_data(as_text=True)


def corrected(app: Flask) -> tuple[Hands, Election]:
    """A result in two versions."""
    who = hands()
    election, _notice = posted(who=who)
    press(client_of(app, who.first), f"/elections/{election.id}/result/correct", remark="已改", reason="漏写")
    return who, election


FIELDS = ("title", "registered", "collected", "turnout", "goal", "votes_chair", "elected", "contact", "remark")


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_changed_in_the_database_is_told_on_the_public_page_t1(app: Flask, name: str) -> None:
    who, _election = corrected(app)
    version = db.session.query(NoticeVersion).filter_by(version_number=2).one()
    version.fields = [[one, "假" if one == name else value, salt] for one, value, salt in version.fields]
    db.session.commit()
    reader, code = app.test_client(), who.unit.code

    newest, older = reader.get(f"/c/{code}/elections/1"), reader.get(f"/c/{code}/elections/1/polls/1/versions/1")

    assert "与张贴时不一致" in newest.get_data(as_text=True)
    assert "与张贴时不一致" not in older.get_data(as_text=True)


TAMPERED = {
    "reason": "UPDATE notice_versions SET reason = '别的理由' WHERE version_number = 2",
    "fingerprint": "UPDATE notice_versions SET fingerprint = 'ffff' WHERE version_number = 2",
    "time": "UPDATE notice_versions SET posted_at = '2020-01-01 00:00:00+00' WHERE version_number = 2",
    "number": "UPDATE notices SET number = 9",
    "year": "UPDATE notices SET year = 2020",
    "kept until": "UPDATE notices SET keep_through = '2020-01-01'",
    "gone": "UPDATE notice_versions SET fields = '[]' WHERE version_number = 2",
    "salt": """UPDATE notice_versions SET fields = '[["title", "标题", "zz"]]' WHERE version_number = 2""",
}


@pytest.mark.parametrize("what", sorted(TAMPERED))
def test_whatever_of_a_notice_is_changed_in_the_database_is_told_t1_t2(app: Flask, what: str) -> None:
    who, _election = corrected(app)
    moment = TAMPERED[what]
    if db.engine.dialect.name == "sqlite":
        moment = moment.replace("+00'", ".000000'")
    db.session.execute(text(moment))
    db.session.commit()

    page = app.test_client().get(f"/c/{who.unit.code}/elections/1")

    assert page.status_code == 200
    assert "与张贴时不一致" in page.get_data(as_text=True)


def independent(canonical: str, fields: list[list[str]]) -> str:
    """An outsider's ten lines: check each value against its commitment, then hash the text."""
    lines = dict(line.split("\t") for line in canonical.splitlines()[1:])
    for name, value, salt in fields:
        assert lines[name] == hashlib.sha256(bytes.fromhex(salt) + value.encode()).hexdigest()
    return hashlib.sha256(canonical.encode()).hexdigest()


def test_an_outsider_recomputes_the_fingerprint(app: Flask) -> None:
    who, _election = corrected(app)
    reader, code = app.test_client(), who.unit.code
    for version in db.session.query(NoticeVersion).order_by(NoticeVersion.version_number):
        address = f"/c/{code}/elections/1/polls/1/versions/{version.version_number}"

        made = independent(reader.get(f"{address}/notice.txt").get_data(as_text=True), version.fields)

        assert made == version.fingerprint
        assert " ".join(made[at : at + 4].upper() for at in range(0, 64, 4)) in reader.get(address).get_data(
            as_text=True
        )


def test_the_paper_says_what_the_page_says(app: Flask, tmp_path: Path) -> None:
    who, _election = corrected(app)
    version = db.session.query(NoticeVersion).filter_by(version_number=2).one()
    paper = tmp_path / "notice.pdf"
    paper.write_bytes(app.test_client().get(f"/c/{who.unit.code}/elections/1/polls/1/versions/2/notice.pdf").data)

    told = subprocess.run(["/usr/bin/pdftotext", "-layout", paper, "-"], capture_output=True, check=True)

    words = "".join(told.stdout.decode().split())
    values = {name: value for name, value, _salt in version.fields}
    assert values["title"] in words
    assert version.fingerprint.upper() in words
    assert all("".join(row.split()) in words for row in values["votes_member"].splitlines())
    assert "漏写" in words
