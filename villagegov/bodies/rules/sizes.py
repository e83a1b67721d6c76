"""How many must sit in each body, who must be among them; each verdict with its figures and article. Pure."""

from dataclasses import dataclass
from datetime import date

from villagegov.bodies.vocabulary import Severity, SizeReason
from villagegov.law.profiles import Article, Profile, Source
from villagegov.law.vocabulary import CommitteeKind, Field, Law, Status
from villagegov.vocabulary import LazyString, _l

#: S-03 (prov).
SUPERVISORS_MIN, SUPERVISORS_MAX = 3, 5
#: E-109: households one representative stands for.
HOUSEHOLDS = {CommitteeKind.VILLAGE: (5, 15), CommitteeKind.RESIDENTS: (20, 50)}
_NEW_LAWS = date(2026, 1, 1)


@dataclass(frozen=True)
class SizeVerdict:
    """One requirement: whether it is met, with the figures it was tested on."""

    reason: SizeReason
    met: bool
    have: int
    needed: str
    article: Source | None
    status: Status = Status.VERIFIED
    severity: Severity = Severity.BARS

    @property
    def sentence(self) -> str:
        """The requirement and what there is, in the reader's language."""
        return str(self.reason.label) % {"have": self.have, "needed": self.needed}

    @property
    def ground(self) -> LazyString | str:
        """The article it stands on, or how far it is from one."""
        if self.article is None:
            return self.status.label
        if self.status is Status.VERIFIED:
            return self.article.label
        return _l("%(article)s（%(status)s）", article=self.article.label, status=self.status.label)


def committee_size(members: int, profile: Profile) -> SizeVerdict:
    """Village law 2025 art. 8, residents' law 2025 art. 8 (E-03, E-04): three to seven, five to nine."""
    low, high = profile.seats_min, profile.seats_max
    article = profile.article(Field.SEATS_MIN)
    return SizeVerdict(SizeReason.COMMITTEE, low <= members <= high, members, f"{low}–{high}", article)


def committee_women(women: int, profile: Profile) -> SizeVerdict:
    """Village law 2025 art. 8, residents' law 2025 art. 8 (E-07): at least so many women."""
    article = profile.article(Field.WOMAN_REQUIRED)
    return SizeVerdict(SizeReason.WOMEN, women >= profile.min_women, women, f"{profile.min_women}", article)


def supervision_size(members: int) -> SizeVerdict:
    """Hainan measures, Ministry guidance (S-03): three to five."""
    met = SUPERVISORS_MIN <= members <= SUPERVISORS_MAX
    needed = f"{SUPERVISORS_MIN}–{SUPERVISORS_MAX}"
    return SizeVerdict(SizeReason.SUPERVISION, met, members, needed, None, Status.SECOND_HAND)


def supervision_odd(members: int) -> SizeVerdict:
    """S-03: an even number decides nothing when it is split; only a warning."""
    odd = bool(members % 2)
    return SizeVerdict(SizeReason.SUPERVISION_ODD, odd, members, "3、5", None, Status.ANALOG, Severity.WARNS)


def supervision_head(heads: int) -> SizeVerdict:
    """S-03: one head."""
    return SizeVerdict(SizeReason.SUPERVISION_HEAD, heads == 1, heads, "1", None, Status.SECOND_HAND)


def supervision_knows(knowing: int, committee: CommitteeKind, day: date) -> SizeVerdict | None:
    """Village law 2025 art. 37, 2018 art. 32 (S-04): one who knows accounts; the residents' law asks nothing."""
    if committee is not CommitteeKind.VILLAGE:
        return None
    article = Article(Law.VILLAGE_2025, 37) if day >= _NEW_LAWS else Article(Law.VILLAGE_2018, 32)
    return SizeVerdict(SizeReason.KNOWS_ACCOUNTS, knowing >= 1, knowing, "1", article)


def election_size(members: int, profile: Profile) -> SizeVerdict:
    """Ministry guidance (E-15): three at least, nine at most."""
    low, high = profile.committee_min, profile.committee_max
    return SizeVerdict(SizeReason.ELECTION, low <= members <= high, members, f"{low}–{high}", None, Status.ANALOG)


def election_odd(members: int) -> SizeVerdict:
    """Ministry guidance (E-15): an odd number is preferred; only a warning."""
    odd = bool(members % 2)
    return SizeVerdict(SizeReason.ELECTION_ODD, odd, members, "3、5、7、9", None, Status.VERIFIED, Severity.WARNS)


def representatives_share(*, representatives: int, committee_members: int) -> SizeVerdict:
    """Village law 2025 art. 29 (E-97): four fifths of the representatives' meeting or more."""
    whole = representatives + committee_members
    met = whole > 0 and 5 * representatives >= 4 * whole
    needed = f"{-(-4 * whole // 5)} / {whole}"
    return SizeVerdict(SizeReason.FOUR_FIFTHS, met, representatives, needed, Article(Law.VILLAGE_2025, 29))


def representatives_women(*, women: int, representatives: int, committee_members: int) -> SizeVerdict:
    """Village law 2025 art. 29 (E-97): women representatives are a third of the whole meeting or more."""
    whole = representatives + committee_members
    met = whole > 0 and 3 * women >= whole
    needed = f"{-(-whole // 3)} / {whole}"
    return SizeVerdict(SizeReason.WOMEN_THIRD, met, women, needed, Article(Law.VILLAGE_2025, 29))


def households_fit(households: int, committee: CommitteeKind) -> bool:
    """Village law 2025 art. 29, residents' law 2025 art. 13 (E-109): 5 to 15, or 20 to 50 households each."""
    low, high = HOUSEHOLDS[committee]
    return low <= households <= high


def representatives_households(misfits: int, committee: CommitteeKind) -> SizeVerdict:
    """Village law 2025 art. 29, residents' law 2025 art. 13 (E-109): a warning; groups may choose otherwise."""
    low, high = HOUSEHOLDS[committee]
    village = committee is CommitteeKind.VILLAGE
    article = Article(Law.VILLAGE_2025, 29) if village else Article(Law.RESIDENTS_2025, 13)
    return SizeVerdict(SizeReason.HOUSEHOLDS, misfits == 0, misfits, f"{low}–{high}", article, severity=Severity.WARNS)
