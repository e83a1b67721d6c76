"""Meetings of a unit, recorded by its clerk."""

from datetime import date

from flask import current_app

from tests.builders.accounts import account
from tests.builders.files import kept
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.bodies.models import Group, Meeting, MeetingFile, Standing, Term
from villagegov.bodies.operations.meetings import close_meeting, hold_meeting
from villagegov.bodies.operations.votes import note_attendance, put_to_vote
from villagegov.bodies.queries.meetings import members_of
from villagegov.bodies.rules.minutes import Came, Circumstances, Count, Votes
from villagegov.bodies.vocabulary import Basis, MeetingKind, Office
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.people.models import Person
from villagegov.people.vocabulary import Sex
from villagegov.transaction import transaction

MATTER = "同意村道硬化方案"


def standing(*, unit: Division, adults: int = 1000, households: int = 300) -> Standing:
    """What is known of the unit as a whole."""
    made = Standing(unit=unit, adults=adults, households=households, office_phone="", office_place="")
    db.session.add(made)
    db.session.commit()
    return made


def group(*, unit: Division, name: str = "第一小组", adults: int = 90, households: int = 31) -> Group:
    """One group."""
    made = Group(unit=unit, name=name, adults=adults, households=households)
    db.session.add(made)
    db.session.commit()
    return made


def seated(*, unit: Division, office: Office, count: int = 1, since: date = date(2020, 1, 1)) -> list[Term]:
    """So many persons holding an office, confirmed by a second hand."""
    first, second = account(division=unit, name="李强"), account(division=unit, name="王芳")
    made = []
    for _each in range(count):
        number = db.session.query(Person).count() + 1
        person = Person(
            person_key=number.to_bytes(32, "little"),
            sealed_id=b"",
            name=f"成员{number}",
            sex=Sex.FEMALE,
            born_on=date(1980, 1, 1),
        )
        term = Term(
            unit=unit,
            person=person,
            office=office,
            basis=Basis.CHOSEN,
            from_on=since,
            document="",
            knows_accounts=False,
            is_party_member=False,
            entered_at=clock.now(),
            entered_by_id=first.id,
            entered_by_name=first.name,
            confirmed_at=clock.now(),
            confirmed_by_id=second.id,
            confirmed_by_name=second.name,
            end_note="",
        )
        db.session.add_all([person, term])
        db.session.flush()
        made.append(term)
    db.session.commit()
    return made


def held(
    *,
    unit: Division,
    kind: MeetingKind = MeetingKind.JOINT,
    on: date | None = None,
    entitled: int = 10,
    present: int | None = None,
    votes_for: int | None = None,
    important: bool = False,
    study_on: date | None = None,
    of_group: Group | None = None,
    closed: bool = True,
    actor: Account | None = None,
) -> Meeting:
    """A meeting with one matter, passed unless told otherwise; members are those seated that day, and all came."""
    clerk = actor or account(role=Role.CLERK, division=unit, name="李秀兰")
    facts = Circumstances(on or clock.today(), "村文化楼", "讨论村道硬化", "陈志明", study_on)
    members = [one.id for one in members_of(unit, kind, facts.held_on)]
    came = len(members) if members and present is None else (entitled if present is None else present)
    with transaction():
        count = None if members else Count(entitled, came, reason="照名册")
        made = hold_meeting(unit=unit, kind=kind, facts=facts, group=of_group, count=count, actor=clerk)
        if members:
            note_attendance(meeting=made, came=Came(frozenset(members[:came])), actor=clerk)
        ayes = came if votes_for is None else votes_for
        put_to_vote(meeting=made, matter=MATTER, important=important, votes=Votes(ayes, came - ayes, 0), actor=clerk)
        if closed:
            close_meeting(meeting=made, actor=clerk)
    return db.session.get_one(Meeting, made.id)


def paper_of(meeting: Meeting) -> MeetingFile:
    """A photograph kept with a meeting."""
    stored = kept(unit=meeting.unit, folder=current_app.config["INSTANCE"])
    made = MeetingFile(meeting=meeting, file_id=stored.id)
    db.session.add(made)
    db.session.commit()
    return made
