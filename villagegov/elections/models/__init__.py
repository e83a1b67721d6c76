"""The rows of an election."""

from villagegov.elections.models.audit import OutgoingAudit
from villagegov.elections.models.candidate_lists import CandidateList
from villagegov.elections.models.cards import CardReissue, CardSheet
from villagegov.elections.models.changes import RollChange, Supplement
from villagegov.elections.models.committee import CommitteeVote, ElectionCommittee
from villagegov.elections.models.departures import Departure
from villagegov.elections.models.disputes import Dispute
from villagegov.elections.models.electors import Elector
from villagegov.elections.models.field_notes import FieldNote
from villagegov.elections.models.filing import Certificate, Filing
from villagegov.elections.models.final_list import PreVote, PreVoteCount, StandDown
from villagegov.elections.models.handover import Archive, HandoverItem, HandoverSignature, WorkHandover
from villagegov.elections.models.movements import Carryover, ChangeGround, Movement
from villagegov.elections.models.nominations import InitialList, Nomination, Nominator, Nominee
from villagegov.elections.models.objections import Objection
from villagegov.elections.models.papers import RollPapers
from villagegov.elections.models.pickups import Pickup
from villagegov.elections.models.polling import (
    BallotLine,
    CountEntry,
    CountSheet,
    LineCandidate,
    Outcome,
    Poll,
    SheetPhoto,
)
from villagegov.elections.models.preparations import MobileVoter, PollPosting, PollWorker, WritingHelp
from villagegov.elections.models.printed import ElectionPaper, PaperName
from villagegov.elections.models.proxies import Proxy
from villagegov.elections.models.recall import Recall
from villagegov.elections.models.roll import Roll, RollEntry
from villagegov.elections.models.seat_plan import SeatPlan
from villagegov.elections.models.setup import Candidate, Election, Round, Seats, Station
from villagegov.elections.models.shifts import Shift
from villagegov.elections.models.vetting import Vetting
from villagegov.elections.models.voids import PollVoid, Unseating
from villagegov.elections.models.voter_meetings import VoterMeeting

__all__ = [
    "Archive",
    "BallotLine",
    "Candidate",
    "CandidateList",
    "CardReissue",
    "CardSheet",
    "Carryover",
    "Certificate",
    "ChangeGround",
    "CommitteeVote",
    "CountEntry",
    "CountSheet",
    "Departure",
    "Dispute",
    "Election",
    "ElectionCommittee",
    "ElectionPaper",
    "Elector",
    "FieldNote",
    "Filing",
    "HandoverItem",
    "HandoverSignature",
    "InitialList",
    "LineCandidate",
    "MobileVoter",
    "Movement",
    "Nomination",
    "Nominator",
    "Nominee",
    "Objection",
    "Outcome",
    "OutgoingAudit",
    "PaperName",
    "Pickup",
    "Poll",
    "PollPosting",
    "PollVoid",
    "PollWorker",
    "PreVote",
    "PreVoteCount",
    "Proxy",
    "Recall",
    "Roll",
    "RollChange",
    "RollEntry",
    "RollPapers",
    "Round",
    "SeatPlan",
    "Seats",
    "SheetPhoto",
    "Shift",
    "StandDown",
    "Station",
    "Supplement",
    "Unseating",
    "Vetting",
    "VoterMeeting",
    "WorkHandover",
    "WritingHelp",
]
