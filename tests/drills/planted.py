"""P4, P7, V7: ID numbers go in through the pages, and are looked for in everything that comes out or is kept."""

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, text

from tests.builders import rolls
from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.divisions import Tree, division_tree
from tests.builders.elections import hands, started
from tests.builders.files import picture
from tests.builders.meetings import group
from tests.drills.drill import Found, address_of
from tests.drills.foreign import content_of
from tests.drills.rooms import REPRESENTATIVES, SLIPS
from tests.drills.world import FEW, crawled, everybody
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.audit.record import CommandLine
from villagegov.backups import making
from villagegov.divisions.models import Division
from villagegov.elections.models import Election
from villagegov.extensions import db
from villagegov.people.models import Person
from villagegov.schema import metadata

POLLING_DAY = date(2026, 6, 1)
TODAY = datetime(2026, 4, 1, 4, tzinfo=UTC)
#: Every tenth number goes in by hand, as that of an account; at most this many.
ACCOUNTS = 20
#: As many of the numbers come in as a list of persons who get slips, and as many as one of representatives.
IN_LISTS = 50
PAGES = 40
_NUMBERS = re.compile(rb"(?=(\d{17}[\dXx]))")


def planted_and_looked_for(app: Flask, number: int) -> Found:
    """`number` different ID numbers: of accounts, slips, representatives, a roll, and of lists with mistakes."""
    clock.run_on(lambda: TODAY)
    planted = {rolls.id_number(order).encode() for order in range(1, number + 1)}
    with _heard() as log:
        texts = list(_said(app, division_tree(), number))
    texts += [("log", log.getvalue().encode()), ("rows", _every_row().encode()), *_files(app)]
    found = Found(number)
    for where, content in texts:
        seen = {one.upper() for one in _NUMBERS.findall(content)} & planted
        found.faults += [f"{where}: {len(seen)} numbers"] if seen else []
    control = {one.upper() for one in _NUMBERS.findall(b" ".join(planted))} == planted
    found.faults += [] if control else ["the search itself finds nothing"]
    size = sum(len(content) for _where, content in texts) / 1_000_000
    found.note = f"{len(texts)} pages, files and logs, {size:.0f} MB"
    return found


@contextmanager
def _heard() -> Iterator[io.StringIO]:
    """Everything logged meanwhile, down to the smallest."""
    stream = io.StringIO()
    handler, root = logging.StreamHandler(stream), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield stream
    finally:
        root.removeHandler(handler)
        root.setLevel(level)


