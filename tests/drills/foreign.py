"""A1, A2: every route asked by every role for the objects of another committee, with every method."""

import random
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile, is_zipfile

from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader
from werkzeug.test import TestResponse

from tests.builders.accounts import account, client_of
from tests.builders.browser import form_on
from tests.builders.divisions import Tree, division, division_tree
from tests.builders.rows import rows
from tests.drills.drill import Found
from tests.drills.rooms import TOLD
from tests.drills.world import FEW, Side, area_token, crawled, fields_on, opened, side, unlinked
from tests.house.access import OF_THE_WHOLE, TABLE, Door
from tests.house.test_access import identities
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.extensions import db
from villagegov.web.models import Draft

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
#: What asking itself leaves behind: entries of refused attempts, sign-ins, one's own half-filled forms.
TRACES = {"audit_entries", "audit_chains", "submissions", "sign_ins", "sign_in_attempts", "drafts"}


@dataclass(frozen=True)
class Asker:
    """Somebody of a role, of one side, with a key for forms."""

    name: str
    role: Role | None
    client: FlaskClient
    key: str
    foreign: Side
    #: What no answer may hold.
    hidden: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """An address of one side, and the form an insider finds there."""

    endpoint: str
    address: str
    fields: dict[str, str]


def asked_for_foreign_objects(app: Flask, number: int) -> Found:
    """`number` requests drawn from reader × address × method; no foreign token, no 5xx, no row changed."""
    tree = division_tree()
    near, far = (side(app, tree, far=at, token=f"t{secrets.token_hex(6)}") for at in (False, True))
    (of_near, near_told), (of_far, far_told) = (_harvest(app, one, number) for one in (near, far))
    asked_of, askers = {near.token: of_near, far.token: of_far}, list(_askers(app, tree, near, far))
    cases = [
        (asker, asked, method) for asker in askers for asked in asked_of[asker.foreign.token] for method in METHODS
    ]
    random.Random(1).shuffle(cases)
    found, before = Found(min(number, len(cases))), _content()
    for asker, asked, method in cases[:number]:
        answer = _answer(asker, asked, method)
        wrong = _wrong(asker, asked, method, answer)
        found.faults += [f"{method} {asked.endpoint} for {asker.name}: {wrong}"] if wrong else []
    after = _content()
    found.faults += [f"rows of {table} were changed" for table in before if before[table] != after[table]]
    routes = {asked.endpoint for _asker, asked, _method in cases}
    found.faults += [
        f"not asked: {name}" for name, row in TABLE.items() if row.door is Door.PLACE and name not in routes
    ]
    unseen = [name for one in (near_told, far_told) for name in sorted(TOLD - one)] if number > FEW else []
    found.faults += [f"insiders do not see their token: {name}" for name in unseen]
    found.note = (
        f"{len(routes)} routes × {len(askers)} readers × {len(METHODS)} methods = {len(cases):,} cases; "
        f"insiders see their token on {len(near_told | far_told)} routes"
    )
    return found


#: Roles of one unit.
IN_UNITS = (Role.CHAIR, Role.CLERK, Role.SUPERVISOR, Role.RESIDENT, Role.TELLER)


def _askers(app: Flask, tree: Tree, near: Side, far: Side) -> Iterator[Asker]:
    """Nobody, and each role at home, next door, in the other county; officials of all areas; former clerks."""
    for role, own, client in identities(app, tree):
        foreign = far if own or role in OF_THE_WHOLE else near
        yield _asker(str(role or "nobody"), role, client, foreign)
    beside = division(code="990101002", name="南溪镇", parent=tree.county)
    for role in IN_UNITS:
        for place in (tree.neighbour, tree.community):
            client = client_of(app, account(role=role, division=place, name="核对员"))
            yield _asker(f"{role} of {place.name}", role, client, near, beside=True)
    for place, foreign in ((beside, near), (beside, far), (tree.other_county, near), (tree.county, far)):
        client = client_of(app, account(role=Role.OFFICIAL, division=place, name="核对员"))
        yield _asker(f"official of {place.name}", Role.OFFICIAL, client, foreign)
    yesterday = clock.today() - timedelta(days=1)
    for role in IN_UNITS[:3]:
        client = client_of(app, account(role=role, division=near.unit, name="核对员", until_on=yesterday))
        yield _asker(f"former {role}", role, client, near)


def _asker(name: str, role: Role | None, client: FlaskClient, foreign: Side, *, beside: bool = False) -> Asker:
    """Who works beside the foreign village reads of its township what all of it may read."""
    hidden = (foreign.token,) if beside else (foreign.token, area_token(foreign.token))
    return Asker(name, role, client, key_of(client), foreign, hidden)


def key_of(client: FlaskClient) -> str:
    """The key that this reader's own forms carry."""
    signed_in = client.get("/password")
    return form_on(signed_in if signed_in.status_code == 200 else client.get("/sign-in"))["csrf_token"]


def _harvest(app: Flask, one: Side, number: int) -> tuple[list[Asked], set[str]]:
    """Two addresses of each kind (their forms filled as shown), the public ones too; and where the token stands.

    For a sample one address of each kind that is not public.
    """
    found, told = [], set()
    few = number <= FEW
    for endpoint, pages in (opened(app, one) if few else crawled(app, *one.insiders, also=unlinked(app, one))).items():
        sound = [page for page in pages if page.status_code < 500]
        told |= {endpoint} if any(one.token in content_of(page) for page in sound) else set()
        for page in sound[:1] + sound[1:][-1:]:
            fields = {key: value.replace(one.token, "x") for key, value in fields_on(page).items()}
            found.append(Asked(endpoint, page.request.full_path.rstrip("?"), fields))
    seen = {asked.endpoint for asked in found}
    rest = [name for name, row in TABLE.items() if row.door is Door.PLACE and name not in seen]
    # Addresses that no link led to: there the status tells, and whether a row has changed.
    return [*found, *(Asked(name, TABLE[name].address(one.scene), {}) for name in rest)], told


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
    told = content_of(answer)
    if any(token in told for token in asker.hidden) and not (whole and asked.endpoint in OPEN_TO_THE_WHOLE):
        return "shows a foreign token"
    expected = row.status(asker.role, own=False, method="GET")
    if row.door is Door.PLACE and not whole and method in METHODS[:3] and answer.status_code not in {expected, 405}:
        return f"answered {answer.status_code}, not {expected}"
    return ""


#: The system administrator sees every account, the auditor every entry of the record.
OPEN_TO_THE_WHOLE = {name for name in TABLE if name.startswith(("accounts.", "audit."))} | {"desk.start"}


def content_of(answer: TestResponse) -> str:
    """Body and headers as text; a spreadsheet unzipped, a paper as it reads."""
    data = answer.get_data()
    if data.startswith(b"%PDF"):
        data = "".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).encode()
    if is_zipfile(BytesIO(data)):
        with ZipFile(BytesIO(data)) as archive:
            data = b"\n".join(archive.read(name) for name in archive.namelist())
    return f"{answer.headers}{data.decode('utf-8', 'replace')}"


def _content() -> dict[str, str]:
    """A mark of every table that asking must not change; of half-filled forms, the sides' own.

    What a page sends after its sign-in ended is kept beside them for the one it was drawn for (S7).
    """
    found = {table: mark for table, mark in rows().items() if table not in TRACES}
    kept = db.session.query(Draft).join(Account, Account.id == Draft.account_id).filter(Account.name != "核对员")
    kept = kept.filter(Draft.held_key == "")
    return {**found, "drafts of the sides": str([one.sealed for one in kept.order_by(Draft.id)])}
