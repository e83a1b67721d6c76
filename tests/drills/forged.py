"""S9: every form of ours, pressed from somewhere else."""

import json
import random
from collections.abc import Callable, Iterator
from io import BytesIO

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.builders.accounts import PASSWORD, account, client_of
from tests.builders.browser import form_on, press
from tests.builders.divisions import Tree, division_tree
from tests.builders.elections import hands, posted
from tests.builders.rolls import id_number
from tests.builders.rows import rows
from tests.drills.drill import Found
from tests.drills.foreign import key_of
from tests.drills.world import FEW, crawled, fields_on, side, unlinked
from tests.house.access import OF_THE_WHOLE, TABLE, Scene
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role

Fields = dict[str, str]
#: Routes of programs; they carry no cookie that could be used in somebody's name.
MACHINES = {"api.decide"}
#: Their forms are filled in by hand.
DOORS = {"accounts.sign_in", "accounts.sign_out"}
#: What to type into an empty box of this name.
LIKELY = {
    "id_number": id_number(1),
    "sign_in_name": "forged",
    "role": "teller",
    "division": "990101001201",
    "old": PASSWORD,
    "new": "horse battery correct",
    "again": "horse battery correct",
    "proxy": "0",
    "number": "20",
}
Form = tuple[str, FlaskClient, str, Fields, "Keys"]
Way = Callable[[FlaskClient, str, Fields, "Keys"], TestResponse]


class Keys:
    """Keys that are real and belong to somebody else, or to another sign-in of the same person."""

    def __init__(self, app: Flask, tree: Tree, holder: Account) -> None:
        self.other_users = key_of(client_of(app, account(role=Role.OFFICIAL, division=tree.other_township)))
        self.other_session = key_of(client_of(app, holder))


def _keyed(key: Callable[[str, "Keys"], str]) -> Way:
    def way(client: FlaskClient, at: str, fields: Fields, keys: Keys) -> TestResponse:
        return client.post(at, data={**fields, "csrf_token": key(fields["csrf_token"], keys)})

    return way


def _without(fields: Fields) -> Fields:
    return {key: value for key, value in fields.items() if key != "csrf_token"}


def _as_text(client: FlaskClient, at: str, fields: Fields, _keys: Keys) -> TestResponse:
    return client.post(at, data=json.dumps(fields), content_type="text/plain")


WAYS: dict[str, Way] = {
    "no key": lambda client, at, fields, _keys: client.post(at, data=_without(fields)),
    "empty": _keyed(lambda _own, _keys: ""),
    "cut off": _keyed(lambda own, _keys: own[:-1]),
    "another user's": _keyed(lambda _own, keys: keys.other_users),
    "another sign-in's": _keyed(lambda _own, keys: keys.other_session),
    "in the address": lambda client, at, fields, _keys: client.post(
        at, data=_without(fields), query_string={"csrf_token": fields["csrf_token"]}
    ),
    "foreign page": lambda client, at, fields, _keys: client.post(
        at, data=fields, headers={"Origin": "https://example.org"}
    ),
    "JSON as text": _as_text,
}


