"""What residents see of a posted month: all of it, nothing earlier, and whether it was altered (A8, T1–T3)."""

import gzip
import random
import re
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text
from werkzeug.test import TestResponse

from tests.builders.accounts import client_of
from tests.builders.board import swapped
from tests.builders.disclosure import (
    Hands,
    drafted,
    entry,
    handed,
    hands,
    last_month,
    opened,
    picture_of,
    posted_month,
    reviewed,
    say,
    settled,
)
from tests.builders.files import picture
from villagegov import clock
from villagegov.disclosure.models import Posting
from villagegov.disclosure.operations import publish
from villagegov.disclosure.rules.lines import Entry
from villagegov.disclosure.vocabulary import ReviewVerdict
from villagegov.extensions import db
from villagegov.files.models import StoredFile
from villagegov.notices.models import Notice, NoticeVersion
from villagegov.transaction import transaction

PAGE = "/c/990101001201/postings/1"
ALTERED = "此公示内容与发布时的记录不一致"
FIRST_LOAD = 15_000
STYLE = Path("villagegov/static/style.css")
WORDS = [
    "修缮",
    "购买",
    "支付",
    "清理",
    "河道",
    "道路",
    "路灯",
    "水泥",
    "办公",
    "用品",
    "电费",
    "网络",
    "会议",
    "资料",
    "误工",
    "慰问",
    "绿化",
    "苗木",
    "工具",
    "消防",
    "活动",
    "租金",
]


@pytest.fixture
def who(app: Flask) -> Hands:
    """A village's hands on 24 November 2026."""
    clock.run_on(lambda: datetime(2026, 11, 24, 2, 0, tzinfo=UTC))
    return hands()


def seen(app: Flask, address: str = PAGE) -> str:
    """What anybody reads there."""
    answer = app.test_client().get(address)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_a_resident_reads_all_of_it_and_can_check_it_by_eye(app: Flask, who: Hands) -> None:
    posted_month(who=who)

    page = seen(app)

    for words in (
        "石桥村2026年10月财务收支明细",
        "村务公开〔2026〕1号",
        "通过村务监督委员会提出",
        "2026年10月1日至2026年10月31日",
        "2026年12月9日（自 2026年11月24日 起，不算当天，加 15 天 = 2026年12月9日）",
        "1,234,567.80",
        "50,000.00",
        "460.03",
        "1,284,107.77",
        "100.0%",
        "78.3%",
        "21.7%",
        "意见：误工费请附上工日记录。",
        "赞成 5 票，反对 0 票，弃权 0 票",
        "签发：陈国强",
        "内容与发布时的记录一致",
        "还没有上墙照片",
    ):
        assert words in page
    assert ALTERED not in page


@pytest.mark.parametrize("ending", ["", "/notice.txt"])
def test_nobody_paid_is_named_in_public_p9(app: Flask, who: Hands, ending: str) -> None:
    posted_month(who=who)

    page = seen(app, PAGE + ending)

    assert "张三" not in page
    assert "李秀兰" not in page


def returned(*, who: Hands) -> Posting:
    """Two of three have sent it back."""
    made = handed(who=who)
    for one in who.supervisors[:2]:
        say(posting=made, by=one, verdict=ReviewVerdict.RETURNED, note="缺凭证")
    return made


def plain(answer: TestResponse) -> str:
    """A page without the address it was asked for, the form's key, and the number to quote."""
    return re.sub('postings(/|%2F)(1|77)|csrf_token[^>]*|"number">[0-9A-F]{8}<', "", answer.get_data(as_text=True))


@pytest.mark.parametrize("made", [drafted, handed, returned, reviewed, settled])
def test_until_it_is_posted_it_does_not_exist_for_anybody_a8(
    app: Flask, who: Hands, made: Callable[..., Posting]
) -> None:
    posting = made(who=who)
    db.session.execute(text("UPDATE postings SET number = 1"))
    db.session.commit()
    readers = [app.test_client(), *(client_of(app, one) for one in (who.clerk, who.chair, who.supervisors[0]))]
    endings = ("", "?version=1", "/notice.pdf", "/notice.txt", "/files/1")

    wrong = [
        ending
        for reader in readers
        for ending in endings
        if (answer := reader.get(PAGE + ending)).status_code != 404
        or plain(answer) != plain(reader.get(PAGE.replace("/1", "/77") + ending))
    ]

    assert not wrong
    assert posting.posted_at is None


