"""A list of persons between preview and confirmation, and the paper that comes out of it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import quote

from flask import Response, current_app, url_for
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts import queries
from villagegov.accounts.models import Account
from villagegov.accounts.permissions import OF_A_UNIT, Permission, may_give
from villagegov.accounts.rules.slips import (
    ROLE,
    Flaw,
    Person,
    flaws_of_known,
    flaws_of_places,
    read_persons,
)
from villagegov.accounts.vocabulary import AccountReason, Role
from villagegov.divisions import queries as divisions
from villagegov.divisions.models import Division
from villagegov.divisions.vocabulary import Level
from villagegov.web.keyring import keys
from villagegov.web.papers import pdf_of, qr_paper
from villagegov.web.reader import in_chinese
from villagegov.web.sheets import Fault, Sheet, SheetReason

REASONS = {reason.value: reason for reason in SheetReason}


@dataclass(frozen=True)
class Listed:
    """A list judged now: who would get an account where, and what is wrong."""

    sha256: str
    persons: list[Person]
    person_keys: list[bytes]
    places: Mapping[str, Division]
    faults: list[Fault]


def packed(sheet: Sheet, added: int) -> bytes:
    """The cells of a list that was read, to keep until it is confirmed; lines `added` in front are not counted."""
    rows = [(one.line - added, one.values) for one in sheet.rows]
    faults = [(one.line - added, one.title, one.reason, one.values) for one in sheet.faults]
    return json.dumps([sheet.sha256, rows, faults], ensure_ascii=False, default=str).encode()


def judged(data: bytes) -> Listed:
    """The list again, against the places and persons as they are now."""
    sha256, rows, kept = json.loads(data)
    persons, flaws = read_persons(rows, today=clock.today())
    places = _units_of(queries.places_coded(one.code for one in persons))
    person_keys = keys().fingerprints(one.id_number for one in persons)
    flaws += flaws_of_places(persons, places)
    flaws += flaws_of_known(persons, person_keys, queries.known_persons(person_keys))
    flaws += _flaws_of_giver(persons)
    known = [Fault(line, title, REASONS[reason], tuple(map(tuple, values))) for line, title, reason, values in kept]
    return Listed(sha256, persons, person_keys, places, _in_order(known, flaws))


def _units_of(found: Mapping[str, Division]) -> dict[str, Division]:
    area = queries.areas(current_user, Permission.MANAGE_ACCOUNTS)
    near = {code: one for code, one in found.items() if any(one.lies_in(place) for place in area)}
    return {code: one for code, one in near.items() if one.level is Level.UNIT}


def _flaws_of_giver(persons: Iterable[Person]) -> list[Flaw]:
    own = queries.roles_on(current_user, clock.today())
    beyond = {role for role in OF_A_UNIT if not any(may_give(one, role) for one in own)}
    reason = AccountReason.NOT_YOURS_TO_GIVE
    return [Flaw(one.line, ROLE, reason, (("role", one.role.label),)) for one in persons if one.role in beyond]


def _in_order(known: Sequence[Fault], flaws: Iterable[Flaw]) -> list[Fault]:
    first = {(one.line, one.title): one for one in known}
    for flaw in flaws:
        first.setdefault((flaw.line, flaw.title), Fault(*flaw))
    return sorted(first.values(), key=lambda one: one.line)


def slip(account: Account, code: str, role: Role | None, place: str) -> dict[str, str]:
    """What is printed on one slip."""
    with in_chinese():
        label = str(role.label) if role else ""
    return {
        "name": account.name,
        "place": place,
        "role": label,
        "sign_in_name": account.sign_in_name,
        "code": code,
        "until": _last_day(account.temporary_until),
    }


def _last_day(moment: datetime | None) -> str:
    day = clock.day_of(moment) if moment else date.max
    return f"{day.year}年{day.month}月{day.day}日"


def home_words(accounts: Iterable[Account]) -> dict[int, tuple[Role | None, str]]:
    """Of each account the role that is printed, and its place in words."""
    found: dict[int, tuple[Role, int]] = {}
    for account in accounts:
        held = queries.grants_on(account, clock.today()) or account.grants
        for one in held[-1:]:
            found[account.id] = (one.role, one.division_id)
    words = divisions.words_of(place for _role, place in found.values())
    return {key: (role, words.get(place, "")) for key, (role, place) in found.items()}


def refuse_without_font() -> None:
    """Raise Refusal(NO_FONT) before anything is stored whose paper could not be printed."""
    pdf_of("slips", _paper([]))


def slips_pdf(slips: Sequence[Mapping[str, str]]) -> Response:
    """The sheets, eight slips on each; the codes are nowhere else."""
    name = quote("密码单.pdf")
    headers = {"Content-Disposition": f"attachment; filename=\"slips.pdf\"; filename*=UTF-8''{name}"}
    return Response(pdf_of("slips", _paper(slips)), mimetype="application/pdf", headers=headers)


def _paper(slips: Sequence[Mapping[str, str]]) -> dict[str, object]:
    site = str(current_app.config["SITE_URL"]).rstrip("/")
    address = f"{site}{url_for('accounts.sign_in')}" if site else ""
    return {"slips": list(slips), "address": address, "qr": qr_paper(address) if address else ""}
