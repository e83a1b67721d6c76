"""A clerk prints every form, words a notice and posts it; residents read and check it, but no name of the roll."""

import io
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader

from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.committees import formed_with_roll, on_roll
from tests.builders.divisions import division_tree
from tests.builders.elections import Hands, hands, posted, ready, with_roll
from tests.builders.nominations import nominee_row, vetting_row
from tests.builders.objections import objected
from tests.builders.preparations import prepared_rows
from tests.builders.printed import paper_up
from tests.builders.proxies import named
from tests.engines import ON_SQLITE
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.elections.models import Election
from villagegov.elections.operations.practice import begin_practice
from villagegov.elections.queries.printed import FILLED, waiting
from villagegov.elections.vocabulary.printed import BY_HAND, PaperCode
from villagegov.extensions import db
from villagegov.notices.models import Notice
from villagegov.transaction import transaction


@pytest.fixture
def who(app: Flask) -> Hands:
    return hands(unit=division_tree().village)


@pytest.fixture
def clerk(app: Flask, who: Hands) -> FlaskClient:
    return client_of(app, who.first)


@pytest.fixture
def election(who: Hands) -> Election:
    return with_roll(who=who, polling_day=clock.today() + timedelta(days=10))


def text_of(data: bytes) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages)


@ON_SQLITE
def test_every_form_that_has_contents_opens_and_prints_and_every_other_says_what_it_waits_for(
    app: Flask, who: Hands, clerk: FlaskClient
) -> None:
    election, _notice = posted(who=who)
    named(election=election)
    vetting_row(nominee_row(election))
    objected(election=election, actor=who.first)
    prepared_rows(election)
    waits = waiting(election)

    answers = {}
    for code in FILLED:
        address = f"/elections/{election.id}/papers/{code.value.lower()}"
        page = clerk.get(address).get_data(as_text=True)
        paper = clerk.get(f"{address}/paper.pdf")
        blank = clerk.get(f"{address}/blank.pdf")
        answers[code] = (code in waits, "现在还没有内容" in page, paper.status_code, blank.status_code)

    assert {code for code in FILLED if code in waits} <= {
        PaperCode.F02, PaperCode.F03, PaperCode.F09, PaperCode.F13, PaperCode.F16, PaperCode.F17, PaperCode.F20,
        PaperCode.F26, PaperCode.F34,
    }  # fmt: skip
    assert all(empty is waits_ for waits_, empty, _paper, _blank in answers.values())
    assert {paper for waits_, _empty, paper, _blank in answers.values() if not waits_} == {200}
    assert {blank for *_rest, blank in answers.values()} == {200}


def test_the_list_says_what_can_be_printed_and_what_waits_for_which_step(
    clerk: FlaskClient, election: Election
) -> None:
    page = clerk.get(f"/elections/{election.id}/papers").get_data(as_text=True)

    assert page.count("可以打印") >= 5
    assert "等：登记候选人" in page
    assert str(BY_HAND) in page
    assert "第4号" in page


def test_a_notice_is_worded_posted_read_by_everybody_and_checked(
    app: Flask, clerk: FlaskClient, client: FlaskClient, election: Election
) -> None:
    address = f"/elections/{election.id}/papers/f-04"
    refused = press(clerk, f"{address}/post")
    told = press(
        clerk, f"{address}/wording", text="选举日快到了，请登记。\n\n地点：村文化楼。", signer="石桥村选举办公室"
    )
    done = press(clerk, f"{address}/post")

    again = press(clerk, f"{address}/post")
    board = client.get("/c/990101001201").get_data(as_text=True)
    public = f"/c/990101001201/notices/{clock.today().year}/1"
    page = client.get(public).get_data(as_text=True)
    pdf = client.get(f"{public}/versions/1/notice.pdf")
    notice = db.session.query(Notice).one()
    assert (refused.status_code, told.status_code, done.status_code, again.status_code) == (422, 303, 303, 422)
    assert "正文里还有没填的空" in refused.get_data(as_text=True)
    assert "选民登记公告" in board
    assert public in board
    assert "地点：村文化楼。" in page
    assert "石桥村选举办公室（盖章）" in page
    assert notice.current.fingerprint[:4].upper() in page
    assert "地点：村文化楼。" in text_of(pdf.data)
    assert "内容指纹" in text_of(pdf.data)
    assert client.get(f"{public}/versions/1/notice.txt").get_data(as_text=True).startswith("villagegov notice 1")


def test_the_roll_hangs_on_the_board_and_no_name_of_it_is_on_the_open_web_p12(
    app: Flask, who: Hands, clerk: FlaskClient, client: FlaskClient, election: Election
) -> None:
    paper_up(election=election, actor=who.first, code=PaperCode.F06)

    public = f"/c/990101001201/notices/{clock.today().year}/1"
    page = client.get(public).get_data(as_text=True)
    pdf = text_of(client.get(f"{public}/versions/1/notice.pdf").data)
    text = client.get(f"{public}/versions/1/notice.txt").get_data(as_text=True)
    on_board = text_of(clerk.get(f"/elections/{election.id}/papers/f-06/paper.pdf?size=a3").data)
    assert "名单共 40 行" in page
    assert not any("选民7" in one for one in (page, pdf, text))
    assert "选民7" in on_board
    assert "内容指纹" in on_board


