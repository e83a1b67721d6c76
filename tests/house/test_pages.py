"""Every page is whole: title, one heading, labelled fields, guarded forms."""

from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import account, client_of
from tests.engines import ON_POSTGRESQL, ON_SQLITE
from tests.house.access import OF_THE_WHOLE, TABLE, Row, Scene
from tests.house.page import faults
from tests.house.test_access import methods_of
from villagegov.accounts.vocabulary import Role


@ON_POSTGRESQL
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


@ON_SQLITE
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
