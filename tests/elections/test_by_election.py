"""Empty seats, when the law wants them filled, and the election that fills them (E-105)."""

from datetime import date, timedelta

import pytest
from flask import Flask

from tests.builders.accounts import client_of
from tests.builders.bodies import Sitting, sitting
from tests.builders.browser import press
from tests.builders.elections import Hands, hands, posted
from villagegov import clock
from villagegov.bodies.operations.ending import close_term
from villagegov.bodies.operations.seating import Elected, Mandate, Reader, seat_elected
from villagegov.bodies.queries.offices import terms_of
from villagegov.bodies.vocabulary import Basis, Body, EndReason, Office
from villagegov.elections import queries
from villagegov.elections.models import Election
from villagegov.elections.queries.by_election import due_items, gap_in, list_law_of
from villagegov.elections.rules.by_election import by_election_due, rest_of_term, triggers_of, vacancies
from villagegov.elections.rules.counts import PollCount
from villagegov.elections.rules.gates import enough_voted
from villagegov.elections.rules.log import Log
from villagegov.elections.rules.tasks import next_task
from villagegov.elections.vocabulary import Post, Task
from villagegov.elections.vocabulary.by_election import Trigger
from villagegov.extensions import db
from villagegov.law.profiles import PROFILES
from villagegov.law.vocabulary import Method
from villagegov.people.operations import Identity
from villagegov.people.vocabulary import Sex
from villagegov.transaction import transaction

UNTIL = clock.today() + timedelta(days=1500)
VILLAGE, RESIDENTS = PROFILES["V-2026"], PROFILES["R-2026"]


def in_term() -> Sitting:
    """Everybody in office, for four more years."""
    who = sitting()
    for one in terms_of(who.unit, clock.today(), body=Body.COMMITTEE):
        one.until_on = UNTIL
    db.session.commit()
    return who


def gone(who: Sitting, *offices: Office) -> None:
    """The first who holds each of these offices resigned ten days ago."""
    on = clock.today() - timedelta(days=10)
    with transaction():
        for office in offices:
            close_term(term=who.term(office), on=on, reason=EndReason.RESIGNED, note="辞职", actor=who.clerk)


@pytest.mark.parametrize(
    ("members", "has_chair", "women", "found"),
    [
        (3, True, 1, []),
        (2, True, 1, [Trigger.FEW]),
        (4, False, 1, [Trigger.NO_CHAIR]),
        (4, True, 0, [Trigger.NO_WOMAN]),
        (2, False, 0, [Trigger.FEW, Trigger.NO_CHAIR, Trigger.NO_WOMAN]),
    ],
)
def test_too_few_members_no_chair_or_no_woman_ask_for_a_by_election_e105(
    members: int, has_chair: bool, women: int, found: list[Trigger]
) -> None:
    assert triggers_of(members=members, has_chair=has_chair, women=women, profile=VILLAGE) == found


def test_residents_need_five_e105() -> None:
    assert triggers_of(members=4, has_chair=True, women=1, profile=RESIDENTS) == [Trigger.FEW]
    assert triggers_of(members=5, has_chair=True, women=1, profile=RESIDENTS) == []


@pytest.mark.parametrize(
    ("planned", "sitting_now", "vacant"),
    [
        (
            {Post.CHAIR: 1, Post.VICE: 1, Post.MEMBER: 3},
            {Post.VICE: 1, Post.MEMBER: 2},
            {Post.CHAIR: 1, Post.MEMBER: 1},
        ),
        ({Post.CHAIR: 1, Post.MEMBER: 2}, {Post.CHAIR: 1, Post.MEMBER: 2}, {}),
        (None, {Post.CHAIR: 1, Post.MEMBER: 1}, {Post.MEMBER: 1}),
        (None, {Post.MEMBER: 4}, {Post.CHAIR: 1}),
    ],
)
def test_only_the_seats_of_the_round_that_nobody_holds_are_empty_e105(
    planned: dict[Post, int] | None, sitting_now: dict[Post, int], vacant: dict[Post, int]
) -> None:
    assert vacancies(planned, sitting_now, VILLAGE) == vacant


def test_it_is_due_three_months_after_the_vacancy_and_serves_the_rest_of_the_term_e105() -> None:
    assert by_election_due(date(2026, 11, 30), VILLAGE).last == date(2027, 2, 28)
    assert rest_of_term([date(2031, 3, 20), None]) == date(2031, 3, 20)


