"""Two counties full of work at every stage, the hands that do it, and every address these hands can reach."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import unescape
from urllib.parse import urlsplit

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import HTTPException
from werkzeug.test import TestResponse

from tests.builders import rolls
from tests.builders.accounts import account, client_of
from tests.builders.browser import form_on
from tests.builders.divisions import Tree
from tests.builders.elections import Hands, counted, counting, decided, ready, round_of, started, with_roll
from tests.drills.rooms import lists_waiting, named_after, typed_half
from tests.house.access import TABLE, Door, Scene
from tests.house.test_access import methods_of
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.divisions.models import Division
from villagegov.elections.models import Election, RollEntry, Round
from villagegov.elections.operations import polling
from villagegov.elections.queries import roll_of
from villagegov.extensions import db
from villagegov.transaction import transaction

#: Pages of one kind that a crawl opens.
MOST = 8
#: Up to as many cases are a sample; then only a few pages are opened before them.
FEW = 1000
#: Of these the whole family changes what its reader is, not what is stored.
LEFT_OUT = {"accounts.sign_out", "web.language", "web.type_size", "static"}
STARTS = ("/", "/desk", "/check", "/audit")
Pages = dict[str, list[TestResponse]]
_LINK = re.compile(r'(?:href|action)="([^"]+)"')


@dataclass(frozen=True)
class Side:
    """One village and those who work for it; `token` stands in every name of theirs that is not public."""

    unit: Division
    token: str
    #: One object of every kind, as the table of routes names them.
    scene: Scene
    #: Files that wait for their confirmation.
    previews: tuple[str, ...]
    #: Clerk, official, chair, supervisor, and their browsers: together they reach everything there is.
    holders: tuple[Account, ...]
    insiders: tuple[FlaskClient, ...]


def side(app: Flask, tree: Tree, *, far: bool, token: str) -> Side:
    """Elections from just begun to decided, files waiting for their confirmation, all rooms furnished, a round."""
    own = replace(tree, village=tree.far, township=tree.other_township) if far else tree
    unit, township, scene = own.village, own.township, scene_in(own)
    who = Hands(unit, account(division=unit, name=f"李{token}"), account(division=unit, name=f"王{token}"))
    official = account(role=Role.OFFICIAL, division=township, name=f"赵{token}")
    watching = [account(role=role, division=unit, name=f"陈{token}") for role in (Role.CHAIR, Role.SUPERVISOR)]
    holders = (who.first, official, *watching)
    _begun(who)
    opened = with_roll(who=who, frozen=False)
    renamed(opened.round)
    _name_after(unit, token)
    named_after(scene, token)
    insiders = tuple(client_of(app, one) for one in holders)
    rows = [rolls.line(number + 500 * far, name=f"{token}{number}") for number in range(1, 6)]
    sent = rolls.sent(
        insiders[0], db.session.get_one(Election, opened.id), rolls.xlsx([*rows, rows[0]]), f"{token}.xlsx"
    )
    previews = [sent.request.path, *lists_waiting(scene, token, *insiders[:2])]
    typed_half(scene, token, insiders[0])
    area_round = round_of(division=township, actor=official)
    area_round.name = f"换届{area_token(token)}"
    db.session.commit()
    return Side(unit, token, scene, tuple(previews), holders, insiders)


def area_token(token: str) -> str:
    """What stands in the names of a side's township; its other units read it too."""
    return token[::-1]


def scene_in(tree: Tree) -> Scene:
    """One object of every kind in the village, as the table of routes names them."""
    scene = Scene(tree)
    renamed(scene.election.round)
    renamed(scene.own_round)
    return scene


def _begun(who: Hands) -> None:
    """One area holds rounds of different names, so each is renamed at once."""
    for make in (started, with_roll, ready):
        renamed(make(who=who).round)
    polled = ready(who=who)
    with transaction():
        polling.open_poll(election=polled, actor=who.first)
    renamed(polled.round)
    for count in (counting, counted, decided):
        renamed(count(who=who).election.round)


def renamed(round_: Round) -> None:
    """A name that no other round of its area bears."""
    round_.name = f"换届{round_.id}"
    db.session.commit()