def _said(app: Flask, tree: Tree, number: int) -> Iterator[tuple[str, bytes]]:
    """Put the numbers in; every page, file and header on the way and afterwards."""
    who = hands(unit=tree.village)
    election_id, unit = started(who=who, polling_day=POLLING_DAY).id, who.unit
    clerk, base = client_of(app, who.first), f"/elections/{election_id}/roll"
    by_hand = min(ACCOUNTS, number // 10)
    in_lists = min(IN_LISTS, number // 10)
    yield from _accounts(app, unit, by_hand)
    yield from _lists(app, clerk, unit, range(by_hand + 1, by_hand + 2 * in_lists + 1))
    rows = rolls.lines(number - by_hand - 2 * in_lists, first=by_hand + 2 * in_lists + 1)
    faulty = rolls.sent(clerk, _election(election_id), rolls.xlsx([*rows, rows[0], rolls.line(1, sex="？")]))
    preview = rolls.sent(clerk, _election(election_id), rolls.xlsx(rows))
    ways = [faulty, clerk.get(faulty.request.path + "/faults"), preview, rolls.confirmed(clerk, preview)]
    ways += [press(clerk, f"{base}/search", words=one[3]) for one in rows[:10]]
    ways += [press(clerk, f"{base}/{len(rows)}/remove", reason="迁出"), press(clerk, f"{base}/export")]
    for answer in ways:
        yield answer.request.url, f"{answer.request.url}{content_of(answer)}".encode()
    for role, client in everybody(app, tree).items():
        most = PAGES if number > FEW else 1
        for endpoint, pages in crawled(app, client, also=[faulty.request.path, base], most=most).items():
            for page in pages:
                yield f"{endpoint} for {role}", f"{page.request.url}{content_of(page)}".encode()


def _accounts(app: Flask, unit: Division, count: int) -> Iterator[tuple[str, bytes]]:
    official: FlaskClient = client_of(app, account(role=Role.OFFICIAL, division=unit.parent))
    for order in range(1, count + 1):
        typed = {"name": "核对员", "id_number": rolls.id_number(order), "sign_in_name": f"planted{order}"}
        answer = press(official, "/accounts/new", **typed, role="clerk", division=unit.code)
        yield "account", content_of(answer).encode()
    if db.session.query(Account).filter(Account.sign_in_name.startswith("planted")).count() != count:
        yield "accounts were not made", rolls.id_number(1).encode()


def _lists(app: Flask, clerk: FlaskClient, unit: Division, orders: range) -> Iterator[tuple[str, bytes]]:
    """Half of them as persons who get slips, half as representatives; both lists first with a mistake."""
    half, base = len(orders) // 2, f"/units/{unit.id}/representatives/import"
    group(unit=unit, name="一组", households=100 * half)
    official = client_of(app, account(role=Role.OFFICIAL, division=unit.parent))
    slips = [(f"村民{at}", rolls.id_number(at), "村民", unit.code, "") for at in orders[:half]]
    chosen = [("一组", f"代表{at}", rolls.id_number(at), "10") for at in orders[half:]]
    paper = {"document": "文件", "from_on": "2026-03-01"}
    lists = ((official, "/accounts/slips/new", slips, SLIPS), (clerk, base, chosen, REPRESENTATIVES))
    for client, address, rows, titles in lists:
        wrong = press(client, address, file=(io.BytesIO(rolls.xlsx([*rows, rows[0]], titles)), "名单.xlsx"))
        right = press(client, address, file=(io.BytesIO(rolls.xlsx(rows, titles)), "名单.xlsx"))
        at = str(right.location)
        ways = [client.get(wrong.location), client.get(f"{wrong.location}/faults"), client.get(at)]
        more = {**paper, "photo": (io.BytesIO(picture()), "文件.jpg")} if client is clerk else {}
        for answer in [*ways, press(client, at, **more)]:
            yield answer.request.url, f"{answer.request.url}{content_of(answer)}".encode()
    if db.session.query(Person).filter(Person.name.startswith("代表")).count() != half:
        yield "representatives were not made", rolls.id_number(1).encode()
    if db.session.query(Account).filter(Account.name.startswith("村民")).count() != half:
        yield "slips were not made", rolls.id_number(1).encode()


def _election(election_id: int) -> Election:
    return db.session.get_one(Election, election_id)


def _every_row() -> str:
    return "\n".join(repr(row) for table in metadata.sorted_tables for row in db.session.execute(select(table)))


def _files(app: Flask) -> Iterator[tuple[str, bytes]]:
    """Every file of the database (SQLite's with its WAL, PostgreSQL's whole folder), a backup, every kept file."""
    db.session.rollback()
    making.make_backup(actor=CommandLine())
    kept = [path for path in Path(app.config["INSTANCE"]).rglob("*") if path.is_file()]
    db.session.rollback()
    if db.engine.dialect.name == "sqlite":
        file = Path(address_of(app).removeprefix("sqlite:///"))
        paths = list(file.parent.glob(file.name + "*"))
    else:
        folder = db.session.execute(text("SHOW data_directory")).scalar_one()
        with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("CHECKPOINT"))
        paths = [path for path in Path(folder).rglob("*") if path.is_file()]
    for path in [*paths, *kept]:
        yield path.name, path.read_bytes()
