"""Offices: who holds one, how one is entered, confirmed and ended."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.builders.accounts import account
from tests.builders.bodies import DOCUMENT, SINCE, kin, paper_row, person, sitting, term
from tests.builders.divisions import division_tree
from tests.builders.elections import hands, posted
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.bodies import queries
from villagegov.bodies.models import Term
from villagegov.bodies.operations.offices import Entry, confirm_term, propose_term
from villagegov.bodies.vocabulary import Basis, Body, BodyReason, Office
from villagegov.divisions.models import Division
from villagegov.people.vocabulary import Kin
from villagegov.refusal import Refusal
from villagegov.transaction import transaction


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
    assert due == {"第二人确认任职": 7, "推选监督委员会": 30}
    assert proposed_term.confirmed_at is None
