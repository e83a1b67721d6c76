"""The balance the accounts begin with: put right while nothing rests on it, always by two persons (A10, C2, F-51)."""

import io
from datetime import UTC, datetime

import pytest
from flask import Flask

from tests.builders.accounts import client_of
from tests.builders.browser import form_on, press
from tests.builders.disclosure import Hands, drafted, handed, hands, last_month, month_before, opened, posted_month
from tests.builders.files import picture
from villagegov import clock
from villagegov.disclosure.models import OpeningBalance
from villagegov.disclosure.operations import opening, review
from villagegov.disclosure.queries.postings import next_of
from villagegov.disclosure.rules.sums import sums_of
from villagegov.disclosure.vocabulary import DisclosureReason
from villagegov.extensions import db
from villagegov.refusal import Refusal
from villagegov.transaction import transaction


@pytest.fixture
def who(app: Flask) -> Hands:
    """A village's hands on 5 November 2026."""
    clock.run_on(lambda: datetime(2026, 11, 5, 3, 0, tzinfo=UTC))
    return hands()


def put_right(who: Hands, fen: int) -> None:
    """The first person found a mistake of his own; the second looks again."""
    month = last_month()
    with transaction():
        opening.enter_opening(
            unit=who.unit, from_month=month, amount_fen=fen, document="账本", file=None, actor=who.clerk
        )
    with transaction():
        opening.confirm_opening(unit=who.unit, actor=who.second)


def test_a_mistake_found_while_the_first_month_is_drafted_is_put_right_in_it_too(who: Hands) -> None:
    posting = drafted(who=who)

    put_right(who, 77_00)

    assert db.session.get_one(OpeningBalance, 1).amount_fen == 77_00
    assert posting.opening_fen == 77_00


def test_what_was_put_right_counts_only_when_the_second_person_has_looked_again(who: Hands) -> None:
    posting, month = drafted(who=who), last_month()
    with transaction():
        opening.enter_opening(
            unit=who.unit, from_month=month, amount_fen=1, document="账本", file=None, actor=who.clerk
        )

    with pytest.raises(Refusal) as refused, transaction(posting):
        review.hand_to_supervisors(posting=posting, actor=who.clerk)

    assert refused.value.reason is DisclosureReason.OPENING_WAITS
    assert next_of(who.unit) is None


def test_nothing_changes_below_a_month_that_is_reviewed_or_posted_c7(who: Hands) -> None:
    handed(who=who)

    with pytest.raises(Refusal) as in_review:
        put_right(who, 1)

    assert in_review.value.reason is DisclosureReason.CLOSED


def test_nothing_changes_below_a_posted_month_c7(app: Flask, who: Hands) -> None:
    posted_month(who=who)

    with pytest.raises(Refusal) as posted:
        put_right(who, 1)

    assert posted.value.reason is DisclosureReason.OPENING_IN_USE
    page = client_of(app, who.clerk).get(f"/units/{who.unit.id}/opening-balance").get_data(as_text=True)
    assert "改正" not in page


def test_the_first_month_stays_once_it_was_begun(who: Hands) -> None:
    drafted(who=who)
    earlier = month_before(last_month())

    with pytest.raises(Refusal) as refused, transaction():
        opening.enter_opening(
            unit=who.unit, from_month=earlier, amount_fen=1, document="账本", file=None, actor=who.clerk
        )

    assert (refused.value.reason, refused.value.field) == (DisclosureReason.OPENING_MONTH_FIXED, "from_month")


def test_two_who_enter_the_first_balance_at_once_are_shown_both(app: Flask, who: Hands) -> None:
    address = f"/units/{who.unit.id}/opening-balance/edit"
    typed = {"from_month": "2026-10-01", "document": "账本"}
    first, late = client_of(app, who.clerk), client_of(app, who.second)
    shown = form_on(late.get(address))
    press(first, address, **typed, amount_fen="100", files=(io.BytesIO(picture()), "账本.jpg"))

    answer = late.post(address, data={**shown, **typed, "amount_fen": "200", "files": (io.BytesIO(picture()), "a.jpg")})

    page = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "100.00" in page
    assert "200" in page
    assert db.session.query(OpeningBalance).one().amount_fen == 100_00


def test_a_month_begins_with_what_the_one_before_leaves_when_it_is_handed_over_f51(who: Hands) -> None:
    before = posted_month(who=who, month=month_before(last_month()))
    posting = drafted(who=who)
    before.lines[0].income_fen += 5_00
    db.session.commit()

    with transaction(posting):
        review.hand_to_supervisors(posting=posting, actor=who.clerk)

    assert posting.opening_fen == sums_of(before.opening_fen, before.lines).closing


def test_a_confirmed_balance_is_not_confirmed_twice(who: Hands) -> None:
    opened(who=who)

    with pytest.raises(Refusal) as refused, transaction():
        opening.confirm_opening(unit=who.unit, actor=who.second)

    assert refused.value.reason is DisclosureReason.OPENING_CONFIRMED
