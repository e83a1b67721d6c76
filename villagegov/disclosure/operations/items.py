"""A draft that is a table or text: begun for a period or an event, filled row by row or all at once (7.3)."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm.attributes import flag_modified

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.disclosure.models import Occasion, Posting, PostingRow
from villagegov.disclosure.operations.steps import refuse_if_closed, refuse_number_in
from villagegov.disclosure.queries.catalogue import catalogue_of
from villagegov.disclosure.queries.items import cells_of, last_table, posting_about, posting_of_occasion, words_of
from villagegov.disclosure.rules.catalogue import BY_OTHER_ROOMS
from villagegov.disclosure.rules.clock import period_of
from villagegov.disclosure.rules.naming import Span
from villagegov.disclosure.rules.tables import MOST_ROWS, TABLES, carried
from villagegov.disclosure.vocabulary.catalogue import Cadence, Item
from villagegov.disclosure.vocabulary.tables import CellReason, ItemReason, ItemTag
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.refusal import refuse_if


def draft_period(*, unit: Division, item: Item, day: date, actor: Account) -> Posting:
    """D-02, D-04: begin the period in which `day` lies, by the catalogue of that day; a standing item, from then on.

    A table that carries its balances begins with what the last posted period left (F-52).
    """
    entry = catalogue_of(unit, day).entry(item)
    here = entry is not None and entry.counts and item not in BY_OTHER_ROOMS and item is not Item.MONTHLY_ACCOUNTS
    refuse_if(not here, ItemReason.NOT_HERE, item=item.label)
    by_events = entry is None or entry.cadence is Cadence.AT_ONCE
    refuse_if(by_events, ItemReason.NO_PERIOD, "period")
    period = period_of(entry.cadence if entry else Cadence.MONTHLY, day)
    refuse_if(period.first > clock.today(), ItemReason.AHEAD, "period", period=period.words)
    made = _begun(unit, item, Span(period.first, period.until or period.first), "", actor)
    before = last_table(unit, item, period.first) if item in TABLES else None
    if before is not None:
        _add(made, carried(cells_of(before), TABLES[item]))
    return made


def draft_event(
    *, unit: Division, item: Item, happened_on: date, title: str, occasion: Occasion | None = None, actor: Account
) -> Posting:
    """D-03: begin what has to be posted of an event; `occasion` is its entry, where it was noted."""
    entry = catalogue_of(unit, happened_on).entry(item)
    here = entry is not None and entry.counts and item not in BY_OTHER_ROOMS and entry.by_events
    refuse_if(not here, ItemReason.NOT_HERE, item=item.label)
    refuse_if(happened_on > clock.today(), ItemReason.FUTURE_DAY, "happened_on")
    refuse_if(not title.strip(), ItemReason.NO_TITLE, "title")
    refuse_number_in("title", title)
    begun = posting_of_occasion(occasion.id) if occasion is not None else None
    refuse_if(begun is not None, ItemReason.TAKEN, "title", name=title)
    made = _begun(unit, item, Span(happened_on, happened_on, happened_on), title.strip(), actor)
    made.occasion_id = occasion.id if occasion is not None else None
    db.session.flush()
    return made


def keep_row(*, posting: Posting, cells: Sequence[str], row: PostingRow | None = None, actor: Account) -> PostingRow:
    """Add one row at the end, or change the one given."""
    refuse_if_closed(posting)
    before = {"cells": list(row.cells)} if row is not None else None
    tag = ItemTag.ROW_ADDED if row is None else ItemTag.ROW_CHANGED
    kept = row if row is not None else _add(posting, [list(cells)])[0]
    kept.cells = list(cells)
    _filled(posting)
    after = {"cells": list(cells)}
    record(tag, subject=posting, actor=actor, place_id=posting.unit_id, before=before, after=after)
    return kept


def remove_row(*, row: PostingRow, actor: Account) -> None:
    """Take one row out of an open draft."""
    posting = row.posting
    refuse_if_closed(posting)
    before = {"cells": list(row.cells)}
    posting.rows.remove(row)
    _touch(posting)
    record(ItemTag.ROW_REMOVED, subject=posting, actor=actor, place_id=posting.unit_id, before=before)


def keep_rows(
    *, posting: Posting, rows: Sequence[Sequence[str]], replacing: bool, sha256: str = "", actor: Account
) -> None:
    """Add many rows at once, all or nothing; `replacing` those that stand there."""
    refuse_if_closed(posting)
    if replacing:
        posting.rows.clear()
        db.session.flush()
    _add(posting, rows)
    _filled(posting)
    after = {"rows": len(rows), "replaced": replacing, "sha256": sha256}
    record(ItemTag.ROWS_IMPORTED, subject=posting, actor=actor, place_id=posting.unit_id, after=after)


def write_text(*, posting: Posting, text: str, actor: Account) -> None:
    """The body of an item that is text; its paragraphs stay."""
    refuse_if_closed(posting)
    refuse_number_in("text", text)
    posting.text = "\n".join(line.rstrip() for line in text.strip().splitlines())
    after = {"letters": len(posting.text)}
    record(ItemTag.TEXT_WRITTEN, subject=posting, actor=actor, place_id=posting.unit_id, after=after)


def _begun(unit: Division, item: Item, span: Span, title: str, actor: Account) -> Posting:
    taken = posting_about(unit, item, span.first, title)
    refuse_if(taken is not None, ItemReason.TAKEN, "period", name=words_of(taken) if taken else "")
    made = Posting(
        unit=unit,
        item=item,
        period_from=span.first,
        period_until=span.until,
        happened_on=span.happened_on,
        title=title,
        text="",
        complaint_phone="",
        opening_fen=0,
        without_entries=False,
        remark="",
        drafted_at=clock.now(),
        drafted_by_id=actor.id,
        drafted_by_name=actor.name,
        review_round=0,
    )
    db.session.add(made)
    db.session.flush()
    after = {"posted_item": item.value, "period_from": span.first, "period_until": span.until}
    record(ItemTag.BEGUN, subject=made, actor=actor, place_id=unit.id, after=after)
    return made


def _add(posting: Posting, rows: Sequence[Sequence[str]]) -> list[PostingRow]:
    count = len(posting.rows) + len(rows)
    refuse_if(count > MOST_ROWS, CellReason.MANY, most=MOST_ROWS, count=count)
    last = max((row.position for row in posting.rows), default=0)
    made = [PostingRow(position=at, cells=list(cells)) for at, cells in enumerate(rows, last + 1)]
    posting.rows.extend(made)
    return made


def _filled(posting: Posting) -> None:
    posting.without_entries = False
    _touch(posting)
    db.session.flush()


def _touch(posting: Posting) -> None:
    """Raise the version, so that a change begun from what stood before is stale (C2)."""
    flag_modified(posting, "remark")