def pressed_from_elsewhere(app: Flask, number: int) -> Found:
    """Eight forgeries of each form, at most `number`; then each honestly, to know which would have saved."""
    tree = division_tree()
    every, found = list(_forms(app, tree) if number > FEW else _some_forms(app, tree, number // len(WAYS))), Found(0)
    some = random.Random(1).sample(every, min(len(every), number // len(WAYS)))
    forms = sorted(some, key=_ends_others)
    for _endpoint, client, address, fields, keys in forms:
        before = rows()
        for name, way in WAYS.items():
            answer = way(client, address, fields, keys)
            found.tried += 1
            after = rows() if answer.status_code != 400 else before
            found.faults += [f"{address}, {name}: {answer.status_code}"] if after != before else []
        found.faults += [f"{address}: rows changed"] if rows() != before else []
    saved = {form[0] for form in forms if _saves(form)}
    tried = {endpoint for endpoint, *_rest in every}
    missing = sorted(_unsafe(app) - tried) if number > FEW else []
    found.faults += [f"not tried: {endpoint}" for endpoint in missing]
    found.note = f"{len(tried)} routes, {len(forms)} forms × {len(WAYS)} forgeries; honest presses save on {len(saved)}"
    return found


def _saves(form: Form) -> bool:
    """Whether the same form, opened again and pressed honestly, changes a row."""
    _endpoint, client, address, fields, _keys = form
    before = rows()
    client.post(address, data={**fields, **_filled(client.get(address))})
    return rows() != before


def _ends_others(form: Form) -> int:
    """What takes something away comes late, what takes the way in away comes last."""
    takes = ("remove", "close", "preview", "move_day", "sign_out", "reset", "end_grant", "disable", "change_password")
    return next((at for at, word in enumerate(takes, 1) if word in form[0]), 0)


def _unsafe(app: Flask) -> set[str]:
    """Every route that takes a press."""
    return {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if "POST" in (rule.methods or ()) and rule.endpoint not in MACHINES
    }


def _some_forms(app: Flask, tree: Tree, number: int) -> Iterator[Form]:
    """So many of the forms that the table of routes names."""
    every = _unsafe(app)
    return _by_table(app, Scene(tree), every - set(random.Random(2).sample(sorted(every - DOORS), number)))


def _forms(app: Flask, tree: Tree) -> Iterator[Form]:
    """Every form that somebody reaches, filled in, with the keys its forger could have."""
    one, reached = side(app, tree, far=False, token="甲"), set[str]()
    posted(who=hands(unit=tree.neighbour))
    others, places = _others(app, tree)
    known = unlinked(app, one)
    readers = [*zip(one.insiders, one.holders, strict=True), *others]
    for client, holder in readers:
        keys = Keys(app, tree, holder)
        also = known if client in one.insiders else [places]
        for endpoint, pages in crawled(app, client, also=also).items():
            for page in pages if endpoint != "accounts.sign_in" else ():
                if "csrf_token" in fields_on(page):
                    reached.add(endpoint)
                    yield endpoint, client, page.request.path, _filled(page), keys
    yield from _by_table(app, one.scene, reached)
    nobody, leaver, holder = app.test_client(), client_of(app, one.holders[0]), one.holders[0]
    keys = Keys(app, tree, holder)
    yield "accounts.sign_in", nobody, "/sign-in", _signing_in(nobody, holder), keys
    yield "accounts.sign_out", leaver, "/sign-out", {"csrf_token": key_of(leaver)}, keys


def _by_table(app: Flask, scene: Scene, reached: set[str]) -> Iterator[Form]:
    """Forms that no link led to, opened by somebody who may, at the address the table of routes names."""
    for endpoint in sorted(_unsafe(app) - reached - DOORS):
        role = min(TABLE[endpoint].roles, key=list(Role).index)
        place = scene.tree.root if role in OF_THE_WHOLE else scene.tree.village
        holder = account(role=role, division=scene.tree.township if role is Role.OFFICIAL else place)
        client, address = client_of(app, holder), TABLE[endpoint].address(scene)
        page = client.get(address)
        fields = _filled(page) if "csrf_token" in fields_on(page) else {"csrf_token": key_of(client)}
        yield endpoint, client, address, fields, Keys(app, scene.tree, holder)


def _others(app: Flask, tree: Tree) -> tuple[list[tuple[FlaskClient, Account]], str]:
    """The clerk of a posted result and an administrator; and where he can confirm a list of places."""
    clerk, admin = (
        account(role=Role.CLERK, division=tree.neighbour),
        account(role=Role.ADMINISTRATOR, division=tree.root),
    )
    found = [(client_of(app, each), each) for each in (clerk, admin)]
    lines = "code,name\n99,示例省\n9903,示例三市\n"
    sent = press(found[1][0], "/divisions/import", file=(BytesIO(lines.encode()), "区划.csv"))
    return found, str(sent.location)


def _signing_in(client: FlaskClient, holder: Account) -> Fields:
    return {**form_on(client.get("/sign-in")), "sign_in_name": holder.sign_in_name, "password": PASSWORD}


def _filled(page: TestResponse) -> Fields:
    """The form on the page, its empty boxes filled with something that may do."""
    typed = likely(fields_on(page))
    return typed if "sign_in_name" not in typed or "role" in typed else {"csrf_token": typed["csrf_token"]}


def likely(fields: Fields) -> Fields:
    """These fields, the empty ones filled."""
    return {key: value or _likely(key) for key, value in fields.items()}


def _likely(name: str) -> str:
    if name.endswith(("_on", "_day")):
        return clock.today().isoformat()
    return LIKELY.get(name, "核对" if name in {"reason", "remark", "contact", "name", "place"} else "1")
