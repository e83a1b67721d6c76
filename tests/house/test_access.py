"""A1–A3: each route answers each role, on its own unit and on another, as the table says."""

from collections.abc import Iterator

from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import account, client_of
from tests.builders.divisions import Tree
from tests.builders.rows import rows
from tests.engines import ON_POSTGRESQL, ON_SQLITE
from tests.house.access import OF_THE_WHOLE, TABLE, Scene
from villagegov.accounts.vocabulary import Role

Identity = tuple[Role | None, bool, FlaskClient]


def test_every_route_stands_in_the_table(app: Flask) -> None:
    routes = {rule.endpoint for rule in app.url_map.iter_rules() if rule.endpoint != "static"}

    assert routes - set(TABLE) == set(), "add a line to tests/house/access.py"
    assert set(TABLE) - routes == set(), "these lines of tests/house/access.py name no route"


@ON_SQLITE
def test_each_role_sees_what_the_table_says_and_looking_changes_no_row(app: Flask) -> None:
    scene = Scene()
    people = list(identities(app, scene.tree))
    before = rows()

    wrong = wrong_answers(app, "GET", people, scene)

    assert not wrong, "\n".join(wrong)
    assert rows() == before


@ON_POSTGRESQL
def test_each_role_presses_what_the_table_says(app: Flask) -> None:
    scene = Scene()

    wrong = wrong_answers(app, "POST", list(identities(app, scene.tree)), scene)

    assert not wrong, "\n".join(wrong)


def wrong_answers(app: Flask, method: str, people: list[Identity], scene: Scene) -> list[str]:
    """Where the answers differ from the table."""
    addresses = [
        (endpoint, row, row.address(scene)) for endpoint, row in TABLE.items() if method in methods_of(app, endpoint)
    ]
    return [
        f"{method} {endpoint} for {role or 'nobody'} {'on his own unit' if own else 'elsewhere'}: {got}, not {expected}"
        for endpoint, row, address in addresses
        for role, own, client in people
        if (got := answer(client, method, address)) != (expected := row.status(role, own=own, method=method))
    ]


def identities(app: Flask, tree: Tree) -> Iterator[Identity]:
    """Nobody, and every role on `tree.village` (officials above it) and on a unit of another county."""
    yield None, False, app.test_client()
    for role in Role:
        for own in (True, False) if role not in OF_THE_WHOLE else (True,):
            near, far = (tree.township, tree.other_township) if role is Role.OFFICIAL else (tree.village, tree.far)
            where = tree.root if role in OF_THE_WHOLE else near if own else far
            yield role, own, client_of(app, account(role=role, division=where))


def methods_of(app: Flask, endpoint: str) -> list[str]:
    """GET or POST or both."""
    taken = {method for rule in app.url_map.iter_rules(endpoint) for method in rule.methods or ()}
    return sorted(taken & {"GET", "POST"})


def answer(client: FlaskClient, method: str, address: str) -> int:
    """The status of one request; a press comes without the form's key."""
    return client.open(address, method=method).status_code
