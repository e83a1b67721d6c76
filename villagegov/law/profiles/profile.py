"""A law profile: every legal number of one kind of committee for one span of polling days (rulebook 0.5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Generic, Self, TypeVar, cast

from villagegov.deadlines import Deadline
from villagegov.law.profiles.provision import Document, Provision, Source, Value
from villagegov.law.vocabulary import (
    Carry,
    CategoryThree,
    CommitteeKind,
    Field,
    KinBackfill,
    KinBar,
    KinSet,
    KinTie,
    LeavesCommittee,
    Method,
    Nominators,
    OvercountBasis,
    PreselectBody,
    ProxyHolder,
    Scope,
    Status,
    WomenMode,
)

FIVE_YEAR_TERM = date(2018, 12, 29)
GUANGDONG_EIGHT_RELATIONS = date(2020, 11, 1)

T = TypeVar("T", bound=Value)

#: Whose values a province or a round may set (rulebook 0.2).
OPEN = frozenset({Scope.PROV, Scope.ROUND})


def _own(one: Provision, values: Mapping[Field, Value], document: str) -> Provision:
    """The provision with its own value, which stands on its document and no longer on another province's article."""
    if one.field not in values:
        return one
    articles = (Document(document),) if document else one.articles
    return replace(one, value=values[one.field], articles=articles, status=Status.ENTERED, note=None)


class Reads(Generic[T]):
    """A typed attribute that reads one field: `roll_post_days = Reads[int](Field.ROLL_POST_DAYS)`."""

    def __init__(self, field: Field) -> None:
        self.field = field

    def __get__(self, profile: "Profile", owner: type["Profile"]) -> T:
        return cast(T, profile.provision(self.field).value)


