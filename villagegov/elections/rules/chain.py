"""What all castings of one election amount to: who sits, who votes again, which seats wait (E-79 to E-91). Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from villagegov.elections.rules.counts import PollCount, PositionCount, Seated, ballot_order
from villagegov.elections.rules.decisions import PollDecision, PositionDecision, RevoteGroup
from villagegov.elections.rules.log import Log
from villagegov.elections.rules.margins import more_candidates_than_seats, rerun_candidates
from villagegov.elections.rules.poll import vacancies_allowed
from villagegov.elections.rules.seating import counted_votes
from villagegov.elections.rules.sheet import line_name
from villagegov.elections.vocabulary import Gate, PollKind, Post, Stage
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import WomenMode

#: A post, and whether only women stand for these seats of it.
Line = tuple[Post, bool]


@dataclass(frozen=True, kw_only=True)
class Contest:
    """One line of a ballot: a post, its seats, and who stands for them."""

    post: Post
    seats: int
    candidates: tuple[str, ...]
    women_only: bool = False

    @property
    def needs_nominees(self) -> bool:
        """Village law 2025 art. 18 (E-47): not more candidates than seats; somebody must be nominated anew."""
        return not more_candidates_than_seats(candidates=len(self.candidates), seats=self.seats)


@dataclass(frozen=True, kw_only=True)
class Held:
    """One casting with its verdict, and what was found out about it afterwards."""

    count: PollCount
    decision: PollDecision
    #: Declared void by those above (E-90), whatever the figures say.
    declared_void: bool = False
    #: Persons whose win did not last: declared void (E-91), or not through the vetting of those written in (E-83).
    unseated: frozenset[str] = frozenset()

    @property
    def is_void(self) -> bool:
        """Whether nothing of it counts."""
        return self.declared_void or self.decision.gate is not Gate.VALID

    @property
    def lines(self) -> list[tuple[PositionCount, PositionDecision]]:
        """Each post's count beside its verdict; several lines of one post in their order."""
        ordered = sorted(self.count.positions, key=lambda one: one.place)
        return list(zip(ordered, self.decision.positions, strict=True))


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where an election stands after its castings."""

    stage: Stage
    seated: tuple[Seated, ...]
    #: What the next casting is: the first anew, a revote or a rerun; None when nothing is open.
    next_kind: PollKind | None
    #: The ballot of the next casting; empty for a first poll, whose ballot is the election's own.
    contests: tuple[Contest, ...]
    #: Every tie that waits for its revote, also those whose turn comes later.
    ties: tuple[Contest, ...] = ()
    #: Seats that nobody has: post, whether kept for a woman, how many.
    empty: tuple[tuple[Post, bool, int], ...] = ()


@dataclass
class _Chain:
    first: PollCount | None = None
    #: Who sat before the first casting: in a by-election all whose seats are not voted on (E-105).
    sitting: tuple[Seated, ...] = ()
    seated: dict[str, Seated] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    groups: list[tuple[Line, RevoteGroup]] = field(default_factory=list)
    missing: dict[Line, int] = field(default_factory=dict)
    rerun_held: bool = False
    void: bool = False


def standing_after(castings: Iterable[Held], profile: Profile) -> Standing:
    """Village law 2025 arts. 18, 21 (E-79, E-85 to E-91): a void casting changes nothing and is held anew."""
    chain = _Chain()
    for held in castings:
        if held.count.kind is PollKind.FIRST and not held.is_void:
            chain = _Chain(first=held.count, sitting=held.count.seated)
        chain.void = held.is_void
        if not held.is_void:
            _take(chain, held)
        _unseat(chain, held)
        _keep_a_seat_for_a_woman(chain, profile)
    kind = _next_kind(chain, profile)
    stage = Stage.VOID if chain.void or chain.first is None else _STAGES[kind]
    return Standing(
        stage=stage,
        seated=tuple(chain.seated.values()),
        next_kind=kind,
        contests=_contests(chain, kind, profile),
        ties=tuple(_tie(line, group) for line, group in chain.groups),
        empty=tuple((post, women, seats) for (post, women), seats in _in_order(chain) if seats),
    )


def named_lines(count: PollCount, decision: PollDecision) -> list[tuple[str, PositionCount, PositionDecision]]:
    """Each line of a ballot with the name its figures have, its count and its verdict, from the highest post down."""
    seen: Counter[Line] = Counter()
    named = []
    for position, made in Held(count=count, decision=decision).lines:
        seen[position.post, position.women_only] += 1
        name = line_name(position.post, women_only=position.women_only, group=seen[position.post, position.women_only])
        named.append((name, position, made))
    return named


_STAGES = {
    None: Stage.DECIDED,
    PollKind.FIRST: Stage.VOID,
    PollKind.REVOTE: Stage.REVOTE_PENDING,
    PollKind.RERUN: Stage.RERUN_PENDING,
}


def _take(chain: _Chain, held: Held) -> None:
    chain.rerun_held = chain.rerun_held or held.count.kind is PollKind.RERUN
    for position, made in held.lines:
        _answered(chain, position, held.count.kind)
        _seat(chain, position, made)
    for key in held.decision.kin_out:
        _leave(chain, key)
    _shrink_groups(chain)


def _unseat(chain: _Chain, held: Held) -> None:
    """E-91, E-83: the seat is short anew, whatever was allowed to stay empty before."""
    for key in sorted(held.unseated):
        _leave(chain, key)
        chain.rerun_held = False
    _shrink_groups(chain)


def _answered(chain: _Chain, position: PositionCount, kind: PollKind) -> None:
    """What this line of the ballot was held for is no longer open."""
    line, persons = (position.post, position.women_only), set(position.votes)
    if kind is PollKind.RERUN:
        chain.missing.pop(line, None)
    if kind is PollKind.REVOTE:
        chain.groups = [one for one in chain.groups if one[0] != line or set(one[1].candidates) != persons]


def _seat(chain: _Chain, position: PositionCount, made: PositionDecision) -> None:
    for key in made.elected:
        chain.seated[key] = Seated(key=key, post=made.post, female=key in position.female)
    chain.groups += [((made.post, position.women_only), group) for group in made.revote_groups]
    _miss(chain, (made.post, position.women_only), made.short)
    _miss(chain, (made.post, True), made.women_reserved)


def _miss(chain: _Chain, line: Line, seats: int) -> None:
    if seats:
        chain.missing[line] = chain.missing.get(line, 0) + seats


def _leave(chain: _Chain, key: str) -> None:
    chain.gone.add(key)
    left = chain.seated.pop(key, None)
    if left is not None:
        _miss(chain, (left.post, False), 1)


def _shrink_groups(chain: _Chain) -> None:
    """Whoever won one revote drops out of the next; as many as there are seats need no vote."""
    groups, chain.groups = chain.groups, []
    female = _female(chain)
    for line, group in groups:
        left = tuple(key for key in group.candidates if key not in chain.seated and key not in chain.gone)
        if len(left) > group.seats:
            chain.groups.append((line, RevoteGroup(left, group.seats)))
            continue
        for key in left:
            chain.seated[key] = Seated(key=key, post=line[0], female=key in female)
        _miss(chain, line, group.seats - len(left))


def _female(chain: _Chain) -> frozenset[str]:
    return (
        frozenset(key for position in chain.first.positions for key in position.female) if chain.first else frozenset()
    )


def _keep_a_seat_for_a_woman(chain: _Chain, profile: Profile) -> None:
    """Village law 2025 art. 8 (E-07): no woman sits any more; one empty 委员 seat is for women only."""
    asked = profile.woman_required and profile.women_mode is WomenMode.RESERVE
    members = (Post.MEMBER, False)
    women = any(one.female for one in (*chain.sitting, *chain.seated.values()))
    waits = chain.groups or any(line[1] for line in chain.missing)
    if asked and not women and not waits and chain.missing.get(members):
        chain.missing[members] -= 1
        _miss(chain, (Post.MEMBER, True), 1)


def _next_kind(chain: _Chain, profile: Profile) -> PollKind | None:
    if chain.first is None:
        return PollKind.FIRST
    if chain.groups:
        return PollKind.REVOTE
    if not any(chain.missing.values()) or (chain.rerun_held and _gap_may_stay(chain, profile)):
        return None
    return PollKind.RERUN


def _gap_may_stay(chain: _Chain, profile: Profile) -> bool:
    """Sichuan regulation 2025 art. 38 (E-89, analog): still short after a rerun."""
    sitting = (*chain.sitting, *chain.seated.values())
    return vacancies_allowed(
        seated=len(sitting),
        chair_filled=any(one.post is Post.CHAIR for one in sitting),
        woman_seated=any(one.female for one in sitting),
        profile=profile,
    )


def _contests(chain: _Chain, kind: PollKind | None, profile: Profile) -> tuple[Contest, ...]:
    if kind is PollKind.REVOTE:
        return _revotes(chain)
    return _reruns(chain, profile) if kind is PollKind.RERUN else ()


def _revotes(chain: _Chain) -> tuple[Contest, ...]:
    """E-79: the groups in their order, as far as nobody stands in two of them at once."""
    busy: set[str] = set()
    contests: list[Contest] = []
    for (post, women_only), group in chain.groups:
        if busy.isdisjoint(group.candidates):
            contests.append(_tie((post, women_only), group))
        busy |= set(group.candidates)
    return tuple(sorted(contests, key=lambda one: ballot_order(one.post, women_only=one.women_only)))


def _tie(line: Line, group: RevoteGroup) -> Contest:
    return Contest(post=line[0], seats=group.seats, candidates=group.candidates, women_only=line[1])


def _in_order(chain: _Chain) -> list[tuple[Line, int]]:
    return sorted(chain.missing.items(), key=lambda one: ballot_order(one[0][0], women_only=one[0][1]))


def _reruns(chain: _Chain, profile: Profile) -> tuple[Contest, ...]:
    """E-86: the not elected with most votes in the first poll, post by post, the women's seat before the others."""
    busy, contests = {*chain.seated, *chain.gone}, list[Contest]()
    for (post, women_only), seats in _in_order(chain):
        if not seats:
            continue
        votes = _votes_of(chain, post, women_only, profile)
        margin = next((one.margin for one in (chain.first.positions if chain.first else ()) if one.post is post), 1)
        standing = rerun_candidates(votes, without=busy, number=seats + margin)
        contests.append(Contest(post=post, seats=seats, candidates=standing, women_only=women_only))
        busy |= set(standing)
    return tuple(contests)


def _votes_of(chain: _Chain, post: Post, women_only: bool, profile: Profile) -> Mapping[str, int]:
    position = next((one for one in (chain.first.positions if chain.first else ()) if one.post is post), None)
    if position is None or chain.first is None:
        return {}
    votes = counted_votes(position, chain.first, set(chain.seated), Log(profile))
    return {key: one for key, one in votes.items() if not women_only or key in position.female}