def test_who_keeps_no_roll_opens_no_paper_that_names_voters(app: Flask, who: Hands, election: Election) -> None:
    official = client_of(app, account(role=Role.OFFICIAL, division=who.unit.parent))
    address = f"/elections/{election.id}/papers"

    answers = {code: official.get(f"{address}/{code}").status_code for code in ("f-01", "f-05", "f-06", "f-13")}

    assert answers == {"f-01": 200, "f-05": 403, "f-06": 403, "f-13": 403}
    assert official.get(f"{address}/f-05/paper.pdf").status_code == 403
    assert official.get(f"{address}/f-99").status_code == 404


def test_staff_mobile_boxes_and_scribes_stand_on_their_notices_without_reasons(clerk: FlaskClient, who: Hands) -> None:
    election = ready(who=who, polling_day=clock.today() + timedelta(days=12))
    worker, mobile, helped = prepared_rows(election)
    address = f"/elections/{election.id}/papers"

    pages = [clerk.get(f"{address}/{code}").get_data(as_text=True) for code in ("f-16", "f-17", "f-20")]

    assert worker.name in pages[0]
    assert mobile.entry.name in pages[1]
    assert str(mobile.ground.label) not in pages[1]
    assert helped.voter.name in pages[2]
    assert helped.writer.name in pages[2]


def test_no_register_bears_an_id_number(clerk: FlaskClient, election: Election) -> None:
    page = text_of(clerk.get(f"/elections/{election.id}/papers/f-05/paper.pdf").data)

    assert "选民40" in page
    assert "1970-01-02" in page
    assert "99010119700101" not in page


def test_a_posted_notice_is_corrected_with_a_reason_and_both_versions_stay(
    clerk: FlaskClient, client: FlaskClient, who: Hands, election: Election
) -> None:
    paper_up(election=election, actor=who.first)
    address = f"/elections/{election.id}/papers/f-21"
    unchanged = press(clerk, f"{address}/correct", reason="没有改")
    press(clerk, f"{address}/wording", text="选票以选举委员会的认定为准。", signer="")
    done = press(clerk, f"{address}/correct", reason="原文有误")

    public = f"/c/990101001201/notices/{clock.today().year}/1"
    page = client.get(public).get_data(as_text=True)
    assert (unchanged.status_code, done.status_code) == (422, 303)
    assert "原文有误" in page
    assert "选票以选举委员会的认定为准。" in page
    assert "多于应选人数的" in client.get(f"{public}/versions/1").get_data(as_text=True)


def test_a_round_prints_its_own_numbers_and_titles(app: Flask, who: Hands, election: Election) -> None:
    official = client_of(app, account(role=Role.OFFICIAL, division=election.round.division))
    address = f"/rounds/{election.round_id}/papers"
    kept = {"number_F-04": "公告三", "title_F-04": "关于登记的公告"}

    twice = press(official, address, **kept, **{"number_F-06": "公告三"})
    done = press(official, address, **kept)

    clerk = client_of(app, who.first)
    assert (twice.status_code, done.status_code) == (422, 303)
    assert "公告三 用了两次" in twice.get_data(as_text=True)
    assert "公告三" in clerk.get(f"/elections/{election.id}/papers").get_data(as_text=True)
    assert "关于登记的公告（公告三）" in text_of(clerk.get(f"/elections/{election.id}/papers/f-04/paper.pdf").data)


def test_a_practice_posts_nothing(clerk: FlaskClient, who: Hands, election: Election) -> None:
    with transaction(election):
        practice = begin_practice(election=election, actor=who.first)

    answer = press(clerk, f"/elections/{practice.id}/papers/f-21/post")

    assert answer.status_code == 422
    assert db.session.query(Notice).count() == 0


def test_the_committees_notices_name_who_sat_in_it_who_left_and_who_follows(
    app: Flask, who: Hands, clerk: FlaskClient
) -> None:
    election = formed_with_roll(who)
    on_roll(election, "莫秀兰", 7)
    press(clerk, f"/elections/{election.id}/candidates/new", number="7", post="member")

    chosen = clerk.get(f"/elections/{election.id}/papers/f-02").get_data(as_text=True).partition("<article")[2]
    left = clerk.get(f"/elections/{election.id}/papers/f-03").get_data(as_text=True).partition("<article")[2]
    assert chosen.index("覃志远") < chosen.index("莫秀兰") < chosen.index("韦国强")
    assert "经村民会议推选" in chosen
    assert "95" in chosen
    assert "蓝美玲" not in chosen
    assert "莫秀兰" in left
    assert "本人或者近亲属被提名为候选人" in left
    assert "覃志远" not in left
