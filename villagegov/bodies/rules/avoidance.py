"""Who may not hold which office beside whom, each answer with its article. Pure; only declared kin are known."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from villagegov.bodies.rules.offices import STAND_INS
from villagegov.bodies.vocabulary import Body, ConflictReason, Office, Severity
from villagegov.law.profiles import Article, Source, profile_for
from villagegov.law.vocabulary import CommitteeKind, Field, KinBar, KinSet, Law, Status
from villagegov.people.rules.kin import ALL, THREE
from villagegov.people.vocabulary import Kin
from villagegov.vocabulary import LazyString, _l

#: S-05: offices that many provinces keep off the supervision committee (prov).
EXTRA_BAR = frozenset({Office.BOOKKEEPER, Office.CASHIER, Office.VILLAGE_CLERK})
#: Bodies in which one person has one seat.
_ONE_SEAT = frozenset({Body.COMMITTEE, Body.SUPERVISION, Body.ELECTION})
#: Offices of which a unit has one.
_SINGLE = frozenset({Office.CHAIR, Office.SUPERVISION_HEAD, Office.ELECTION_HEAD})
_NEW_LAWS = date(2026, 1, 1)
_ARE, _WARN = Severity.BARS, Severity.WARNS


@dataclass(frozen=True)
class Sitting:
    """One who holds an office, or is entered for it."""

    person: int
    name: str
    office: Office
    #: Its first day: the law of the day on which the later of two joined says whether kin may sit together.
    since: date
    #: Whether only standing in for the holder (E-106).
    acting: bool = False


@dataclass(frozen=True)
class Conflict:
    """One thing that stands against an office, or is worth a warning."""

    reason: ConflictReason
    severity: Severity
    other: Sitting
    #: What the other is to this person.
    relation: Kin | None = None
    article: Source | None = None
    status: Status = Status.VERIFIED

    @property
    def bars(self) -> bool:
        """Whether the office cannot be held."""
        return self.severity is Severity.BARS

    @property
    def sentence(self) -> str:
        """The reason in the reader's language, with who it is about."""
        relation = self.relation.label if self.relation else ""
        values = {"name": self.other.name, "office": self.other.office.label, "relation": relation}
        return str(self.reason.label) % {name: str(value) for name, value in values.items()}

    @property
    def ground(self) -> LazyString | str:
        """The article it stands on, or how far it is from one."""
        if self.article is None:
            return self.status.label
        if self.status is Status.VERIFIED:
            return self.article.label
        return _l("%(article)s（%(status)s）", article=self.article.label, status=self.status.label)


def conflicts(
    *,
    person: int,
    office: Office,
    committee: CommitteeKind,
    day: date,
    since: date,
    sitting: Iterable[Sitting],
    kin: Mapping[int, Kin],
    acting: bool = False,
    extra_bar: Collection[Office] = EXTRA_BAR,
) -> list[Conflict]:
    """Village law 2025 arts. 8, 37 (E-09, E-15, S-05): what stands against this person in this office on that day."""
    found: list[Conflict] = []
    for other in sitting:
        if _stands_in(office, acting, other, same=other.person == person):
            continue
        if other.person == person:
            found += _own(office, other, committee, day, extra_bar)
        else:
            found += _others(office, other, committee, (day, max(since, other.since)), kin.get(other.person))
    return found


def _stands_in(office: Office, acting: bool, other: Sitting, *, same: bool) -> bool:
    """E-106: one keeps the own seat while standing in for the chair, who may still hold his; kin count by that seat."""
    if acting == other.acting:
        return False
    if same:
        return (other.office if acting else office) in STAND_INS
    return office is other.office


def _own(
    office: Office, other: Sitting, committee: CommitteeKind, day: date, extra_bar: Collection[Office]
) -> list[Conflict]:
    """Two offices in one hand."""
    bodies = {office.body, other.office.body}
    if office is other.office or (office.body is other.office.body and office.body in _ONE_SEAT):
        return [Conflict(ConflictReason.HELD_ALREADY, _ARE, other, status=Status.DESIGN)]
    if bodies == {Body.COMMITTEE, Body.SUPERVISION}:
        return [_supervision(ConflictReason.BOTH_BODIES, other, None, committee, day)]
    if Body.SUPERVISION in bodies and (office in extra_bar or other.office in extra_bar):
        return [Conflict(ConflictReason.STAFF_SUPERVISES, _ARE, other, status=Status.ANALOG)]
    if {office, other.office} == {Office.BOOKKEEPER, Office.CASHIER}:
        return [Conflict(ConflictReason.BOTH_PURSES, _ARE, other, status=Status.UNVERIFIED)]
    return []


def _others(
    office: Office, other: Sitting, committee: CommitteeKind, days: tuple[date, date], relation: Kin | None
) -> list[Conflict]:
    """The same seat, or near kin where the law keeps them apart; the days are today and that of the later joining."""
    day, joined = days
    found = []
    if office is other.office and office in _SINGLE:
        found.append(Conflict(ConflictReason.SEAT_TAKEN, _ARE, other, status=Status.DESIGN))
    if relation is None:
        return found
    bodies = {office.body, other.office.body}
    if bodies == {Body.COMMITTEE, Body.SUPERVISION}:
        found.append(_supervision(ConflictReason.KIN_OF_SUPERVISED, other, relation, committee, day))
    elif bodies == {Body.COMMITTEE} and relation in barred_kin(committee, joined):
        article = profile_for(committee, joined).article(Field.KIN_BAR)
        found.append(Conflict(ConflictReason.KIN_IN_COMMITTEE, _ARE, other, relation, article))
    elif bodies == {Body.ELECTION}:
        found.append(Conflict(ConflictReason.KIN_IN_ELECTION, _WARN, other, relation, status=Status.VERIFIED))
    return found


def barred_kin(committee: CommitteeKind, day: date) -> frozenset[Kin]:
    """Village law 2025 art. 8 (E-09): relations that cannot sit in one committee under the law of that day."""
    profile = profile_for(committee, day)
    if profile.kin_bar is KinBar.NONE:
        return frozenset()
    return THREE if profile.kin_set_on(day) is KinSet.THREE else ALL


def _supervision(
    reason: ConflictReason, other: Sitting, relation: Kin | None, committee: CommitteeKind, day: date
) -> Conflict:
    """Village law 2025 art. 37, 2018 art. 32; residents' law 2025 art. 36 (S-05); communities were free before."""
    if committee is CommitteeKind.VILLAGE:
        article = Article(Law.VILLAGE_2025, 37) if day >= _NEW_LAWS else Article(Law.VILLAGE_2018, 32)
        return Conflict(reason, _ARE, other, relation, article)
    if day >= _NEW_LAWS:
        return Conflict(reason, _ARE, other, relation, Article(Law.RESIDENTS_2025, 36))
    return Conflict(reason, _WARN, other, relation, Article(Law.VILLAGE_2018, 32), Status.ANALOG)
