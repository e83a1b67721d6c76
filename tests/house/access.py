"""Who may open what: one line per route, written out by hand and never read from the code.

A new route needs one line in TABLE; when its address names an object, also a property of Scene that builds it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from tests.builders.accounts import account
from tests.builders.afterwards import certified, disputed, listed, petitioned, resigning, signed_on_paper
from tests.builders.board import hung
from tests.builders.bodies import odds_and_ends
from tests.builders.catalogues import catalogue_begun, happened
from tests.builders.changes import proposed, supplemented
from tests.builders.committees import vote_in
from tests.builders.consultation import material_of, talked
from tests.builders.disclosure import drafted, hands, picture_of, posted_month
from tests.builders.divisions import Tree, division_tree
from tests.builders.elections import Hands, planned, posted, round_of, with_roll
from tests.builders.field_notes import noted
from tests.builders.items import drafted_table, drafted_text
from tests.builders.law import entered
from tests.builders.meetings import held, paper_of
from tests.builders.nominations import meeting_row, nominee_row, pre_vote_row, vetting_row
from tests.builders.objections import objected
from tests.builders.pickups import ticked
from tests.builders.preparations import prepared_rows
from tests.builders.printed import paper_up
from tests.builders.proxies import named
from tests.builders.questions import asked, complained
from tests.builders.reminders import sent
from tests.builders.sheets import photographed
from tests.builders.shifts import shift_row
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.bodies.models import Meeting, MeetingFile, Term
from villagegov.bodies.queries import terms_of
from villagegov.consultation.models import ConsultationFile, Topic
from villagegov.consultation.vocabulary import Step
from villagegov.disclosure.models import AdoptedCatalogue, Complaint, Occasion, Posting, PostingFile, Question
from villagegov.elections.models import (
    Certificate,
    CommitteeVote,
    Departure,
    Dispute,
    ElectionPaper,
    FieldNote,
    HandoverItem,
    HandoverSignature,
    MobileVoter,
    Nomination,
    Objection,
    Pickup,
    Poll,
    PollWorker,
    PreVote,
    Proxy,
    Recall,
    RollChange,
    Round,
    SheetPhoto,
    Supplement,
    Vetting,
    VoterMeeting,
    WritingHelp,
)
from villagegov.elections.queries import newest_poll
from villagegov.law.models import Setting
from villagegov.notices.models import BoardEvidence
from villagegov.reminders.models import Reminder

ADMINISTRATOR, AUDITOR, OFFICIAL, CHAIR, CLERK, SUPERVISOR, RESIDENT, TELLER = Role
ALL = frozenset(Role)
#: Roles that may look at an election.
WATCHERS = (OFFICIAL, CHAIR, CLERK, SUPERVISOR, TELLER)
#: Roles on the root of the tree; for them no unit is another's.
#: Roles that look at the bodies of a unit, that write them, and that confirm and end offices.
BODIES = (OFFICIAL, CHAIR, CLERK, SUPERVISOR)
OF_BODIES = (CHAIR, CLERK)
CONFIRMERS = (OFFICIAL, CHAIR, CLERK)
OF_THE_WHOLE = frozenset({ADMINISTRATOR, AUDITOR})


class Door(Enum):
    """How a route is kept."""

    #: Open to everybody.
    PUBLIC = auto()
    #: Open to these roles wherever they hold.
    ANYWHERE = auto()
    #: Open to these roles on the object's own place; from another place it does not exist.
    PLACE = auto()


@dataclass(frozen=True)
class Row:
    """One route. `answer` is what GET gives to whoever is let in, `post` what a press without the form's key gives."""

    door: Door
    roles: frozenset[Role]
    address: Callable[["Scene"], str]
    answer: int = 200
    post: int = 400

    def status(self, role: Role | None, *, own: bool, method: str) -> int:
        """The answer to one identity: a role on its own or another unit; None is nobody."""
        let_in = self.answer if method == "GET" else self.post
        if self.door is Door.PUBLIC:
            return let_in
        if role is None:
            return 302
        if self.door is Door.PLACE and not own and role not in OF_THE_WHOLE:
            return 404
        return let_in if role in self.roles else 403


class Scene:
    """The places, and the objects that addresses name; all of them belong to `tree.village`."""

    def __init__(self, tree: Tree | None = None) -> None:
        self.tree: Tree = tree or division_tree()
        self.worker: Account = account(role=CLERK, division=self.tree.village, name="李秀兰")
        second = account(role=CLERK, division=self.tree.village, name="王芳")
        both = Hands(self.tree.village, self.worker, second)
        self.election, self.notice = posted(who=both)
        self.certificate: Certificate = certified(election=self.election)
        self.given: HandoverItem = listed(election=self.election)
        self.signed: HandoverSignature = signed_on_paper(election=self.election)
        self.nomination: Nomination = nominee_row(self.election)
        self.vetting: Vetting = vetting_row(self.nomination)
        self.pre_vote: PreVote = pre_vote_row(self.nomination)
        self.prepared: tuple[PollWorker, MobileVoter, WritingHelp] = prepared_rows(self.election)
        self.voter_meeting: VoterMeeting = meeting_row(self.election)
        self.poll: Poll = newest_poll(self.election)
        self.photo: SheetPhoto = photographed(self.poll.sheets[0])
        self.pickup: Pickup = ticked(poll=self.poll, number=20, actor=self.worker)
        self.proxy: Proxy = named(election=self.election)
        self.objection: Objection = objected(election=self.election, actor=self.worker)
        self.reminder: Reminder = sent(unit=self.tree.village)
        self.meeting: Meeting = held(unit=self.tree.village, closed=False)
        self.paper: MeetingFile = paper_of(self.meeting)
        self.member: Term = terms_of(self.tree.village, clock.today())[0]
        self.departure: Departure = resigning(term=self.member)
        self.dispute: Dispute = disputed(election=self.election)
        self.recall: Recall = petitioned(term=self.member)
        self.group, self.rule, self.tie = odds_and_ends(unit=self.tree.village, member=self.member, by=self.worker)
        keepers = hands(unit=self.tree.village)
        self.posting: Posting = posted_month(who=keepers)
        self.draft: Posting = drafted(who=keepers, count=1)
        self.attached: PostingFile = picture_of(self.draft)
        self.table: Posting = drafted_table(who=keepers)
        self.text: Posting = drafted_text(who=keepers)
        self.hang: BoardEvidence = hung(notice=self.notice, actor=self.worker)
        self.catalogue: AdoptedCatalogue = catalogue_begun(area=self.tree.village, actor=self.worker)
        self.occasion: Occasion = happened(unit=self.tree.village, actor=self.worker)
        self.question: Question = asked(unit=self.tree.village)
        self.complaint: Complaint = complained(unit=self.tree.village)
        self.own_rule: Setting = entered(division=self.tree.village)
        self.own_round: Round = round_of(division=self.tree.village, actor=self.worker)
        self.later = with_roll(who=both, round_=self.own_round)
        planned(self.later)
        shift_row(self.later)
        self.vote: CommitteeVote = vote_in(election=self.later, who=both)
        self.supplement: Supplement = supplemented(election=self.later, number=5, first=self.worker, second=second)
        self.change: RollChange = proposed(election=self.later, number=6, actor=self.worker)
        self.notice_up: ElectionPaper = paper_up(election=self.later, actor=self.worker)
        self.incident: FieldNote = noted(election=self.election, actor=self.worker)
        self.topic: Topic = talked(unit=self.tree.village, until=Step.POST_RESULT, clerk=self.worker)
        self.material: ConsultationFile = material_of(self.topic)

    @property
    def notice_address(self) -> str:
        """Where everybody reads the notice that was put up last."""
        notice = self.notice_up.notice
        assert notice is not None
        return f"/c/{self.tree.village.code}/notices/{notice.year}/{notice.number}"


