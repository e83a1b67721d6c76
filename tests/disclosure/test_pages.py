"""The working pages: a month goes from paper to the board by hand; what is typed wrong stays and is named."""

import io
from datetime import UTC, datetime

import pytest
from flask import Flask

from tests.builders.accounts import client_of
from tests.builders.browser import form_on, press, twin_of
from tests.builders.disclosure import (
    Hands,
    drafted,
    entry,
    handed,
    hands,
    joint_decision,
    opened,
    picture_of,
    posted_month,
)
from tests.builders.files import picture
from villagegov import clock
from villagegov.disclosure.forms.lines import COLUMNS
from villagegov.disclosure.models import Posting
from villagegov.disclosure.queries.postings import state_on
from villagegov.disclosure.vocabulary import PostingState
from villagegov.extensions import db
from villagegov.web.sheets import write_sheet

PASTED = "\n".join(
    [
        "日期\t凭证号\t摘要\t类别\t收入\t支出\t收款人\t经手人",
        "2026-10-03\t记-1\t收到转移支付\t转移性收入\t50,000.00\t\t东溪镇财政所\t李秀兰",
        "10月12日\t记-2\t误工费\t误工费\t\t360\t张三\t李秀兰",
        "15\t记-10\t打印纸\t办公费\t\t１２８．５０\t兴隆文具店\t李秀兰",
    ]
)


@pytest.fixture
def who(app: Flask) -> Hands:
    """Whoever keeps the accounts, on a fixed day."""
    clock.run_on(lambda: datetime(2026, 11, 5, 3, 0, tzinfo=UTC))
    return hands()


def test_a_month_goes_from_paper_to_the_board_by_hand(app: Flask, who: Hands) -> None:
    clerk, second, chair = (client_of(app, one) for one in (who.clerk, who.second, who.chair))
    unit = f"/units/{who.unit.id}"
    typed = {"from_month": "2026-10-01", "amount_fen": "1,234.50", "document": "银行对账单"}
    press(clerk, f"{unit}/opening-balance/edit", **typed, files=(io.BytesIO(picture()), "对账单.jpg"))
    press(second, f"{unit}/opening-balance/confirm")
    press(clerk, f"{unit}/postings/new", month="2026-10-01")
    posting = db.session.query(Posting).one()
    here = f"/postings/{posting.id}"

    pasted = press(clerk, f"{here}/lines/paste", text=PASTED)
    handed_over = press(clerk, f"{here}/hand-over")
    for supervisor in who.supervisors[:2]:
        press(client_of(app, supervisor), f"{here}/review", verdict="passed")
    decision = joint_decision(who=who)
    press(clerk, f"{here}/settle", decision=str(decision.id))
    shown = chair.get(f"{here}/post").get_data(as_text=True)
    posted = press(chair, f"{here}/post")

    db.session.expire_all()
    assert [pasted.status_code, handed_over.status_code, posted.status_code] == [303, 303, 303]
    assert state_on(posting) is PostingState.PUBLISHED
    assert "张三" not in shown
    assert "张*" in shown
    assert posting.opening_fen == 1_234_50
    assert "50,746.00" in chair.get(here).get_data(as_text=True)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("2026-09-30\t\t打印\t办公费\t\t1", "第 1 行：日期 2026-09-30 不在 2026年10月 内"),
        ("2026-10-01\t\t\t办公费\t\t1", "第 1 行：请填写摘要"),
        ("2026-10-01\t\t打印\t办公费\t\t1.234", "第 1 行：支出：最多两位小数"),
        ("2026-10-01\t\t打印\t办公费\t1\t1", "第 1 行：收入和支出只能填一个"),
        ("2026-10-01\t\t打印 13800138000\t办公费\t\t1", "第 1 行疑似手机号 138****8000"),
        ("只有字", "第 1 行"),
    ],
)
def test_what_cannot_be_pasted_is_named_by_line_and_nothing_is_saved(
    app: Flask, who: Hands, row: str, says: str
) -> None:
    posting = drafted(who=who, lines=[])

    answer = press(client_of(app, who.clerk), f"/postings/{posting.id}/lines/paste", text=row)

    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert says in page
    assert row.rsplit("\t", maxsplit=1)[-1] in page
    assert posting.lines == []


@pytest.mark.parametrize("typed", ["-1", "1e3", "NaN", "1_000", "+5", "²", "0.001", "12345678901", "一百"])
def test_an_amount_that_is_none_is_refused_at_its_field_n1(app: Flask, who: Hands, typed: str) -> None:
    posting = drafted(who=who, lines=[])

    answer = press(
        client_of(app, who.clerk),
        f"/postings/{posting.id}/lines/new",
        booked_on="5",
        summary="打印",
        category="办公费",
        expense=typed,
    )

    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert f'value="{typed}"' in page
    assert "支出：" in page


