"""The story's meetings: one of each kind, where there is somebody to hold it."""

from flask import Flask

from tests.builders.accounts import account
from tests.builders.divisions import division_tree
from tests.builders.meetings import group, seated
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.bodies.models import Meeting
from villagegov.bodies.queries.meetings import decisions_of, quorum
from villagegov.bodies.vocabulary import MeetingKind, Office
from villagegov.demo.meetings import meet
from villagegov.extensions import db
from villagegov.transaction import transaction


def test_a_unit_with_everybody_in_office_holds_one_meeting_of_each_kind(app: Flask) -> None:
    village = division_tree().village
    clerk = account(role=Role.CLERK, division=village)
    for office in (Office.CHAIR, Office.ELECTION_HEAD, Office.SUPERVISION_HEAD):
        seated(unit=village, office=office)
    for office in (Office.MEMBER, Office.ELECTION_MEMBER, Office.SUPERVISION_MEMBER, Office.REPRESENTATIVE):
        seated(unit=village, office=office, count=4)
    group(unit=village)

    with transaction():
        meet(unit=village, clerk=clerk, now=clock.now())
    clock.run_on(None)

    held = db.session.query(Meeting).all()
    assert {one.kind for one in held} == set(MeetingKind)
    assert all(quorum(one).held and one.closed_at for one in held)
    assert len(decisions_of(village)) == len(MeetingKind)


def test_where_nobody_is_in_office_only_what_needs_none_is_held(app: Flask) -> None:
    village = division_tree().village
    clerk = account(role=Role.CLERK, division=village)

    with transaction():
        meet(unit=village, clerk=clerk, now=clock.now())
    clock.run_on(None)

    assert {one.kind for one in db.session.query(Meeting)} == {MeetingKind.ASSEMBLY, MeetingKind.JOINT}
