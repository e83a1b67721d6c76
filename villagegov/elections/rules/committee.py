"""Who sits in an election committee, who leaves it, who follows. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from villagegov.bodies.vocabulary import MeetingKind, Office
from villagegov.elections.vocabulary.committee import LeaveGround
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import KinSet, LeavesCommittee
from villagegov.people.rules.kin import ALL, THREE
from villagegov.people.vocabulary import Kin

#: E-14: the meetings that choose it, in the order of the law.
CHOOSERS = (MeetingKind.ASSEMBLY, MeetingKind.REPRESENTATIVES, MeetingKind.GROUP)


class Choice(NamedTuple):
    """One person's votes in the choice, and whether they made a member of this person."""

    name: str
    votes: int
    chosen: bool


def offices_of(profile: Profile) -> tuple[Office, ...]:
    """Village law 2025 art. 15, residents' law 2025 art. 15 (E-14): a vice chair only where the law knows one."""
    vice = (Office.ELECTION_VICE,) if profile.committee_vice else ()
    return (Office.ELECTION_HEAD, *vice, Office.ELECTION_MEMBER)


def is_large_enough(members: int, profile: Profile) -> bool:
    """Ministry guidance ch. 1 (E-15): three at least."""
    return members >= profile.committee_min


def out_of_order(choices: Iterable[Choice]) -> tuple[Choice, Choice] | None:
    """Village law 2025 art. 15 (E-17): one not chosen with more votes than one chosen, and that one; else None."""
    known = list(choices)
    left = max((one for one in known if not one.chosen), key=lambda one: one.votes, default=None)
    last = min((one for one in known if one.chosen), key=lambda one: one.votes, default=None)
    return (left, last) if left and last and left.votes > last.votes else None


def next_in_order(waiting: Mapping[int, int]) -> list[int]:
    """Village law 2025 art. 15 (E-17): who of those not chosen has the most votes; several when they are equal."""
    most = max(waiting.values(), default=0)
    return sorted(key for key, votes in waiting.items() if votes == most)


def must_leave(
    *, member: int, nominee: int, relation: Kin | None, profile: Profile, polling_day: date
) -> LeaveGround | None:
    """Village law 2025 art. 15, 2018 art. 12, residents' law 2025 art. 15 (E-16, A-08): own nomination, or near kin's.

    `relation` is what the nominee is to the member, as far as it was declared.
    """
    if profile.leaves_committee is LeavesCommittee.NOT_STATED:
        return None
    if member == nominee:
        return LeaveGround.OWN
    with_kin = profile.leaves_committee is LeavesCommittee.NOMINEE_OR_KIN
    near = THREE if profile.kin_set_on(polling_day) is KinSet.THREE else ALL
    return LeaveGround.KIN if with_kin and relation in near else None


def may_be_told_by_paper(*, polling_day: date, today: date) -> bool:
    """Design choice (E-14): an election that is recorded when its polling day has come brings its paper instead."""
    return today >= polling_day


def committee_signs(*, formed_on: date | None, day: date) -> bool:
    """Practice of the rounds of 2021 and 2026 (E-22): the old committee signs until the election committee is there."""
    return formed_on is not None and day >= formed_on


def committee_exists(*, formed_on: date | None, closed_on: date | None, day: date) -> bool:
    """Ministry guidance ch. 1 (E-18): from being chosen until handover is finished."""
    return formed_on is not None and formed_on <= day and (closed_on is None or day < closed_on)
