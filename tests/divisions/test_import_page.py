"""An administrator sends a list in on a page: preview, then one confirmation of that very file."""

import io

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from tests.builders.accounts import account, client_of
from tests.builders.browser import form_on, press
from villagegov.accounts.vocabulary import Role
from villagegov.divisions.models import Division
from villagegov.divisions.queries import root
from villagegov.extensions import db

LIST = "code,name\n99,示例省\n9901,示例市\n990101,甲县\n990101001,东溪镇\n990101001201,石桥村委会\n"


@pytest.fixture
def administrator(app: Flask) -> FlaskClient:
    """The browser of a system administrator."""
    return client_of(app, account(role=Role.ADMINISTRATOR, division=root()))


def sent(client: FlaskClient, text: str, name: str = "区划.csv") -> TestResponse:
    """Upload a list."""
    return press(client, "/divisions/import", file=(io.BytesIO(text.encode()), name))


def previewed(client: FlaskClient, text: str) -> str:
    """The address of the preview of a list."""
    answer = sent(client, text)
    assert answer.status_code == 303
    return answer.location


def places() -> int:
    """How many places there are beside the root."""
    return (db.session.scalar(select(func.count()).select_from(Division)) or 0) - 1


def test_the_preview_tells_the_counts_and_writes_nothing(administrator: FlaskClient) -> None:
    address = previewed(administrator, LIST)

    page = administrator.get(address).get_data(as_text=True)

    assert "区划.csv" in page
    assert "990101001201 石桥村委会" in page
    assert places() == 0


def test_confirming_writes_the_whole_list(administrator: FlaskClient) -> None:
    address = previewed(administrator, LIST)

    answer = press(administrator, address)

    assert answer.status_code == 303
    assert places() == 5


def test_a_second_press_on_confirm_gets_the_first_answer(administrator: FlaskClient) -> None:
    address = previewed(administrator, LIST)
    fields = form_on(administrator.get(address))

    first, second = (administrator.post(address, data=fields) for _press in range(2))

    assert first.location == second.location
    assert second.status_code == 303
    assert places() == 5


def test_another_file_than_the_one_previewed_is_not_imported(administrator: FlaskClient) -> None:
    first = previewed(administrator, LIST)
    other = previewed(administrator, LIST.replace("石桥", "南岗"))
    seen = form_on(administrator.get(first))["sha256"]

    answer = press(administrator, other, sha256=seen)

    assert answer.status_code == 422
    assert "不是同一份" in answer.get_data(as_text=True)
    assert places() == 0


def test_every_faulty_line_is_named_and_nothing_can_be_confirmed(administrator: FlaskClient) -> None:
    address = previewed(administrator, LIST + "12345,五位\n990101001202,\n990101001201,石桥\n")

    page = administrator.get(address).get_data(as_text=True)

    assert "有 3 处要改" in page
    assert "确认导入" not in page


def test_all_faulty_lines_can_be_downloaded(administrator: FlaskClient) -> None:
    address = previewed(administrator, LIST + "".join(f"{number},短\n" for number in range(100, 250)))

    answer = administrator.get(address + "/faults.csv")

    assert answer.get_data(as_text=True).count("不是区划代码") == 150
    assert "filename*=UTF-8''" in answer.headers["Content-Disposition"]


def test_a_faulty_list_is_refused_even_when_confirmed_by_hand(administrator: FlaskClient) -> None:
    good = previewed(administrator, LIST)
    fields = form_on(administrator.get(good))
    faulty = previewed(administrator, LIST + "12345,五位\n")
    sha256 = administrator.get(faulty)

    answer = administrator.post(faulty, data={**fields, "once": "other", "sha256": "0" * 64})

    assert sha256.status_code == 200
    assert answer.status_code in (409, 422)
    assert places() == 0


def test_a_picture_is_refused_at_the_field(administrator: FlaskClient) -> None:
    answer = press(administrator, "/divisions/import", file=(io.BytesIO(b"\x89PNG\r\n"), "a.csv"))

    assert answer.status_code == 422
    assert 'href="#file"' in answer.get_data(as_text=True)


def test_no_file_at_all_is_refused_at_the_field(administrator: FlaskClient) -> None:
    answer = press(administrator, "/divisions/import")

    assert answer.status_code == 422
    assert "请选择文件" in answer.get_data(as_text=True)


def test_another_administrator_does_not_find_the_upload(app: Flask, administrator: FlaskClient) -> None:
    address = previewed(administrator, LIST)
    other = client_of(app, account(role=Role.ADMINISTRATOR, division=root()))

    answer, nothing = other.get(address), other.get("/divisions/imports/999")

    assert answer.status_code == nothing.status_code == 404


def test_an_official_may_not_import(app: Flask) -> None:
    official = client_of(app, account(role=Role.OFFICIAL, division=root()))

    assert official.get("/divisions/import").status_code == 403
