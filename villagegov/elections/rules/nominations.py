"""Who may nominate whom, and how (E-43); the order of the initial list (F-12)."""

import re
import unicodedata
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import date

from villagegov.elections.vocabulary import ElectionReason, Post
from villagegov.elections.vocabulary.nominations import NominationReason, NominationSource, Quality
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import Nominators
from villagegov.refusal import Refusal, refuse_if

PARTY, VOTER, JOINT, SELF = NominationSource
_SOURCES: dict[Nominators, tuple[NominationSource, ...]] = {
    Nominators.VILLAGERS: (VOTER, JOINT, SELF),
    Nominators.PARTY_OR_VILLAGERS: (PARTY, VOTER, JOINT, SELF),
    Nominators.PARTY_OR_TEN_VOTERS: (PARTY, JOINT),
    Nominators.NOT_STATED: (PARTY, VOTER, JOINT, SELF),
}
_WANTED = {
    Nominators.VILLAGERS: tuple(one for one in Quality if one is not Quality.LEADERSHIP),
    Nominators.PARTY_OR_VILLAGERS: tuple(Quality),
}
#: Two make a joint nomination where the law names no number.
JOINTLY = 2
_BETWEEN = re.compile(r"[\s,、;.。]+")
_NUMBER = re.compile(r"[0-9]{1,9}")
#: Nominee's number on the roll, and the post.
Nominated = tuple[int, Post]


@dataclass(frozen=True, kw_only=True)
class Line:
    """One nomination as it was written; persons by their numbers on the roll."""

    nominee: int
    post: Post
    source: NominationSource
    numbers: tuple[int, ...] = ()
    votes: int | None = None
    made_on: date
    accepted_on: date | None = None

    @property
    def count(self) -> int:
        """How many voters it stands for; a recommendation of the Party branch stands for none."""
        if self.source is SELF:
            return 1
        return len(self.numbers) or self.votes or 0

    @property
    def nominators(self) -> tuple[int, ...]:
        """The numbers of those who are named; whoever names himself is one."""
        return (self.nominee,) if self.source is SELF else self.numbers

    @property
    def named(self) -> set[int]:
        """Every number on the roll that it names."""
        return {self.nominee, *self.numbers}


@dataclass
class Known:
    """What a nomination is judged by: the roll, and the nominations that stand already."""

    #: Number on the roll → name; of the persons the lines name.
    names: Mapping[int, str]
    posts: Set[Post]
    registered: int
    roll_posted_on: date | None
    named_by: dict[Nominated, set[int]] = field(default_factory=dict)
    by_party: set[Nominated] = field(default_factory=set)
    votes: dict[Nominated, int] = field(default_factory=dict)

    def add(self, line: Line) -> None:
        """Remember a line, so that the next ones are judged with it."""
        key = line.nominee, line.post
        self.named_by.setdefault(key, set()).update(line.nominators)
        self.votes[key] = self.votes.get(key, 0) + line.count
        if line.source is PARTY:
            self.by_party.add(key)


def lawful_sources(profile: Profile) -> tuple[NominationSource, ...]:
    """Village law 2025 art. 18, residents' law 2025 art. 18 (E-43): who may nominate; before 2026 the voters alone."""
    return tuple(one for one in _SOURCES[profile.nominators] if one is not VOTER or profile.joint_min == 1)


def least_jointly(profile: Profile) -> int:
    """Residents' law 2025 art. 18 (E-43): ten voters jointly; where nothing is said, two make "jointly"."""
    return max(JOINTLY, profile.joint_min)


def wanted_qualities(profile: Profile) -> tuple[Quality, ...]:
    """Village law 2025 art. 18, 2010 art. 15 (E-44): for villages; the Party's leadership is named since 2026."""
    return _WANTED.get(profile.nominators, ())


