"""The words of every room in one place, so that any page can tell who changed what.

A room adds its acts to ACTS, the names of what it notes to DETAILS, and the word list of a noted value to VALUES.
"""

from collections.abc import Iterable

from villagegov.accounts.permissions import Permission
from villagegov.accounts.vocabulary import AccountDetail, AccountTag, Role
from villagegov.audit.sentences import Words, by_value
from villagegov.audit.vocabulary import AlertDetail, AlertTag
from villagegov.backups.vocabulary import BackupDetail, BackupTag
from villagegov.bodies.vocabulary import (
    Basis,
    BodyDetail,
    BodyTag,
    EndReason,
    MeetingDetail,
    MeetingKind,
    MeetingTag,
    Office,
)
from villagegov.consultation.vocabulary import (
    ConsultationDetail,
    ConsultationTag,
    Outcome,
    Starter,
    Tag,
    Venue,
)
from villagegov.disclosure.vocabulary import PostingDetail, PostingTag, ReviewVerdict
from villagegov.disclosure.vocabulary.adopted import AskedBy, CatalogueDetail, CatalogueTag
from villagegov.disclosure.vocabulary.catalogue import Cadence, Item
from villagegov.disclosure.vocabulary.complaints import ComplaintDetail, ComplaintGround, ComplaintTag, Finding
from villagegov.disclosure.vocabulary.questions import HoldGround, QuestionDetail, QuestionTag, Way
from villagegov.disclosure.vocabulary.tables import ItemDetail, ItemTag
from villagegov.divisions.vocabulary import DivisionDetail, DivisionTag, Kind
from villagegov.elections.vocabulary import ElectionDetail, ElectionTag, Gate, Origin, Post, Stage, StationKind, Task
from villagegov.elections.vocabulary.audit import OutgoingDetail, OutgoingTag
from villagegov.elections.vocabulary.by_election import ByElectionTag
from villagegov.elections.vocabulary.calendar import Milestone
from villagegov.elections.vocabulary.cards import CardDetail, CardTag
from villagegov.elections.vocabulary.chain import ChainDetail, ChainTag, RedoFrom, UnseatGround, VoidCause
from villagegov.elections.vocabulary.changes import Change, ChangeDetail, ChangeTag
from villagegov.elections.vocabulary.checks import CheckTag
from villagegov.elections.vocabulary.committee import CommitteeDetail, CommitteeTag
from villagegov.elections.vocabulary.departures import (
    CeaseGround,
    DepartureDetail,
    DepartureKind,
    DepartureOutcome,
    DepartureTag,
)
from villagegov.elections.vocabulary.disputes import DisputeAnswer, DisputeDetail, DisputeMatter, DisputeTag
from villagegov.elections.vocabulary.electors import ElectorDetail, ElectorTag
from villagegov.elections.vocabulary.field_notes import NoteDetail, NoteKind, NoteTag
from villagegov.elections.vocabulary.filing import FilingDetail, FilingTag
from villagegov.elections.vocabulary.final_list import FinalListDetail, FinalListTag
from villagegov.elections.vocabulary.handover import HandoverDetail, HandoverTag, ItemClass, Party
from villagegov.elections.vocabulary.meeting_voters import MeetingVotersDetail, MeetingVotersTag
from villagegov.elections.vocabulary.movements import Ground, MovementDetail, MovementTag
from villagegov.elections.vocabulary.nominations import NominationDetail, NominationSource, NominationTag
from villagegov.elections.vocabulary.objections import Claim, ObjectionDetail, ObjectionTag, Ruling
from villagegov.elections.vocabulary.papers import PaperDetail, PaperTag
from villagegov.elections.vocabulary.pickups import PickupDetail, PickupTag
from villagegov.elections.vocabulary.practice import PracticeDetail, PracticeTag
from villagegov.elections.vocabulary.preparations import Posted, PreparationDetail, PreparationTag, StaffRole
from villagegov.elections.vocabulary.printed import PaperCode, PrintedDetail, PrintedTag
from villagegov.elections.vocabulary.proxies import ProxyDetail, ProxyTag
from villagegov.elections.vocabulary.recall import Petitioners, RecallDetail, RecallTag, RecallVerdict
from villagegov.elections.vocabulary.seats import SeatDetail, SeatTag
from villagegov.elections.vocabulary.shifts import Approver, ShiftDetail, ShiftTag
from villagegov.elections.vocabulary.term_file import TermFileTag
from villagegov.elections.vocabulary.vetting import Department, VettingDetail, VettingResult, VettingTag
from villagegov.elections.vocabulary.withdrawals import WithdrawalDetail, WithdrawalTag
from villagegov.files.vocabulary import FileDetail, FileTag
from villagegov.law.vocabulary import CommitteeKind, Field, LawDetail, LawTag, Method, PreselectBody
from villagegov.notices.vocabulary import NoticeDetail, NoticeTag
from villagegov.people.vocabulary import Kin, PersonDetail, PersonTag
from villagegov.reminders.vocabulary import ReminderDetail, ReminderTag
from villagegov.turnout.vocabulary import TurnoutTag
from villagegov.vocabulary import Term

