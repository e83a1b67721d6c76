"""A month's draft: begun in its turn, filled line by line or all at once, open until it is handed over (F-51)."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy.orm.attributes import flag_modified

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.disclosure.models import Posting, PostingFile, PostingLine
from villagegov.disclosure.operations.steps import refuse_if_closed, refuse_number_in
from villagegov.disclosure.queries import postings as queries
from villagegov.disclosure.queries.items import table_of
from villagegov.disclosure.rules.lines import MOST_LINES, Entry, in_order
from villagegov.disclosure.rules.months import in_chinese, in_words, last_day, month_of
from villagegov.disclosure.vocabulary import DisclosureReason, LineReason, PostingTag
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.disclosure.vocabulary.tables import ItemReason
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.files.operations import Checked, keep_file
from villagegov.money import yuan
from villagegov.refusal import refuse, refuse_if


def draft_month(*, unit: Division, month: date, actor: Account) -> Posting:
    """Begin the accounts of the month whose turn it is; its opening balance is the closing one of the month before."""
    following = queries.next_of(unit)
    if following is None:
        balance = queries.opening_of(unit)
        refuse(DisclosureReason.NO_OPENING if balance is None else DisclosureReason.OPENING_WAITS)
    month = month_of(month)
    taken = queries.posting_for(unit, month) is not None
    refuse_if(taken, DisclosureReason.MONTH_TAKEN, "month", month=in_words(month))
    if month < following.month:
        refuse(DisclosureReason.MONTH_EARLY, "month", month=in_words(following.month))
    before = month != following.month
    refuse_if(before, DisclosureReason.MONTH_BEFORE, "month", month=in_words(following.month))
    refuse_if(month > clock.today(), DisclosureReason.MONTH_AHEAD, "month", month=in_words(month))
    made = Posting(
        unit=unit,
        item=Item.MONTHLY_ACCOUNTS,
        period_from=month,
        period_until=last_day(month),
        opening_fen=following.opening,
        without_entries=False,
        remark="",
        drafted_at=clock.now(),
        drafted_by_id=actor.id,
        drafted_by_name=actor.name,
        review_round=0,
    )
    db.session.add(made)
    db.session.flush()
    after = {"month": in_chinese(month), "amount": yuan(following.opening)}
    record(PostingTag.DRAFTED, subject=made, actor=actor, place_id=unit.id, after=after)
    return made


def describe(
    *, posting: Posting, remark: str, without_entries: bool, complaint_phone: str = "", actor: Account
) -> None:
    """What the committee adds in words, whether there was nothing at all (D-33), where one complains (F-56)."""
    refuse_if_closed(posting)
    count, table = len(posting.lines) + len(posting.rows), table_of(posting)
    filled = without_entries and count > 0
    refuse_if(filled and table is None, DisclosureReason.HAS_LINES, "without_entries", count=count)
    nothing = table.nothing if table is not None else ""
    refuse_if(filled, ItemReason.HAS_ROWS, "without_entries", count=count, nothing=nothing)
    refuse_number_in("complaint_phone", complaint_phone)
    posting.remark, posting.without_entries, posting.complaint_phone = remark, without_entries, complaint_phone
    after = {"text": remark, "without_entries": without_entries}
    record(PostingTag.REMARKED, subject=posting, actor=actor, place_id=posting.unit_id, after=after)


def keep_line(*, posting: Posting, entry: Entry, line: PostingLine | None = None, actor: Account) -> PostingLine:
    """Add one line, or change the one given; it takes its place by day and voucher."""
    refuse_if_closed(posting)
    _refuse_many(len(posting.lines) + (line is None))
    before = _told(line) if line is not None else None
    tag = PostingTag.LINE_ADDED if line is None else PostingTag.LINE_CHANGED
    kept = line if line is not None else _added(posting, entry)
    for name, value in entry._asdict().items():
        setattr(kept, name, value)
    _settle_order(posting)
    record(tag, subject=posting, actor=actor, place_id=posting.unit_id, before=before, after=_told(kept))
    return kept


def remove_line(*, line: PostingLine, actor: Account) -> None:
    """Take one line out of an open draft."""
    posting = line.posting
    refuse_if_closed(posting)
    posting.lines.remove(line)
    _touch(posting)
    record(PostingTag.LINE_REMOVED, subject=posting, actor=actor, place_id=posting.unit_id, before=_told(line))


def keep_lines(
    *, posting: Posting, entries: Sequence[Entry], replacing: bool, sha256: str = "", actor: Account
) -> None:
    """Add many lines at once, all or nothing; `replacing` those that stand there."""
    refuse_if_closed(posting)
    _refuse_many(len(entries) + (0 if replacing else len(posting.lines)))
    if replacing:
        posting.lines.clear()
        db.session.flush()
    for entry in entries:
        _added(posting, entry)
    _settle_order(posting)
    after = {"lines": len(entries), "replaced": replacing, "sha256": sha256}
    record(PostingTag.LINES_IMPORTED, subject=posting, actor=actor, place_id=posting.unit_id, after=after)


def attach(*, posting: Posting, files: Iterable[Checked], actor: Account) -> None:
    """Add pictures or papers; the same one twice is refused."""
    refuse_if_closed(posting)
    held = {one.file.sha256 for one in posting.files}
    for one in files:
        refuse_if(one.sha256 in held, DisclosureReason.SAME_FILE, "files", name=one.shown_name)
        held.add(one.sha256)
        stored = keep_file(checked=one, unit=posting.unit, actor=actor)
        posting.files.append(PostingFile(file=stored))
        after = {"file_name": one.shown_name}
        record(PostingTag.FILE_ADDED, subject=posting, actor=actor, place_id=posting.unit_id, after=after)
    _touch(posting)


def detach(*, file: PostingFile, actor: Account) -> None:
    """Take an attachment off an open draft; its row among the kept files stays."""
    posting = file.posting
    refuse_if_closed(posting)
    before = {"file_name": file.file.shown_name}
    record(PostingTag.FILE_REMOVED, subject=posting, actor=actor, place_id=posting.unit_id, before=before)
    db.session.delete(file)
    _touch(posting)


def _added(posting: Posting, entry: Entry) -> PostingLine:
    made = PostingLine(position=len(posting.lines) + 1, **entry._asdict())
    posting.lines.append(made)
    return made


def _settle_order(posting: Posting) -> None:
    """Number the lines by day and voucher; numbers only grow, so that no two meet on the way."""
    ordered = in_order(posting.lines)
    if [line.position for line in ordered] != sorted({line.position for line in ordered}):
        base = max(line.position for line in ordered)
        for number, line in enumerate(ordered, base + 1):
            line.position = number
    if posting.without_entries:
        posting.without_entries = False
    _touch(posting)
    db.session.flush()
    db.session.expire(posting, ["lines"])


def _touch(posting: Posting) -> None:
    """Raise the version, so that a change begun from what stood before is stale (C2)."""
    flag_modified(posting, "remark")


def _refuse_many(count: int) -> None:
    refuse_if(count > MOST_LINES, LineReason.MANY, most=MOST_LINES, count=count)


def _told(line: PostingLine) -> dict[str, object]:
    return {
        "day": line.booked_on,
        "voucher": line.voucher,
        "summary": line.summary,
        "income": yuan(line.income_fen),
        "expense": yuan(line.expense_fen),
    }
