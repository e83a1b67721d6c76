"""A1, A2: every route asked by every role for the objects of another committee, with every method."""

import random
import secrets
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile, is_zipfile

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.builders.browser import form_on
from tests.builders.divisions import Tree, division_tree
from tests.drills.drill import Found
from tests.drills.world import Side, crawled, fields_on, renamed, side, unlinked
from tests.house.access import OF_THE_WHOLE, TABLE, Door, Scene
from tests.house.test_access import identities
from tests.house.test_pages import rows
from villagegov.accounts.vocabulary import Role

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")
#: What asking itself leaves behind: entries of refused attempts, sign-ins.
TRACES = {"audit_entries", "audit_chains", "submissions", "sign_ins", "sign_in_attempts"}


@dataclass(frozen=True)
class Asker:
    """Somebody of a role, of one side, with a key for forms."""

    role: Role | None
    client: FlaskClient
    key: str
    foreign: Side


@dataclass(frozen=True)
class Asked:
    """An address of one side, and the form an insider finds there."""

    endpoint: str
    address: str
    fields: dict[str, str]


def asked_for_foreign_objects(app: Flask, number: int) -> Found:
    """`number` requests drawn from role × address × method; no foreign token, no 5xx, no row changed."""
    tree = division_tree()
    scene = scene_in(tree)
    near, far = (side(app, tree, far=at, token=f"t{secrets.token_hex(6)}") for at in (False, True))
    askers = [
        Asker(role, client, key_of(client), far if own or role in OF_THE_WHOLE else near)
        for role, own, client in identities(app, tree)
    ]
    harvest = {one.token: _harvest(app, one) for one in (near, far)}
    harvest[near.token] += _by_table(scene, harvest[near.token])
    cases = [(asker, asked, method) for asker in askers for asked in harvest[asker.foreign.token] for method in METHODS]
    random.Random(1).shuffle(cases)
    found, before = Found(min(number, len(cases))), _content()
    for asker, asked, method in cases[:number]:
        answer = _answer(asker, asked, method)
        wrong = _wrong(asker, asked, method, answer)
        found.faults += [f"{method} {asked.endpoint} for {asker.role or 'nobody'}: {wrong}"] if wrong else []
    after = _content()
    found.faults += [f"rows of {table} were changed" for table in before if before[table] != after[table]]
    routes = {asked.endpoint for _asker, asked, _method in cases}
    missing = [name for name, row in TABLE.items() if row.door is Door.PLACE and name not in routes]
    found.faults += [f"not asked: {name}" for name in missing if name not in POSTED]
    own = sum(near.token in page for pages in crawled(app, *near.insiders).values() for page in map(content_of, pages))
    found.note = f"{len(routes)} routes × {len(askers)} readers × {len(METHODS)} methods; insiders see {own} such pages"
    return found


#: Routes of a posted result, which everybody may read.
POSTED = {"elections.correct_result"}


def key_of(client: FlaskClient) -> str:
    """The key that this reader's own forms carry."""
    signed_in = client.get("/password")
    return form_on(signed_in if signed_in.status_code == 200 else client.get("/sign-in"))["csrf_token"]


def _harvest(app: Flask, one: Side) -> list[Asked]:
    """Two addresses of each kind (their forms filled as shown), the public ones too."""
    found = []
    for endpoint, pages in crawled(app, *one.insiders, also=unlinked(app, one)).items():
        sound = [page for page in pages if page.status_code < 500]
        for page in sound[:1] + sound[1:][-1:]:
            fields = {key: value.replace(one.token, "x") for key, value in fields_on(page).items()}
            found.append(Asked(endpoint, page.request.full_path.rstrip("?"), fields))
    return found


def scene_in(tree: Tree) -> Scene:
    """One object of every kind in the first village, as the table of routes names them."""
    scene = Scene(tree)
    renamed(scene.election.round)
    renamed(scene.own_round)
    return scene


def _by_table(scene: Scene, known: list[Asked]) -> list[Asked]:
    """Addresses of the table that no link led to: there the status tells, and whether a row has changed."""
    seen = {one.endpoint for one in known}
    rows = {name: row for name, row in TABLE.items() if row.door is Door.PLACE and name not in seen}
    return [Asked(name, row.address(scene), {}) for name, row in rows.items()]


def _answer(asker: Asker, asked: Asked, method: str) -> TestResponse:
    """A press with the reader's own valid key, unless the address is his own or all places are."""
    may_press = TABLE[asked.endpoint].door is Door.PLACE and asker.role not in OF_THE_WHOLE
    body = {**asked.fields, "csrf_token": asker.key} if method != "GET" and may_press else {}
    return asker.client.open(asked.address, method=method, data=body or None)


def _wrong(asker: Asker, asked: Asked, method: str, answer: TestResponse) -> str:
    row = TABLE[asked.endpoint]
    whole = asker.role in OF_THE_WHOLE
    if answer.status_code >= 500:
        return f"answered {answer.status_code}"
    if asker.foreign.token in content_of(answer) and not (whole and asked.endpoint in OPEN_TO_THE_WHOLE):
        return "shows a foreign token"
    expected = row.status(asker.role, own=False, method="GET")
    if row.door is Door.PLACE and not whole and method in METHODS[:3] and answer.status_code not in {expected, 405}:
        return f"answered {answer.status_code}, not {expected}"
    return ""


#: The system administrator sees every account, the auditor every entry of the record.
OPEN_TO_THE_WHOLE = {name for name in TABLE if name.startswith(("accounts.", "audit."))} | {"desk.start"}


def content_of(answer: TestResponse) -> str:
    """Body and headers as text; a spreadsheet unzipped."""
    data = answer.get_data()
    if is_zipfile(BytesIO(data)):
        with ZipFile(BytesIO(data)) as archive:
            data = b"\n".join(archive.read(name) for name in archive.namelist())
    return f"{answer.headers}{data.decode('utf-8', 'replace')}"


def _content() -> dict[str, str]:
    return {table: mark for table, mark in rows().items() if table not in TRACES}
