"""P-11: every word of a posting that becomes public, with where it stands, to be looked at for personal numbers."""

from collections.abc import Iterator

from villagegov.disclosure.models import Posting, PostingLine
from villagegov.disclosure.queries.items import table_of
from villagegov.disclosure.queries.postings import reviews_of_round
from villagegov.disclosure.rules.lines import CATEGORY, HANDLER, PAYEE, REMARK, SUMMARY, VOUCHER
from villagegov.disclosure.vocabulary.tables import ColumnKind
from villagegov.vocabulary import LazyString, _l

#: Cells in which a row of figures is an amount or a day, never a number of a person.
_PLAIN = frozenset({ColumnKind.MONEY, ColumnKind.DAY, ColumnKind.NUMBER, ColumnKind.CHOICE})


def public_texts(posting: Posting) -> Iterator[tuple[LazyString, str]]:
    """P-11: every text that becomes public, each with where it stands."""
    yield _l("标题"), posting.title
    yield _l("正文"), posting.text
    yield _l("投诉电话"), posting.complaint_phone
    yield _l("说明"), posting.remark
    for number, line in enumerate(posting.lines, 1):
        for title, text in _cells(line):
            yield _l("第 %(number)s 笔的%(title)s", number=number, title=title), text
    for number, cells in enumerate(_rows(posting), 1):
        for title, text in cells:
            yield _l("第 %(number)s 行的%(title)s", number=number, title=title), text
    for file in posting.files:
        yield _l("附件的文件名"), file.file.shown_name
    for review in reviews_of_round(posting):
        yield _l("%(name)s的审核意见", name=review.reviewer_name), review.note
    if posting.decision is not None:
        yield _l("联席会议的决定"), posting.decision.matter


def public_rows(posting: Posting) -> Iterator[tuple[LazyString, str]]:
    """P-11: the cells of each line together, for a number that was cut up over them."""
    for number, line in enumerate(posting.lines, 1):
        yield _l("第 %(number)s 笔", number=number), "，".join(text for _title, text in _cells(line))
    for number, cells in enumerate(_rows(posting), 1):
        yield _l("第 %(number)s 行", number=number), "，".join(text for _title, text in cells)


def _cells(line: PostingLine) -> list[tuple[str, str]]:
    return [
        (VOUCHER, line.voucher),
        (SUMMARY, line.summary),
        (CATEGORY, line.category),
        (PAYEE, line.payee),
        (HANDLER, line.handler),
        (REMARK, line.remark),
    ]


def _rows(posting: Posting) -> list[list[tuple[str, str]]]:
    table = table_of(posting)
    if table is None:
        return []
    at = [(place, one.title) for place, one in enumerate(table.columns) if one.kind not in _PLAIN]
    return [[(title, row.cells[place]) for place, title in at] for row in posting.rows]