@pytest.mark.parametrize(("collected", "enough"), [(30, True), (29, False)])
def test_two_thirds_of_a_villages_representatives_suffice_in_a_by_election_e97_e105(
    collected: int, enough: bool
) -> None:
    count = PollCount(profile=VILLAGE, registered=45, issued=45, collected=collected, method=Method.REPS, positions=())

    assert enough_voted(count, Log(VILLAGE)) is enough


def test_a_by_election_is_held_for_the_empty_seats_with_the_steps_of_any_election_e105(app: Flask) -> None:
    who = in_term()
    client, day = client_of(app, who.clerk), clock.today() + timedelta(days=40)
    none = client.get(f"/units/{who.unit.id}/by-elections/new").get_data(as_text=True)
    gone(who, Office.CHAIR)
    base = f"/units/{who.unit.id}"

    due = due_items([who.unit], clock.today())
    page = client.get(f"{base}/vacancies").get_data(as_text=True)
    over = press(client, f"{base}/by-elections/new", chair="2", polling_day=day.isoformat())
    made = press(client, f"{base}/by-elections/new", chair="1", method="reps", polling_day=day.isoformat())
    again = client.get(f"{base}/by-elections/new").get_data(as_text=True)

    election = db.session.query(Election).one()
    assert "没有空缺的职位，不用补选" in none
    assert [str(one.what) for one in due] == ["补选：主任空缺"]
    assert "主任空缺" in page
    assert "不能多于这个数" in over.get_data(as_text=True)
    assert made.location.endswith(f"/elections/{election.id}")
    assert "已有一次补选还没有公布结果" in again
    assert (election.is_by_election, election.term_until) == (True, UNTIL)
    assert {one.post: one.seats for one in election.seats} == {Post.CHAIR: 1}
    assert next_task(queries.facts_of(election)) is Task.COMMITTEE
    assert due_items([who.unit], clock.today()) == []


@pytest.mark.parametrize(("gone_women", "needed"), [((), 0), ((Office.MEMBER,), 1)])
def test_a_woman_has_to_stand_only_while_none_sits_e50_e105(
    app: Flask, gone_women: tuple[Office, ...], needed: int
) -> None:
    who = in_term()
    for one in terms_of(who.unit, clock.today(), body=Body.COMMITTEE):
        one.person.sex = Sex.FEMALE if one is who.term(Office.MEMBER) else Sex.MALE
    db.session.commit()
    gone(who, Office.CHAIR, *gone_women)
    day = clock.today() + timedelta(days=40)
    press(client_of(app, who.clerk), f"/units/{who.unit.id}/by-elections/new", member="0", polling_day=day.isoformat())

    assert list_law_of(db.session.query(Election).one()).min_women_candidates == needed


def test_a_general_round_does_not_hinder_a_by_election_and_lists_no_round_of_it_e105(app: Flask) -> None:
    who: Hands = hands()
    posted(who=who)
    with transaction():
        term = terms_of(who.unit, clock.today(), offices=(Office.VICE,))[0]
        close_term(term=term, on=clock.today(), reason=EndReason.DIED, note="去世", actor=who.first)
    day = clock.today() + timedelta(days=40)

    press(client_of(app, who.first), f"/units/{who.unit.id}/by-elections/new", polling_day=day.isoformat())

    made = db.session.query(Election).order_by(Election.id.desc()).first()
    assert made is not None
    assert {one.post: one.seats for one in made.seats} == {Post.VICE: 1}
    assert made.round not in queries.rounds_for(who.unit)
    assert gap_in(who.unit, clock.today()).vacant == {Post.VICE: 1}


def test_who_wins_a_by_election_joins_the_others_and_gives_up_an_own_lower_seat_e105(app: Flask) -> None:
    who = in_term()
    gone(who, Office.CHAIR)
    member = who.term(Office.MEMBER).person
    winner = Elected(
        Identity(member.person_key, member.sealed_id, member.name, member.sex, member.born_on), Office.CHAIR
    )
    with transaction():
        mandate = Mandate(clock.today(), UNTIL, "选举结果公告〔2026〕9号", Basis.BY_ELECTION)
        readers = (Reader(who.clerk.id, who.clerk.name), Reader(who.second.id, who.second.name))
        seat_elected(unit=who.unit, elected=[winner], mandate=mandate, readers=readers, actor=who.clerk)

    held = terms_of(who.unit, clock.today(), body=Body.COMMITTEE)
    assert (held[0].office, held[0].basis) == (Office.CHAIR, Basis.BY_ELECTION)
    assert len(held) == 4
    assert [one.office for one in held if one.person_id == member.id] == [Office.CHAIR]
    assert held[0].until_on == UNTIL