def test_a_file_is_previewed_then_written_whole(app: Flask, who: Hands) -> None:
    posting = drafted(who=who, lines=[])
    rows = [
        ("2026-10-05", f"记-{at}", "打印", "办公费", "", "12.5", "文具店", "", "李秀兰", "") for at in range(1, 121)
    ]
    clerk, here = client_of(app, who.clerk), f"/postings/{posting.id}"

    sent = press(clerk, f"{here}/lines/import", file=(io.BytesIO(write_sheet(COLUMNS, rows)), "十月.xlsx"))
    preview = clerk.get(sent.location).get_data(as_text=True)
    press(clerk, sent.location)
    again = press(clerk, f"{here}/lines/import", file=(io.BytesIO(write_sheet(COLUMNS, rows[:2])), "改.xlsx"))
    press(clerk, again.location, mode="replacing")

    assert "1,500.00" in preview
    assert [line.voucher for line in posting.lines] == ["记-1", "记-2"]


def test_faulty_lines_of_a_file_are_all_named_and_none_enters(app: Flask, who: Hands) -> None:
    posting = drafted(who=who, lines=[])
    rows = [("2026-11-05", "1", "打印", "办公费", "", "1"), ("2026-10-05", "2", "打印", "办公费", "", "x")]
    data = write_sheet(COLUMNS, [(*row, "", "", "", "") for row in rows])
    clerk = client_of(app, who.clerk)

    sent = press(clerk, f"/postings/{posting.id}/lines/import", file=(io.BytesIO(data), "十月.xlsx"))
    page = clerk.get(sent.location).get_data(as_text=True)
    faults = clerk.get(f"{sent.location}/faults").get_data(as_text=True)

    assert "第 2 行" in page
    assert "第 3 行" in page
    assert "不在 2026年10月 内" in faults


def test_a_stale_line_is_shown_beside_what_was_typed_c2(app: Flask, who: Hands) -> None:
    posting = drafted(who=who, lines=[entry(month=opened(who=who).from_month)])
    address = f"/posting-lines/{posting.lines[0].id}/edit"
    first, late = client_of(app, who.clerk), client_of(app, who.second)
    stale = form_on(late.get(address))
    press(first, address, summary="先改的")

    answer = late.post(address, data={**stale, "summary": "后改的"})

    page = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "先改的" in page
    assert "后改的" in page
    assert posting.lines[0].summary == "先改的"


def test_a_second_press_adds_no_second_line_c1(app: Flask, who: Hands) -> None:
    posting = drafted(who=who, lines=[])
    clerk, address = client_of(app, who.clerk), f"/postings/{posting.id}/lines/new"
    fields = form_on(clerk.get(address)) | {"booked_on": "5", "summary": "打印", "category": "办公费", "expense": "1"}

    answers = [client.post(address, data=fields).status_code for client in (clerk, clerk, twin_of(clerk))]

    assert answers == [303, 303, 303]
    assert len(posting.lines) == 1


def test_an_attachment_whose_name_holds_a_number_stops_the_review_p11(app: Flask, who: Hands) -> None:
    posting = drafted(who=who)
    picture_of(posting).file.shown_name = "收据13800138000.jpg"
    db.session.commit()

    answer = press(client_of(app, who.clerk), f"/postings/{posting.id}/hand-over")

    assert answer.status_code == 422
    assert "附件的文件名" in answer.get_data(as_text=True)


def test_a_return_without_a_word_is_asked_for_one(app: Flask, who: Hands) -> None:
    posting = handed(who=who)

    answer = press(client_of(app, who.supervisors[0]), f"/postings/{posting.id}/review", verdict="returned")

    assert answer.status_code == 422
    assert "请写明意见" in answer.get_data(as_text=True)


def test_the_list_is_narrowed_by_state_and_month(app: Flask, who: Hands) -> None:
    posted_month(who=who)
    drafted(who=who, lines=[])
    client = client_of(app, who.chair)

    drafts = client.get("/postings?state=DRAFT").get_data(as_text=True)
    october = client.get("/postings?month=2026-10").get_data(as_text=True)

    assert "2026年11月" in drafts
    assert "<strong>2026年10月收支明细</strong>" not in drafts
    assert "<strong>2026年10月收支明细</strong>" in october
    assert "<strong>2026年11月收支明细</strong>" not in october


def test_who_did_what_is_told_in_the_readers_language_and_says_nothing_of_what_is_empty(app: Flask, who: Hands) -> None:
    posting, clerk = drafted(who=who), client_of(app, who.clerk)
    chinese = clerk.get(f"/postings/{posting.id}").get_data(as_text=True)
    clerk.set_cookie("lang", "en")

    english = clerk.get(f"/postings/{posting.id}").get_data(as_text=True)

    assert "月份为 2026年10月" in chinese
    assert "Month: October 2026" in english
    assert "校验码" not in chinese
    assert "(empty)" not in english
