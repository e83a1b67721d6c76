"""A unit of the story with everybody in office, taken over from paper by its two clerks."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PIL import Image, ImageDraw

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.bodies.models import Group
from villagegov.bodies.operations.entering import Entry, confirm_terms, propose_term
from villagegov.bodies.operations.places import keep_group, keep_standing
from villagegov.bodies.operations.representatives import NewRepresentative, Paper, import_representatives
from villagegov.bodies.operations.setup import close_set_up
from villagegov.bodies.queries import pending_in
from villagegov.bodies.rules.offices import last_day_of_term
from villagegov.bodies.vocabulary import Basis, Office
from villagegov.demo.people import Crowd, Person
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.files.models import StoredFile
from villagegov.files.operations import Checked, keep_file
from villagegov.files.store import Store
from villagegov.files.vocabulary import MediaType
from villagegov.people.identity import IdentityKeys
from villagegov.people.operations import Identity, enter_person
from villagegov.people.vocabulary import Sex

#: Who sits where; the chair and two supervisors sign in, so that theirs are the persons of their accounts.
SEATS: tuple[tuple[Office, Sex, str], ...] = (
    (Office.CHAIR, Sex.MALE, "demo-shiqiao-chair"),
    (Office.VICE, Sex.MALE, ""),
    (Office.MEMBER, Sex.FEMALE, ""),
    (Office.MEMBER, Sex.MALE, ""),
    (Office.MEMBER, Sex.FEMALE, ""),
    (Office.SUPERVISION_HEAD, Sex.FEMALE, "demo-shiqiao-supervisor"),
    (Office.SUPERVISION_MEMBER, Sex.MALE, "demo-shiqiao-supervisor-2"),
    (Office.SUPERVISION_MEMBER, Sex.FEMALE, ""),
    (Office.BOOKKEEPER, Sex.FEMALE, ""),
    (Office.CASHIER, Sex.MALE, ""),
)
GROUPS = ("石桥一组", "石桥二组", "溪尾组", "新屋组")
ADULTS, HOUSEHOLDS = 1960, 520
REPRESENTATIVES = 40
PROPER_AGE = 30 * 365
SERVED = timedelta(days=4 * 365)


@dataclass(frozen=True)
class Hands:
    """Who takes the unit over, out of which crowd, with which keys."""

    unit: Division
    first: Account
    second: Account
    crowd: Crowd
    keys: IdentityKeys
    store: Store

    def identity(self, person: Person) -> Identity:
        """An invented person as the register keeps one."""
        number = person.id_number
        return Identity(
            self.keys.fingerprint(number), self.keys.encrypt(number), person.name, person.sex, person.born_on
        )


def take_over(hands: Hands, known: Mapping[str, Person]) -> None:
    """Groups, numbers, every office and the representatives; confirmed by the second clerk, and closed."""
    groups = _numbers(hands)
    photo = _photo(hands)
    since = clock.today() - SERVED
    for office, sex, login in SEATS:
        person = known[login] if login else hands.crowd.one(sex=sex, youngest=PROPER_AGE)
        _propose(hands, person, office, since, photo)
    _represent(hands, groups, since, photo)
    confirm_terms(terms=pending_in(hands.unit), actor=hands.second)
    close_set_up(unit=hands.unit, actor=hands.second)


def _numbers(hands: Hands) -> list[Group]:
    adults, households = ADULTS // len(GROUPS), HOUSEHOLDS // len(GROUPS)
    made = [
        keep_group(unit=hands.unit, group=None, name=name, adults=adults, households=households, actor=hands.first)
        for name in GROUPS
    ]
    keep_standing(
        unit=hands.unit,
        adults=ADULTS,
        households=HOUSEHOLDS,
        office_phone="0000-8000 0000（演示）",
        office_place="石桥村文化楼一楼",
        actor=hands.first,
    )
    return made


def _photo(hands: Hands) -> StoredFile:
    """A sheet of paper with a few lines, as a telephone would take it."""
    sheet = Image.new("RGB", (420, 594), "white")
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((60, 60, 360, 84), fill="#a8201a")
    for top in range(130, 480, 26):
        pen.rectangle((60, top, 360 - top % 60, top + 6), fill="#8a929b")
    target = io.BytesIO()
    sheet.save(target, "PNG")
    data = target.getvalue()
    digest = hands.store.put(data)
    paper = Checked("任职文件（演示）.png", MediaType.PNG, digest, digest, len(data), len(data))
    return keep_file(checked=paper, unit=hands.unit, actor=hands.first)


def _document(since: date) -> str:
    return f"示例东府函〔{since.year}〕12号"


def _propose(hands: Hands, person: Person, office: Office, since: date, photo: StoredFile) -> None:
    kept = enter_person(identity=hands.identity(person), unit=hands.unit, actor=hands.first)
    entry = Entry(
        office=office,
        basis=Basis.TAKEN_OVER,
        from_on=since,
        until_on=last_day_of_term(since, 5) if office.stays_on else None,
        document=_document(since),
        knows_accounts=office is Office.SUPERVISION_HEAD,
    )
    propose_term(unit=hands.unit, person=kept, entry=entry, photo=photo, actor=hands.first)


def _represent(hands: Hands, groups: Sequence[Group], since: date, photo: StoredFile) -> None:
    """Every 13 households one; two of five are women."""
    lines = []
    for at in range(REPRESENTATIVES):
        person = hands.crowd.one(sex=Sex.FEMALE if at % 5 < 2 else Sex.MALE, youngest=PROPER_AGE)
        group = groups[at % len(groups)]
        lines.append(NewRepresentative(hands.identity(person), group.id, HOUSEHOLDS // REPRESENTATIVES))
    paper = Paper(since, None, _document(since), photo, "")
    import_representatives(unit=hands.unit, lines=lines, paper=paper, actor=hands.first)
    db.session.flush()
