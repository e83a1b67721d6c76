"""What is due of the postings of an area: one next step for each (D-03, D-04, S-33)."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import contains_eager, selectinload

from villagegov.accounts.queries import within
from villagegov.disclosure.models import OpeningBalance, Posting
from villagegov.disclosure.queries.expected import OTHERWISE as OTHERWISE_OF_ITEM
from villagegov.disclosure.queries.items import deadline_for, words_of
from villagegov.disclosure.queries.postings import state_on
from villagegov.disclosure.rules.due import deadline_of
from villagegov.disclosure.rules.months import in_words, is_over, month_after
from villagegov.disclosure.rules.states import next_step
from villagegov.disclosure.vocabulary import OTHERWISE, Step
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.divisions.models import Division
from villagegov.due import Due
from villagegov.extensions import db
from villagegov.vocabulary import _l

ACCOUNTS = Item.MONTHLY_ACCOUNTS
#: A start page shows the nearest; the list of postings shows all.
MOST = 200


class Turn(NamedTuple):
    """A unit, and the month whose accounts it has to post next."""

    unit_id: int
    name: str
    month: date


def turns(scope: Iterable[Division], today: date) -> list[Turn]:
    """The month each unit in `scope` must post next, if it is over already; the longest overdue first."""
    newest = func.max(Posting.period_from)
    query = select(Division.id, Division.name, OpeningBalance.from_month, newest)
    query = query.join(OpeningBalance, OpeningBalance.unit_id == Division.id)
    posted = and_(Posting.unit_id == Division.id, Posting.item == ACCOUNTS, Posting.posted_at.is_not(None))
    query = query.outerjoin(Posting, posted)
    query = query.where(within(Division.path, scope), OpeningBalance.confirmed_at.is_not(None))
    query = query.group_by(Division.id, Division.name, OpeningBalance.from_month)
    query = query.order_by(func.coalesce(newest, OpeningBalance.from_month), Division.id).limit(MOST)
    found = [
        Turn(key, name, month_after(last) if last is not None else first)
        for key, name, first, last in db.session.execute(query)
    ]
    return [one for one in found if is_over(one.month, today)]


def due_items(scope: list[Division], today: date) -> list[Due]:
    """The one next step of each unit's accounts, and of everything else that was begun; the most urgent first."""
    waiting = turns(scope, today)
    begun = _begun(waiting)
    found = [_due(one, begun.get(one.unit_id)) for one in waiting]
    found += [_due_of_item(one) for one in db.session.scalars(_items_begun(scope))]
    return sorted(found, key=lambda due: due.by)


def _begun(waiting: list[Turn]) -> dict[int, Posting]:
    query = select(Posting).where(Posting.unit_id.in_([one.unit_id for one in waiting]), Posting.posted_at.is_(None))
    query = query.where(Posting.item == ACCOUNTS)
    return {one.unit_id: one for one in db.session.scalars(query.options(selectinload(Posting.reviews)))}


def _items_begun(scope: Iterable[Division]) -> Select[Posting]:
    """Drafts that are no accounts, at whatever step."""
    query = select(Posting).join(Posting.unit).where(within(Division.path, scope))
    query = query.where(Posting.posted_at.is_(None), Posting.item != ACCOUNTS)
    query = query.options(contains_eager(Posting.unit), selectinload(Posting.reviews))
    return query.order_by(Posting.period_until, Posting.id).limit(MOST)


def _due_of_item(posting: Posting) -> Due:
    step = next_step(state_on(posting)) or Step.POST
    what = _l("%(name)s：%(step)s", name=words_of(posting), step=step.label)
    deadline = deadline_for(posting, step)
    return Due(posting.unit.name, what, deadline, OTHERWISE_OF_ITEM, "disclosure.show", {"posting_id": posting.id})


def _due(turn: Turn, posting: Posting | None) -> Due:
    month = in_words(turn.month)
    if posting is None:
        what, deadline = _l("编制 %(month)s 收支明细", month=month), deadline_of(turn.month)
        otherwise = OTHERWISE[Step.HAND_OVER]
        return Due(turn.name, what, deadline, otherwise, "disclosure.next_month", {"unit_id": turn.unit_id})
    step = next_step(state_on(posting)) or Step.POST
    what = _l("%(month)s收支：%(step)s", month=month, step=step.label)
    values = {"posting_id": posting.id}
    return Due(turn.name, what, deadline_of(turn.month, step), OTHERWISE[step], "disclosure.show", values)