@pytest.mark.parametrize("asked", ["?version=2", "?version=0", "?version=x", "?version=99999999999"])
def test_a_version_that_was_never_posted_does_not_exist(app: Flask, who: Hands, asked: str) -> None:
    posted_month(who=who)

    assert app.test_client().get(PAGE + asked).status_code == 404


def test_every_posted_value_changed_in_the_database_is_told_t1(app: Flask, who: Hands) -> None:
    posted_month(who=who)
    version = db.session.query(NoticeVersion).one()
    fields = [list(one) for one in version.fields]
    silent = []
    for at, (name, value, salt) in enumerate(fields):
        spoilt = value.replace("1", "7").replace("同意", "反对") if "." in name else f"{value}假"
        if spoilt == value:
            spoilt = "[]"
        db.session.get_one(NoticeVersion, version.id).fields = [*fields[:at], [name, spoilt, salt], *fields[at + 1 :]]
        db.session.commit()
        if ALTERED not in seen(app):
            silent.append(name)
        assert app.test_client().get(f"{PAGE}/notice.pdf").status_code == 200

    assert not silent
    assert len(fields) > 20


SPOILT = {
    "renumbered": "UPDATE postings SET number = 1, period_from = '2020-01-01' WHERE id > 0",
    "kept until": "UPDATE notices SET keep_through = '2020-01-01'",
    "number": "UPDATE notices SET number = 9",
    "gone": "UPDATE notice_versions SET fields = '[]'",
    "no list": "UPDATE notice_versions SET fields = '7'",
    "salt": """UPDATE notice_versions SET fields = '[["title", "标题", "zz"]]'""",
}


@pytest.mark.parametrize("what", sorted(SPOILT))
def test_whatever_is_changed_in_the_database_is_told_t1_t2(app: Flask, who: Hands, what: str) -> None:
    posted_month(who=who)
    db.session.execute(text(SPOILT[what]))
    db.session.commit()

    assert ALTERED in seen(app)


def test_a_posting_moved_renumbered_or_given_anothers_words_is_told_t2(app: Flask, who: Hands) -> None:
    first, second = posted_month(who=who, month=last_month().replace(month=9)), posted_month(who=who)
    db.session.execute(text("UPDATE postings SET number = 7 WHERE number = 2"))
    db.session.commit()
    renumbered = seen(app, PAGE.replace("/1", "/7"))
    db.session.execute(text("UPDATE postings SET notice_id = :n WHERE id = :i"), {"n": second.notice_id, "i": first.id})
    db.session.commit()
    exchanged = seen(app)
    elsewhere = "UPDATE postings SET number = 1, unit_id = (SELECT id FROM divisions WHERE code = '990101001202')"
    db.session.execute(text(f"{elsewhere} WHERE id = :i"), {"i": second.id})
    db.session.commit()
    moved = seen(app, "/c/990101001202/postings/1")

    assert ALTERED in renumbered
    assert ALTERED in exchanged
    assert ALTERED in moved


@pytest.fixture
def attached(app: Flask, who: Hands) -> Posting:
    """A posted month with an attachment."""
    posting = settled(who=who)
    picture_of(posting)
    with transaction(posting):
        publish.post(posting=posting, actor=who.chair)
    return posting


def test_an_attachment_is_served_as_it_was_posted(app: Flask, attached: Posting) -> None:
    page, file = seen(app), app.test_client().get(f"{PAGE}/files/1")

    assert "票据.jpg" in page
    assert (file.status_code, file.mimetype) == (200, "image/jpeg")
    assert file.headers["X-Content-Type-Options"] == "nosniff"
    assert app.test_client().get(f"{PAGE}/files/2").status_code == 404


@pytest.mark.parametrize("data", [b"", picture()[:-9], picture(size=(50, 50))])
def test_a_changed_attachment_is_told_and_never_sent_u15(app: Flask, attached: Posting, data: bytes) -> None:
    swapped(stored=attached.files[0].file, data=data)

    page, file = seen(app), app.test_client().get(f"{PAGE}/files/1")

    assert "附件与发布时不一致" in page
    assert file.status_code == 409
    assert not data or data not in file.data
    assert "附件与发布时不一致" in file.get_data(as_text=True)


