"""Meetings, by integers only: who belongs, how many must come, what passes (E-97, E-19, E-20, E-30, D-19)."""

from dataclasses import dataclass
from datetime import date, timedelta

from villagegov.accounts.vocabulary import Role
from villagegov.bodies.vocabulary import Body, MeetingKind, Share, Verdict
from villagegov.law.profiles import Article, Profile, profile_for
from villagegov.law.vocabulary import CommitteeKind, Law, Status
from villagegov.vocabulary import LazyString, _l

#: D-19: from the day both laws of 2025 hold.
PARTY_STUDY_SINCE = date(2026, 1, 1)

_LAWS = {
    "V-2010": Law.VILLAGE_2018,
    "V-2018": Law.VILLAGE_2018,
    "V-2026": Law.VILLAGE_2025,
    "R-1990": Law.RESIDENTS_2018,
    "R-2026": Law.RESIDENTS_2025,
}
#: The article each kind of meeting stands on, in each law.
_ARTICLES: dict[MeetingKind, dict[Law, int]] = {
    MeetingKind.ASSEMBLY: {
        Law.VILLAGE_2018: 22, Law.VILLAGE_2025: 26, Law.RESIDENTS_2018: 9, Law.RESIDENTS_2025: 27,
    },
    MeetingKind.REPRESENTATIVES: {
        Law.VILLAGE_2018: 26, Law.VILLAGE_2025: 30, Law.RESIDENTS_2018: 9, Law.RESIDENTS_2025: 29,
    },
    MeetingKind.GROUP: {Law.VILLAGE_2018: 28, Law.VILLAGE_2025: 32},
    MeetingKind.COMMITTEE: {
        Law.VILLAGE_2018: 29, Law.VILLAGE_2025: 34, Law.RESIDENTS_2018: 11, Law.RESIDENTS_2025: 33,
    },
}  # fmt: skip
#: Where the own law is silent: residents' groups go by the village law, small committees by Hainan's measures.
_ANALOGIES = {
    MeetingKind.GROUP: Article(Law.VILLAGE_2025, 32),
    MeetingKind.SUPERVISION: Article(Law.HAINAN, 14),
    MeetingKind.ELECTION: Article(Law.HAINAN, 14),
}
_MEMBERS: dict[MeetingKind, tuple[Body, ...]] = {
    MeetingKind.REPRESENTATIVES: (Body.COMMITTEE, Body.REPRESENTATIVES),
    MeetingKind.COMMITTEE: (Body.COMMITTEE,),
    MeetingKind.SUPERVISION: (Body.SUPERVISION,),
    MeetingKind.ELECTION: (Body.ELECTION,),
}
#: Who keeps the record. The supervisors' register is their own (S-09): the clerk may write it, the chair may not.
_KEEPERS = {MeetingKind.SUPERVISION: frozenset({Role.CLERK, Role.SUPERVISOR})}


@dataclass(frozen=True)
class Sense:
    """How many must come, on what ground, and how sure that ground is."""

    share: Share
    article: Article | None
    status: Status


@dataclass(frozen=True)
class Quorum:
    """Whether enough came: `present` of `entitled`, where `needed` are enough."""

    held: bool
    present: int
    needed: int
    entitled: int
    share: Share
    article: Article | None
    status: Status
    by_households: bool = False

    @property
    def words(self) -> LazyString:
        """The sum in words: 应到 45 人，实到 30 人，达到三分之二（30 人）：有效。"""
        values = {"entitled": self.entitled, "present": self.present, "needed": self.needed, "share": self.share.label}
        if self.by_households:
            if self.held:
                return _l("应到 %(entitled)s 户，实到 %(present)s 户，达到%(share)s（%(needed)s 户）：有效", **values)
            return _l("应到 %(entitled)s 户，实到 %(present)s 户，没有达到%(share)s（%(needed)s 户）：无效", **values)
        if self.held:
            return _l("应到 %(entitled)s 人，实到 %(present)s 人，达到%(share)s（%(needed)s 人）：有效", **values)
        return _l("应到 %(entitled)s 人，实到 %(present)s 人，没有达到%(share)s（%(needed)s 人）：无效", **values)

    @property
    def ground(self) -> LazyString:
        """What it stands on, and whether that is only an analogy or a rule of this system."""
        if self.article is None:
            return _l("%(status)s：党组织和村（居）民委员会的全体成员过半数到会", status=self.status.label)
        if self.status is Status.VERIFIED:
            return _l("依据%(article)s", article=self.article.label)
        return _l("%(article)s（%(status)s）", article=self.article.label, status=self.status.label)


