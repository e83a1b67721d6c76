"""The board's pages: a photograph from the phone, seen by everybody without its metadata; its original by few."""

import io
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from tests.builders.accounts import account, client_of
from tests.builders.board import hung, swapped
from tests.builders.browser import press
from tests.builders.disclosure import Hands, hands, posted_month
from tests.builders.elections import hands as election_hands
from tests.builders.elections import posted
from tests.builders.files import paper, picture
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.extensions import db
from villagegov.notices.models import BoardEvidence, Notice

PAGE = "/c/990101001201/postings/1"


@pytest.fixture
def who(app: Flask) -> Hands:
    """A village's hands on 24 November 2026."""
    clock.run_on(lambda: datetime(2026, 11, 24, 2, 0, tzinfo=UTC))
    return hands()


@pytest.fixture
def notice(who: Hands) -> Notice:
    """The notice of a posted month."""
    made = posted_month(who=who).notice
    assert made is not None
    return made


def test_a_photograph_from_the_phone_is_seen_by_everybody_without_its_metadata(
    app: Flask, who: Hands, notice: Notice
) -> None:
    clerk, anybody, taken = client_of(app, who.clerk), app.test_client(), picture(size=(900, 600), position=True)
    waiting = clerk.get("/desk").get_data(as_text=True)

    saved = press(clerk, f"/notices/{notice.id}/board", photo=(io.BytesIO(taken), "a.jpg"), place="村委会门口")

    page = anybody.get(PAGE).get_data(as_text=True)
    shown, small = anybody.get("/c/990101001201/board/1"), anybody.get("/c/990101001201/board/1/small")
    original = clerk.get("/board-evidences/1/original")
    assert saved.status_code == 303
    assert "补上墙照片" in waiting
    assert "补上墙照片" not in clerk.get("/desk").get_data(as_text=True)
    assert "村委会门口，2026年11月24日 张贴，至少到 2026年12月9日" in page
    assert "SECRET" not in str(shown.data) + str(small.data)
    assert (original.data, shown.mimetype, small.mimetype) == (taken, "image/jpeg", "image/jpeg")
    assert len(small.data) < len(shown.data)
    assert anybody.get("/board-evidences/1/original").status_code == 302
    assert client_of(app, who.supervisors[0]).get("/board-evidences/1/original").status_code == 403


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "请选择文件。"),
        ({"photo": paper()}, "不是照片，请拍一张公开栏的照片"),
        ({"photo": b"<html>"}, "只接受 PDF、JPG、PNG、WebP"),
        ({"photo": picture(), "place": " "}, "请填写张贴的地点"),
        ({"photo": picture(), "place": "找王芳13800138000"}, "疑似手机号"),
        ({"photo": picture(), "put_up_on": "2026-11-23"}, "张贴日期不能早于公布日期 2026年11月24日"),
        ({"photo": picture(), "put_up_on": "2026-11-25"}, "这一天还没有到"),
        ({"photo": picture(), "put_up_on": "明天"}, "请填写日期"),
    ],
)
def test_a_mistake_is_said_at_its_field_and_what_was_typed_stays(
    app: Flask, who: Hands, notice: Notice, typed: dict[str, bytes | str], sentence: str
) -> None:
    fields = {key: (io.BytesIO(value), "a.jpg") if isinstance(value, bytes) else value for key, value in typed.items()}

    answer = press(client_of(app, who.clerk), f"/notices/{notice.id}/board", **{"place": "村口宣传栏", **fields})

    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert sentence in page
    assert str(typed.get("place", "村口宣传栏")) in page
    assert db.session.query(BoardEvidence).count() == 0


def test_an_early_removal_is_told_to_everybody_until_it_hangs_again(app: Flask, who: Hands, notice: Notice) -> None:
    hung(notice=notice, actor=who.clerk)
    clock.run_on(lambda: datetime(2026, 11, 24, 2, 0, tzinfo=UTC) + timedelta(days=13))
    clerk = client_of(app, who.clerk)

    saved = press(clerk, "/board-evidences/1/take-down")

    page, waiting = app.test_client().get(PAGE).get_data(as_text=True), clerk.get("/desk").get_data(as_text=True)
    assert saved.status_code == 303
    assert "提前取下，应当重新张贴" in page
    assert "2026年12月7日 取下" in page
    assert "重新张贴村务公开〔2026〕1号" in waiting
    hung(notice=db.session.get_one(Notice, notice.id), actor=who.clerk)
    assert "重新张贴村务公开" not in clerk.get("/desk").get_data(as_text=True)
    assert "提前取下，应当" not in app.test_client().get(PAGE).get_data(as_text=True)


def test_a_changed_photograph_is_told_and_never_sent_u15(app: Flask, who: Hands, notice: Notice) -> None:
    hang, reader = hung(notice=notice, actor=who.clerk), app.test_client()
    swapped(stored=hang.file, data=picture(size=(9, 9)))

    answers = [reader.get(f"/c/990101001201/board/{hang.id}{ending}").status_code for ending in ("", "/small")]

    assert answers == [409, 409]
    assert "照片与登记时不一致" in reader.get(PAGE).get_data(as_text=True)


def test_a_photograph_is_found_only_under_its_own_unit(app: Flask, who: Hands, notice: Notice) -> None:
    hung(notice=notice, actor=who.clerk)
    reader = app.test_client()

    statuses = [reader.get(f"/c/{code}/board/1").status_code for code in ("990101001202", "99", "x")]

    assert statuses == [404, 404, 404]


def test_an_election_result_hangs_there_like_any_other_notice(app: Flask) -> None:
    by = election_hands()
    _election, result = posted(who=by)
    chair = client_of(app, account(role=Role.CHAIR, division=by.unit))

    saved = press(chair, f"/notices/{result.id}/board", photo=(io.BytesIO(picture()), "a.jpg"), place="村口")

    assert saved.status_code == 303
    assert "村口" in chair.get(saved.location).get_data(as_text=True)
