"""What is typed at a count: read as people write it, or refused with the field named; never a fault (A4, N1, N8)."""

import pytest
from flask import Flask

from tests.builders.accounts import client_of
from tests.builders.browser import form_on, press
from tests.builders.elections import counting, decided, hands, typed
from tests.engines import ON_SQLITE
from villagegov.elections.models import CountEntry, CountSheet
from villagegov.extensions import db
from villagegov.notices.models import Notice

READ = ("30", "３０", " 30 ", "30\u3000", "030", "30\r\n", "\u00a030")
REFUSED = (
    *("", " ", "-1", "−1", "－1", "+5", "1e3", "1_000", "1.0", "1.5", "NaN", "Infinity", "-0", "٣", "३", "²", "½"),
    *(
        "𝟗",
        "三十",
        "30张",
        "0x1E",
        "1,87",
        "1,8733",
        ",1",
        "1 000",
        "9999999999",
        "9" * 5000,
        "1;DROP",
        "\x00",
        "30\x00",
    ),
    *("\u200b30", "1e999", "null", "true", "①", "3\n0", "<b>", "30,", "1，87"),
)


@ON_SQLITE
def test_a_count_is_read_as_people_write_it_and_nothing_else_is_n1(app: Flask) -> None:
    who = hands()
    sheet = counting(who=who).sheets[0]
    client, address = client_of(app, who.first), f"/sheets/{sheet.id}/entry"
    token = form_on(client.get(address))

    answers = {value: client.post(address, data={**token, **typed(sheet, printed=value)}) for value in REFUSED}

    assert {value: one.status_code for value, one in answers.items()} == dict.fromkeys(REFUSED, 422)
    assert all('href="#printed"' in one.get_data(as_text=True) for one in answers.values())
    assert all(form_on(one)["collected"] == "30" for one in answers.values())
    assert db.session.query(CountEntry).count() == 0
    for value in READ:
        assert press(client, address, **typed(sheet, printed=value)).status_code == 303
        assert db.session.query(CountEntry).one().figures["printed"] == 30


NASTY = {
    "NUL": "\x00办公室",
    "half": "\udc80办公室",
    "turned": "\u202e办公室",
    "unseen": "办\u200b公室",
    "bell": "\x07",
    "long": "村" * 1000,
    "huge": "a" * 1_000_000,
}


@pytest.mark.parametrize("kind", sorted(NASTY))
@pytest.mark.parametrize("field", ["contact", "remark", "once", "version", "csrf_token"])
def test_no_text_breaks_the_page_of_the_notice_n8(app: Flask, field: str, kind: str) -> None:
    who = hands()
    poll = decided(who=who)
    client, address = client_of(app, who.first), f"/elections/{poll.election_id}/result"
    fields = {**form_on(client.get(address)), "contact": "办公室", field: NASTY[kind]}

    answer = client.post(address, data=_raw(fields), content_type="multipart/form-data; boundary=x")

    taken = field in {"once", "version"}
    assert answer.status_code in ({303, 400, 422} if taken else {400, 413, 422})
    assert db.session.query(Notice).count() == (answer.status_code == 303)


def _raw(fields: dict[str, str]) -> bytes:
    """A form as bytes, so that also half a character can be sent."""
    parts = [f'--x\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{fields[key]}\r\n' for key in fields]
    return "".join([*parts, "--x--\r\n"]).encode("utf-8", "surrogatepass")


def test_fields_that_the_sheet_does_not_have_change_nothing_a4(app: Flask) -> None:
    who = hands()
    poll = counting(who=who)
    sheet = poll.sheets[0]
    client = client_of(app, who.first)
    extra = {"agreed_at": "2026-01-01", "reading": "2", "reader_id": f"{who.second.id}", "votes_99999": "30"}

    press(client, f"/sheets/{sheet.id}/entry", **typed(sheet), **extra, agreed="{}", reader_name="别人")

    entry = db.session.query(CountEntry).one()
    assert (entry.reading, entry.reader_id, entry.reader_name) == (1, who.first.id, "李强")
    assert "votes_99999" not in entry.figures
    assert db.session.get_one(CountSheet, sheet.id).agreed_at is None
