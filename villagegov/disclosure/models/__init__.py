"""The rows of disclosure."""

from villagegov.disclosure.models.catalogue import AdoptedCatalogue, CatalogueEntry, ItemPetition, Occasion
from villagegov.disclosure.models.postings import OpeningBalance, Posting, PostingFile, PostingLine, PostingRow, Review
from villagegov.disclosure.models.questions import Complaint, Question

__all__ = [
    "AdoptedCatalogue",
    "CatalogueEntry",
    "Complaint",
    "ItemPetition",
    "Occasion",
    "OpeningBalance",
    "Posting",
    "PostingFile",
    "PostingLine",
    "PostingRow",
    "Question",
    "Review",
]
