"""The story's accounts: two months on the board, one with the supervisors."""

from flask import Flask

from tests.builders.disclosure import Hands, hands
from villagegov import clock
from villagegov.demo.months import Keepers, keep_months
from villagegov.disclosure.models import Posting
from villagegov.disclosure.queries.postings import state_on, sums_of_many
from villagegov.disclosure.vocabulary import PostingState
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.extensions import db
from villagegov.notices.queries import is_unaltered
from villagegov.transaction import transaction


def test_two_months_are_posted_and_the_last_one_is_reviewed(app: Flask) -> None:
    who: Hands = hands()
    keepers = Keepers(who.unit, who.clerk, who.second, who.chair, who.supervisors[:2])

    with transaction():
        keep_months(who=keepers, now=clock.now())
    clock.run_on(None)

    postings = db.session.query(Posting).order_by(Posting.period_from).all()
    months = [one for one in postings if one.item is Item.MONTHLY_ACCOUNTS]
    sums = sums_of_many(months)
    beside = {one.item: state_on(one) for one in postings if one not in months}
    assert beside == dict.fromkeys((Item.DEBTS, Item.RECEPTION, Item.BUILDING), PostingState.PUBLISHED)
    assert [state_on(one) for one in months] == [
        PostingState.PUBLISHED,
        PostingState.PUBLISHED,
        PostingState.SUP_REVIEW,
    ]
    assert [one.opening_fen for one in months[1:]] == [sums[one.id].closing for one in months[:2]]
    assert all(one.notice is not None and is_unaltered(one.notice.current) for one in months[:2])
