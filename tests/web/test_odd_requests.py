"""A11, A13, A15, N9, O2: requests that no page of ours makes change nothing, show nothing, break nothing."""

import re
from collections.abc import Callable

import pytest
from flask import Flask

from tests.builders.accounts import account, client_of
from tests.builders.rows import rows
from tests.engines import ON_POSTGRESQL, ON_SQLITE
from tests.house.access import TABLE, Door, Scene
from tests.house.test_access import methods_of
from tests.house.test_pages import openers, reader
from villagegov.accounts.vocabulary import Role

SPELLINGS: tuple[Callable[[str], str], ...] = (
    lambda path: f"/{path}",
    lambda path: path[0] + path[1:].replace("/", "//"),
    lambda path: f"{path}/",
    lambda path: path[0] + path[1:].replace("/", "%2f"),
    lambda path: f"/%2e%2e{path}",
    lambda path: f"/.{path}",
    lambda path: f"/static/..{path}",
    lambda path: f"{path};a=1",
    lambda path: path.upper(),
    lambda path: f"{path}.json",
    lambda path: f"{path}%00",
    lambda path: path.replace("/", "%5c"),
)
OVERRIDES = ("X-HTTP-Method-Override", "X-Method-Override", "X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix")
QUERIES = ("page=1&page=2", "q=a&q=b", "page=1000000000", "page=-1", "page=%00", "per_page=1000000000")
IMPOSSIBLE = ("0", "-1", "9223372036854775808", "99999999999999999999", "1e400", "abc", "１", "%00")


@pytest.fixture
def scene(app: Flask) -> Scene:
    """One object of every kind in one village."""
    return Scene()


def at_place(scene: Scene) -> list[str]:
    """Every page that belongs to the village alone."""
    return [row.address(scene) for row in TABLE.values() if row.door is Door.PLACE and row.answer == 200]


@ON_SQLITE
def test_no_spelling_of_an_address_opens_what_the_plain_one_does_not_a11(app: Flask, scene: Scene) -> None:
    stranger, before = client_of(app, account(division=scene.tree.far)), rows()

    # Each page in four of the twelve spellings, each spelling on a third of the pages.
    spelt = {spell(path) for at, path in enumerate(at_place(scene)) for spell in SPELLINGS[at % 3 :: 3]}
    answers = {path: stranger.get(path).status_code for path in spelt}

    assert {path: status for path, status in answers.items() if status not in {301, 308, 400, 404}} == {}
    assert rows() == before


@ON_SQLITE
def test_no_header_makes_another_request_of_it_a11(app: Flask, scene: Scene) -> None:
    stranger, before = client_of(app, account(division=scene.tree.far)), rows()

    for path in at_place(scene)[::2]:
        assert stranger.get("/rules", headers=dict.fromkeys(OVERRIDES, path)).status_code == 200
        assert stranger.get(path, headers=dict.fromkeys(OVERRIDES, "POST")).status_code == 404

    assert rows() == before


@ON_POSTGRESQL
def test_what_is_foreign_and_what_does_not_exist_cannot_be_told_apart_a13(app: Flask, scene: Scene) -> None:
    stranger = client_of(app, account(division=scene.tree.far))
    told = []
    for path in at_place(scene):
        foreign, none = stranger.get(path), stranger.get(nowhere(path))
        if (foreign.status_code, len(foreign.data)) != (none.status_code, len(none.data)):
            told.append(path)

    assert told == []


def nowhere(path: str) -> str:
    """The same address with a number that names nothing, of the same length."""
    return re.sub(r"\d+", lambda found: "9" * len(found[0]), path)


@ON_POSTGRESQL
def test_every_list_stays_small_and_sound_whatever_is_asked_of_it_o2(app: Flask, scene: Scene) -> None:
    readers = {role: reader(app, scene, role) for role in Role}
    wrong = []
    pages = [(name, row) for name, row in TABLE.items() if row.answer == 200 and "GET" in methods_of(app, name)]
    for at, (endpoint, row) in enumerate(pages):
        client, address = openers(app, row, readers)[-1][1], row.address(scene)
        for query in QUERIES[at % 3 :: 3]:
            joint = "&" if "?" in address else "?"
            answer = client.get(f"{address}{joint}{query}&from=0001-01-01&to=9999-12-31&sort=nothing")
            if answer.status_code not in {200, 400} or len(answer.data) > 500_000:
                wrong.append(f"{endpoint}?{query}: {answer.status_code}, {len(answer.data)} bytes")

    assert wrong == []


def test_an_impossible_number_in_an_address_is_no_page_n9(app: Flask, scene: Scene) -> None:
    clerk = reader(app, scene, Role.CLERK)

    # Each page with two of the eight, each of the eight on a quarter of the pages.
    asked = {
        re.sub(r"\d+", number, path, count=1)
        for at, path in enumerate(at_place(scene))
        for number in IMPOSSIBLE[at % 4 :: 4]
    }

    assert {path: clerk.get(path).status_code for path in asked} == dict.fromkeys(asked, 404)


@ON_SQLITE
def test_every_answer_to_somebody_signed_in_may_be_kept_by_nobody_a15(app: Flask, scene: Scene) -> None:
    readers = {role: reader(app, scene, role) for role in Role}

    kept = []
    for at, (endpoint, row) in enumerate(TABLE.items()):
        signed_in = [one for one in openers(app, row, readers) if one[0] is not None]
        role, client = signed_in[at % len(signed_in)]
        if client.get(row.address(scene)).headers["Cache-Control"] != "no-store":
            kept.append(f"{endpoint} for {role}")

    assert kept == []
