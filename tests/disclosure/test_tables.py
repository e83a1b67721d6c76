"""Tables and texts from the draft to the board: the same line as the accounts, masks by the class of the item."""

import io
from datetime import UTC, date, datetime

import pytest
from flask import Flask
from pypdf import PdfReader

from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.disclosure import Hands, hands, joint_decision, posted_month, say
from tests.builders.items import AID, DEBTS, drafted_table, put_up, rows_for
from tests.engines import ON_SQLITE
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.disclosure.models import Posting
from villagegov.disclosure.operations import items, publish, review
from villagegov.disclosure.operations.occasions import note_occasion
from villagegov.disclosure.queries.due import due_items
from villagegov.disclosure.queries.items import cells_of
from villagegov.disclosure.queries.occasions import open_occasions
from villagegov.disclosure.queries.reviewers import committee_for
from villagegov.disclosure.views.filling import filling_of
from villagegov.disclosure.vocabulary import Conflict, ReviewVerdict
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.disclosure.vocabulary.tables import ItemReason
from villagegov.extensions import db
from villagegov.refusal import Refusal
from villagegov.transaction import transaction
from villagegov.web.sheets import write_sheet

NOVEMBER, OCTOBER, SEPTEMBER = date(2026, 11, 1), date(2026, 10, 1), date(2026, 9, 1)
PAGE = "/c/990101001201/postings/"


@pytest.fixture
def who(app: Flask) -> Hands:
    """Whoever keeps the board of a village, on 12 November 2026."""
    clock.run_on(lambda: datetime(2026, 11, 12, 3, 0, tzinfo=UTC))
    return hands()


def test_a_table_of_debts_goes_from_the_list_of_items_to_the_board_and_carries_on_f52(app: Flask, who: Hands) -> None:
    clerk, chair, unit = client_of(app, who.clerk), client_of(app, who.chair), f"/units/{who.unit.id}"
    listed = clerk.get(f"{unit}/items").text
    begun = press(clerk, f"{unit}/items/FW-03/period", period="2026-10-01")
    posting = db.session.query(Posting).one()
    here, typed = f"/postings/{posting.id}", {f"cell_{at}": cell for at, cell in enumerate(rows_for(posting, DEBTS)[1])}
    wrong = press(clerk, f"{here}/rows/new", **{**typed, "cell_6": "1"})
    added = press(clerk, f"{here}/rows/new", **{**typed, "cell_6": ""})
    changed = press(clerk, f"/posting-rows/{posting.rows[0].id}/edit", cell_2="垫付的材料款")
    press(clerk, f"{here}/hand-over")
    for supervisor in who.supervisors[:2]:
        press(client_of(app, supervisor), f"{here}/review", verdict="passed_with_note", note="请尽快付清张三的款。")
    press(clerk, f"{here}/settle", decision=str(joint_decision(who=who).id))
    signing = chair.get(f"{here}/post").text
    posted = press(chair, f"{here}/post")
    open_web, board = app.test_client().get(f"{PAGE}1").text, clerk.get(f"{PAGE}1").text
    with transaction():
        following = items.draft_period(unit=who.unit, item=Item.DEBTS, day=NOVEMBER, actor=who.clerk)

    assert "债权债务" in listed
    assert [begun.status_code, added.status_code, changed.status_code, posted.status_code] == [303] * 4
    assert wrong.status_code == 422
    assert "期初余额 + 增加 − 减少 = 期末余额 应是 3,000.00 元" in wrong.text
    assert "张*" in signing
    assert all(
        said in open_web for said in ("2026年10月债权债务", "个人", "3,000.00", "监督委员会", "请尽快付清个人的款")
    )
    assert ["张*" in open_web, "张三" in open_web, "张*" in board, "张三" in board] == [False, False, True, False]
    papers = [
        PdfReader(io.BytesIO(app.test_client().get(f"{PAGE}1/notice.pdf{size}").data)) for size in ("", "?paper=a3")
    ]
    assert [round(one.pages[0].mediabox.width) for one in papers] == [842, 1191]
    assert all("债权债务" in one.pages[0].extract_text() and len(one.pages) == 1 for one in papers)
    assert [row[3:7] for row in cells_of(following)] == [["3000.00", "0.00", "0.00", "3000.00"]]


@ON_SQLITE
def test_a_table_is_pasted_and_imported_as_the_accounts_are(app: Flask, who: Hands) -> None:
    clerk, posting = client_of(app, who.clerk), drafted_table(who=who, rows=())
    here, titles = f"/postings/{posting.id}/lines", list(DEBTS[0])
    pasted = "\n".join(
        "\t".join(one.get(title, "") for title in titles) for one in (dict(zip(titles, titles, strict=True)), *DEBTS)
    )
    bad = press(clerk, f"{here}/paste", text=pasted.replace("8600\t8600", "8600\t一百"))
    good = press(clerk, f"{here}/paste", text=pasted)
    template = clerk.get(f"{here}/template").data
    file = write_sheet(filling_of(posting).columns, [posting.rows[0].cells])
    sent = press(clerk, f"{here}/import", file=(io.BytesIO(file), "债权债务.xlsx"))
    shown = clerk.get(sent.location).text
    kept = press(clerk, sent.location, mode="replacing")

    db.session.expire_all()
    assert [bad.status_code, good.status_code, sent.status_code, kept.status_code] == [422, 303, 303, 303]
    assert "第 2 行：增加：" in bad.text
    assert template.startswith(b"PK")
    assert "1 行" in shown
    assert [row.cells[6] for row in posting.rows] == ["7200.00"]


