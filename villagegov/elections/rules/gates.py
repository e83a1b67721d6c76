"""The gates every poll passes before anybody can be elected (rulebook 1.6, 1.7), in the order of Gate."""

from villagegov.elections.rules.counts import Casting, PollCount
from villagegov.elections.rules.ledger import collected_in_all, issued_in_all, ledger_balances
from villagegov.elections.rules.log import Log
from villagegov.elections.rules.possible import votes_are_possible
from villagegov.elections.vocabulary import Gate, PollKind, Step
from villagegov.law.vocabulary import CommitteeKind, Field, Method, OvercountBasis


def issued_within_registered(poll: PollCount, log: Log) -> bool:
    """Design choice (E-71): no more ballots are issued than voters are registered."""
    within = poll.issued <= poll.registered
    step = Step.ISSUED_WITHIN if within else Step.ISSUED_OVER
    log.write(step, Field.LEDGER, issued=poll.issued, registered=poll.registered)
    return within


def collected_within_issued(poll: PollCount, log: Log) -> bool:
    """Hainan measures 2025 art. 29 (E-72, analog): more collected than issued makes the election void."""
    limit = overcount_limit(poll)
    within = poll.collected <= limit
    step = Step.COLLECTED_WITHIN if within else Step.COLLECTED_OVER
    log.write(step, Field.OVERCOUNT_BASIS, collected=poll.collected, limit=limit, missing=poll.issued - poll.collected)
    return within


def overcount_limit(casting: Casting) -> int:
    """E-72: ballots issued, or by the province's choice persons who voted."""
    by_persons = casting.profile.overcount_basis is OvercountBasis.PARTICIPANTS
    return casting.participants if by_persons and casting.participants is not None else casting.issued


def ledger_is_balanced(poll: PollCount, log: Log) -> bool:
    """Design choice (E-70): each station's ledger balances, and V + X + B = C for each post."""
    balanced = _stations_balance(poll, log) and _totals_agree(poll, log) and _posts_balance(poll, log)
    if balanced:
        log.write(Step.LEDGER_BALANCED, Field.LEDGER, collected=poll.collected)
    return balanced


def _stations_balance(poll: PollCount, log: Log) -> bool:
    wrong = [station for station in poll.stations if not ledger_balances(station)]
    for one in wrong:
        log.write(
            Step.LEDGER_STATION,
            Field.LEDGER,
            station=one.name,
            printed=one.printed,
            issued=one.issued,
            destroyed=one.destroyed,
            specimens=one.specimens,
            collected=one.collected,
        )
    return not wrong


def _totals_agree(poll: PollCount, log: Log) -> bool:
    sums = issued_in_all(poll.stations), collected_in_all(poll.stations)
    if not poll.stations or sums == (poll.issued, poll.collected):
        return True
    every = {"all_issued": poll.issued, "all_collected": poll.collected}
    log.write(Step.LEDGER_TOTALS, Field.LEDGER, issued=sums[0], collected=sums[1], **every)
    return False


def _posts_balance(poll: PollCount, log: Log) -> bool:
    collected, balanced = poll.collected, True
    for one in poll.positions:
        valid = one.valid_of(collected)
        if valid < 0 or valid + one.invalid + one.blank != collected:
            figures = {"valid": max(valid, 0), "invalid": one.invalid, "blank": one.blank, "collected": collected}
            log.write(Step.LEDGER_POST, Field.LEDGER, post=one.post.value, **figures)
            balanced = False
    return balanced


def poll_is_valid(*, registered: int, collected: int) -> bool:
    """Village law 2025 art. 18 (E-73): more than half of the registered must vote; exactly half is not enough."""
    return 2 * collected > registered


def reps_poll_is_valid(*, representatives: int, collected: int) -> bool:
    """Residents' law 2025 art. 19 (E-74): more than two thirds must vote; exactly two thirds is not enough."""
    return 3 * collected > 2 * representatives


def reps_meet(*, representatives: int, collected: int) -> bool:
    """Village law 2025 art. 30 (E-97, E-105): at a village's by-election two thirds of them suffice, and no fewer."""
    return 3 * collected >= 2 * representatives


def enough_voted(poll: PollCount, log: Log) -> bool:
    """Village law 2025 art. 18, residents' law 2025 art. 19 (E-73, E-74); a revote has no such floor (E-79)."""
    if not turnout_is_asked(poll):
        log.write(Step.TURNOUT_NOT_ASKED, Field.TIE, kind=poll.kind.value)
        return True
    figures = {"collected": poll.collected, "registered": poll.registered}
    if poll.method is Method.REPS and poll.profile.kind is CommitteeKind.VILLAGE:
        enough = reps_meet(representatives=poll.registered, collected=poll.collected)
        step = Step.REPS_MEET if enough else Step.REPS_MEET_MISSED
        log.write(step, Field.TURNOUT, triple=3 * poll.collected, double=2 * poll.registered, **figures)
        return enough
    if poll.method is Method.REPS and poll.profile.reps_two_thirds:
        enough = reps_poll_is_valid(representatives=poll.registered, collected=poll.collected)
        step = Step.TURNOUT_TWO_THIRDS if enough else Step.TURNOUT_TWO_THIRDS_MISSED
        log.write(step, Field.REPS_TWO_THIRDS, triple=3 * poll.collected, double=2 * poll.registered, **figures)
        return enough
    enough = poll_is_valid(registered=poll.registered, collected=poll.collected)
    step = Step.TURNOUT_HALF if enough else Step.TURNOUT_HALF_MISSED
    log.write(step, Field.TURNOUT, double=2 * poll.collected, **figures)
    return enough


def turnout_is_asked(casting: Casting) -> bool:
    """E-79, E-88: of a first poll always, of a rerun by the profile, of a revote never."""
    if casting.kind is PollKind.RERUN:
        return casting.profile.rerun_needs_turnout
    return casting.kind is PollKind.FIRST


CHECKS = (
    (Gate.DATA_ERROR_ISSUED_GT_REGISTERED, issued_within_registered),
    (Gate.VOID_OVERCOUNT, collected_within_issued),
    (Gate.DATA_ERROR_LEDGER, ledger_is_balanced),
    (Gate.DATA_ERROR_VOTES, votes_are_possible),
    (Gate.VOID_TURNOUT, enough_voted),
)


def gate_of(poll: PollCount, log: Log) -> Gate:
    """The first gate the poll does not pass, or VALID (rulebook 1.7, E-84)."""
    return next((gate for gate, passes in CHECKS if not passes(poll, log)), Gate.VALID)
