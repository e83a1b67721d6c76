"""What a draft must have before the supervisors get it: each shape its own (D-04, D-33, F-51, F-52, F-56)."""

import villagegov.clock as clock
from villagegov.deadlines import in_words as day_words
from villagegov.disclosure.models import Posting
from villagegov.disclosure.queries.items import cells_of, last_table, shape_of, span_of, table_of
from villagegov.disclosure.queries.postings import next_of
from villagegov.disclosure.rules.months import in_words, is_over
from villagegov.disclosure.rules.tables import Table, carry_faults
from villagegov.disclosure.vocabulary import DisclosureReason
from villagegov.disclosure.vocabulary.catalogue import Shape
from villagegov.disclosure.vocabulary.tables import ItemReason
from villagegov.refusal import refuse, refuse_all, refuse_if


def refuse_unready(posting: Posting) -> None:
    """Raise Refusal with what lacks; the accounts take what the month before leaves now."""
    shape, table = shape_of(posting), table_of(posting)
    if shape is Shape.ACCOUNTS:
        posting.opening_fen = _opening_in_turn(posting)
        refuse_if(not posting.lines and not posting.without_entries, DisclosureReason.NOTHING)
    elif table is not None:
        _refuse_table(posting, table)
    else:
        refuse_if(not posting.text.strip(), ItemReason.NO_TEXT)


def _opening_in_turn(posting: Posting) -> int:
    """What the month before leaves now; it may have been corrected since this draft was begun."""
    month, today = posting.period_from, clock.today()
    running = not is_over(month, today)
    until = day_words(posting.period_until)
    refuse_if(running, DisclosureReason.MONTH_RUNNING, month=in_words(month), day=until)
    following = next_of(posting.unit)
    if following is None:
        refuse(DisclosureReason.OPENING_WAITS)
    before = following.month != month
    refuse_if(before, DisclosureReason.MONTH_BEFORE, month=in_words(following.month))
    return following.opening


def _refuse_table(posting: Posting, table: Table) -> None:
    """A period is whole only when it is over; nothing is said on purpose; what was left is carried over."""
    span, rows = span_of(posting), cells_of(posting)
    periodic = span.happened_on is None and not span.stands
    running = periodic and not table.ahead and clock.today() <= span.until
    refuse_if(running, ItemReason.RUNNING, period=span.words, day=day_words(span.until))
    refuse_if(not rows and not posting.without_entries, ItemReason.NOTHING, nothing=table.nothing)
    unlisted = table.complaints and bool(rows) and not posting.complaint_phone
    refuse_if(unlisted, ItemReason.NO_PHONE)
    before = last_table(posting.unit, posting.item, span.first)
    refuse_all(carry_faults(cells_of(before), rows, table) if before is not None else [])
