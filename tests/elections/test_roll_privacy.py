"""P3–P7, V7, N5: an ID number goes in and is never seen again; a name is found however its dot is written."""

import io
import logging
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from flask import Flask
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from tests.builders import rolls
from tests.builders.accounts import client_of
from tests.builders.browser import form_on, press
from tests.builders.elections import hands, started
from tests.builders.rolls import id_number, line, lines, sent, text_of
from villagegov import clock
from villagegov.audit.models import AuditEntry
from villagegov.elections.models import RollEntry
from villagegov.elections.vocabulary import ElectionTag
from villagegov.extensions import db
from villagegov.schema import metadata

PLANTED = 500
POLLING_DAY = date(2026, 6, 1)


def test_no_planted_number_is_found_on_any_page_in_any_file_row_or_log(
    app: Flask, sqlite_file: Path | None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    clock.run_on(lambda: datetime(2026, 4, 1, 4, tzinfo=UTC))
    who = hands()
    election, clerk = started(who=who, polling_day=POLLING_DAY), client_of(app, who.first)
    rows, numbers = lines(PLANTED), [one[3] for one in lines(PLANTED)]
    faulty = sent(clerk, election, rolls.xlsx([*rows, rows[0], line(1, sex="？")]))
    preview = sent(clerk, election, rolls.xlsx(rows))
    base = f"/elections/{election.id}/roll"

    answers = [faulty, clerk.get(faulty.request.path + "/faults"), preview, rolls.confirmed(clerk, preview)]
    answers += [clerk.get(f"{base}?page={page}") for page in range(1, 18)]
    answers += [clerk.get(f"{base}/{number}") for number in (1, 77, 500)]
    answers += [press(clerk, f"{base}/search", words=number) for number in numbers[:5]]
    answers += [
        press(clerk, f"{base}/500/remove", reason="迁出"),
        clerk.get(base + "/import"),
        clerk.get(base + "/post"),
    ]
    answers += [clerk.get(f"/elections/{election.id}")]
    seen = "\n".join(f"{one.request.url}{one.headers}{one.get_data().decode('utf-8-sig')}" for one in answers)
    exported = press(clerk, f"{base}/export")
    book = CalamineWorkbook.from_filelike(io.BytesIO(exported.get_data()))
    seen += str(book.get_sheet_by_index(0).to_python()) + caplog.text + _every_row()

    assert {one.status_code for one in answers} <= {200, 303}
    assert not [number for number in numbers if number in seen]
    assert rolls.id_number(1)[6:14] not in seen
    raw = _raw(sqlite_file)
    assert not [number for number in numbers if number.encode() in raw]


def _every_row() -> str:
    return "\n".join(repr(row) for table in metadata.sorted_tables for row in db.session.execute(select(table)))


def _raw(sqlite_file: Path | None) -> bytes:
    """The database file and what lies beside it, as bytes."""
    if sqlite_file is None:
        return b""
    return b"".join(path.read_bytes() for path in sqlite_file.parent.glob(sqlite_file.name + "*"))


def test_the_file_to_take_away_holds_names_and_no_more_and_is_noted(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)
    rolls.imported(clerk, election, [line(1, name="𠮷田"), line(2, name="=1+1")])

    told = text_of(clerk.get(f"/elections/{election.id}/roll/export"))
    answer = press(clerk, f"/elections/{election.id}/roll/export")

    assert "2 人的编号、小组、姓名和性别" in told
    assert "没有身份证号和出生日期" in told
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.get_data())).get_sheet_by_index(0).to_python()
    assert rows == [["编号", "小组", "姓名", "性别"], [1, "一组", "𠮷田", "男"], [2, "一组", "=1+1", "女"]]
    assert "filename*=UTF-8''" in answer.headers["Content-Disposition"]
    assert db.session.query(AuditEntry).filter_by(tag=ElectionTag.ROLL_EXPORTED.value).count() == 1


def test_whoever_keeps_the_roll_sees_a_masked_number_on_the_persons_own_page(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)
    number = id_number(7)
    rolls.imported(clerk, election, [line(7)])

    page = text_of(clerk.get(f"/elections/{election.id}/roll/1"))

    assert number[:3] + "***********" + number[-4:] in page
    assert number not in page


def test_the_same_number_is_stored_in_two_ways_that_differ(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)
    rolls.imported(clerk, election, lines(2))

    first, second = db.session.query(RollEntry).order_by(RollEntry.number)

    assert len(first.person_key) == 32
    assert first.sealed_id[:20] != second.sealed_id[:20]


@pytest.mark.parametrize("words", ["阿依古丽·买买提", "阿依古丽•买买提", "阿依古丽.买买提", "买买提", "2", "＃号码"])
def test_a_person_is_found_by_part_of_a_name_by_number_or_by_id(app: Flask, words: str) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)
    rolls.imported(clerk, election, [line(1), line(2, name="阿依古丽·买买提")])
    asked = id_number(2) if words == "＃号码" else words

    answer = press(clerk, f"/elections/{election.id}/roll/search", words=asked)

    page = text_of(answer)
    assert answer.status_code == 200
    assert "阿依古丽·买买提" in page
    assert line(1)[1] not in page
    assert id_number(2) not in page


def test_a_search_says_nothing_in_its_address(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)
    rolls.imported(clerk, election, lines(40))

    many = press(clerk, f"/elections/{election.id}/roll/search", words=lines(1)[0][1][0])
    none = press(clerk, f"/elections/{election.id}/roll/search", words="查无此人")
    shown = form_on(clerk.get(f"/elections/{election.id}/roll/search?words=查无"))

    assert "?" not in many.request.full_path.rstrip("?")
    assert "名单上没有找到" in text_of(none)
    assert shown["words"] == ""
