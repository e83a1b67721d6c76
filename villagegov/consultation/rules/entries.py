"""What a clerk writes down at each step, as plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from villagegov.consultation.vocabulary import Outcome, Part, Starter, Tag, Venue


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A topic as it was brought in."""

    title: str
    about: str
    tag: Tag
    vital: bool
    starter: Starter
    started_by: str
    supporters: int | None
    supporters_of: int | None
    proposed_on: date


@dataclass(frozen=True, kw_only=True)
class Acceptance:
    """Where it is talked over, by whom, about when; or why not."""

    decided_on: date
    accepted: bool
    venue: Venue | None
    venue_words: str
    invited: str
    planned_on: date | None
    refuse_reason: str


@dataclass(frozen=True, kw_only=True)
class Notification:
    """What people were told before they met."""

    noticed_on: date
    notice_words: str
    meet_on: date
    meet_time: str
    meet_place: str
    take_part: str


@dataclass(frozen=True, kw_only=True)
class Talk:
    """Who came in which role, and what was said."""

    held_on: date
    held_place: str
    chaired_by: str
    people: Mapping[Part, int]
    participant_names: str
    said_for: str
    said_against: str
    said_other: str


@dataclass(frozen=True)
class Agreed:
    """One point: who does what by when."""

    what: str
    who: str
    due_on: date


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What of a posted notice may be worded anew: opinions, and the result in words."""

    said_for: str
    said_against: str
    said_other: str
    outcome_words: str


@dataclass(frozen=True, kw_only=True)
class Conclusion:
    """What it came to."""

    outcome: Outcome
    concluded_on: date
    outcome_words: str
    points: Sequence[Agreed]
