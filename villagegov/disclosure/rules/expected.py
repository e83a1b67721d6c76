"""What a unit should have posted: the catalogue in force times the periods that are over, and its single events. Pure.

A period goes by the catalogue of its first day, an event by that of its own day: a new catalogue changes nothing that
has begun before, and leaves no day between an old period and a new one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from villagegov.deadlines import A_DAY, Deadline
from villagegov.disclosure.rules.catalogue import DRAFTABLE, Catalogue, Entry, Kept, built_in, with_adopted
from villagegov.disclosure.rules.clock import Period, due_at_once, due_of, periods
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.law.profiles import PROFILES
from villagegov.law.vocabulary import CommitteeKind
from villagegov.vocabulary import LazyString, _l


class Version(NamedTuple):
    """A catalogue that an area above the unit adopted; the longer the area's path, the nearer it is."""

    depth: int
    from_on: date
    id: int
    document: str
    kept: Mapping[Item, Kept]


class Event(NamedTuple):
    """Something that has to be posted at once: the day it happened, and the day it was recorded (T12)."""

    item: Item
    title: str
    happened_on: date
    recorded_on: date
    #: The occasion that was entered; or the election, or the topic, whose result is posted in its own room.
    occasion_id: int | None = None
    election_id: int | None = None
    topic_id: int | None = None

    @property
    def has_own_room(self) -> bool:
        """Whether another room than this one posts it."""
        return self.election_id is not None or self.topic_id is not None


@dataclass(frozen=True)
class Board:
    """What the clock needs to know of one unit."""

    kind: CommitteeKind
    #: First day of the month its accounts begin here; None before they do.
    begun_on: date | None = None
    versions: Sequence[Version] = ()
    #: Item and first day of each period that is posted.
    posted: frozenset[tuple[Item, date]] = frozenset()
    #: Events that nothing was posted for.
    events: Sequence[Event] = field(default_factory=tuple)


@dataclass(frozen=True)
class Expected:
    """One thing that should be posted and is not, with its last day."""

    entry: Entry
    deadline: Deadline
    period: Period | None = None
    event: Event | None = None

    @property
    def about(self) -> tuple[Item, date | int | None]:
        """What a draft of it is told by: the item and its period, or its occasion."""
        if self.event is not None:
            return self.entry.item, self.event.occasion_id
        return self.entry.item, self.period.first if self.period is not None else None

    def days_late(self, today: date) -> int:
        """D-03, D-04: how many days it is overdue on `today`; 0 when not yet."""
        return max(0, -self.deadline.days_left(today))

    @property
    def words(self) -> LazyString:
        """What is missing: the period and the item, or the event."""
        if self.event is not None:
            return _l("%(item)s（事由：%(title)s）", item=self.entry.label, title=self.event.title)
        period = self.period.words if self.period is not None else ""
        if self.period is not None and self.period.until is None:
            return self.entry.label
        if self.entry.item is Item.MONTHLY_ACCOUNTS:
            return _l("%(month)s财务", month=period)
        return _l("%(period)s的%(item)s", period=period, item=self.entry.label)


def in_force(kind: CommitteeKind, versions: Sequence[Version], day: date) -> Catalogue:
    """D-16: on `day` the newest version of the nearest area above, where there is one; else what the law says."""
    law = built_in(kind, day)
    begun = [one for one in versions if one.from_on <= day]
    if not begun:
        return law
    one = max(begun, key=lambda version: (version.depth, version.from_on))
    return with_adopted(law, one.kept, from_on=one.from_on, version_id=one.id, document=one.document)


def expected_of(board: Board, today: date, *, draftable: Set[Item] = DRAFTABLE) -> list[Expected]:
    """D-02 to D-04: everything that is over and not posted, the longest due first."""
    found = [*_of_periods(board, today, draftable), *_of_events(board, today, draftable)]
    return sorted(found, key=lambda one: (one.deadline.last, one.entry.item))


def overdue_of(expected: Iterable[Expected], today: date) -> list[Expected]:
    """What should have been posted before `today`."""
    return [one for one in expected if one.days_late(today)]


def _of_periods(board: Board, today: date, draftable: Set[Item]) -> Iterator[Expected]:
    """The period that runs when the unit begins counts too, by the catalogue of that day."""
    if board.begun_on is None:
        return
    standing = {item for item, _first in board.posted}
    for first, last in _spans(board, board.begun_on, today - A_DAY):
        for entry in in_force(board.kind, board.versions, first):
            if not entry.counts or entry.item not in draftable:
                continue
            for period in periods(entry.cadence, first, today - A_DAY):
                begun = first <= period.first <= last or (first == board.begun_on and period.first < first)
                known = entry.item in standing if period.until is None else (entry.item, period.first) in board.posted
                if period.until is None:
                    standing.add(entry.item)
                if begun and not known:
                    yield Expected(entry, due_of(period), period=period)


def _of_events(board: Board, today: date, draftable: Set[Item]) -> Iterator[Expected]:
    for event in board.events:
        entry = in_force(board.kind, board.versions, event.happened_on).entry(event.item)
        can_be_posted = event.has_own_room or event.item in draftable
        if entry is not None and entry.counts and can_be_posted and event.happened_on <= today:
            yield Expected(entry, due_at_once(event.happened_on), event=event)


def _spans(board: Board, first: date, last: date) -> list[tuple[date, date]]:
    """From `first` to `last`, cut wherever another law or another catalogue comes into force."""
    laws = [one.starts for one in PROFILES.values() if one.kind is board.kind and one.starts is not None]
    cuts = {day for day in (*laws, *(one.from_on for one in board.versions)) if first < day <= last}
    starts = sorted({first, *cuts})
    ends = [*(day - A_DAY for day in starts[1:]), last]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start <= end]
