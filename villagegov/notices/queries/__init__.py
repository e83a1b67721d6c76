"""Notices and the public log: everything that is only read."""

from villagegov.notices.queries.posted import (
    KEEP,
    REASON,
    canonical_of,
    due_items,
    fields_of,
    hang,
    is_unaltered,
    next_number,
    notice,
    posted_notices,
    posted_on,
    values_of,
)

__all__ = [
    "KEEP",
    "REASON",
    "canonical_of",
    "due_items",
    "fields_of",
    "hang",
    "is_unaltered",
    "next_number",
    "notice",
    "posted_notices",
    "posted_on",
    "values_of",
]
