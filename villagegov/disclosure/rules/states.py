"""How far a posting has come, and the one step that comes next (D-07). Computed from facts, never stored."""

from dataclasses import dataclass

from villagegov.disclosure.vocabulary import PostingState, Step


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What has happened to one posting so far."""

    #: The supervisors have it.
    submitted: bool = False
    #: The last time they had it they sent it back.
    returned: bool = False
    #: They passed it.
    reviewed: bool = False
    #: A joint meeting's decision settled it.
    settled: bool = False
    posted: bool = False


_NEXT = {
    PostingState.DRAFT: Step.HAND_OVER,
    PostingState.RETURNED: Step.HAND_OVER,
    PostingState.SUP_REVIEW: Step.REVIEW,
    PostingState.REVIEWED: Step.SETTLE,
    PostingState.JOINT_OK: Step.POST,
}


def state_of(facts: Facts) -> PostingState:
    """Shandong disclosure regulation 2018 art. 11 (D-07, analog): draft, review, joint meeting, posting."""
    if facts.posted:
        return PostingState.PUBLISHED
    if facts.submitted and facts.reviewed:
        return PostingState.JOINT_OK if facts.settled else PostingState.REVIEWED
    if facts.submitted:
        return PostingState.SUP_REVIEW
    return PostingState.RETURNED if facts.returned else PostingState.DRAFT


def next_step(state: PostingState) -> Step | None:
    """D-07: the one step a posting waits for; None once it is posted."""
    return _NEXT.get(state)


def missing_before(step: Step, state: PostingState) -> Step | None:
    """D-07 (C10): the step that must be done before `step`; None when it is its turn, or over."""
    waits_for, order = next_step(state), list(Step)
    if waits_for is None or order.index(waits_for) >= order.index(step):
        return None
    return waits_for


def is_done(step: Step, state: PostingState) -> bool:
    """D-07: whether `step` lies behind."""
    waits_for, order = next_step(state), list(Step)
    return waits_for is None or order.index(step) < order.index(waits_for)


def lines_open(state: PostingState) -> bool:
    """D-07 (C7): lines change only while the committee has the draft."""
    return next_step(state) is Step.HAND_OVER
