"""A6, A13: what happens next door shows in no list, count, order, page or search, nor in the work an answer takes."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

from flask import Flask
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook
from sqlalchemy import event
from werkzeug.test import TestResponse

from tests.builders.accounts import account, client_of
from tests.builders.divisions import Tree, division_tree
from tests.drills.world import scene_in
from tests.engines import ON_POSTGRESQL, ON_SQLITE
from tests.house.access import TABLE, Door, Scene
from tests.house.test_access import methods_of
from tests.web.test_odd_requests import nowhere
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.extensions import db

NOON = datetime(2026, 3, 21, 4, 0, tzinfo=UTC)
#: Ways to narrow, order and turn the pages of a list.
ASKED = ("", "q=李秀兰", "q=%25", "q=示例", "page=2", "state=all", "year=2026", "place=9901")
#: Roles of a unit that see lists; an official sees his whole area.
BESIDE = (Role.CHAIR, Role.CLERK, Role.SUPERVISOR, Role.RESIDENT, Role.TELLER)
#: Shows a new secret at each look; or the rounds of the whole country, which are everybody's.
LEFT_OUT = {"accounts.set_second_factor", "elections.create", "elections.progress", "elections.progress_file"}
_KEYS = re.compile(r'value="[\w.=-]{20,}"')


@ON_SQLITE
def test_lists_of_a_neighbour_are_the_same_before_and_after_work_next_door_a6(app: Flask) -> None:
    clock.run_on(lambda: NOON)
    tree = division_tree()
    scene_in(replace(tree, village=tree.neighbour))
    people = neighbours(app, tree)
    before = lists(app, people)

    scene_in(tree)
    after = lists(app, people)

    assert [where for where, page in after.items() if page != before[where]] == []
    assert len({page for page in before.values() if page}) > 20


@ON_POSTGRESQL
def test_what_is_foreign_asks_the_database_hardly_more_than_what_does_not_exist_a13(app: Flask) -> None:
    scene = Scene()
    stranger = client_of(app, account(division=scene.tree.far))
    told = {}
    for path in (row.address(scene) for row in TABLE.values() if row.door is Door.PLACE and row.answer == 200):
        foreign, none = (statements_of(stranger, address) for address in (path, nowhere(path)))
        # Finding the row's way to its place is all that may come on top.
        if not 0 <= foreign - none <= MOST_ROWS_TO_ITS_PLACE:
            told[path] = (foreign, none)

    assert told == {}


#: An election comes with its seats, its candidates and its stations.
MOST_ROWS_TO_ITS_PLACE = 4


def statements_of(client: FlaskClient, address: str) -> int:
    """How often a request asks the database; a clock would tell how busy this machine is."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    client.get(address)
    event.remove(db.engine, "before_cursor_execute", note)
    return len(asked)


def neighbours(app: Flask, tree: Tree) -> dict[str, FlaskClient]:
    """Each role in the village beside, and the official of the next county's township."""
    people = {str(role): client_of(app, account(role=role, division=tree.neighbour)) for role in BESIDE}
    official = account(role=Role.OFFICIAL, division=tree.other_township)
    return {**people, "official": client_of(app, official)}


def lists(app: Flask, people: dict[str, FlaskClient]) -> dict[str, str]:
    """Every page that names no object, for each of these readers, in every order and by every word."""
    found = {}
    for endpoint, row in TABLE.items():
        if row.door is not Door.ANYWHERE or row.answer != 200 or "GET" not in methods_of(app, endpoint):
            continue
        for at, (name, client) in enumerate(people.items() if endpoint not in LEFT_OUT else ()):
            # A form's own page has nothing to be narrowed; a list is asked in three of the ways by each reader.
            for asked in ASKED[at % 3 :: 3] if methods_of(app, endpoint) == ["GET"] else ("",):
                page = client.get(f"{row.address(None)}?{asked}")
                if page.status_code == 403:
                    break
                found[f"{endpoint}?{asked} for {name}"] = shown(page)
    return found


def shown(page: TestResponse) -> str:
    """What a reader sees, without the keys of its forms; of a workbook its cells."""
    if page.mimetype != "text/html":
        return str(CalamineWorkbook.from_filelike(BytesIO(page.data)).get_sheet_by_index(0).to_python())
    return _KEYS.sub("", page.get_data(as_text=True))