def public(address: str, **more: int) -> Row:
    """Open to everybody."""
    return Row(Door.PUBLIC, ALL, lambda _scene: address, **more)


def anywhere(*roles: Role, address: str, **more: int) -> Row:
    """Open to these roles wherever they hold; without roles, to whoever is signed in."""
    return Row(Door.ANYWHERE, frozenset(roles) or ALL, lambda _scene: address, **more)


def place(*roles: Role, at: Callable[[Scene], str], **more: int) -> Row:
    """Open to these roles on the object's own place."""
    return Row(Door.PLACE, frozenset(roles), at, **more)


#: Roles that write meetings, and those that only read them.
KEEPERS = (CHAIR, CLERK, SUPERVISOR)
READERS = (OFFICIAL, *KEEPERS)
#: An upload that somebody else sent, or nobody: it does not exist for anybody.
NOWHERE = {"answer": 404, "post": 404}
#: The candidates of the scene are posted, so that nobody nominates any more.
TOO_LATE = {"answer": 409}
#: The roll of the scene is posted, so that its import is closed; no province has turned the second appeal on.
CLOSED = {"answer": 409, "post": 409}

TABLE: dict[str, Row] = {
    "web.language": public("/language/en", answer=302),
    "web.type_size": public("/type-size/large", answer=302),
    "web.styleguide": public("/styleguide"),
    "web.keep_draft": public("/drafts"),
    "web.discard_draft": anywhere(address="/drafts/discard"),
    "desk.home": public("/"),
    "desk.health_for_machines": public("/health"),
    "law.rules": public("/rules"),
    "law.profile": public("/rules/V-2026"),
    "law.check": public("/check"),
    "notices.verify": public("/verify"),
    "notices.log_page": public("/verify/log"),
    "notices.checkpoint_text": public("/verify/checkpoint.txt"),
    "notices.verifier": public("/verify/verifier.py"),
    "notices.receipt": public("/verify/receipts/1"),
    "api.decide": public("/api/v1/decide", post=415),
    "api.openapi": public("/api/v1/openapi.json"),
    "desk.start": anywhere(address="/desk"),
    "accounts.sign_in": public("/sign-in"),
    "accounts.sign_out": public("/sign-out", post=303),
    "accounts.change_password": anywhere(address="/password"),
    "accounts.index": anywhere(ADMINISTRATOR, OFFICIAL, address="/accounts"),
    "accounts.create": anywhere(ADMINISTRATOR, OFFICIAL, address="/accounts/new"),
    "accounts.show": place(ADMINISTRATOR, OFFICIAL, at=lambda s: f"/accounts/{s.worker.id}"),
    "accounts.grant": place(ADMINISTRATOR, OFFICIAL, at=lambda s: f"/accounts/{s.worker.id}/grants/new"),
    "accounts.end_grant": place(ADMINISTRATOR, OFFICIAL, at=lambda s: f"/grants/{s.worker.grants[0].id}/end"),
    "accounts.sign_in_code": public("/sign-in/code", answer=302, post=409),
    "accounts.second_factor": anywhere(address="/second-factor"),
    "accounts.set_second_factor": anywhere(address="/second-factor/set-up"),
    "accounts.renew_codes": anywhere(address="/second-factor/recovery-codes"),
    "accounts.drop_second_factor": anywhere(address="/second-factor/remove", answer=302, post=302),
    "accounts.reset_second_factor": place(
        ADMINISTRATOR, OFFICIAL, at=lambda s: f"/accounts/{s.worker.id}/second-factor/reset"
    ),
    "accounts.slips": anywhere(ADMINISTRATOR, OFFICIAL, address="/accounts/slips"),
    "accounts.import_slips": anywhere(ADMINISTRATOR, OFFICIAL, address="/accounts/slips/new"),
    "accounts.preview_slips": anywhere(ADMINISTRATOR, OFFICIAL, address="/accounts/slips/imports/1", **NOWHERE),
    "accounts.slip_faults": anywhere(ADMINISTRATOR, OFFICIAL, address="/accounts/slips/imports/1/faults", **NOWHERE),
    "accounts.teller_day": place(ADMINISTRATOR, OFFICIAL, at=lambda s: f"/accounts/{s.worker.id}/teller-days/new"),
    "accounts.handover_seen": anywhere(address="/handovers/1/seen", post=404),
    "accounts.unlock": place(ADMINISTRATOR, OFFICIAL, at=lambda s: f"/accounts/{s.worker.id}/unlock"),
    "accounts.reset": place(ADMINISTRATOR, OFFICIAL, at=lambda s: f"/accounts/{s.worker.id}/reset"),
    "accounts.disable": place(ADMINISTRATOR, OFFICIAL, at=lambda s: f"/accounts/{s.worker.id}/disable"),
    "desk.unit": public("/c/990101001201"),
    "elections.rounds": anywhere(OFFICIAL, address="/rounds"),
    "elections.new_round": anywhere(OFFICIAL, address="/rounds/new"),
    "elections.round_values": place(OFFICIAL, at=lambda s: f"/rounds/{s.own_round.id}/values"),
    "elections.own_rules": anywhere(OFFICIAL, address="/rules/own"),
    "elections.set_own_rule": anywhere(OFFICIAL, address="/rules/own/new/village/margin_chair"),
    "elections.take_back_own_rule": place(OFFICIAL, at=lambda s: f"/rules/own/{s.own_rule.id}/remove"),
    "elections.edit_round": place(OFFICIAL, at=lambda s: f"/rounds/{s.own_round.id}/edit"),
    "elections.index": anywhere(*WATCHERS, address="/elections"),
    "elections.create": anywhere(CLERK, address="/elections/new"),
    "elections.show": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}"),
    "elections.timetable": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/calendar"),
    "elections.ics": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/calendar.ics"),
    "elections.proxies": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/proxies"),
    "elections.new_proxy": place(CLERK, at=lambda s: f"/elections/{s.election.id}/proxies/new"),
    "elections.post_proxies": place(CLERK, at=lambda s: f"/elections/{s.election.id}/proxies/post"),
    "elections.revoke_proxy": place(CLERK, at=lambda s: f"/proxies/{s.proxy.id}/revoke"),
    "elections.begin_practice": place(CLERK, at=lambda s: f"/elections/{s.election.id}/practice"),
    "turnout.delete_practice": place(CLERK, at=lambda s: f"/elections/{s.election.id}/practice/delete"),
    "elections.plan": place(CLERK, at=lambda s: f"/elections/{s.election.id}/plan"),
    "elections.move_day": place(CLERK, at=lambda s: f"/elections/{s.election.id}/polling-day"),
    "elections.committee": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/committee"),
    "elections.new_committee_vote": place(CLERK, at=lambda s: f"/elections/{s.later.id}/committee/votes/new", **CLOSED),
    "elections.remove_committee_vote": place(CLERK, at=lambda s: f"/committee-votes/{s.vote.id}/remove"),
    "elections.post_committee": place(CLERK, at=lambda s: f"/elections/{s.election.id}/committee/post", **CLOSED),
    "elections.paper_committee": place(CLERK, at=lambda s: f"/elections/{s.election.id}/committee/paper", **CLOSED),
    "elections.leave_committee": place(
        *Role, at=lambda s: f"/elections/{s.election.id}/committee/members/1/leave", **NOWHERE
    ),
    "elections.follow_committee": place(CLERK, at=lambda s: f"/committee-votes/{s.vote.id}/follow"),
    "elections.pass_over_committee": place(CLERK, at=lambda s: f"/committee-votes/{s.vote.id}/pass-over"),
    "elections.close_committee": place(CLERK, at=lambda s: f"/elections/{s.election.id}/committee/close"),
    "elections.seat_plan": place(*WATCHERS, at=lambda s: f"/elections/{s.later.id}/seat-plan"),
    "elections.approve_seats": place(OFFICIAL, at=lambda s: f"/elections/{s.later.id}/seat-plan/approve"),
    "elections.give_back_seats": place(OFFICIAL, at=lambda s: f"/elections/{s.later.id}/seat-plan/give-back"),
    "elections.file_seats": place(OFFICIAL, at=lambda s: f"/elections/{s.later.id}/seat-plan/file"),
    "elections.shift": place(*WATCHERS, at=lambda s: f"/elections/{s.later.id}/shift"),
    "elections.new_shift": place(CLERK, at=lambda s: f"/elections/{s.later.id}/shift/new"),
    "elections.approve_shift": place(OFFICIAL, at=lambda s: f"/elections/{s.later.id}/shift/approve"),
    "elections.return_shift": place(OFFICIAL, at=lambda s: f"/elections/{s.later.id}/shift/give-back"),
    "elections.seats": place(CLERK, at=lambda s: f"/elections/{s.election.id}/seats"),
    "elections.candidates": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/candidates"),
    "elections.new_candidate": place(CLERK, at=lambda s: f"/elections/{s.election.id}/candidates/new"),
    "elections.remove_candidate": place(CLERK, at=lambda s: f"/candidates/{s.election.candidates[0].id}/remove"),
    "elections.post_candidates": place(CLERK, at=lambda s: f"/elections/{s.election.id}/candidates/post"),
    "elections.withdraw_candidate": place(
        CLERK, at=lambda s: f"/candidates/{s.election.candidates[0].id}/withdraw", **TOO_LATE
    ),
    "elections.recall_candidates": place(CLERK, at=lambda s: f"/elections/{s.election.id}/candidates/recall"),
    "elections.public_candidates": public("/c/990101001201/elections/1/candidates"),
    "elections.preparations": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/preparations"),
    "elections.secret_places": place(CLERK, at=lambda s: f"/elections/{s.election.id}/secret-places"),
    "elections.post_preparation": place(CLERK, at=lambda s: f"/elections/{s.election.id}/preparations/staff/post"),
    "elections.new_worker": place(CLERK, at=lambda s: f"/elections/{s.election.id}/staff/new"),
    "elections.new_outside_worker": place(CLERK, at=lambda s: f"/elections/{s.election.id}/staff/outside"),
    "elections.remove_worker": place(CLERK, at=lambda s: f"/staff/{s.prepared[0].id}/remove"),
    "elections.mobile_voters": place(CLERK, at=lambda s: f"/stations/{s.election.stations[1].id}/voters"),
    "elections.unlist_mobile_voter": place(CLERK, at=lambda s: f"/mobile-voters/{s.prepared[1].id}/remove"),
    "elections.writing_help": place(CLERK, at=lambda s: f"/elections/{s.election.id}/writing-help"),
    "elections.remove_writing_help": place(CLERK, at=lambda s: f"/writing-helps/{s.prepared[2].id}/remove"),
    "elections.voter_meetings": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/voter-meetings"),
    "elections.new_voter_meeting": place(CLERK, at=lambda s: f"/elections/{s.election.id}/voter-meetings/new"),
    "elections.remove_voter_meeting": place(CLERK, at=lambda s: f"/voter-meetings/{s.voter_meeting.id}/remove"),
    "elections.open_ballot": place(CLERK, at=lambda s: f"/elections/{s.later.id}/open-ballot", **TOO_LATE),
    "elections.undo_open_ballot": place(CLERK, at=lambda s: f"/elections/{s.later.id}/open-ballot/undo"),
    "elections.nominations": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/nominations"),
    "elections.new_nomination": place(CLERK, at=lambda s: f"/elections/{s.election.id}/nominations/new", **TOO_LATE),
    "elections.post_initial_list": place(
        CLERK, at=lambda s: f"/elections/{s.election.id}/nominations/post", **TOO_LATE
    ),
    "elections.reopen_nominations": place(
        CLERK, at=lambda s: f"/elections/{s.election.id}/nominations/reopen", **TOO_LATE
    ),
    "elections.nominee": place(CLERK, at=lambda s: f"/nominees/{s.nomination.nominee_id}"),
    "elections.accept_nomination": place(
        CLERK, at=lambda s: f"/nominees/{s.nomination.nominee_id}/acceptance", **TOO_LATE
    ),
    "elections.withdraw_nomination": place(CLERK, at=lambda s: f"/nominations/{s.nomination.id}/withdraw", **TOO_LATE),
    "elections.vetting": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/vetting"),
    "elections.new_vetting": place(CLERK, at=lambda s: f"/nominees/{s.nomination.nominee_id}/vetting/new", **TOO_LATE),
    "elections.change_vetting": place(CLERK, at=lambda s: f"/vettings/{s.vetting.id}/edit", **TOO_LATE),
    "elections.final_list": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/final-list"),
    "elections.choose_post": place(CLERK, at=lambda s: f"/nominees/{s.nomination.nominee_id}/choose"),
    "elections.stand_down": place(CLERK, at=lambda s: f"/nominees/{s.nomination.nominee_id}/stand-down"),
    "elections.take_back_stand_down": place(CLERK, at=lambda s: f"/nominees/{s.nomination.nominee_id}/stand-down/undo"),
    "elections.make_final_list": place(CLERK, at=lambda s: f"/elections/{s.election.id}/final-list/make", **TOO_LATE),
    "elections.unmake_final_list": place(CLERK, at=lambda s: f"/elections/{s.election.id}/final-list/unmake"),
    "elections.reorder_final_list": place(CLERK, at=lambda s: f"/elections/{s.election.id}/final-list/order"),
    "elections.new_pre_vote": place(CLERK, at=lambda s: f"/elections/{s.election.id}/pre-votes/new", **TOO_LATE),
    "elections.remove_pre_vote": place(CLERK, at=lambda s: f"/pre-votes/{s.pre_vote.id}/remove"),
    "elections.nominations_template": place(CLERK, at=lambda s: f"/elections/{s.election.id}/nominations/template"),
    "elections.import_nominations": place(
        CLERK, at=lambda s: f"/elections/{s.election.id}/nominations/import", **TOO_LATE
    ),
    "elections.preview_nominations": place(
        CLERK, at=lambda s: f"/elections/{s.election.id}/nominations/imports/1", **NOWHERE
    ),
    "elections.nomination_faults": place(
        CLERK, at=lambda s: f"/elections/{s.election.id}/nominations/imports/1/faults", **NOWHERE
    ),
    "elections.stations": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/stations"),
    "elections.new_station": place(CLERK, at=lambda s: f"/elections/{s.election.id}/stations/new"),
    "elections.edit_station": place(CLERK, at=lambda s: f"/stations/{s.election.stations[0].id}/edit"),
    "elections.remove_station": place(CLERK, at=lambda s: f"/stations/{s.election.stations[0].id}/remove"),
    "elections.roll": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll"),
    "elections.electors": place(CLERK, at=lambda s: f"/elections/{s.election.id}/electors", **CLOSED),
    "elections.search_roll": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/search"),
    "elections.export_roll": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/export"),
    "elections.roll_template": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/template"),
    "elections.import_roll": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/import", **CLOSED),
    "elections.post_roll": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/post"),
    "elections.freeze_roll": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/freeze"),
    "elections.roll_entry": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/1"),
    "elections.remove_roll_entry": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/1/remove"),
    "elections.pickup_register": place(CLERK, at=lambda s: f"/elections/{s.election.id}/pickup-register"),
    "elections.pickups": place(CLERK, TELLER, at=lambda s: f"/stations/{s.election.stations[0].id}/pickups", **CLOSED),
    "elections.give_ballots": place(
        CLERK, TELLER, at=lambda s: f"/stations/{s.election.stations[0].id}/pickups/1", **CLOSED
    ),
    "elections.undo_pickup": place(CLERK, TELLER, at=lambda s: f"/pickups/{s.pickup.id}/undo"),
    "elections.roll_statistics": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/statistics"),
    "elections.change_evidence": place(CLERK, at=lambda s: f"/roll-changes/{s.change.id}/evidence", answer=404),
    "elections.voter_cards": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/cards"),
    "elections.reissue_card": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/1/card"),
    "elections.on_roll": public("/c/990101001201/elections/1/on-roll"),
    "elections.roll_papers": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/papers"),
    "elections.enter_papers": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/1/papers"),
    "elections.declare_many": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/papers/declarations"),
    "elections.preview_roll": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/imports/1", **NOWHERE),
    "elections.roll_faults": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/imports/1/faults", **NOWHERE),
    "elections.objections": place(CLERK, at=lambda s: f"/elections/{s.election.id}/objections"),
    "elections.new_objection": place(CLERK, at=lambda s: f"/elections/{s.election.id}/objections/new"),
    "elections.objection": place(CLERK, at=lambda s: f"/objections/{s.objection.id}"),
    "elections.decide_objection": place(CLERK, at=lambda s: f"/objections/{s.objection.id}/decision"),
    "elections.post_objection": place(CLERK, at=lambda s: f"/objections/{s.objection.id}/posting"),
    "elections.appeal_objection": place(CLERK, at=lambda s: f"/objections/{s.objection.id}/appeal", **CLOSED),
    "elections.roll_changes": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/changes"),
    "elections.add_to_roll": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/changes/new"),
    "elections.correct_roll_entry": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/1/correct"),
    "elections.confirm_roll_change": place(CLERK, at=lambda s: f"/roll-changes/{s.change.id}/confirm"),
    "elections.withdraw_roll_change": place(CLERK, at=lambda s: f"/roll-changes/{s.change.id}/withdraw"),
    "elections.post_supplement": place(CLERK, at=lambda s: f"/elections/{s.election.id}/roll/supplement"),
    "elections.papers": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/papers"),
    "elections.paper": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/papers/f-01"),
    "elections.paper_pdf": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/papers/f-01/paper.pdf"),
    "elections.blank_pdf": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/papers/f-33/blank.pdf"),
    "elections.word_paper": place(CLERK, at=lambda s: f"/elections/{s.election.id}/papers/f-01/wording"),
    "elections.post_paper": place(CLERK, at=lambda s: f"/elections/{s.election.id}/papers/f-01/post"),
    "elections.correct_paper": place(CLERK, at=lambda s: f"/elections/{s.later.id}/papers/f-21/correct"),
    "elections.round_papers": place(OFFICIAL, at=lambda s: f"/rounds/{s.own_round.id}/papers"),
    "elections.field_notes": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/field-notes"),
    "elections.new_field_note": place(OFFICIAL, CLERK, at=lambda s: f"/elections/{s.election.id}/field-notes/new"),
    "elections.answer_incident": place(OFFICIAL, at=lambda s: f"/field-notes/{s.incident.id}/answer"),
    "elections.term_file": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/term-file"),
    "elections.public_file": place(*WATCHERS, at=lambda s: f"/elections/{s.later.id}/term-file/public.zip"),
    "elections.archive_file": place(CLERK, at=lambda s: f"/elections/{s.later.id}/term-file/archive.zip", answer=405),
    "elections.public_paper": Row(Door.PUBLIC, ALL, lambda s: s.notice_address),
    "elections.public_paper_version": Row(Door.PUBLIC, ALL, lambda s: f"{s.notice_address}/versions/1"),
    "elections.public_paper_pdf": Row(Door.PUBLIC, ALL, lambda s: f"{s.notice_address}/versions/1/notice.pdf"),
    "elections.public_paper_canonical": Row(Door.PUBLIC, ALL, lambda s: f"{s.notice_address}/versions/1/notice.txt"),
    "elections.supplement": place(CLERK, at=lambda s: f"/roll-supplements/{s.supplement.id}"),
    "elections.public_roll": public("/c/990101001201/elections/1/roll"),
    "turnout.day": place(CLERK, TELLER, at=lambda s: f"/elections/{s.election.id}/day"),
    "turnout.report": place(CLERK, TELLER, at=lambda s: f"/stations/{s.election.stations[0].id}/figure"),
    "turnout.close": place(CLERK, TELLER, at=lambda s: f"/polls/{s.poll.id}/close"),
    "elections.outgoing_audit": place(CLERK, at=lambda s: f"/elections/{s.election.id}/outgoing-audit", **CLOSED),
    "elections.sheets": place(CLERK, TELLER, at=lambda s: f"/elections/{s.election.id}/sheets"),
    "elections.sheet": place(CLERK, TELLER, at=lambda s: f"/sheets/{s.poll.sheets[0].id}"),
    "elections.enter_count": place(CLERK, TELLER, at=lambda s: f"/sheets/{s.poll.sheets[0].id}/entry"),
    "elections.settle_count": place(
        CLERK, OFFICIAL, at=lambda s: f"/sheets/{s.poll.sheets[0].id}/settlement", **CLOSED
    ),
    "elections.keep_sheet_photos": place(CLERK, TELLER, at=lambda s: f"/sheets/{s.poll.sheets[0].id}/photos"),
    "elections.show_sheet_photo": place(CLERK, TELLER, at=lambda s: f"/sheet-photos/{s.photo.id}"),
    "elections.remove_sheet_photo": place(CLERK, TELLER, at=lambda s: f"/sheet-photos/{s.photo.id}/remove"),
    "elections.verdict": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/verdict"),
    "elections.decide": place(CLERK, at=lambda s: f"/elections/{s.election.id}/verdict/decide"),
    "elections.post_result": place(CLERK, at=lambda s: f"/elections/{s.election.id}/result"),
    "elections.correct_result": place(CLERK, at=lambda s: f"/elections/{s.election.id}/result/correct"),
    "elections.filing": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/filing"),
    "elections.send_filing": place(CLERK, at=lambda s: f"/elections/{s.election.id}/filing/send"),
    "elections.accept_filing": place(OFFICIAL, at=lambda s: f"/elections/{s.election.id}/filing/accept"),
    "elections.return_filing": place(OFFICIAL, at=lambda s: f"/elections/{s.election.id}/filing/return"),
    "elections.issue_certificates": place(OFFICIAL, at=lambda s: f"/elections/{s.election.id}/certificates/new"),
    "elections.void_certificate": place(OFFICIAL, at=lambda s: f"/certificates/{s.certificate.id}/void"),
    "elections.certificate_pdf": place(*WATCHERS, at=lambda s: f"/certificates/{s.certificate.id}/certificate.pdf"),
    "elections.certificates_pdf": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/certificates.pdf"),
    "elections.handover": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/handover"),
    "elections.handover_pdf": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/handover/list.pdf"),
    "elections.new_handover_item": place(CLERK, at=lambda s: f"/elections/{s.election.id}/handover/items/new"),
    "elections.edit_handover_item": place(CLERK, at=lambda s: f"/handover-items/{s.given.id}/edit"),
    "elections.remove_handover_item": place(CLERK, at=lambda s: f"/handover-items/{s.given.id}/remove"),
    "elections.hand_over_seals": place(CLERK, at=lambda s: f"/elections/{s.election.id}/handover/seals"),
    "elections.sign_handover": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/handover/sign"),
    "elections.sign_handover_on_paper": place(CLERK, at=lambda s: f"/elections/{s.election.id}/handover/paper"),
    "elections.reopen_handover": place(CLERK, at=lambda s: f"/elections/{s.election.id}/handover/reopen"),
    "elections.unlock_handover": place(OFFICIAL, at=lambda s: f"/elections/{s.election.id}/handover/unlock"),
    "elections.signed_paper": place(*WATCHERS, at=lambda s: f"/handover-signatures/{s.signed.id}/paper"),
    "elections.handover_template": place(CLERK, at=lambda s: f"/elections/{s.election.id}/handover/template"),
    "elections.import_handover": place(CLERK, at=lambda s: f"/elections/{s.election.id}/handover/import"),
    "elections.preview_handover": place(
        CLERK, at=lambda s: f"/elections/{s.election.id}/handover/imports/1", **NOWHERE
    ),
    "elections.handover_faults": place(
        CLERK, at=lambda s: f"/elections/{s.election.id}/handover/imports/1/faults", **NOWHERE
    ),
    "elections.archive": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/archive"),
    "elections.keep_archive": place(CLERK, at=lambda s: f"/elections/{s.election.id}/archive/edit", **CLOSED),
    "elections.departures": place(*BODIES, at=lambda s: f"/units/{s.tree.village.id}/departures"),
    "elections.file_resignation": place(*CONFIRMERS, at=lambda s: f"/terms/{s.member.id}/resignation"),
    "elections.cease_office": place(*CONFIRMERS, at=lambda s: f"/terms/{s.member.id}/ceased"),
    "elections.suspend_office": place(*CONFIRMERS, at=lambda s: f"/terms/{s.member.id}/suspension"),
    "elections.settle_resignation": place(*CONFIRMERS, at=lambda s: f"/departures/{s.departure.id}/vote"),
    "elections.withdraw_resignation": place(*CONFIRMERS, at=lambda s: f"/departures/{s.departure.id}/withdraw"),
    "elections.lift_suspension": place(*CONFIRMERS, at=lambda s: f"/departures/{s.departure.id}/lift"),
    "elections.post_departure": place(*CONFIRMERS, at=lambda s: f"/departures/{s.departure.id}/posting"),
    "elections.departure_paper": place(*BODIES, at=lambda s: f"/departures/{s.departure.id}/paper"),
    "elections.act_for_chair": place(*OF_BODIES, at=lambda s: f"/units/{s.tree.village.id}/acting-chair", **CLOSED),
    "elections.disputes": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/disputes"),
    "elections.new_dispute": place(OFFICIAL, at=lambda s: f"/elections/{s.election.id}/disputes/new"),
    "elections.dispute": place(OFFICIAL, at=lambda s: f"/disputes/{s.dispute.id}"),
    "elections.answer_dispute": place(OFFICIAL, at=lambda s: f"/disputes/{s.dispute.id}/answer"),
    "elections.petition_recall": place(*CONFIRMERS, at=lambda s: f"/terms/{s.member.id}/recall"),
    "elections.recall": place(*BODIES, at=lambda s: f"/recalls/{s.recall.id}"),
    "elections.check_recall": place(*CONFIRMERS, at=lambda s: f"/recalls/{s.recall.id}/check"),
    "elections.defend_recall": place(*CONFIRMERS, at=lambda s: f"/recalls/{s.recall.id}/defence"),
    "elections.count_recall": place(*CONFIRMERS, at=lambda s: f"/recalls/{s.recall.id}/count", **CLOSED),
    "elections.confirm_recall_count": place(*CONFIRMERS, at=lambda s: f"/recalls/{s.recall.id}/confirm", **CLOSED),
    "elections.hand_over_after_recall": place(*CONFIRMERS, at=lambda s: f"/recalls/{s.recall.id}/handover"),
    "elections.recall_paper": place(*CONFIRMERS, at=lambda s: f"/recalls/{s.recall.id}/paper"),
    "elections.vacancies": place(*WATCHERS, at=lambda s: f"/units/{s.tree.village.id}/vacancies"),
    "elections.start_by_election": place(CLERK, at=lambda s: f"/units/{s.tree.village.id}/by-elections/new", **CLOSED),
    "elections.progress": anywhere(OFFICIAL, address="/progress"),
    "elections.progress_summary": anywhere(OFFICIAL, address="/progress/summary"),
    "elections.public_result": public("/c/990101001201/elections/1"),
    "elections.public_poll": public("/c/990101001201/elections/1/polls/1"),
    "elections.polls": place(*WATCHERS, at=lambda s: f"/elections/{s.election.id}/polls"),
    "elections.next_poll": place(CLERK, at=lambda s: f"/elections/{s.election.id}/polls/next", **CLOSED),
    "elections.call_off": place(CLERK, at=lambda s: f"/polls/{s.poll.id}/call-off", **CLOSED),
    "elections.nominate_again": place(
        CLERK, at=lambda s: f"/ballot-lines/{s.poll.lines[0].id}/candidates/new", **CLOSED
    ),
    "elections.declare_void": place(OFFICIAL, at=lambda s: f"/polls/{s.poll.id}/void"),
    "elections.unseat": place(OFFICIAL, at=lambda s: f"/candidates/{s.election.candidates[0].id}/unseat"),
    "elections.vet_write_in": place(OFFICIAL, at=lambda s: f"/candidates/{s.election.candidates[0].id}/written-in"),
    "elections.public_version": public("/c/990101001201/elections/1/polls/1/versions/1"),
    "elections.public_pdf": public("/c/990101001201/elections/1/polls/1/versions/1/notice.pdf"),
    "elections.public_canonical": public("/c/990101001201/elections/1/polls/1/versions/1/notice.txt"),
    "disclosure.index": anywhere(*READERS, address="/postings"),
    "disclosure.overdue": anywhere(*READERS, address="/postings/overdue"),
    "disclosure.catalogues": anywhere(OFFICIAL, address="/catalogues"),
    "disclosure.begin_catalogue": anywhere(OFFICIAL, address="/catalogues/new/village"),
    "disclosure.catalogue": place(OFFICIAL, at=lambda s: f"/catalogues/{s.catalogue.id}"),
    "disclosure.edit_catalogue_entry": place(
        OFFICIAL, at=lambda s: f"/catalogue-entries/{s.catalogue.entries[0].id}/edit"
    ),
    "disclosure.adopt_catalogue": place(OFFICIAL, at=lambda s: f"/catalogues/{s.catalogue.id}/adopt"),
    "disclosure.discard_catalogue": place(OFFICIAL, at=lambda s: f"/catalogues/{s.catalogue.id}/discard"),
    "disclosure.occasions": place(*READERS, at=lambda s: f"/units/{s.tree.village.id}/occasions"),
    "disclosure.note_occasion": place(*KEEPERS, at=lambda s: f"/units/{s.tree.village.id}/occasions/new"),
    "disclosure.record_petition": place(*KEEPERS, at=lambda s: f"/units/{s.tree.village.id}/occasions/asked-for"),
    "disclosure.withdraw_occasion": place(*KEEPERS, at=lambda s: f"/occasions/{s.occasion.id}/withdraw"),
    "disclosure.public_catalogue": public("/c/990101001201/catalogue"),
    "disclosure.public_due": public("/c/990101001201/due"),
    "disclosure.next_month": place(*READERS, at=lambda s: f"/units/{s.tree.village.id}/postings/next", answer=302),
    "disclosure.create": place(CLERK, at=lambda s: f"/units/{s.tree.village.id}/postings/new"),
    "disclosure.show": place(*READERS, at=lambda s: f"/postings/{s.draft.id}"),
    "disclosure.describe": place(CLERK, at=lambda s: f"/postings/{s.draft.id}/edit"),
    "disclosure.attach": place(CLERK, at=lambda s: f"/postings/{s.draft.id}/files"),
    "disclosure.posting_file": place(*READERS, at=lambda s: f"/posting-files/{s.attached.id}"),
    "disclosure.detach": place(CLERK, at=lambda s: f"/posting-files/{s.attached.id}/remove"),
    "disclosure.add_line": place(CLERK, at=lambda s: f"/postings/{s.draft.id}/lines/new"),
    "disclosure.edit_line": place(CLERK, at=lambda s: f"/posting-lines/{s.draft.lines[0].id}/edit"),
    "disclosure.remove_line": place(CLERK, at=lambda s: f"/posting-lines/{s.draft.lines[0].id}/remove"),
    "disclosure.paste_lines": place(CLERK, at=lambda s: f"/postings/{s.draft.id}/lines/paste"),
    "disclosure.lines_template": place(CLERK, at=lambda s: f"/postings/{s.draft.id}/lines/template"),
    "disclosure.import_lines": place(CLERK, at=lambda s: f"/postings/{s.draft.id}/lines/import"),
    "disclosure.preview_lines": place(CLERK, at=lambda s: f"/postings/{s.draft.id}/lines/imports/1", **NOWHERE),
    "disclosure.line_faults": place(CLERK, at=lambda s: f"/postings/{s.draft.id}/lines/imports/1/faults", **NOWHERE),
    "disclosure.items": place(CLERK, at=lambda s: f"/units/{s.tree.village.id}/items"),
    "disclosure.draft_period": place(CLERK, at=lambda s: f"/units/{s.tree.village.id}/items/CW-20/period"),
    "disclosure.draft_event": place(CLERK, at=lambda s: f"/units/{s.tree.village.id}/items/FW-08/event"),
    "disclosure.add_row": place(CLERK, at=lambda s: f"/postings/{s.table.id}/rows/new"),
    "disclosure.edit_row": place(CLERK, at=lambda s: f"/posting-rows/{s.table.rows[0].id}/edit"),
    "disclosure.remove_row": place(CLERK, at=lambda s: f"/posting-rows/{s.table.rows[0].id}/remove"),
    "disclosure.spoken": place(*READERS, at=lambda s: f"/postings/{s.posting.id}/spoken"),
    "disclosure.write_text": place(CLERK, at=lambda s: f"/postings/{s.text.id}/text"),
    "disclosure.hand_over": place(CLERK, at=lambda s: f"/postings/{s.draft.id}/hand-over"),
    "disclosure.take_back": place(CLERK, at=lambda s: f"/postings/{s.draft.id}/take-back", answer=409),
    "disclosure.review": place(SUPERVISOR, at=lambda s: f"/postings/{s.draft.id}/review", answer=409),
    "disclosure.settle": place(CHAIR, CLERK, at=lambda s: f"/postings/{s.draft.id}/settle", answer=409),
    "disclosure.send_back": place(CHAIR, CLERK, at=lambda s: f"/postings/{s.draft.id}/send-back", answer=409),
    "disclosure.post": place(CHAIR, at=lambda s: f"/postings/{s.draft.id}/post", answer=409),
    "disclosure.opening_balance": place(*READERS, at=lambda s: f"/units/{s.tree.village.id}/opening-balance"),
    "disclosure.enter_opening": place(CLERK, at=lambda s: f"/units/{s.tree.village.id}/opening-balance/edit"),
    "disclosure.confirm_opening": place(
        CHAIR, CLERK, at=lambda s: f"/units/{s.tree.village.id}/opening-balance/confirm"
    ),
    "disclosure.opening_paper": place(
        *READERS, at=lambda s: f"/units/{s.tree.village.id}/opening-balance/paper", answer=404
    ),
    "disclosure.public_posting": public("/c/990101001201/postings/1"),
    "disclosure.public_pdf": public("/c/990101001201/postings/1/notice.pdf"),
    "disclosure.public_canonical": public("/c/990101001201/postings/1/notice.txt"),
    "disclosure.public_file": public("/c/990101001201/postings/1/files/1", answer=404),
    "disclosure.public_photo": public("/c/990101001201/board/1"),
    "disclosure.public_small_photo": public("/c/990101001201/board/1/small"),
    "disclosure.board": place(CHAIR, CLERK, at=lambda s: f"/notices/{s.notice.id}/board"),
    "disclosure.take_down": place(CHAIR, CLERK, at=lambda s: f"/board-evidences/{s.hang.id}/take-down"),
    "disclosure.original_photo": place(CHAIR, CLERK, at=lambda s: f"/board-evidences/{s.hang.id}/original"),
    "disclosure.ask": public("/c/990101001201/ask"),
    "disclosure.asked": public("/c/990101001201/asked", answer=302),
    "disclosure.public_questions": public("/c/990101001201/questions"),
    "disclosure.answers": public("/answers"),
    "disclosure.my_answer": public("/answers/mine", answer=302, post=409),
    "disclosure.close_answer": public("/answers/close", post=303),
    "disclosure.questions": anywhere(*READERS, address="/questions"),
    "disclosure.question": place(*READERS, at=lambda s: f"/questions/{s.question.id}"),
    "disclosure.answer_question": place(CHAIR, CLERK, at=lambda s: f"/questions/{s.question.id}/answer"),
    "disclosure.see_phone": place(OFFICIAL, SUPERVISOR, at=lambda s: f"/questions/{s.question.id}/phone", answer=405),
    "disclosure.hold_question": place(OFFICIAL, SUPERVISOR, at=lambda s: f"/questions/{s.question.id}/hold"),
    "disclosure.release_question": place(
        OFFICIAL, SUPERVISOR, at=lambda s: f"/questions/{s.question.id}/release", answer=405
    ),
    "disclosure.answer_figures": public("/answers/of/990101001"),
    "disclosure.enter_question": place(*KEEPERS, at=lambda s: f"/units/{s.tree.village.id}/questions/new"),
    "disclosure.export_questions": anywhere(*READERS, address="/questions/export"),
    "disclosure.complain": public("/c/990101001201/complain"),
    "disclosure.escalate": public("/answers/complain", answer=302, post=409),
    "disclosure.complaints": anywhere(*READERS, address="/complaints"),
    "disclosure.complaint": place(*READERS, at=lambda s: f"/complaints/{s.complaint.id}"),
    "disclosure.see_complainant": place(OFFICIAL, at=lambda s: f"/complaints/{s.complaint.id}/phone", answer=405),
    "disclosure.take_up_complaint": place(OFFICIAL, at=lambda s: f"/complaints/{s.complaint.id}/take-up", answer=405),
    "disclosure.decide_complaint": place(OFFICIAL, at=lambda s: f"/complaints/{s.complaint.id}/decide"),
    "disclosure.report_on_order": place(CHAIR, CLERK, at=lambda s: f"/complaints/{s.complaint.id}/report"),
    "disclosure.close_complaint": place(OFFICIAL, at=lambda s: f"/complaints/{s.complaint.id}/close", answer=405),
    "consultation.index": anywhere(*READERS, address="/consultations"),
    "consultation.export": anywhere(*READERS, address="/consultations/export"),
    "consultation.propose": place(CLERK, at=lambda s: f"/units/{s.tree.village.id}/consultations/new"),
    "consultation.show": place(*READERS, at=lambda s: f"/consultations/{s.topic.id}"),
    "consultation.register": place(*READERS, at=lambda s: f"/consultations/{s.topic.id}/register"),
    "consultation.register_pdf": place(*READERS, at=lambda s: f"/consultations/{s.topic.id}/register.pdf"),
    "consultation.minutes": place(*READERS, at=lambda s: f"/consultations/{s.topic.id}/minutes"),
    "consultation.minutes_pdf": place(*READERS, at=lambda s: f"/consultations/{s.topic.id}/minutes.pdf"),
    "consultation.change_proposal": place(CLERK, at=lambda s: f"/consultations/{s.topic.id}/proposal", answer=409),
    "consultation.accept": place(CHAIR, at=lambda s: f"/consultations/{s.topic.id}/accept", answer=409),
    "consultation.notify": place(CLERK, at=lambda s: f"/consultations/{s.topic.id}/notice", answer=409),
    "consultation.hold": place(CLERK, at=lambda s: f"/consultations/{s.topic.id}/record", answer=409),
    "consultation.conclude": place(CLERK, at=lambda s: f"/consultations/{s.topic.id}/outcome", answer=409),
    "consultation.settle": place(CLERK, at=lambda s: f"/consultations/{s.topic.id}/settle", answer=409),
    "consultation.post_result": place(CHAIR, at=lambda s: f"/consultations/{s.topic.id}/result", answer=409),
    "consultation.post_done": place(CHAIR, at=lambda s: f"/consultations/{s.topic.id}/completion", answer=409),
    "consultation.correct_posted": place(CHAIR, at=lambda s: f"/consultations/{s.topic.id}/correction"),
    "consultation.report": place(CLERK, at=lambda s: f"/consultation-points/{s.topic.points[0].id}/report"),
    "consultation.withdraw": place(CLERK, at=lambda s: f"/consultations/{s.topic.id}/withdraw"),
    "consultation.give_opinion": place(SUPERVISOR, at=lambda s: f"/consultations/{s.topic.id}/opinion"),
    "consultation.attach": place(CLERK, at=lambda s: f"/consultations/{s.topic.id}/files"),
    "consultation.topic_file": place(*READERS, at=lambda s: f"/consultation-files/{s.material.id}"),
    "consultation.detach": place(CLERK, at=lambda s: f"/consultation-files/{s.material.id}/remove"),
    "consultation.public_topics": public("/c/990101001201/consultations"),
    "consultation.public_topic": public("/c/990101001201/consultations/1"),
    "consultation.public_file": public("/c/990101001201/consultations/1/files/1"),
    "consultation.public_notice": public("/c/990101001201/consultations/1/result"),
    "consultation.public_pdf": public("/c/990101001201/consultations/1/result/notice.pdf"),
    "consultation.public_canonical": public("/c/990101001201/consultations/1/result/notice.txt"),
    "reminders.index": anywhere(OFFICIAL, CHAIR, CLERK, address="/reminders"),
    "reminders.create": anywhere(OFFICIAL, address="/reminders/new"),
    "reminders.show": place(OFFICIAL, CHAIR, CLERK, at=lambda s: f"/reminders/{s.reminder.id}"),
    "reminders.answer": place(CHAIR, CLERK, at=lambda s: f"/reminders/{s.reminder.id}/answer"),
    "reminders.withdraw": place(OFFICIAL, at=lambda s: f"/reminders/{s.reminder.id}/withdraw"),
    "bodies.meetings": anywhere(*READERS, address="/meetings"),
    "bodies.export_meetings": anywhere(*READERS, address="/meetings/export"),
    "bodies.export_unit_meetings": place(*READERS, at=lambda s: f"/units/{s.tree.village.id}/meetings/export"),
    "bodies.void_meeting": place(*KEEPERS, at=lambda s: f"/meetings/{s.meeting.id}/void"),
    "bodies.unit_meetings": place(*READERS, at=lambda s: f"/units/{s.tree.village.id}/meetings"),
    "bodies.new_meeting": place(*KEEPERS, at=lambda s: f"/units/{s.tree.village.id}/meetings/new?kind=joint"),
    "bodies.meeting": place(*READERS, at=lambda s: f"/meetings/{s.meeting.id}"),
    "bodies.meeting_sheet": place(*READERS, at=lambda s: f"/meetings/{s.meeting.id}/sheet"),
    "bodies.edit_meeting": place(*KEEPERS, at=lambda s: f"/meetings/{s.meeting.id}/edit"),
    "bodies.attendance": place(*KEEPERS, at=lambda s: f"/meetings/{s.meeting.id}/attendance"),
    "bodies.new_vote": place(*KEEPERS, at=lambda s: f"/meetings/{s.meeting.id}/votes/new"),
    "bodies.edit_vote": place(*KEEPERS, at=lambda s: f"/decisions/{s.meeting.decisions[0].id}/edit"),
    "bodies.remove_vote": place(*KEEPERS, at=lambda s: f"/decisions/{s.meeting.decisions[0].id}/remove"),
    "bodies.attach_to_meeting": place(*KEEPERS, at=lambda s: f"/meetings/{s.meeting.id}/files"),
    "bodies.close_meeting": place(*KEEPERS, at=lambda s: f"/meetings/{s.meeting.id}/close"),
    "bodies.meeting_file": place(*READERS, at=lambda s: f"/meeting-files/{s.paper.id}"),
    "bodies.detach_from_meeting": place(*KEEPERS, at=lambda s: f"/meeting-files/{s.paper.id}/remove"),
    "bodies.index": anywhere(*BODIES, address="/bodies"),
    "bodies.unit": place(*BODIES, at=lambda s: f"/units/{s.tree.village.id}/bodies"),
    "bodies.new_term": place(*OF_BODIES, at=lambda s: f"/units/{s.tree.village.id}/terms/new?office=member"),
    "bodies.export_bodies": place(*BODIES, at=lambda s: f"/units/{s.tree.village.id}/bodies/export"),
    "bodies.end_terms": place(*CONFIRMERS, at=lambda s: f"/units/{s.tree.village.id}/terms/end?body=committee"),
    "bodies.confirm": place(*CONFIRMERS, at=lambda s: f"/units/{s.tree.village.id}/confirm"),
    "bodies.document": place(*BODIES, at=lambda s: f"/terms/{s.member.id}/document", answer=404),
    "bodies.end_term": place(*CONFIRMERS, at=lambda s: f"/terms/{s.member.id}/end"),
    "bodies.person": place(*BODIES, at=lambda s: f"/units/{s.tree.village.id}/people/{s.member.person_id}"),
    "bodies.new_kin": place(*OF_BODIES, at=lambda s: f"/units/{s.tree.village.id}/people/{s.member.person_id}/kin"),
    "bodies.end_kin": place(
        *OF_BODIES, at=lambda s: f"/units/{s.tree.village.id}/people/{s.member.person_id}/kin/{s.tie.id}/end"
    ),
    "bodies.groups": place(*BODIES, at=lambda s: f"/units/{s.tree.village.id}/groups"),
    "bodies.new_group": place(*OF_BODIES, at=lambda s: f"/units/{s.tree.village.id}/groups/new"),
    "bodies.edit_group": place(*OF_BODIES, at=lambda s: f"/groups/{s.group.id}"),
    "bodies.close_group": place(*OF_BODIES, at=lambda s: f"/groups/{s.group.id}/close"),
    "bodies.standing": place(*OF_BODIES, at=lambda s: f"/units/{s.tree.village.id}/standing"),
    "bodies.adopted_rules": place(*BODIES, at=lambda s: f"/units/{s.tree.village.id}/adopted-rules"),
    "bodies.new_rule": place(*OF_BODIES, at=lambda s: f"/units/{s.tree.village.id}/adopted-rules/new"),
    "bodies.rule_text": place(*BODIES, at=lambda s: f"/adopted-rules/{s.rule.id}/text"),
    "bodies.repeal_rule": place(*OF_BODIES, at=lambda s: f"/adopted-rules/{s.rule.id}/repeal"),
    "bodies.representatives_template": place(
        *OF_BODIES, at=lambda s: f"/units/{s.tree.village.id}/representatives/template"
    ),
    "bodies.import_representatives": place(
        *OF_BODIES, at=lambda s: f"/units/{s.tree.village.id}/representatives/import"
    ),
    "bodies.preview_representatives": place(
        *OF_BODIES, at=lambda s: f"/units/{s.tree.village.id}/representatives/imports/1", **NOWHERE
    ),
    "bodies.representatives_faults": place(
        *OF_BODIES, at=lambda s: f"/units/{s.tree.village.id}/representatives/imports/1/faults", **NOWHERE
    ),
    "bodies.set_up": place(*BODIES, at=lambda s: f"/units/{s.tree.village.id}/set-up"),
    "bodies.close_set_up_page": place(*CONFIRMERS, at=lambda s: f"/units/{s.tree.village.id}/set-up/close"),
    "backups.index": anywhere(ADMINISTRATOR, address="/backups"),
    "backups.download": anywhere(ADMINISTRATOR, address="/backups/1/file", **NOWHERE),
    "audit.index": anywhere(AUDITOR, address="/audit"),
    "audit.readings": anywhere(AUDITOR, address="/audit/readings"),
    "divisions.index": anywhere(address="/divisions"),
    "divisions.show": anywhere(address="/divisions/1"),
    "divisions.odd": anywhere(address="/divisions/odd"),
    "divisions.import_list": anywhere(ADMINISTRATOR, address="/divisions/import"),
    "divisions.preview": anywhere(ADMINISTRATOR, address="/divisions/imports/1", **NOWHERE),
    "divisions.faults": anywhere(ADMINISTRATOR, address="/divisions/imports/1/faults.csv", **NOWHERE),
    "divisions.correct": place(OFFICIAL, at=lambda s: f"/divisions/{s.tree.village.id}/correct"),
}
