"""O3, O8, I7, P3: when the page of a failure fails too, when nothing can be logged, and what the log says."""

import io
import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import FileSystemLoader
from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError

from config import settings
from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.divisions import division_tree
from villagegov import create_app, extensions
from villagegov.web.logs import Lines, log
from villagegov.web.rerun import passes

NOWHERE = {"sqlite": "sqlite:////no/such/folder/a.db", "postgresql": "postgresql+psycopg://nobody@127.0.0.1:1/none"}


@pytest.fixture
def without_templates(tmp_path: Path, app: Flask) -> Flask:
    """The same installation, its templates gone."""
    address = app.config["SQLALCHEMY_DATABASE_URI"]
    bare = create_app({**settings("testing"), "SQLALCHEMY_DATABASE_URI": address, "INSTANCE": str(tmp_path)})
    bare.jinja_env.loader = FileSystemLoader(tmp_path)
    return bare


@pytest.fixture
def without_database(tmp_path: Path, engine_name: str) -> Flask:
    """An installation whose database cannot be reached."""
    where = {"SQLALCHEMY_DATABASE_URI": NOWHERE[engine_name], "INSTANCE": str(tmp_path)}
    return create_app({**settings("testing"), **where})


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What is logged meanwhile, as it would stand on the disk."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Lines())
    log.addHandler(handler)
    yield stream
    log.removeHandler(handler)


def lines(written: io.StringIO) -> list[dict[str, object]]:
    """Each line as what it says."""
    return [json.loads(line) for line in written.getvalue().splitlines()]


def test_without_its_templates_it_still_says_in_chinese_what_to_do(without_templates: Flask) -> None:
    answer = without_templates.test_client().get("/")

    page = answer.get_data(as_text=True)
    assert answer.status_code == 500
    assert "系统暂时不能使用" in page
    assert "多按一次不会存成两份" in page
    assert "报出编号" in page
    assert "Template" not in page


@pytest.mark.parametrize("address", ["/", "/c/990101001201", "/desk", "/no-such-page"])
def test_without_its_database_every_page_says_in_chinese_what_to_do(without_database: Flask, address: str) -> None:
    client = without_database.test_client()
    client.set_cookie("place", "990101001201")

    answer = client.get(address)

    page = answer.get_data(as_text=True)
    assert answer.status_code in {200, 302, 404, 503}
    assert "no/such" not in page
    assert "127.0.0.1" not in page
    assert answer.status_code != 503 or (answer.headers["Retry-After"] == "5" and "编号" in page)


def test_a_page_that_needs_the_database_is_503_while_it_is_away(without_database: Flask) -> None:
    answer = without_database.test_client().get("/c/990101001201")

    assert answer.status_code == 503
    assert answer.headers["Content-Security-Policy"]


def test_every_request_is_one_line_that_names_no_person(app: Flask, written: io.StringIO) -> None:
    clerk = account(division=division_tree().village, name="李秀兰", sign_in_name="lixiulan")
    browser = client_of(app, clerk)

    browser.get("/?q=李秀兰\n{}")
    browser.get("/accounts/999?name=王芳")
    press(app.test_client(), "/sign-in", sign_in_name="lixiulan\r\n{}", password="a password of hers")

    text = written.getvalue()
    assert all(one["event"] == "answered" for one in lines(written))
    assert [one["route"] for one in lines(written)][-4:] == ["desk.home", "accounts.show", *["accounts.sign_in"] * 2]
    assert not [word for word in ("李秀兰", "王芳", "lixiulan", "password of", "q=", "127.0.0.1") if word in text]


def test_the_number_a_reader_quotes_is_found_in_the_log(client: FlaskClient, written: io.StringIO) -> None:
    page = client.get("/no-such-page").get_data(as_text=True)

    said = lines(written)[-1]
    assert said["status"] == 404
    assert str(said["incident"]) in page


class FullDisk(io.StringIO):
    """A log on a disk without room."""

    def write(self, _text: str) -> int:
        """Refuse."""
        raise OSError(28, "No space left on device")


def test_a_log_without_room_stops_nobody(client: FlaskClient, app: Flask) -> None:
    handler = logging.StreamHandler(FullDisk())
    log.addHandler(handler)

    statuses = [client.get("/").status_code, client.get("/no-such-page").status_code]
    log.removeHandler(handler)

    assert statuses == [200, 404]


def test_a_database_that_another_writer_keeps_is_a_passing_trouble_and_no_incident(
    tmp_path: Path,
) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'busy.db'}")
    extensions.prepare_engine(engine)
    at_once = engine.execution_options(immediate=True, longest_wait_ms=40)

    with (
        at_once.connect() as other,
        other.begin(),
        at_once.connect() as waiting,
        pytest.raises(OperationalError) as told,
    ):
        waiting.begin()

    assert passes(told.value)