def test_an_attachment_replaced_by_another_sound_one_is_told_t3(app: Flask, attached: Posting) -> None:
    other = picture_of(attached)
    db.session.execute(text("DELETE FROM posting_files WHERE id <> :i"), {"i": other.id})
    db.session.get_one(StoredFile, other.file_id).served_sha256 = "0" * 64
    db.session.commit()

    assert "附件与发布时不一致" in seen(app)
    assert app.test_client().get(f"{PAGE}/files/1").status_code == 409


def many(count: int) -> Iterator[Entry]:
    """Lines that differ from each other as those of real life do."""
    chosen = random.Random(1)
    for number in range(1, count + 1):
        yield entry(
            month=last_month(),
            number=number,
            summary="".join(chosen.sample(WORDS, 4)),
            category=chosen.choice(WORDS) + "费",
            expense_fen=chosen.randint(500, 900_000),
            payee="东溪镇" + "".join(chosen.sample(WORDS, 2)) + "店",
        )


def test_120_lines_come_over_a_slow_line(app: Flask, who: Hands) -> None:
    posted_month(who=who, lines=list(many(120)))

    page = seen(app)

    weight = len(gzip.compress(page.encode(), 6)) + len(gzip.compress(STYLE.read_bytes(), 6))
    assert page.count('role="rowheader" scope="row"') > 120
    assert weight <= FIRST_LOAD


def test_the_paper_says_what_the_page_says_on_numbered_pages_and_comes_once(
    app: Flask, who: Hands, tmp_path: Path
) -> None:
    posting, reader = posted_month(who=who, lines=list(many(60))), app.test_client()
    answer = reader.get(f"{PAGE}/notice.pdf")
    again = reader.get(f"{PAGE}/notice.pdf", headers={"If-None-Match": answer.headers["ETag"]})
    page = reader.get(PAGE)
    paper = tmp_path / "posting.pdf"
    paper.write_bytes(answer.data)

    told = subprocess.run(["/usr/bin/pdftotext", "-layout", paper, "-"], capture_output=True, check=True)

    pages = ["".join(one.split()) for one in told.stdout.decode().split("\f") if one.strip()]
    assert [f"第{at}页，共{len(pages)}页" in one for at, one in enumerate(pages, 1)] == [True] * len(pages)
    assert len(pages) > 2
    assert all("凭证号摘要类别" in one for one in pages[:-1])
    words = "".join(pages)
    assert all(f"{line.summary}" in words for line in posting.lines)
    assert "石桥村民委员会（盖章）" in words
    assert db.session.query(NoticeVersion).one().fingerprint.upper() in words
    assert again.status_code == 304
    assert reader.get(PAGE, headers={"If-None-Match": page.headers["ETag"]}).status_code == 304


def test_a_month_without_lines_says_so(app: Flask, who: Hands) -> None:
    posted_month(who=who, lines=[])

    assert "本月无收支。" in seen(app)
    assert app.test_client().get(f"{PAGE}/notice.pdf").status_code == 200


@pytest.mark.parametrize(("day", "words"), [(15, ""), (16, "已逾期 1 天"), (21, "已逾期 6 天")])
def test_the_board_says_which_month_is_missing_and_for_how_long_d04(
    app: Flask, who: Hands, day: int, words: str
) -> None:
    opened(who=who)
    clock.run_on(lambda: datetime(2026, 11, day, 4, tzinfo=UTC))

    page = seen(app, "/c/990101001201")

    assert ("2026年10月财务：未公布" in page) == bool(words)
    assert words in page


def test_a_board_lists_what_was_posted_the_newest_first(app: Flask, who: Hands) -> None:
    posted_month(who=who, month=last_month().replace(month=9))
    posted_month(who=who)

    page = seen(app, "/c/990101001201")

    assert page.index("2026年10月财务收支明细") < page.index("2026年9月财务收支明细")
    assert f'href="{PAGE}"' in page
    assert "财务：未公布" not in page
    assert db.session.query(Notice).count() == 2