def _name_after(unit: Division, token: str) -> None:
    """Put the token into the names of voters who do not stand for anything, and of stations."""
    for election in db.session.query(Election).filter_by(unit_id=unit.id):
        for entry in db.session.query(RollEntry).filter(
            RollEntry.roll_id == roll_of(election).id, RollEntry.number > 8
        ):
            entry.name = f"{token}{entry.number}"
        for station in election.stations:
            station.name, station.place = f"{station.name}{token}", f"{station.place}{token}"
    db.session.commit()


def crawled(app: Flask, *clients: FlaskClient, also: Iterable[str] = (), most: int = MOST) -> Pages:
    """Endpoint → its pages, as far as these readers get from the start pages and from the addresses in `also`."""
    found: Pages = defaultdict(list)
    for client in clients:
        seen: Pages = defaultdict(list)
        waiting = list(dict.fromkeys([*also, *STARTS]))
        known = set(waiting)
        while waiting:
            address = waiting.pop(0)
            endpoint = endpoint_of(app, address)
            if not endpoint or endpoint in LEFT_OUT or len(seen[endpoint]) >= most:
                continue
            answer = client.get(address)
            seen[endpoint].append(answer)
            new = [link for link in dict.fromkeys(links_on(answer)) if link not in known]
            known.update(new)
            waiting += new
        for endpoint, pages in seen.items():
            found[endpoint] += pages
    return found


def opened(app: Flask, one: Side) -> Pages:
    """Endpoint → its page at the address that the table of routes names, as the first insider sees it who may."""
    return {
        endpoint: [page]
        for endpoint, row in TABLE.items()
        if row.door is Door.PLACE and "GET" in methods_of(app, endpoint)
        for page in _first_seen(row.address(one.scene), one.insiders)
    }


def _first_seen(address: str, clients: Iterable[FlaskClient]) -> list[TestResponse]:
    pages = (client.get(address) for client in clients)
    seen = next((page for page in pages if page.status_code == 200), None)
    return [] if seen is None else [seen]


def unlinked(app: Flask, one: Side) -> list[str]:
    """Addresses of this side's elections, voters, candidates, files and unit whose turn has not come, or is past."""
    elections = db.session.query(Election).filter_by(unit_id=one.unit.id).all()
    known = [{"election_id": election.id} for election in elections]
    known += [{"election_id": election.id, "number": 9} for election in elections[::-1]]
    known += [{"candidate_id": each.id} for election in elections for each in election.candidates[:1]]
    known += [{"posting_id": one.scene.draft.id}, {"posting_id": one.scene.posting.id}, {"unit_id": one.unit.id}]
    adapter = app.url_map.bind("")
    faults = [f"{preview}/faults" for preview in one.previews]
    named = [row.address(one.scene) for row in TABLE.values() if row.door is Door.PLACE]
    return [*one.previews, *faults, *named] + [
        adapter.build(rule.endpoint, values)
        for rule in app.url_map.iter_rules()
        for values in known
        if rule.arguments == set(values)
    ]


def endpoint_of(app: Flask, address: str) -> str:
    """The route of an address; empty when a GET leads nowhere."""
    try:
        return str(app.url_map.bind("").match(urlsplit(address).path, method="GET")[0])
    except HTTPException:
        return ""


def links_on(answer: TestResponse) -> list[str]:
    """Every address of ours on a page, and where it leads."""
    if answer.mimetype != "text/html":
        return []
    found = [unescape(link) for link in _LINK.findall(answer.get_data(as_text=True))]
    return [link for link in [*found, answer.location or ""] if link.startswith("/")]


def fields_on(page: TestResponse) -> dict[str, str]:
    """The form that leads to the page itself, as shown; empty when there is none."""
    if page.status_code != 200 or page.mimetype != "text/html" or '<form method="post"' not in page.text:
        return {}
    try:
        return form_on(page)
    except AssertionError:
        return {}


def everybody(app: Flask, tree: Tree) -> dict[Role, FlaskClient]:
    """Somebody of every role over the first village."""
    where = {Role.OFFICIAL: tree.township, Role.ADMINISTRATOR: tree.root, Role.AUDITOR: tree.root}
    holders: dict[Role, Account] = {
        role: account(role=role, division=where.get(role, tree.village), name="核对员") for role in Role
    }
    return {role: client_of(app, holder) for role, holder in holders.items()}
