"""Postings of a unit: one, its lines, how far it is, which month comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, exists, func, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from villagegov.accounts.models import Account
from villagegov.accounts.queries import within
from villagegov.audit.models import AuditEntry
from villagegov.bodies.models import Decision
from villagegov.disclosure.models import OpeningBalance, Posting, PostingFile, PostingLine, Review
from villagegov.disclosure.rules.months import last_day, month_after, month_of, months_between
from villagegov.disclosure.rules.states import Facts, state_of
from villagegov.disclosure.rules.sums import Sums
from villagegov.disclosure.vocabulary import PostingState, PostingTag, ReviewVerdict
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.disclosure.vocabulary.tables import ItemTag
from villagegov.divisions.models import Division
from villagegov.divisions.queries import COMMITTEES
from villagegov.extensions import db

#: Acts by which somebody's figures enter a draft (A10).
RECORDING = (
    PostingTag.DRAFTED,
    PostingTag.LINE_ADDED,
    PostingTag.LINE_CHANGED,
    PostingTag.LINE_REMOVED,
    PostingTag.LINES_IMPORTED,
    ItemTag.BEGUN,
    ItemTag.ROW_ADDED,
    ItemTag.ROW_CHANGED,
    ItemTag.ROW_REMOVED,
    ItemTag.ROWS_IMPORTED,
    ItemTag.TEXT_WRITTEN,
)


def committee_unit(unit_id: int) -> Division | None:
    """A village or community; nothing else keeps accounts here."""
    found = db.session.get(Division, unit_id)
    return found if found is not None and found.kind in COMMITTEES else None


def posting(posting_id: int) -> Posting | None:
    """One posting with its place, lines, reviews and files."""
    loading = [
        joinedload(Posting.unit),
        selectinload(Posting.lines),
        selectinload(Posting.rows),
        selectinload(Posting.reviews),
        selectinload(Posting.files).joinedload(PostingFile.file),
        joinedload(Posting.decision).joinedload(Decision.meeting),
    ]
    return db.session.get(Posting, posting_id, options=loading)


def line(line_id: int) -> PostingLine | None:
    """One line with its posting."""
    loading = joinedload(PostingLine.posting).joinedload(Posting.unit)
    return db.session.get(PostingLine, line_id, options=[loading])


def posting_file(file_id: int) -> PostingFile | None:
    """One attachment."""
    loading = [joinedload(PostingFile.file), joinedload(PostingFile.posting).joinedload(Posting.unit)]
    return db.session.get(PostingFile, file_id, options=loading)


def opening_of(unit: Division) -> OpeningBalance | None:
    """The balance the unit's accounts begin with."""
    query = select(OpeningBalance).where(OpeningBalance.unit_id == unit.id)
    return db.session.scalars(query.options(joinedload(OpeningBalance.file))).one_or_none()


def facts_of(one: Posting) -> Facts:
    """What has happened to it so far."""
    back = any(review.verdict is ReviewVerdict.RETURNED for review in reviews_of_round(one))
    return Facts(
        submitted=one.submitted_at is not None,
        returned=back,
        reviewed=one.reviewed_at is not None,
        settled=one.decision_id is not None,
        posted=one.posted_at is not None,
    )


def state_on(one: Posting) -> PostingState:
    """How far it has come."""
    return state_of(facts_of(one))


def reviews_of_round(one: Posting) -> list[Review]:
    """What supervisors said the last time they had it."""
    return [review for review in one.reviews if review.review_round == one.review_round]


def sums_of_many(postings: Iterable[Posting]) -> dict[int, Sums]:
    """Posting id → its sums; added in the database, one question for all."""
    found = {one.id: one.opening_fen for one in postings}
    query = select(PostingLine.posting_id, func.sum(PostingLine.income_fen), func.sum(PostingLine.expense_fen))
    query = query.where(PostingLine.posting_id.in_(found)).group_by(PostingLine.posting_id)
    moved = {key: (int(income), int(expense)) for key, income, expense in db.session.execute(query)}
    return {key: Sums(opening, *moved.get(key, (0, 0))) for key, opening in found.items()}


