"""Postings as tables and texts: how each is called, what it has to follow, where its draft is."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from villagegov.bodies.models import Decision
from villagegov.deadlines import Deadline
from villagegov.disclosure.models import Posting, PostingRow
from villagegov.disclosure.queries.catalogue import kind_of
from villagegov.disclosure.rules.catalogue import CUSTOMS
from villagegov.disclosure.rules.clock import due_at_once, due_of
from villagegov.disclosure.rules.due import deadline_of
from villagegov.disclosure.rules.naming import Span, heading_of, name_of
from villagegov.disclosure.rules.tables import TABLES, Table
from villagegov.disclosure.vocabulary import Step
from villagegov.disclosure.vocabulary.catalogue import Item, Shape
from villagegov.divisions.models import Division
from villagegov.elections.rules.wording import place_words
from villagegov.extensions import db
from villagegov.vocabulary import LazyString


def shape_of(one: Posting) -> Shape:
    """Accounts, a table, or text."""
    return CUSTOMS[one.item].shape


def table_of(one: Posting) -> Table | None:
    """The table it is written in; None for another shape."""
    return TABLES.get(one.item)


def span_of(one: Posting) -> Span:
    """What it is about in time."""
    return Span(one.period_from, one.period_until, one.happened_on)


def words_of(one: Posting) -> LazyString:
    """How lists and headings call it."""
    return name_of(one.item, kind_of(one.unit), span_of(one), one.title)


def heading_words(one: Posting) -> str:
    """Its title on the board; within `reader.in_chinese()`."""
    return heading_of(place_words(one.unit.name), one.item, kind_of(one.unit), span_of(one), one.title)


def deadline_for(one: Posting, step: Step | None) -> Deadline:
    """D-03, D-04, S-33: by when its next step is due."""
    if shape_of(one) is Shape.ACCOUNTS:
        return deadline_of(one.period_from, step)
    span = span_of(one)
    return due_at_once(span.happened_on) if span.happened_on is not None else due_of(span.period)


def cells_of(one: Posting) -> list[list[str]]:
    """The rows of a table, in their order."""
    return [list(row.cells) for row in one.rows]


def row(row_id: int) -> PostingRow | None:
    """One row with its posting."""
    loading = joinedload(PostingRow.posting).joinedload(Posting.unit)
    return db.session.get(PostingRow, row_id, options=[loading])


def posting_about(unit: Division, item: Item, first: date, title: str = "") -> Posting | None:
    """What was begun of an item for the period that begins then, or for the event of that day and title."""
    query = select(Posting).where(Posting.unit_id == unit.id, Posting.item == item, Posting.period_from == first)
    return db.session.scalars(query.where(Posting.title == title)).one_or_none()


def posting_of_occasion(occasion_id: int) -> Posting | None:
    """What was begun of an event."""
    return db.session.scalars(select(Posting).where(Posting.occasion_id == occasion_id)).one_or_none()


def last_table(unit: Division, item: Item, before: date) -> Posting | None:
    """F-52: the newest posted period of an item that ended before a day."""
    query = select(Posting).where(Posting.unit_id == unit.id, Posting.item == item, Posting.period_until < before)
    query = query.where(Posting.posted_at.is_not(None)).options(selectinload(Posting.rows))
    return db.session.scalars(query.order_by(Posting.period_until.desc()).limit(1)).one_or_none()


def settled_by(decision: Decision) -> list[Posting]:
    """What a joint decision was used for already."""
    query = select(Posting).where(Posting.decision_id == decision.id).options(joinedload(Posting.unit))
    return list(db.session.scalars(query.order_by(Posting.id)))
