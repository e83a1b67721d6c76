"""Where an election stands: which steps are done, and the one that comes next. Computed from facts, never stored."""

from dataclasses import dataclass
from datetime import date

from villagegov.elections.vocabulary import Gate, Stage, Task


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What has happened in one election so far."""

    #: Posted and filed; true too of elections that began before this was kept.
    committee_formed: bool = False
    seats: int = 0
    #: By the township; true too of elections that began before this was kept.
    seats_approved: bool = False
    registered: int = 0
    roll_posted_on: date | None = None
    roll_frozen: bool = False
    #: Somebody was named for a post; the initial list hangs (E-43, F-12).
    nominated: bool = False
    initial_list: bool = False
    candidates_complete: bool = False
    #: 海选: nobody is nominated or listed (E-55).
    open_ballot: bool = False
    candidates_posted_on: date | None = None
    stations: int = 0
    #: Or nobody to be audited; true too of a poll that was opened before this was kept.
    audit_posted: bool = False
    #: Every place has its secret writing place; true too of a poll that was opened before this was kept (E-67).
    secret_places: bool = False
    polling_day: date
    voting_closed: bool = False
    sheets: int = 0
    sheets_agreed: int = 0
    gate: Gate | None = None
    status: Stage | None = None
    result_posted: bool = False
    #: The furthest stage that followed the posting.
    after: Stage | None = None
    #: Complaints that nobody has answered yet (E-94).
    disputes: int = 0

    @property
    def list_is_settled(self) -> bool:
        """Whether the final list hangs, or there is none (E-52, E-55)."""
        return self.candidates_posted_on is not None or self.open_ballot


def done_tasks(facts: Facts) -> frozenset[Task]:
    """The steps whose fact is there."""
    counted = facts.sheets > 0 and facts.sheets == facts.sheets_agreed
    done = {
        Task.COMMITTEE: facts.committee_formed,
        Task.SEATS: facts.seats > 0 and facts.seats_approved,
        Task.ROLL: facts.registered > 0,
        Task.ROLL_POST: facts.roll_posted_on is not None,
        Task.ROLL_FREEZE: facts.roll_frozen,
        Task.CANDIDATES: facts.candidates_complete or facts.open_ballot,
        Task.CANDIDATES_POST: facts.list_is_settled,
        Task.STATIONS: facts.stations > 0,
        Task.AUDIT: facts.audit_posted,
        Task.SECRET_PLACES: facts.secret_places,
        Task.POLLING: facts.voting_closed,
        Task.COUNT: facts.voting_closed and counted,
        Task.DECIDE: facts.gate is not None,
        Task.NOTICE: facts.result_posted,
        Task.AGAIN: facts.status is Stage.DECIDED,
    }
    return frozenset(task for task, is_done in done.items() if is_done)


def next_task(facts: Facts) -> Task | None:
    """The first step that is not done; None when all are."""
    done = done_tasks(facts)
    return next((task for task in Task if task not in done), None)


def missing_before(task: Task, facts: Facts) -> Task | None:
    """The first earlier step that `task` waits for (C10); None when it may begin."""
    done = done_tasks(facts)
    return next((step for step in list(Task)[: list(Task).index(task)] if step not in done), None)


def stage_of(facts: Facts) -> Stage:
    """The stage of rulebook 1.0 that the facts amount to."""
    if facts.gate is not None:
        return _stage_after_count(facts)
    reached = [
        (facts.voting_closed, Stage.POLLED),
        (facts.list_is_settled and facts.stations > 0 and facts.audit_posted and facts.secret_places, Stage.POLL_READY),
        (facts.candidates_posted_on is not None, Stage.CANDIDATES_POSTED),
        (facts.roll_frozen and facts.initial_list, Stage.VETTING),
        (facts.roll_frozen and (facts.nominated or facts.candidates_complete), Stage.NOMINATING),
        (facts.roll_frozen, Stage.ROLL_FROZEN),
        (facts.roll_posted_on is not None, Stage.ROLL_POSTED),
        (facts.seats > 0 and facts.seats_approved, Stage.ROLL_OPEN),
        (facts.committee_formed, Stage.COMMITTEE_FORMED),
    ]
    return next((stage for is_reached, stage in reached if is_reached), Stage.DRAFT)


def _stage_after_count(facts: Facts) -> Stage:
    """A decided poll is posted next; a void, tied or short one stays open for what the law asks then."""
    if facts.status is Stage.DECIDED and facts.result_posted:
        return facts.after or Stage.RESULT_POSTED
    return facts.status or Stage.POLLED
