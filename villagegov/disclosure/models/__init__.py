"""The rows of disclosure."""

from villagegov.disclosure.models.postings import OpeningBalance, Posting, PostingFile, PostingLine, Review

__all__ = [
    "OpeningBalance",
    "Posting",
    "PostingFile",
    "PostingLine",
    "Review",
]