def test_what_a_period_left_may_neither_change_nor_be_left_out_in_the_next_f52(who: Hands) -> None:
    put_up(who=who, draft=drafted_table(who=who, day=SEPTEMBER))
    later = drafted_table(who=who, rows=[{**DEBTS[0], "期初余额": "1", "减少": "0"}], day=OCTOBER)

    with pytest.raises(Refusal) as refused:
        review.hand_to_supervisors(posting=later, actor=who.clerk)

    faults = [refused.value, *refused.value.others]
    assert [one.reason for one in faults] == [ItemReason.CARRIED, ItemReason.CARRIED_MISSING]
    assert "7,200.00" in faults[0].sentence
    assert "张三" in faults[1].sentence


def test_a_list_of_who_is_helped_is_for_residents_and_the_board_the_open_web_has_its_sums_p12(
    app: Flask, who: Hands
) -> None:
    put_up(who=who, draft=drafted_table(who=who, item=Item.AID_LIST, rows=AID[:1], day=date(2026, 6, 1)))
    put_up(
        who=who,
        draft=drafted_table(who=who, item=Item.AID_LIST, rows=AID, day=SEPTEMBER),
        against="张三的条件没有核实。",
    )
    resident = account(role=Role.RESIDENT, division=who.unit)
    shown = [app.test_client().get(f"{PAGE}2").text, client_of(app, resident).get(f"{PAGE}2").text]

    assert all(
        "金额比上季度多 965.00 元（+66.1%）" in page and "何志远（监督委员会）：退回修改" in page for page in shown
    )
    assert ["个人的条件没有核实" in shown[0], "张*的条件没有核实" in shown[1]] == [True, True]
    assert all("2,425.00" in page and "0750-8830000" in page for page in shown)
    assert ["欧阳" in page for page in shown] == [False, True]
    assert ["登录后可以看" in page for page in shown] == [True, False]
    assert all(name not in shown[1] for name in ("欧阳小明", "张三", "张伟"))
    assert all(mask in shown[1] for mask in ("欧阳**", "张*（上围，1）", "张*（下围，2）"))


def test_a_month_without_guests_is_posted_as_zero_and_one_without_all_papers_goes_back_d32_d33(
    app: Flask, who: Hands
) -> None:
    guests = {"日期": "5", "来访单位": "示例镇政府", "公务内容": "检查防火", "来宾人数": "3", "陪同人数": "1"}
    paid = {
        "地点": "村委会饭堂",
        "用餐标准（元/人）": "30",
        "金额": "120",
        "付款人": "李秀兰",
        "批准人": "陈国强",
    }
    row = {**guests, **paid, "凭证号": "记-9", "单据份数": "3"}
    put_up(who=who, draft=drafted_table(who=who, item=Item.RECEPTION, rows=(), day=SEPTEMBER))
    october = drafted_table(who=who, item=Item.RECEPTION, rows=[row], day=OCTOBER)
    with transaction(october):
        review.hand_to_supervisors(posting=october, actor=who.clerk)
    with pytest.raises(Refusal) as refused:
        review.review(posting=october, verdict=ReviewVerdict.PASSED, note="", actor=who.supervisors[0])
    page = client_of(app, who.supervisors[1]).get(f"/postings/{october.id}/review").text
    say(posting=october, by=who.supervisors[0], verdict=ReviewVerdict.RETURNED, note="缺公函。")

    assert "本月零接待" in app.test_client().get(f"{PAGE}1").text
    assert refused.value.reason is ItemReason.PAPERS
    assert "3 份，应有 4 份" in page
    assert [str(one.what) for one in due_items([who.unit], clock.today())] == ["2026年10月的公务接待费：监督委员会审核"]


def test_a_text_posted_for_an_event_closes_it_and_keeps_its_paragraphs_d03(app: Flask, who: Hands) -> None:
    with transaction():
        noted = note_occasion(
            unit=who.unit,
            item=Item.BUILDING,
            title="环村路硬化工程",
            happened_on=date(2026, 11, 10),
            came_from="2026年11月10日村民代表会议记录",
            actor=who.clerk,
        )
    clerk, address = client_of(app, who.clerk), f"/units/{who.unit.id}/items/CW-16/event?occasion={noted.id}"
    begun = press(clerk, address)
    posting = db.session.query(Posting).one()
    typed = press(clerk, f"/postings/{posting.id}/text", text="第一段。\n\n第二段 <b>。")
    before = open_occasions([who.unit.id])
    put_up(who=who, draft=posting)
    page = app.test_client().get(f"{PAGE}1").text

    assert [begun.status_code, typed.status_code] == [303, 303]
    assert clerk.get(address).status_code == 302
    assert [len(before), len(open_occasions([who.unit.id]))] == [1, 0]
    assert "规划、建设重要事项：环村路硬化工程" in page
    assert "<p>第一段。</p><p>第二段 &lt;b&gt;。</p>" in page.replace("\n", "")
    assert "发生日期" in page


def test_whoever_a_table_names_stands_back_and_one_decision_may_settle_all_of_a_month(who: Hands) -> None:
    own = {**DEBTS[1], "对方单位或者个人": "梁伟明"}
    debts = drafted_table(who=who, rows=[DEBTS[0], own], day=OCTOBER)
    conflicts = [one.conflict for one in committee_for(debts, clock.today()).reviewers]
    accounts = posted_month(who=who, month=OCTOBER)
    decision = accounts.decision
    assert decision is not None
    with transaction(debts):
        review.hand_to_supervisors(posting=debts, actor=who.clerk)
    for supervisor in who.supervisors[1:]:
        say(posting=debts, by=supervisor)
    with transaction(debts):
        publish.settle_jointly(posting=debts, decision=decision, actor=who.clerk)

    assert conflicts == [Conflict.NAMED, None, None]
    assert debts.decision is decision
