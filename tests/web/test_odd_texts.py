"""N8: bytes that no browser of ours sends, in every box of every form; and A4: columns that no form has."""

from collections.abc import Iterator
from urllib.parse import quote_from_bytes, urlencode

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Date, Enum, Integer, String, Text, select

from tests.drills.forged import likely
from tests.drills.world import fields_on
from tests.engines import ON_POSTGRESQL, ON_SQLITE
from tests.house.access import TABLE, Scene
from tests.house.test_access import methods_of
from tests.house.test_pages import openers, reader
from villagegov.accounts.vocabulary import Role
from villagegov.extensions import db
from villagegov.schema import metadata

FORM = "application/x-www-form-urlencoded"
HIDDEN = {"csrf_token", "once", "version"}
#: As much as one form may hold; a form shares it among its boxes.
LONG = 900_000
NUL = b"a\x00b"
#: Raw bytes as a browser would never send them.
NASTY = {
    "lone surrogate": b"\xed\xa0\x80",
    "no UTF-8": b"\xff\xfe\x80",
    "four bytes": "𠮷㐂𬭎".encode() * 20,
    "direction marks": "a\u202eb\u2066c\u200b".encode(),
    "line ends": b"a\r\nX: 1\x1b[31m",
}
ENDLESS = {
    "long": b"9" * LONG,
    "too long": "字".encode() * LONG,
}


#: What takes long comes half as often.
TURNS = [*NASTY.items(), *NASTY.items(), *ENDLESS.items()]


@ON_POSTGRESQL  # which refuses what SQLite stores
def test_no_text_field_takes_the_program_down_n8(app: Flask) -> None:
    scene, wrong, pressed = Scene(), list[str](), 0
    for at, (endpoint, client, address, fields) in enumerate(forms(app, scene)):
        # NUL in every form; one of the others in turn.
        for name, nasty in (("NUL", NUL), TURNS[at % len(TURNS)]):
            answer = client.post(address, data=spoilt(fields, nasty), content_type=FORM)
            pressed += 1
            if answer.status_code >= 500 or (answer.status_code >= 400 and "<html lang=" not in answer.text):
                wrong.append(f"{endpoint}, {name}: {answer.status_code}")

    assert pressed > 100
    assert wrong == []


@ON_SQLITE
def test_columns_that_no_form_has_are_never_taken_a4(app: Flask) -> None:
    planted, wrong, saved = planted_columns(), [], 0
    scene = Scene()
    before = held()
    pressed = sorted(forms(app, scene), key=lambda one: any(word in one[0] for word in TAKE_AWAY))
    for endpoint, client, address, fields in pressed:
        extra = {name: value for name, value in planted.items() if name not in fields}
        answer = client.post(address, data={**extra, **likely(fields)})
        saved += answer.status_code == 303
        if answer.status_code >= 500:
            wrong.append(f"{endpoint}: {answer.status_code}")

    found = {one for one in held() - before if one[1] in planted and one[2] == planted[one[1]]}

    assert wrong == []
    assert found - OF_THE_PAGE == set()
    assert saved > 12


#: The page for one station's day makes a teller; an export of a roll is noted as one; a ruling is chosen on its page;
#: the township signs a handover as its supervisor; what a topic is about and who started it is chosen on its page.
OF_THE_PAGE = {
    ("grants", "role", "teller"),
    ("readings", "look", "export"),
    ("objections", "ruling", "rejected"),
    ("handover_signatures", "party", "supervisor"),
    ("consultation_topics", "tag", "other"),
    ("consultation_topics", "starter", "owners"),
}
#: Pages that take something away come last.
TAKE_AWAY = ("remove", "close", "end", "void", "withdraw", "disable", "reset", "password", "detach", "move_day")


def planted_columns() -> dict[str, str]:
    """A recognizable value for every column of every table."""
    found = {}
    for table in metadata.sorted_tables:
        for column in table.columns:
            kind = column.type
            if isinstance(kind, Enum):
                found[column.name] = kind.enums[-1]
            elif isinstance(kind, Integer):
                found[column.name] = "7654321"
            elif isinstance(kind, Date):
                found[column.name] = "1955-05-05"
            elif isinstance(kind, Text | String):
                found[column.name] = "planted"
            else:
                found[column.name] = "1955-05-05T05:05:05+00:00"
    return found


def held() -> set[tuple[str, str, str]]:
    """Table, column and value of everything that is stored."""
    with db.engine.connect() as connection:
        return {
            (table.name, name, str(value))
            for table in metadata.sorted_tables
            for row in connection.execute(select(table)).mappings()
            for name, value in row.items()
        }


def forms(app: Flask, scene: Scene) -> Iterator[tuple[str, FlaskClient, str, dict[str, str]]]:
    """Every form of a page of the table, before somebody who may press it: route, browser, address, fields as shown."""
    readers = {role: reader(app, scene, role) for role in Role}
    for endpoint, row in TABLE.items():
        if methods_of(app, endpoint) != ["GET", "POST"] or row.answer != 200:
            continue
        client, address = openers(app, row, readers)[0][1], row.address(scene)
        fields = fields_on(client.get(address))
        if fields:
            yield endpoint, client, address, fields


def spoilt(fields: dict[str, str], nasty: bytes) -> bytes:
    """The form with the same bytes in every box that somebody could type into; a long text goes round them once."""
    kept = urlencode({name: value for name, value in fields.items() if name in HIDDEN})
    boxes = [name for name in fields if name not in HIDDEN]
    typed = quote_from_bytes(nasty if len(nasty) < LONG else nasty[: len(nasty) // (len(boxes) or 1)])
    return "&".join([kept, *(f"{name}={typed}" for name in boxes)]).encode()