@dataclass(frozen=True)
class Profile:
    """The law in force for one kind of committee; chosen by the polling day of the election."""

    key: str
    kind: CommitteeKind
    starts: date | None
    ends: date | None
    provisions: tuple[Provision, ...]
    #: The own values already in `provisions`, as law.own keeps them.
    own: Mapping[str, Sequence[str]] = field(default_factory=dict, compare=False)

    def provision(self, field: Field) -> Provision:
        """The provision of `field`; every profile has one for each field but the older term."""
        return next(provision for provision in self.provisions if provision.field is field)

    def article(self, field: Field) -> Source | None:
        """The article `field` stands on."""
        return self.provision(field).article

    def cited(self, field: Field) -> str:
        """The article or document of `field` in the reader's language; empty where there is none."""
        source = self.article(field)
        return source.label if source else ""

    def after(self, day: date, field: Field) -> Deadline:
        """As many days after `day` as the field says, with what it stands on."""
        return Deadline(day, cast(int, self.provision(field).value), self.cited(field))

    def before(self, day: date, field: Field) -> Deadline:
        """As many days before `day` as the field says, with what it stands on."""
        return Deadline(day, -cast(int, self.provision(field).value), self.cited(field))

    def in_force(self, polling_day: date) -> bool:
        """Rulebook 0.5: both ends belong to the span."""
        return (self.starts is None or self.starts <= polling_day) and (self.ends is None or polling_day <= self.ends)

    def override(self, values: Mapping[Field, Value], document: str = "") -> Self:
        """The profile with a province's or round's own values, on the ground of `document`.

        Refuses what only the law may change.
        """
        fixed = [field for field in values if self.provision(field).scope not in OPEN]
        if fixed:
            raise ValueError(f"not for a province or round to change: {', '.join(fixed)}")
        return replace(self, provisions=tuple(_own(one, values, document) for one in self.provisions))

    def term_years_on(self, polling_day: date) -> int:
        """Residents' law 2018 art. 8 (E-01): three years for those elected before 2018-12-29, five since."""
        earlier = [one.value for one in self.provisions if one.field is Field.TERM_YEARS_BEFORE]
        return cast(int, earlier[0]) if earlier and polling_day < FIVE_YEAR_TERM else self.term_years

    def kin_set_on(self, polling_day: date) -> KinSet:
        """Guangdong election measures 2010 and 2020 art. 2 (E-09): villages had three relations before 2020-11-01."""
        village = self.kind is CommitteeKind.VILLAGE
        return KinSet.THREE if village and polling_day < GUANGDONG_EIGHT_RELATIONS else self.kin_set

    def needs_two_thirds(self, method: Method) -> bool:
        """Residents' law 2025 art. 19 (E-74): representatives need more than two thirds; before 2026 a majority."""
        return method is Method.REPS and self.reps_two_thirds

    term_years = Reads[int](Field.TERM_YEARS)
    max_shift_months = Reads[int](Field.MAX_SHIFT_MONTHS)
    shift_warn_months = Reads[int](Field.SHIFT_WARN_MONTHS)
    seats_min = Reads[int](Field.SEATS_MIN)
    seats_max = Reads[int](Field.SEATS_MAX)
    woman_required = Reads[bool](Field.WOMAN_REQUIRED)
    min_women = Reads[int](Field.MIN_WOMEN)
    minority_required = Reads[bool](Field.MINORITY_REQUIRED)
    kin_bar = Reads[KinBar](Field.KIN_BAR)
    kin_set = Reads[KinSet](Field.KIN_SET)
    kin_tie = Reads[KinTie](Field.KIN_TIE)
    kin_backfill = Reads[KinBackfill](Field.KIN_BACKFILL)
    nominators = Reads[Nominators](Field.NOMINATORS)
    joint_min = Reads[int](Field.JOINT_MIN)
    candidate_bars = Reads[bool](Field.CANDIDATE_BARS)
    committee_min = Reads[int](Field.COMMITTEE_MIN)
    committee_max = Reads[int](Field.COMMITTEE_MAX)
    max_absent = Reads[int](Field.MAX_ABSENT)
    committee_vice = Reads[bool](Field.COMMITTEE_VICE)
    leaves_committee = Reads[LeavesCommittee](Field.LEAVES_COMMITTEE)
    proxy_holder = Reads[ProxyHolder](Field.PROXY_HOLDER)
    proxy_cap = Reads[int](Field.PROXY_CAP)
    candidate_may_hold_proxies = Reads[bool](Field.CANDIDATE_MAY_HOLD)
    proxies_with_reps = Reads[bool](Field.PROXIES_WITH_REPS)
    category_three = Reads[CategoryThree](Field.CATEGORY_THREE)
    category_three_months = Reads[int](Field.CATEGORY_THREE_MONTHS)
    permanent_months = Reads[int](Field.PERMANENT_MONTHS)
    nonreg_proof = Reads[bool](Field.NONREG_PROOF)
    drop_unreachable = Reads[bool](Field.DROP_UNREACHABLE)
    drop_unfit = Reads[bool](Field.DROP_UNFIT)
    posting_keep_days = Reads[int | None](Field.POSTING_KEEP_DAYS)
    roll_post_days = Reads[int](Field.ROLL_POST_DAYS)
    objection_days = Reads[int](Field.OBJECTION_DAYS)
    decision_days = Reads[int](Field.DECISION_DAYS)
    second_appeal = Reads[bool](Field.SECOND_APPEAL)
    appeal_days = Reads[int](Field.APPEAL_DAYS)
    freeze_days = Reads[int](Field.FREEZE_DAYS)
    repost_after_days = Reads[int](Field.REPOST_AFTER_DAYS)
    open_ballot = Reads[bool](Field.OPEN_BALLOT)
    margin_chair = Reads[int](Field.MARGIN_CHAIR)
    margin_vice = Reads[int](Field.MARGIN_VICE)
    margin_member_min = Reads[int](Field.MARGIN_MEMBER_MIN)
    margin_member_max = Reads[int](Field.MARGIN_MEMBER_MAX)
    min_women_candidates = Reads[int](Field.MIN_WOMEN_CANDIDATES)
    preselect_body = Reads[PreselectBody](Field.PRESELECT_BODY)
    candidate_post_days = Reads[int](Field.CANDIDATE_POST_DAYS)
    withdraw_days = Reads[int](Field.WITHDRAW_DAYS)
    audit_before_days = Reads[int](Field.AUDIT_BEFORE_DAYS)
    poll_post_days = Reads[int](Field.POLL_POST_DAYS)
    proxy_post_days = Reads[int](Field.PROXY_POST_DAYS)
    scribe_max = Reads[int](Field.SCRIBE_MAX)
    scribe_post_days = Reads[int](Field.SCRIBE_POST_DAYS)
    mobile_staff_min = Reads[int](Field.MOBILE_STAFF_MIN)
    mobile_scrutineers_min = Reads[int](Field.MOBILE_SCRUTINEERS_MIN)
    mobile_list_days = Reads[int](Field.MOBILE_LIST_DAYS)
    staff_kin_bar = Reads[bool](Field.STAFF_KIN_BAR)
    reps_two_thirds = Reads[bool](Field.REPS_TWO_THIRDS)
    overcount_basis = Reads[OvercountBasis](Field.OVERCOUNT_BASIS)
    women_mode = Reads[WomenMode](Field.WOMEN_MODE)
    carry = Reads[Carry](Field.CARRY)
    rerun_floor_parts = Reads[int](Field.RERUN_FLOOR_PARTS)
    rerun_days = Reads[int](Field.RERUN_DAYS)
    rerun_needs_turnout = Reads[bool](Field.RERUN_NEEDS_TURNOUT)
    min_seated = Reads[int](Field.MIN_SEATED)
    chair_vacancy_ok = Reads[bool](Field.CHAIR_VACANCY_OK)
    result_post_days = Reads[int](Field.RESULT_POST_DAYS)
    writein_vet_days = Reads[int](Field.WRITEIN_VET_DAYS)
    filing_days = Reads[int](Field.FILING_DAYS)
    cert_days = Reads[int](Field.CERT_DAYS)
    handover_days = Reads[int](Field.HANDOVER_DAYS)
    dispute_days = Reads[int](Field.DISPUTE_DAYS)
    resign_meeting_days = Reads[int](Field.RESIGN_MEETING_DAYS)
    end_notice_days = Reads[int](Field.END_NOTICE_DAYS)
    recall_parts = Reads[int](Field.RECALL_PARTS)
    recall_reps_parts = Reads[int](Field.RECALL_REPS_PARTS)
    recall_call_days = Reads[int](Field.RECALL_CALL_DAYS)
    recall_repeat_months = Reads[int](Field.RECALL_REPEAT_MONTHS)
    byelection_months = Reads[int](Field.BYELECTION_MONTHS)
    archive_days = Reads[int](Field.ARCHIVE_DAYS)
    ballot_keep_years = Reads[int](Field.BALLOT_KEEP_YEARS)
    turnout_review_per_mille = Reads[int](Field.TURNOUT_REVIEW)