def sense_of(*, kind: MeetingKind, committee: CommitteeKind, held_on: date, by_households: bool = False) -> Sense:
    """Village law 2025 arts. 26, 30, 32, residents' law 2025 arts. 27, 29 (E-97); committees E-19; joint: our own.

    No law knows the joint meeting: here more than half of the Party branch and the committee together must come.
    The residents' law of 1989 counted representatives as an assembly: more than half.
    """
    text = _LAWS[profile_for(committee, held_on).key]
    number = _ARTICLES.get(kind, {}).get(text)
    article = Article(text, number) if number else _ANALOGIES.get(kind)
    share = Share.TWO_THIRDS if _by_two_thirds(kind, text, by_households) else Share.HALF
    if article is None or kind is MeetingKind.COMMITTEE:  # the law names the majority, not how many must come
        return Sense(share, article, Status.DESIGN)
    return Sense(share, article, Status.VERIFIED if number else Status.ANALOG)


def _by_two_thirds(kind: MeetingKind, text: Law, by_households: bool) -> bool:
    if kind is MeetingKind.ASSEMBLY:
        return by_households and text in (Law.VILLAGE_2018, Law.VILLAGE_2025)
    if kind is MeetingKind.REPRESENTATIVES:
        return text is not Law.RESIDENTS_2018
    return kind is MeetingKind.GROUP


def quorum_of(
    *,
    kind: MeetingKind,
    committee: CommitteeKind,
    held_on: date,
    entitled: int,
    present: int,
    by_households: bool = False,
) -> Quorum:
    """Village law 2025 arts. 26, 30, 32, residents' law 2025 arts. 27, 29 (E-97, X-38): whether enough came."""
    sense = sense_of(kind=kind, committee=committee, held_on=held_on, by_households=by_households)
    if sense.share is Share.TWO_THIRDS:
        held, needed = 3 * present >= 2 * entitled, -(-2 * entitled // 3)
    else:
        held, needed = 2 * present > entitled, entitled // 2 + 1
    return Quorum(
        held and entitled > 0,
        present,
        max(needed, 1),
        entitled,
        sense.share,
        sense.article,
        sense.status,
        by_households,
    )


def passed(*, quorum: Quorum, votes_for: int) -> bool:
    """Village law 2025 arts. 26, 30, 32, 34 (E-97, E-19): more than half of those present, in a meeting that counts."""
    return quorum.held and 2 * votes_for > quorum.present


def verdict_of(*, quorum: Quorum, votes_for: int | None, studied: bool = True) -> Verdict:
    """Village law 2025 arts. 26, 28, 30 (E-97, D-19): what became of a matter, quorum before study before majority."""
    if votes_for is None:
        return Verdict.OPEN
    if not quorum.held:
        return Verdict.NOT_QUORATE
    if not studied:
        return Verdict.NOT_STUDIED
    return Verdict.PASSED if passed(quorum=quorum, votes_for=votes_for) else Verdict.NOT_PASSED


def needs_party_study(*, kind: MeetingKind, held_on: date) -> bool:
    """Village law 2025 art. 28, residents' law 2025 art. 30 (D-19): important matters of both, from 2026."""
    return kind in (MeetingKind.ASSEMBLY, MeetingKind.REPRESENTATIVES) and held_on >= PARTY_STUDY_SINCE


def studied_before(*, study_on: date | None, held_on: date) -> bool:
    """Village law 2025 art. 28 (D-19): the Party branch studied it first, on an earlier day."""
    return study_on is not None and study_on < held_on


def meeting_period(committee: CommitteeKind, day: date) -> tuple[date, date]:
    """Village law 2025 art. 30, residents' law 2025 art. 29 (E-97): once a quarter, or each half-year: its two ends."""
    months = 3 if committee is CommitteeKind.VILLAGE else 6
    first = (day.month - 1) // months * months + 1
    over = first + months
    after = date(day.year + 1, 1, 1) if over > 12 else date(day.year, over, 1)
    return date(day.year, first, 1), after - timedelta(days=1)


def ends_membership(absences: int, profile: Profile) -> bool:
    """Hainan measures art. 13 (E-20, by analogy): so many absences without reason end a membership."""
    return absences >= profile.max_absent


def bodies_of(kind: MeetingKind) -> tuple[Body, ...]:
    """Village law 2025 art. 29 (E-97): whose members make up the meeting; empty where numbers are typed."""
    return _MEMBERS.get(kind, ())


def sits_in(kind: MeetingKind, held_on: date) -> bool:
    """Village law 2025 art. 37 (S-07): supervisors sit in on committee meetings, from 2026 on representatives' too."""
    return kind is MeetingKind.COMMITTEE or (kind is MeetingKind.REPRESENTATIVES and held_on >= PARTY_STUDY_SINCE)


def may_keep(kind: MeetingKind, roles: frozenset[Role]) -> bool:
    """S-09: whether one of these roles keeps the record of such meetings."""
    return bool(roles & _KEEPERS.get(kind, frozenset({Role.CLERK, Role.CHAIR})))
