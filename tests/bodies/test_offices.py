"""Offices: who holds one, how one is entered, confirmed and ended."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from flask import Flask

from tests.builders.accounts import account, client_of
from tests.builders.bodies import DOCUMENT, SINCE, kin, paper_row, person, sitting, term
from tests.builders.browser import press
from tests.builders.divisions import division_tree
from tests.builders.elections import decided, hands, posted
from tests.builders.meetings import held
from tests.builders.rolls import text_of
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.audit.record import CommandLine
from villagegov.bodies import queries
from villagegov.bodies.models import Meeting, Term
from villagegov.bodies.operations.ending import end_lapsed, end_term
from villagegov.bodies.operations.entering import Entry, confirm_term, propose_term
from villagegov.bodies.operations.representatives import NewRepresentative, Paper, import_representatives
from villagegov.bodies.queries.setup import bench_of
from villagegov.bodies.vocabulary import Basis, Body, BodyReason, EndReason, MeetingKind, Office
from villagegov.divisions.models import Division
from villagegov.elections.queries.seating import winners_of
from villagegov.extensions import db
from villagegov.people.models import Person
from villagegov.people.operations import Identity
from villagegov.people.queries import declarations_of
from villagegov.people.vocabulary import Kin
from villagegov.refusal import Refusal
from villagegov.transaction import transaction
from villagegov.web.keyring import keys


@pytest.mark.usefixtures("app")
def test_everybody_in_office_is_found_by_rank_and_by_account() -> None:
    who, today = sitting(), clock.today()

    committee = queries.terms_of(who.unit, today, body=Body.COMMITTEE)
    mine = queries.term_of_account(who.supervisors[0], who.unit, body=Body.SUPERVISION, day=today)

    assert [one.office for one in committee] == [Office.CHAIR, Office.VICE, *[Office.MEMBER] * 3]
    assert mine is not None
    assert mine.office is Office.SUPERVISION_HEAD
    assert queries.term_of_account(who.chair, who.unit, body=Body.SUPERVISION, day=today) is None


def test_a_posted_result_seats_the_winners_and_sends_the_old_committee_home(app: Flask) -> None:
    old = sitting()
    who = hands(unit=old.unit)

    _election, notice = posted(who=who)

    committee = queries.terms_of(old.unit, clock.today(), body=Body.COMMITTEE)
    assert [one.office for one in committee] == [Office.CHAIR, Office.VICE, *[Office.MEMBER] * 3]
    assert {one.basis for one in committee} == {Basis.ELECTION}
    assert {one.document for one in committee} == {f"选举结果公告〔{notice.year}〕{notice.number}号"}
    assert {(one.entered_by_name, one.confirmed_by_name) for one in committee} == {("李强", "王芳")}
    assert old.chair.grants[0].ended_at is not None
    assert old.supervisors[0].grants[0].ended_at is None


def id_number_of(one: Person) -> str:
    """The number on the card."""
    return keys().decrypt(one.sealed_id)


@pytest.fixture
def place(app: Flask) -> Division:
    """A village nobody has taken over yet."""
    return division_tree().village


def proposed(unit: Division, office: Office, order: int, by: Account) -> Term:
    """An office of the person with this ID number, entered by the operation."""
    photo = paper_row(unit=unit, by=by)
    with transaction():
        one = person(order=order)
        entry = Entry(office=office, basis=Basis.TAKEN_OVER, from_on=SINCE, document=DOCUMENT)
        return propose_term(unit=unit, person=one, entry=entry, photo=photo, actor=by)


def refused(act: Callable[[], object]) -> BodyReason:
    """Why the act is refused; nothing is saved."""
    with pytest.raises(Refusal) as caught, transaction():
        act()
    assert isinstance(caught.value.reason, BodyReason)
    return caught.value.reason


def test_two_accounts_of_one_id_number_are_one_person(place: Division) -> None:
    first = account(division=place, person_key=b"k" * 32)
    twin, second = account(division=place, person_key=b"k" * 32), account(division=place)
    term = proposed(place, Office.CHAIR, 11, first)

    assert refused(lambda: confirm_term(term=term, actor=first)) is BodyReason.SAME_PERSON
    assert refused(lambda: confirm_term(term=term, actor=twin)) is BodyReason.SAME_PERSON
    with transaction():
        confirm_term(term=term, actor=second)
    assert refused(lambda: confirm_term(term=term, actor=second)) is BodyReason.CONFIRMED_ALREADY


def test_nobody_confirms_himself(place: Division) -> None:
    first = account(division=place)
    term = proposed(place, Office.CHAIR, 11, first)
    himself = account(division=place, person_key=term.person.person_key)

    assert refused(lambda: confirm_term(term=term, actor=himself)) is BodyReason.YOURSELF


def test_kin_declared_after_the_entry_are_found_at_the_confirmation(place: Division) -> None:
    first, second = account(division=place), account(division=place)
    chair = proposed(place, Office.CHAIR, 11, first)
    supervisor = proposed(place, Office.SUPERVISION_MEMBER, 12, first)
    kin(one=chair.person, other=supervisor.person, relation=Kin.SPOUSE, by=first)

    with transaction():
        confirm_term(term=chair, actor=second)

    assert refused(lambda: confirm_term(term=supervisor, actor=second)) is BodyReason.CONFLICT


@pytest.mark.parametrize("basis", [Basis.ELECTION, Basis.BY_ELECTION])
def test_no_hand_writes_that_somebody_was_elected(place: Division, basis: Basis) -> None:
    by = account(division=place)
    entry = Entry(office=Office.CHAIR, basis=basis, from_on=SINCE, document=DOCUMENT)

    reason = refused(lambda: propose_term(unit=place, person=person(order=11), entry=entry, actor=by))

    assert reason is BodyReason.BY_RESULT


def test_paper_no_longer_counts_after_an_election_here(app: Flask) -> None:
    old = sitting()
    posted(who=hands(unit=old.unit))

    with pytest.raises(Refusal) as caught:
        proposed(old.unit, Office.VICE, 11, old.clerk)

    assert caught.value.reason is BodyReason.NOT_ANY_MORE


def test_what_waits_and_what_is_missing_is_due(app: Flask) -> None:
    who, today = sitting(), clock.today()
    assert queries.due_items([who.unit], today) == []

    posted(who=hands(unit=who.unit))
    proposed_term = term(
        unit=who.unit, person=person(order=11), office=Office.GROUP_LEADER, first=who.clerk, second=None
    )

    due = {str(one.what): one.deadline.days for one in queries.due_items([who.unit], today)}
    assert due == {"第二人确认任职": 7, "推选监督委员会": 30, "推选村（居）民小组组长": 30}
    assert proposed_term.confirmed_at is None


def test_a_vice_chair_stands_in_for_the_chair_and_nobody_from_outside_does_e106(app: Flask) -> None:
    who = sitting()
    photo = paper_row(unit=who.unit, by=who.clerk)
    entry = Entry(office=Office.CHAIR, basis=Basis.ACTING, from_on=clock.today(), document=DOCUMENT)
    outsider = person(order=11)

    reason = refused(lambda: propose_term(unit=who.unit, person=outsider, entry=entry, photo=photo, actor=who.clerk))
    with transaction():
        made = propose_term(unit=who.unit, person=who.person(Office.VICE), entry=entry, photo=photo, actor=who.clerk)
        confirm_term(term=made, actor=who.second)

    assert reason is BodyReason.NOT_SITTING
    assert str(made.title) == "主任（代理）"
    bench = bench_of(queries.terms_of(who.unit, clock.today()), who.unit, clock.today())
    assert len(bench.of(Body.COMMITTEE)) == 5


def test_supervisors_are_chosen_by_a_meeting_of_the_village_once_it_works_here_s02(app: Flask) -> None:
    who = sitting()
    photo = paper_row(unit=who.unit, by=who.clerk)
    wrong, right = (
        held(unit=who.unit, kind=kind, entitled=1200, actor=who.clerk)
        for kind in (MeetingKind.COMMITTEE, MeetingKind.ASSEMBLY)
    )

    def chosen(meeting: Meeting | None) -> Term:
        decision = meeting.decisions[0] if meeting else None
        entry = Entry(
            office=Office.SUPERVISION_MEMBER,
            basis=Basis.CHOSEN,
            from_on=clock.today(),
            document=DOCUMENT,
            decision=decision,
        )
        return propose_term(unit=who.unit, person=person(order=11), entry=entry, photo=photo, actor=who.clerk)

    assert refused(lambda: chosen(None)) is BodyReason.ONLY_BY_DECISION
    assert refused(lambda: chosen(wrong)) is BodyReason.WRONG_MEETING
    with transaction():
        assert chosen(right).decision_id == right.decisions[0].id


def test_nobody_replaces_whom_residents_chose_e13(app: Flask) -> None:
    who = sitting()
    official = account(role=Role.OFFICIAL, division=who.unit.parent)

    def end(office: Office, reason: EndReason) -> None:
        end_term(term=who.term(office), on=clock.today(), reason=reason, note="东府函〔2026〕3号", actor=official)

    reasons = [
        refused(partial(end, office, EndReason.REPLACED))
        for office in (Office.CHAIR, Office.MEMBER, Office.SUPERVISION_HEAD)
    ]
    with transaction():
        end(Office.CASHIER, EndReason.REPLACED)

    assert set(reasons) == {BodyReason.END_REASON}
    assert queries.holder(who.unit, Office.CASHIER, clock.today()) is None


def test_a_contract_that_ran_out_ends_with_its_role(app: Flask) -> None:
    who, yesterday = sitting(), clock.today() - timedelta(days=1)
    term_ = who.term(Office.VILLAGE_CLERK)
    term_.until_on = yesterday
    db.session.commit()

    with transaction():
        ended = end_lapsed(actor=CommandLine())
    with transaction():
        again = end_lapsed(actor=CommandLine())

    assert (ended, again) == (1, 0)
    assert (term_.ended_on, term_.end_reason) == (clock.today(), EndReason.EXPIRED)
    assert who.clerk.grants[0].ended_at is not None
    assert who.chair.grants[0].ended_at is None


def test_two_lists_of_representatives_do_not_seat_one_person_twice(app: Flask) -> None:
    who = sitting()
    photo = paper_row(unit=who.unit, by=who.clerk)
    known = person(order=11)
    term(unit=who.unit, person=known, office=Office.REPRESENTATIVE, first=who.clerk, second=None)
    db.session.commit()
    identity = Identity(known.person_key, known.sealed_id, known.name, known.sex, known.born_on)
    paper = Paper(SINCE, None, DOCUMENT, photo, "")

    reason = refused(
        lambda: import_representatives(
            unit=who.unit, lines=[NewRepresentative(identity, None, 10)], paper=paper, actor=who.clerk
        )
    )

    assert reason is BodyReason.CONFLICT


def test_an_election_that_seats_kin_of_a_supervisor_says_so_before_and_after(app: Flask) -> None:
    old = sitting()
    who = hands(unit=old.unit)
    poll = decided(who=who)
    winner, _office = winners_of(poll.election)[0]
    elected = person(order=11, name=winner.name)
    elected.person_key = winner.person_key
    kin(one=elected, other=old.person(Office.SUPERVISION_HEAD), relation=Kin.SIBLING, by=old.clerk)
    clerk = client_of(app, who.first)

    before = text_of(clerk.get(f"/elections/{poll.election.id}/result"))
    press(clerk, f"/elections/{poll.election.id}/result", contact="020-8000 0000")
    after = text_of(clerk.get(f"/units/{old.unit.id}/bodies"))

    assert "近亲属回避" in before
    assert "第37条" in before
    assert "近亲属回避" in after
    due = [str(one.what) for one in queries.due_items([old.unit], clock.today())]
    assert "处理任职回避" in due


def test_kin_declared_later_show_the_article_first_and_are_due_until_one_has_left(app: Flask) -> None:
    who = sitting()
    clerk, supervisor = client_of(app, who.clerk), who.person(Office.SUPERVISION_HEAD)
    address = f"/units/{who.unit.id}/people/{who.person(Office.CHAIR).id}/kin"
    typed = {"id_number": id_number_of(supervisor), "name": supervisor.name, "relation": "spouse"}

    shown = press(clerk, address, **typed)
    saved_unseen = len(declarations_of(supervisor))
    made = press(clerk, address, **typed, heeded="y")
    due = [str(one.what) for one in queries.due_items([who.unit], clock.today())]
    official = account(role=Role.OFFICIAL, division=who.unit.parent)
    with transaction():
        end_term(
            term=who.term(Office.SUPERVISION_HEAD),
            on=clock.today(),
            reason=EndReason.CEASED,
            note="近亲属回避",
            actor=official,
        )

    assert shown.status_code == 422
    assert "第37条" in text_of(shown)
    assert (saved_unseen, made.status_code) == (0, 303)
    assert "处理任职回避" in due
    assert "处理任职回避" not in [str(one.what) for one in queries.due_items([who.unit], clock.today())]


def test_a_warning_is_shown_before_it_is_saved_e15(app: Flask) -> None:
    place = division_tree().village
    by = account(division=place)
    head = proposed(place, Office.ELECTION_HEAD, 11, by)
    other = person(order=12)
    kin(one=head.person, other=other, relation=Kin.CHILD, by=by)
    photo = paper_row(unit=place, by=by)

    def enter(heeded: bool) -> Term:
        entry = Entry(
            office=Office.ELECTION_MEMBER, basis=Basis.TAKEN_OVER, from_on=SINCE, document=DOCUMENT, heeded=heeded
        )
        return propose_term(unit=place, person=other, entry=entry, photo=photo, actor=by)

    assert refused(lambda: enter(False)) is BodyReason.HEED
    with transaction():
        assert enter(True).confirmed_at is None


def test_a_quarter_without_a_meeting_of_representatives_is_due_near_its_end_e97(app: Flask) -> None:
    clock.run_on(lambda: datetime(2026, 6, 10, 3, 0, tzinfo=UTC))
    who = sitting()
    for order in range(11, 15):
        term(
            unit=who.unit,
            person=person(order=order),
            office=Office.REPRESENTATIVE,
            first=who.clerk,
            second=who.second,
        )
    db.session.commit()

    def asked() -> list[date]:
        due = queries.due_items([who.unit], clock.today())
        return [one.by for one in due if str(one.what) == "召开村（居）民代表会议"]

    before = asked()
    held(unit=who.unit, kind=MeetingKind.REPRESENTATIVES, actor=who.clerk)

    assert before == [date(2026, 6, 30)]
    assert asked() == []
