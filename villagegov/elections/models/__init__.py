"""The rows of an election."""

from villagegov.elections.models.nominations import InitialList, Nomination, Nominator, Nominee
from villagegov.elections.models.polling import CountEntry, CountSheet, Outcome, Poll
from villagegov.elections.models.roll import Roll, RollEntry
from villagegov.elections.models.setup import Candidate, Election, Round, Seats, Station
from villagegov.elections.models.vetting import Vetting

__all__ = [
    "Candidate",
    "CountEntry",
    "CountSheet",
    "Election",
    "InitialList",
    "Nomination",
    "Nominator",
    "Nominee",
    "Outcome",
    "Poll",
    "Roll",
    "RollEntry",
    "Round",
    "Seats",
    "Station",
    "Vetting",
]
