"""`decide_poll`: all posts of one casting of votes (E-84). Pure, total, integers only."""

from villagegov.elections.rules.counts import PollCount
from villagegov.elections.rules.decisions import PollDecision, PositionDecision
from villagegov.elections.rules.gates import gate_of
from villagegov.elections.rules.log import Log
from villagegov.elections.rules.position import conclude
from villagegov.elections.rules.table import Row, Table, apply_kin, check_women_again, seat_all
from villagegov.elections.vocabulary import Gate, PollKind, Post, Stage, Step
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import Field


def decide_poll(poll: PollCount) -> PollDecision:
    """Village law 2025 art. 18, residents' law 2025 art. 19 (E-84): gates, posts, carry, women, ties, kin, shortage."""
    log = Log(poll.profile)
    gate = gate_of(poll, log)
    if gate is not Gate.VALID:
        return _refused(poll, gate, log)
    table = seat_all(poll, log)
    apply_kin(table)
    check_women_again(table)
    positions = tuple(_concluded(row, table) for row in table.rows)
    status = _status(table, positions)
    return PollDecision(
        gate=gate, status=status, positions=positions, kin_out=tuple(sorted(table.out)), log=tuple(log.lines)
    )


def _refused(poll: PollCount, gate: Gate, log: Log) -> PollDecision:
    """E-71, E-90: a void poll is held anew; a clerk's mistake leaves the poll where it was, to be put right."""
    ordered = sorted(poll.positions, key=lambda one: one.place)
    positions = tuple(PositionDecision(gate=gate, post=position.post) for position in ordered)
    stage = Stage.VOID if gate.is_void else Stage.POLLED
    return PollDecision(gate=gate, status=stage, positions=positions, log=tuple(log.lines))


def _concluded(row: Row, table: Table) -> PositionDecision:
    return conclude(row.position, table.poll, row.votes, row.seating, table.busy_elsewhere(row), row.log)


def vacancies_allowed(*, seated: int, chair_filled: bool, woman_seated: bool, profile: Profile) -> bool:
    """Sichuan regulation 2025 art. 38 (E-89, analog): still short after a rerun, the gap may stay empty."""
    chair = chair_filled or profile.chair_vacancy_ok
    woman = woman_seated or not profile.woman_required
    return seated >= profile.min_seated and chair and woman


def _status(table: Table, positions: tuple[PositionDecision, ...]) -> Stage:
    """Rulebook 1.0: a tie votes again first, then the missing seats, else all is decided."""
    if any(position.revote_groups for position in positions):
        return Stage.REVOTE_PENDING
    if not any(position.short or position.women_reserved for position in positions):
        return Stage.DECIDED
    return Stage.DECIDED if _gap_may_stay(table) else Stage.RERUN_PENDING


def _gap_may_stay(table: Table) -> bool:
    poll = table.poll
    if poll.kind is not PollKind.RERUN:
        return False
    sitting = {one.key: one.post for one in poll.seated if one.key not in table.out}
    sitting |= {key: row.position.post for row in table.rows for key in row.seating.elected}
    woman = poll.woman_already or not table.women.isdisjoint(sitting)
    chair = Post.CHAIR in sitting.values()
    allowed = vacancies_allowed(seated=len(sitting), chair_filled=chair, woman_seated=woman, profile=poll.profile)
    if allowed:
        table.log.write(Step.VACANCY_ALLOWED, Field.MIN_SEATED, seated=len(sitting), needed=poll.profile.min_seated)
    return allowed
