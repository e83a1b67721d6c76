"""A unit with everybody in office: taken over from paper, entered by one clerk and confirmed by another."""

from dataclasses import dataclass, field
from datetime import date

from tests.builders.accounts import account
from tests.builders.divisions import division_tree
from tests.builders.rolls import id_number
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.bodies.models import AdoptedRule, Group, Standing, Term
from villagegov.bodies.vocabulary import Basis, Office
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.files.models import StoredFile
from villagegov.files.vocabulary import MediaType
from villagegov.people.models import Kinship, Person
from villagegov.people.rules import birth_date_of, sex_of
from villagegov.people.vocabulary import Kin
from villagegov.web.attachments import store
from villagegov.web.keyring import keys

SINCE = date(2021, 3, 1)
UNTIL = date(2026, 2, 28)
DOCUMENT = "东府函〔2021〕12号"
#: Office → names; 沈, 韩 and 唐 supervise, 沈 leads and knows accounts.
STAFF: dict[Office, tuple[str, ...]] = {
    Office.CHAIR: ("罗永光",),
    Office.VICE: ("方志强",),
    Office.MEMBER: ("周美兰", "曹建华", "魏海涛"),
    Office.SUPERVISION_HEAD: ("沈国栋",),
    Office.SUPERVISION_MEMBER: ("韩秀珍", "唐文辉"),
    Office.VILLAGE_CLERK: ("李强",),
    Office.BOOKKEEPER: ("邱丽芬",),
    Office.CASHIER: ("汪小燕",),
}


@dataclass
class Sitting:
    """Who sits where, and the accounts of those who sign in."""

    unit: Division
    clerk: Account
    second: Account
    chair: Account
    supervisors: list[Account]
    terms: dict[Office, list[Term]] = field(default_factory=dict)

    def term(self, office: Office) -> Term:
        """The first who holds this office."""
        return self.terms[office][0]

    def person(self, office: Office) -> Person:
        """Whose office it is."""
        return self.term(office).person


def person(*, order: int, name: str = "", number: str = "") -> Person:
    """A stored person; the order gives the ID number (even ones are women)."""
    told = number or id_number(order)
    made = Person(
        person_key=keys().fingerprint(told),
        sealed_id=keys().encrypt(told),
        name=name or f"村民{order}",
        sex=sex_of(told),
        born_on=birth_date_of(told),
    )
    db.session.add(made)
    db.session.flush()
    return made


def term(
    *,
    unit: Division,
    person: Person,
    office: Office,
    first: Account,
    second: Account | None,
    from_on: date = SINCE,
    until_on: date | None = UNTIL,
    knows_accounts: bool = False,
    group: Group | None = None,
    households: int | None = None,
) -> Term:
    """One office, confirmed by `second`; without a second person it waits."""
    made = Term(
        unit_id=unit.id,
        person=person,
        office=office,
        basis=Basis.TAKEN_OVER,
        from_on=from_on,
        until_on=until_on,
        document=DOCUMENT,
        group_id=group.id if group else None,
        households=households,
        knows_accounts=knows_accounts,
        is_party_member=False,
        entered_at=clock.now(),
        entered_by_id=first.id,
        entered_by_name=first.name,
        confirmed_at=clock.now() if second else None,
        confirmed_by_id=second.id if second else None,
        confirmed_by_name=second.name if second else "",
        end_note="",
    )
    db.session.add(made)
    db.session.flush()
    return made


def sitting(*, unit: Division | None = None, first_order: int = 500) -> Sitting:
    """Chair, vice, three members, three supervisors, clerk, bookkeeper and cashier; two groups, 1,200 adults.

    The chair's and the supervisors' accounts bear the ID numbers of the persons in office, the clerk's that of the
    clerk. `first_order` keeps the persons of two units apart.
    """
    place = unit or division_tree().village
    order = iter(range(first_order, first_order + 50))
    people = {office: [person(order=next(order), name=name) for name in names] for office, names in STAFF.items()}
    _standing(place)

    def of(office: Office, role: Role, at: int = 0) -> Account:
        one = people[office][at]
        return account(role=role, division=place, name=one.name, person_key=one.person_key)

    supervisors = [of(Office.SUPERVISION_HEAD, Role.SUPERVISOR)]
    supervisors += [of(Office.SUPERVISION_MEMBER, Role.SUPERVISOR, at) for at in range(2)]
    clerk, chair = of(Office.VILLAGE_CLERK, Role.CLERK), of(Office.CHAIR, Role.CHAIR)
    second = account(role=Role.CLERK, division=place, name="王芳")
    found = Sitting(place, clerk, second, chair, supervisors)
    for office, persons in people.items():
        knows = office is Office.SUPERVISION_HEAD
        found.terms[office] = [
            term(
                unit=place,
                person=one,
                office=office,
                first=clerk,
                second=second,
                until_on=UNTIL if office.stays_on else None,
                knows_accounts=knows,
            )
            for one in persons
        ]
    db.session.commit()
    return found


def taken_over(*, unit: Division) -> Standing:
    """A unit whose set-up was closed."""
    made = Standing(
        unit_id=unit.id,
        adults=1200,
        households=400,
        office_phone="020-8000 0000",
        office_place="石桥村文化楼一楼",
        taken_over_at=clock.now(),
    )
    db.session.add(made)
    db.session.commit()
    return made


def _standing(unit: Division) -> None:
    taken_over(unit=unit)
    for name in ("一组", "二组"):
        db.session.add(Group(unit_id=unit.id, name=name, adults=600, households=200))
    db.session.flush()


def kin(*, one: Person, other: Person, relation: Kin, by: Account) -> Kinship:
    """`other` is the `relation` of `one`."""
    made = Kinship(
        person_id=one.id,
        kin_id=other.id,
        relation=relation,
        declared_at=clock.now(),
        declared_by_id=by.id,
        declared_by_name=by.name,
    )
    db.session.add(made)
    db.session.commit()
    return made


def paper_row(*, unit: Division, by: Account) -> StoredFile:
    """A kept file of one line."""
    data = "村规民约".encode()
    digest = store().put(data)
    made = StoredFile(
        unit_id=unit.id,
        sha256=digest,
        served_sha256=digest,
        media_type=MediaType.PDF,
        size=len(data),
        served_size=len(data),
        shown_name="村规民约.pdf",
        kept_at=clock.now(),
        kept_by_id=by.id,
        kept_by_name=by.name,
    )
    db.session.add(made)
    db.session.commit()
    return made


def odds_and_ends(*, unit: Division, member: Term, by: Account) -> tuple[Group, AdoptedRule, Kinship]:
    """A group, an adopted rule and somebody's declared brother: what addresses can name."""
    group = Group(unit_id=unit.id, name="三组", adults=300, households=100)
    file = paper_row(unit=unit, by=by)
    db.session.add(group)
    db.session.flush()
    rule = AdoptedRule(unit_id=unit.id, title="村规民约", adopted_on=SINCE, file_id=file.id)
    db.session.add(rule)
    other = person(order=990 + unit.id)  # two units have different ones
    return group, rule, kin(one=member.person, other=other, relation=Kin.SIBLING, by=by)
