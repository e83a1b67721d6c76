"""What is due of the monthly accounts of an area: one next step for each unit (D-04, S-33)."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import and_, func, select
from sqlalchemy.orm import selectinload

from villagegov.accounts.queries import within
from villagegov.disclosure.models import OpeningBalance, Posting
from villagegov.disclosure.queries.postings import state_on
from villagegov.disclosure.rules.due import deadline_of
from villagegov.disclosure.rules.months import in_words, is_over, month_after
from villagegov.disclosure.rules.states import next_step
from villagegov.disclosure.vocabulary import OTHERWISE, Step
from villagegov.divisions.models import Division
from villagegov.due import Due
from villagegov.extensions import db
from villagegov.vocabulary import _l

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
    query = query.outerjoin(Posting, and_(Posting.unit_id == Division.id, Posting.posted_at.is_not(None)))
    query = query.where(within(Division.path, scope), OpeningBalance.confirmed_at.is_not(None))
    query = query.group_by(Division.id, Division.name, OpeningBalance.from_month)
    query = query.order_by(func.coalesce(newest, OpeningBalance.from_month), Division.id).limit(MOST)
    found = [
        Turn(key, name, month_after(last) if last is not None else first)
        for key, name, first, last in db.session.execute(query)
    ]
    return [one for one in found if is_over(one.month, today)]


def due_items(scope: list[Division], today: date) -> list[Due]:
    """The one next step of each unit's accounts, the most urgent first."""
    waiting = turns(scope, today)
    begun = _begun(waiting)
    found = [_due(one, begun.get(one.unit_id)) for one in waiting]
    return sorted(found, key=lambda due: due.by)


def _begun(waiting: list[Turn]) -> dict[int, Posting]:
    query = select(Posting).where(Posting.unit_id.in_([one.unit_id for one in waiting]), Posting.posted_at.is_(None))
    return {one.unit_id: one for one in db.session.scalars(query.options(selectinload(Posting.reviews)))}


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
