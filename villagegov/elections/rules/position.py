"""`decide_position`: one post of one poll (rulebook 1.7). Pure, total, integers only."""

from collections.abc import Mapping, Set

from villagegov.elections.rules.counts import Casting, PollCount, PositionCount
from villagegov.elections.rules.decisions import PositionDecision
from villagegov.elections.rules.gates import gate_of
from villagegov.elections.rules.log import Log
from villagegov.elections.rules.margins import rerun_candidates
from villagegov.elections.rules.seating import Seating, counted_votes, tell
from villagegov.elections.rules.women import seat
from villagegov.elections.vocabulary import Gate, PollKind, Step
from villagegov.law.vocabulary import Field


def decide_position(position: PositionCount, casting: Casting, *, woman_already: bool) -> PositionDecision:
    """Village law 2025 art. 18 (rulebook 1.7): gates, floor, cut, ties, women's seat, shortage of one post."""
    log = Log(casting.profile)
    plain = {name: getattr(casting, name) for name in Casting.__dataclass_fields__}
    poll = PollCount(**plain, positions=(position,), woman_already=woman_already)
    gate = gate_of(poll, log)
    if gate is not Gate.VALID:
        return PositionDecision(gate=gate, post=position.post, log=tuple(log.lines))
    votes, seating = settle(position, poll, set(), woman_already, log)
    return conclude(position, poll, votes, seating, set(), log)


def settle(
    position: PositionCount, poll: PollCount, taken: Set[str], woman_already: bool, log: Log
) -> tuple[dict[str, int], Seating]:
    """E-77 to E-80: the votes that count and who sits by them. `taken` sit or wait elsewhere."""
    figures = {"seats": position.seats, "collected": poll.collected}
    log.write(Step.SEATS_TO_FILL, Field.MAJORITY, post=position.post.value, **figures)
    votes = counted_votes(position, poll, taken, log)
    seating = seat(position, votes, poll, woman_already, log)
    tell(position, seating, votes, poll, log)
    return votes, seating


def conclude(
    position: PositionCount, poll: PollCount, votes: Mapping[str, int], seating: Seating, out: Set[str], log: Log
) -> PositionDecision:
    """Village law 2025 art. 18 (E-85, E-86): the seats left and who stands for them. `out` may not stand."""
    women, general, again = _rerun_lists(position, poll, votes, seating, out, log)
    return PositionDecision(
        gate=Gate.VALID,
        post=position.post,
        elected=seating.elected,
        revote=seating.revoting,
        revote_seats=sum(group.seats for group in seating.groups),
        revote_groups=seating.groups,
        short=seating.short,
        women_reserved=seating.reserved,
        rerun_candidates=women if seating.reserved else general,
        rerun_candidates_general=general if seating.reserved else (),
        nominate_again=again,
        log=tuple(log.lines),
    )


def _rerun_lists(
    position: PositionCount, poll: PollCount, votes: Mapping[str, int], seating: Seating, out: Set[str], log: Log
) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """E-86: the women's list, the general list, and whether the women must be nominated anew."""
    post = position.post.value
    if seating.short:
        log.write(Step.SHORT, Field.RERUN, post=post, seats=seating.short)
    if poll.kind is not PollKind.FIRST:
        return (), (), False
    busy = {*out, *seating.elected, *seating.revoting}
    women = _women_list(position, votes, seating, busy)
    again = seating.reserved > 0 and len(women) < seating.reserved + 1
    if women:
        log.write(Step.RERUN_WOMEN, Field.RERUN, post=post, persons=list(women))
    if again:
        needed = seating.reserved + 1
        log.write(Step.NOMINATE_AGAIN, Field.WOMEN_MODE, post=post, count=len(women), needed=needed)
    number = seating.short + position.margin if seating.short else 0
    general = rerun_candidates(votes, without=busy | set(women), number=number)
    if general:
        log.write(Step.RERUN_LIST, Field.RERUN, post=post, persons=list(general))
    if len(general) > number:
        log.write(Step.CUT_TIED, Field.RERUN, post=post, count=len(general))
    return women, general, again


def _women_list(position: PositionCount, votes: Mapping[str, int], seating: Seating, busy: Set[str]) -> tuple[str, ...]:
    theirs = {key: count for key, count in votes.items() if key in position.female}
    number = seating.reserved + position.margin if seating.reserved else 0
    return rerun_candidates(theirs, without=busy, number=number)