@dataclass(frozen=True)
class Next:
    """The month whose turn it is, what it begins with, and its draft if there is one."""

    month: date
    opening: int
    posting: Posting | None


def next_of(unit: Division) -> Next | None:
    """The month after the last posted one (D-04); None until the opening balance is confirmed."""
    balance = opening_of(unit)
    if balance is None or balance.confirmed_at is None:
        return None
    last = last_posted(unit)
    month = month_after(last.period_from) if last is not None else balance.from_month
    opening = sums_of_many([last])[last.id].closing if last is not None else balance.amount_fen
    return Next(month, opening, posting_for(unit, month))


def last_posted(unit: Division) -> Posting | None:
    """The newest month that is posted."""
    query = select(Posting).where(Posting.unit_id == unit.id, Posting.item == Item.MONTHLY_ACCOUNTS)
    query = query.where(Posting.posted_at.is_not(None)).order_by(Posting.period_from.desc())
    return db.session.scalars(query.limit(1)).one_or_none()


def posting_for(unit: Division, month: date) -> Posting | None:
    """The accounts of one month, if they were begun."""
    query = select(Posting).where(
        Posting.unit_id == unit.id, Posting.item == Item.MONTHLY_ACCOUNTS, Posting.period_from == month
    )
    return db.session.scalars(query).one_or_none()


def months_waiting(unit: Division, today: date) -> list[date]:
    """Every month from the next one to be posted until the present one."""
    following = next_of(unit)
    return months_between(following.month, month_of(today)) if following is not None else []


def next_number(unit: Division) -> int:
    """The running number the unit's next posting gets."""
    query = select(func.max(Posting.number)).where(Posting.unit_id == unit.id)
    return (db.session.scalar(query) or 0) + 1


def recorders_of(one: Posting) -> list[Account]:
    """Whoever drafted it or changed its lines (A10)."""
    acted = select(AuditEntry.actor_id).where(
        AuditEntry.subject_kind == Posting.__tablename__, AuditEntry.subject_id == one.id, AuditEntry.tag.in_(RECORDING)
    )
    return list(db.session.scalars(select(Account).where((Account.id == one.drafted_by_id) | Account.id.in_(acted))))


def postings_in(
    places: Iterable[Division], *, state: PostingState | None = None, month: date | None = None
) -> Select[Posting]:
    """Postings of the units in `places`, the newest period first; `month` keeps those that touch it. To be paged."""
    query = select(Posting).join(Posting.unit).where(within(Division.path, places))
    query = query.options(contains_eager(Posting.unit), selectinload(Posting.reviews))
    if state is not None:
        query = query.where(_is(state))
    if month is not None:
        query = query.where(Posting.period_from <= last_day(month), Posting.period_until >= month)
    return query.order_by(Posting.period_from.desc(), Posting.id.desc())


def _is(state: PostingState) -> ColumnElement[bool]:
    """SQL: whether a posting stands so; the same as `rules.states.state_of`."""
    back = exists().where(
        Review.posting_id == Posting.id,
        Review.review_round == Posting.review_round,
        Review.verdict == ReviewVerdict.RETURNED,
    )
    with_us, posted = Posting.submitted_at.is_(None), Posting.posted_at.is_not(None)
    passed, settled = Posting.reviewed_at.is_not(None), Posting.decision_id.is_not(None)
    return {
        PostingState.DRAFT: and_(~posted, with_us, ~back),
        PostingState.RETURNED: and_(~posted, with_us, back),
        PostingState.SUP_REVIEW: and_(~posted, ~with_us, ~passed),
        PostingState.REVIEWED: and_(~posted, ~with_us, passed, ~settled),
        PostingState.JOINT_OK: and_(~posted, ~with_us, passed, settled),
        PostingState.PUBLISHED: posted,
    }[state]
