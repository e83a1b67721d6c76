"""The rows of an election."""

from villagegov.elections.models.changes import RollChange, Supplement
from villagegov.elections.models.objections import Objection
from villagegov.elections.models.polling import CountEntry, CountSheet, Outcome, Poll
from villagegov.elections.models.roll import Roll, RollEntry
from villagegov.elections.models.setup import Candidate, Election, Round, Seats, Station

__all__ = [
    "Candidate",
    "CountEntry",
    "CountSheet",
    "Election",
    "Objection",
    "Outcome",
    "Poll",
    "Roll",
    "RollChange",
    "RollEntry",
    "Round",
    "Seats",
    "Station",
    "Supplement",
]