ACTS: tuple[type[Term], ...] = (
    AlertTag,
    BackupTag,
    FileTag,
    AccountTag,
    DivisionTag,
    LawTag,
    ElectionTag,
    ChainTag,
    CheckTag,
    ElectorTag,
    NominationTag,
    PrintedTag,
    TermFileTag,
    NoteTag,
    PracticeTag,
    ProxyTag,
    CommitteeTag,
    SeatTag,
    ShiftTag,
    OutgoingTag,
    FilingTag,
    HandoverTag,
    DepartureTag,
    DisputeTag,
    RecallTag,
    ByElectionTag,
    ObjectionTag,
    ChangeTag,
    VettingTag,
    FinalListTag,
    PaperTag,
    WithdrawalTag,
    CardTag,
    MeetingVotersTag,
    PreparationTag,
    PickupTag,
    MovementTag,
    TurnoutTag,
    NoticeTag,
    ReminderTag,
    MeetingTag,
    PersonTag,
    BodyTag,
    PostingTag,
    ItemTag,
    CatalogueTag,
    QuestionTag,
    ComplaintTag,
    ConsultationTag,
)
DETAILS: tuple[type[Term], ...] = (
    AlertDetail,
    BackupDetail,
    FileDetail,
    AccountDetail,
    DivisionDetail,
    LawDetail,
    ElectionDetail,
    ChainDetail,
    ElectorDetail,
    NominationDetail,
    PrintedDetail,
    NoteDetail,
    PracticeDetail,
    ProxyDetail,
    ObjectionDetail,
    ChangeDetail,
    VettingDetail,
    FinalListDetail,
    PaperDetail,
    WithdrawalDetail,
    CardDetail,
    MeetingVotersDetail,
    PreparationDetail,
    PickupDetail,
    MovementDetail,
    Milestone,
    CommitteeDetail,
    SeatDetail,
    ShiftDetail,
    OutgoingDetail,
    FilingDetail,
    HandoverDetail,
    DepartureDetail,
    DisputeDetail,
    RecallDetail,
    NoticeDetail,
    ReminderDetail,
    MeetingDetail,
    PersonDetail,
    BodyDetail,
    PostingDetail,
    ItemDetail,
    CatalogueDetail,
    QuestionDetail,
    ComplaintDetail,
    ConsultationDetail,
)
VALUES: dict[str, Iterable[Term]] = {
    "role": Role,
    "meeting": MeetingKind,
    "chosen_by": MeetingKind,
    "approver": Approver,
    "relation": Kin,
    "office": Office,
    "basis": Basis,
    "end_reason": EndReason,
    "permission": Permission,
    "kind": (*Kind, *StationKind),
    "method": Method,
    "committee": CommitteeKind,
    "field": Field,
    "post": Post,
    "origin": Origin,
    "department": Department,
    "result": VettingResult,
    "source": NominationSource,
    "gate": Gate,
    "void_cause": VoidCause,
    "unseat_ground": UnseatGround,
    "redo_from": RedoFrom,
    "status": Stage,
    "verdict": ReviewVerdict,
    "catalogue_item": Item,
    "posted_item": Item,
    "cadence": Cadence,
    "asked_by": AskedBy,
    "change": Change,
    "claim": Claim,
    "ruling": Ruling,
    "ground": Ground,
    "pre_vote_body": PreselectBody,
    "paper": PaperCode,
    "note": NoteKind,
    "step": Task,
    "papers": PaperCode,
    "staff_role": StaffRole,
    "posted_what": Posted,
    "item_class": ItemClass,
    "party": Party,
    "petitioners": Petitioners,
    "recall_verdict": RecallVerdict,
    "departure": DepartureKind,
    "cease_ground": CeaseGround,
    "departure_outcome": DepartureOutcome,
    "dispute_matter": DisputeMatter,
    "dispute_answer": DisputeAnswer,
    "question_way": Way,
    "complaint_ground": ComplaintGround,
    "complaint_finding": Finding,
    "hold_ground": HoldGround,
    "topic_tag": Tag,
    "starter": Starter,
    "venue": Venue,
    "outcome": Outcome,
}

WORDS = Words(acts=by_value(ACTS), labels=by_value(DETAILS), values=VALUES)
