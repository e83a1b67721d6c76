"""Every page is whole: title, one heading, labelled fields, guarded forms; and opening it changes nothing."""

import hashlib

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.builders.accounts import account, client_of
from tests.house.access import OF_THE_WHOLE, TABLE, Row, Scene
from tests.house.page import faults
from tests.house.test_access import identities, methods_of
from villagegov.accounts.vocabulary import Role
from villagegov.extensions import db
from villagegov.schema import metadata


def test_every_page_is_whole(app: Flask) -> None:
    scene = Scene()
    readers = {role: reader(app, scene, role) for role in Role}

    wrong = [
        f"{endpoint} for {who or 'nobody'}: {fault}"
        for endpoint, row in TABLE.items()
        if "GET" in methods_of(app, endpoint)
        for who, client in openers(app, row, readers)
        for fault in faults_of(client, row.address(scene))
    ]

    assert not wrong, "\n".join(wrong)


def test_a_form_with_mistakes_is_whole_too(app: Flask) -> None:
    scene = Scene()
    readers = {role: reader(app, scene, role) for role in Role}

    wrong = [
        f"{endpoint} for {who or 'nobody'}: {fault}"
        for endpoint, row in TABLE.items()
        if methods_of(app, endpoint) == ["GET", "POST"] and row.post == 400
        for who, client in openers(app, row, readers)
        for fault in faults_of(client, row.address(scene), method="POST")
    ]

    assert not wrong, "\n".join(wrong)


def test_opening_pages_changes_no_row(app: Flask) -> None:
    scene = Scene()
    people = list(identities(app, scene.tree))
    at_home = [one for one in people if one[1]]  # from elsewhere the access table opens them all
    before = rows()

    for endpoint, row in TABLE.items():
        for _role, _own, client in at_home if "GET" in methods_of(app, endpoint) else []:
            client.get(row.address(scene))

    assert rows() == before


def reader(app: Flask, scene: Scene, role: Role) -> FlaskClient:
    """Somebody with this role on the scene's own place."""
    near = scene.tree.township if role is Role.OFFICIAL else scene.tree.village
    return client_of(app, account(role=role, division=scene.tree.root if role in OF_THE_WHOLE else near))


def openers(app: Flask, row: Row, readers: dict[Role, FlaskClient]) -> list[tuple[Role | None, FlaskClient]]:
    """Those who may open a page: each role it is for, and nobody in particular where it is public."""
    allowed = [(role, client) for role, client in readers.items() if role in row.roles]
    nobody = app.test_client()
    return [(None, nobody), *allowed] if row.status(None, own=False, method="GET") == row.answer else allowed


def faults_of(client: FlaskClient, address: str, method: str = "GET") -> list[str]:
    """What is wrong with the page at `address`; a file or a redirect is no page."""
    answer = client.open(address, method=method)
    if answer.mimetype != "text/html" or 300 <= answer.status_code < 400:
        return []
    return faults(answer.get_data(as_text=True))


#: Looking at a roll is noted (A16); nothing else may come of looking.
ACCESS_LOG = "readings"


def rows() -> dict[str, str]:
    """A mark of the content of every table but the access log."""
    tables = [table for table in metadata.sorted_tables if table.name != ACCESS_LOG]
    with db.engine.connect() as connection:
        found = {table.name: sorted(map(repr, connection.execute(select(table)))) for table in tables}
    return {name: hashlib.sha256("\n".join(content).encode()).hexdigest() for name, content in found.items()}
