"""Public pages are kept in memory; nobody reads an old one, another reader's, or one of somebody signed in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import event

from config import settings
from tests.builders.accounts import sign_in
from tests.builders.disclosure import posted_month
from tests.builders.elections import hands, posted
from villagegov import create_app
from villagegov.elections.operations.result import correct_result
from villagegov.extensions import db
from villagegov.transaction import transaction

UNIT = "/c/990101001201"
RESULT, POSTING = f"{UNIT}/elections/1", f"{UNIT}/postings/1"


@pytest.fixture
def keeping(app: Flask, tmp_path: Path) -> Iterator[Flask]:
    """The same installation, keeping two pages; it closes its connections again."""
    address = app.config["SQLALCHEMY_DATABASE_URI"]
    more = {"SQLALCHEMY_DATABASE_URI": address, "INSTANCE": str(tmp_path), "PAGES_KEPT": 2}
    made = create_app({**settings("testing"), **more})
    yield made
    with made.app_context():
        db.session.remove()
        db.engine.dispose()


def asked(keeping: Flask, path: str, **cookies: str) -> tuple[str, int]:
    """A page as a reader without sign-in gets it, and how many questions it took."""
    client, questions = keeping.test_client(), list[str]()
    for name, value in cookies.items():
        client.set_cookie(name, value)
    with keeping.app_context():
        engine = db.engine

    def note(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        questions.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    page = client.get(path).get_data(as_text=True)
    event.remove(engine, "before_cursor_execute", note)
    return page, len([one for one in questions if one.startswith("SELECT")])


@pytest.mark.parametrize("path", [UNIT, RESULT, POSTING])
def test_a_page_read_again_takes_one_question(keeping: Flask, path: str) -> None:
    who = hands()
    posted(who=who)
    posted_month(unit=who.unit)

    first, second = asked(keeping, path), asked(keeping, path)

    assert first[0] == second[0]
    assert (first[1] > 1, second[1]) == (True, 1)


def test_what_is_recorded_for_the_place_stands_on_the_next_page(keeping: Flask) -> None:
    who = hands()
    election, notice = posted(who=who)
    asked(keeping, RESULT)
    with transaction(election):
        correct_result(
            election=election, notice=notice, remark="补充说明", contact="电话 020-8000 0000", reason="漏了一句",
            actor=who.first,
        )  # fmt: skip

    page, _questions = asked(keeping, RESULT)

    assert "补充说明" in page


def test_each_reader_gets_his_language_and_type(keeping: Flask) -> None:
    posted(who=hands())

    chinese, english = asked(keeping, UNIT)[0], asked(keeping, UNIT, lang="en")[0]
    large = asked(keeping, UNIT, type="large")[0]

    assert 'lang="zh-Hans"' in chinese
    assert 'lang="en"' in english
    assert 'class="large"' in large


def test_the_place_is_remembered_whether_the_page_was_kept_or_not(keeping: Flask) -> None:
    posted(who=hands())
    asked(keeping, UNIT)
    reader = keeping.test_client()

    reader.get(UNIT)

    assert reader.get_cookie("place") is not None


def test_who_is_signed_in_gets_a_page_of_his_own_and_leaves_none(keeping: Flask) -> None:
    who = hands()
    posted(who=who)
    clerk = keeping.test_client()
    sign_in(clerk, who.first)

    own = clerk.get(UNIT).get_data(as_text=True)
    others, _questions = asked(keeping, UNIT)

    assert who.first.name in own
    assert who.first.name not in others
    assert who.first.name in clerk.get(UNIT).get_data(as_text=True)


def test_no_more_pages_are_kept_than_there_is_room_for(keeping: Flask) -> None:
    who = hands()
    posted(who=who)
    posted_month(unit=who.unit)

    for path in (UNIT, RESULT, POSTING):
        asked(keeping, path)

    assert asked(keeping, UNIT)[1] > 1
    assert asked(keeping, POSTING)[1] == 1


@pytest.mark.parametrize("path", ["/c/abc", "/c/%00", "/c/99010100120１", "/c/990101001999"])
def test_no_such_place_is_404_kept_or_not(keeping: Flask, path: str) -> None:
    assert [keeping.test_client().get(path).status_code for _time in range(2)] == [404, 404]