def numbers_in(text: str) -> tuple[int, ...]:
    """The numbers on the roll that were written, in any of the usual ways. Raises Refusal(NUMBERS_WORD, SAME_TWICE)."""
    words = [one for one in _BETWEEN.split(unicodedata.normalize("NFKC", text)) if one]
    refuse_if(not all(map(_NUMBER.fullmatch, words)), NominationReason.NUMBERS_WORD, "numbers")
    numbers = tuple(map(int, words))
    twice = sorted({one for one in numbers if numbers.count(one) > 1})
    refuse_if(bool(twice), NominationReason.SAME_TWICE, "numbers", numbers=twice)
    return numbers


def faults_of(line: Line, known: Known, *, profile: Profile, today: date) -> list[Refusal]:
    """Everything that is wrong with one nomination, each at its field (E-43)."""
    name = known.names.get(line.nominee)
    if name is None:
        return [Refusal(ElectionReason.NOT_ON_ROLL, "number")]
    if line.post not in known.posts:
        return [Refusal(ElectionReason.NO_SUCH_POST, "post", post=line.post.label)]
    return [*_of_source(line, profile), *_of_nominators(line, known, name), *_of_days(line, known, today)]


def _of_source(line: Line, profile: Profile) -> list[Refusal]:
    if line.source not in lawful_sources(profile):
        told = {"who": profile.nominators.label, "source": line.source.label}
        return [Refusal(NominationReason.NOT_THIS_WAY, "source", **told)]
    if line.numbers and line.source in (PARTY, SELF):
        return [Refusal(NominationReason.NO_NUMBERS_HERE, "numbers")]
    if line.votes is not None and line.source is not VOTER:
        return [Refusal(NominationReason.NO_VOTES_HERE, "votes")]
    least, count = least_jointly(profile), len(line.numbers)
    if line.source is JOINT and count < least:
        return [Refusal(NominationReason.TOO_FEW, "numbers", least=least, count=count)]
    if line.source is VOTER and not line.count:
        return [Refusal(NominationReason.NUMBERS_OR_VOTES, "numbers")]
    both = line.source is VOTER and line.numbers and line.votes is not None
    return [Refusal(NominationReason.NOT_BOTH, "votes")] if both else []


def _of_nominators(line: Line, known: Known, name: str) -> list[Refusal]:
    key, told = (line.nominee, line.post), {"name": name, "post": line.post.label}
    if line.source is PARTY:
        return [Refusal(NominationReason.PARTY_AGAIN, "source", **told)] if key in known.by_party else []
    if line.source is VOTER and line.nominee in line.numbers:
        return [Refusal(NominationReason.HIMSELF, "numbers")]
    strangers = [one for one in line.numbers if one not in known.names]
    if strangers:
        return [Refusal(NominationReason.NOBODY, "numbers", numbers=strangers)]
    again = sorted(known.named_by.get(key, set()).intersection(line.nominators))
    if again:
        where = "source" if line.source is SELF else "numbers"
        return [Refusal(NominationReason.AGAIN, where, numbers=again, **told)]
    votes = known.votes.get(key, 0) + line.count
    over = {"votes": votes, "registered": known.registered, "name": name}
    return [Refusal(NominationReason.OVER_REGISTERED, "votes", **over)] if votes > known.registered else []


def _of_days(line: Line, known: Known, today: date) -> list[Refusal]:
    faults = []
    if line.made_on > today:
        faults.append(Refusal(NominationReason.IN_FUTURE, "made_on"))
    elif known.roll_posted_on is not None and line.made_on < known.roll_posted_on:
        faults.append(Refusal(NominationReason.BEFORE_ROLL, "made_on", day=known.roll_posted_on))
    if line.accepted_on is not None and line.accepted_on > today:
        faults.append(Refusal(NominationReason.IN_FUTURE, "accepted_on"))
    elif line.accepted_on is not None and line.accepted_on < line.made_on:
        faults.append(Refusal(NominationReason.BEFORE_NOMINATION, "accepted_on", day=line.made_on))
    return faults


def order_on_list(*, votes: int, number: int) -> tuple[int, int]:
    """F-12: whoever has most votes (nominators) stands first; equal ones in the order of the roll."""
    return -votes, number
