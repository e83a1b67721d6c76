"""How far a topic has come, and the one step that comes next (C-06). Computed from facts, never stored."""

from dataclasses import dataclass

from villagegov.consultation.vocabulary import Outcome, State, Step


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What has happened to one topic so far."""

    accepted: bool = False
    refused: bool = False
    withdrawn: bool = False
    noticed: bool = False
    held: bool = False
    outcome: Outcome | None = None
    #: Whether the meeting it was sent to passed it; None while none has decided.
    passed: bool | None = None
    result_posted: bool = False
    #: Agreed points that are not done yet.
    open_points: int = 0
    #: A report on a point was entered.
    reported: bool = False
    done_posted: bool = False

    @property
    def agreed(self) -> bool | None:
        """Whether there is something to carry out; None while nothing is settled."""
        if self.outcome is Outcome.TO_MEETING:
            return self.passed
        return None if self.outcome is None else self.outcome is Outcome.AGREED


_NEXT = {
    State.PROPOSED: Step.ACCEPT,
    State.ACCEPTED: Step.NOTICE,
    State.NOTICED: Step.HOLD,
    State.HELD: Step.CONCLUDE,
    State.TO_MEETING: Step.SETTLE,
    State.AGREED: Step.POST_RESULT,
    State.NOT_AGREED: Step.POST_RESULT,
    State.DOING: Step.REPORT,
    State.DONE: Step.POST_DONE,
}
#: States before anything was settled: the starter may still withdraw.
_YOUNG = frozenset({State.PROPOSED, State.ACCEPTED, State.NOTICED, State.HELD})
#: Where a topic goes no further.
ENDED = frozenset({State.REFUSED, State.WITHDRAWN, State.POSTED})


def state_of(facts: Facts) -> State:
    """Village law 2025 art. 33, residents' law 2025 art. 32 (C-06): how far a topic has come."""
    if facts.withdrawn:
        return State.WITHDRAWN
    if facts.refused:
        return State.REFUSED
    if not facts.held:
        return _before_talk(facts)
    if facts.agreed is None:
        return State.HELD if facts.outcome is None else State.TO_MEETING
    return _carried_out(facts) if facts.agreed else _without_result(facts)


def _before_talk(facts: Facts) -> State:
    if facts.noticed:
        return State.NOTICED
    return State.ACCEPTED if facts.accepted else State.PROPOSED


def _without_result(facts: Facts) -> State:
    """C-10: no result is a result too, and is posted with its reason."""
    return State.POSTED if facts.result_posted else State.NOT_AGREED


def _carried_out(facts: Facts) -> State:
    """C-08, C-09: posted, carried out, posted again."""
    if not facts.result_posted:
        return State.AGREED
    if facts.open_points:
        return State.DOING
    return State.POSTED if facts.done_posted else State.DONE


def next_step(state: State) -> Step | None:
    """C-06: the one step a topic waits for; None once it has ended."""
    return _NEXT.get(state)


def last_step(facts: Facts) -> Step | None:
    """C-06: the newest step of which nothing follows yet, so that it may be put right; None once notices hang."""
    state = state_of(facts)
    if facts.result_posted or facts.reported or state is State.WITHDRAWN:
        return None
    if state is State.REFUSED:
        return Step.ACCEPT
    if facts.passed is not None:
        return Step.SETTLE
    if facts.outcome is not None:
        return Step.CONCLUDE
    if facts.held:
        return Step.HOLD
    if facts.noticed:
        return Step.NOTICE
    return Step.ACCEPT if facts.accepted else Step.PROPOSE


def missing_before(step: Step, state: State) -> Step | None:
    """C-06: the step that must be done before `step`; None when it is its turn, or over."""
    waits_for, order = next_step(state), list(Step)
    if waits_for is None or order.index(waits_for) >= order.index(step):
        return None
    return waits_for


def may_withdraw(state: State) -> bool:
    """C-04: whoever started it may take it back until something is settled."""
    return state in _YOUNG


def may_report(facts: Facts) -> bool:
    """C-08: what is done of an agreed point is noted until the carrying-out is posted."""
    return bool(facts.agreed) and not facts.done_posted and not facts.withdrawn
