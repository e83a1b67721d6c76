"""Which spreadsheet a draft takes, and what is done with its rows."""

from collections.abc import Sequence
from typing import Any

from flask import abort
from flask_login import current_user

from villagegov.disclosure.forms.filling import Filling, lines_filling, table_filling
from villagegov.disclosure.models import Posting
from villagegov.disclosure.operations.drafts import keep_lines
from villagegov.disclosure.operations.items import keep_rows
from villagegov.disclosure.queries.items import shape_of, span_of, table_of
from villagegov.disclosure.rules.tables import Table
from villagegov.disclosure.vocabulary.catalogue import Shape


def in_accounts(posting: Posting) -> None:
    """A page of the accounts; another posting has none of its lines."""
    if shape_of(posting) is not Shape.ACCOUNTS:
        abort(404)


def in_table(posting: Posting) -> Table:
    """A page of a table; another posting has none of its rows."""
    return table_of(posting) or abort(404)


def filling_of(posting: Posting) -> Filling:
    """The columns of its shape; a text has none."""
    if shape_of(posting) is Shape.ACCOUNTS:
        return lines_filling(posting.period_from)
    return table_filling(in_table(posting), span_of(posting).period)


def fill(posting: Posting, found: Sequence[Any], *, replacing: bool, sha256: str = "") -> None:
    """Write the rows that were read; inside a transaction."""
    if shape_of(posting) is Shape.ACCOUNTS:
        keep_lines(posting=posting, entries=found, replacing=replacing, sha256=sha256, actor=current_user)
    else:
        keep_rows(posting=posting, rows=found, replacing=replacing, sha256=sha256, actor=current_user)
