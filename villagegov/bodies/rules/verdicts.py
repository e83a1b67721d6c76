"""What a body as it sits must have and has: every requirement with its figures. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from villagegov.bodies.rules import sizes
from villagegov.bodies.rules.sizes import SizeVerdict
from villagegov.bodies.vocabulary import Body, Office
from villagegov.law.profiles import profile_for
from villagegov.law.vocabulary import CommitteeKind


@dataclass(frozen=True)
class Seat:
    """One who sits: what the sizes of bodies ask of a person."""

    office: Office
    is_woman: bool
    knows_accounts: bool = False
    households: int | None = None


@dataclass(frozen=True)
class Bench:
    """Everybody who sits in one unit on one day, under the law of its kind."""

    seats: Sequence[Seat]
    committee: CommitteeKind
    day: date

    def of(self, body: Body) -> list[Seat]:
        """Who sits in one body."""
        return [one for one in self.seats if one.office.body is body]


def verdicts_of(body: Body, bench: Bench) -> list[SizeVerdict]:
    """Village law 2025 arts. 8, 29, 37 (E-03, E-07, S-03, S-04, E-15, E-97, E-109): each number of this body."""
    judge = _JUDGES.get(body)
    return judge(bench.of(body), bench) if judge is not None and bench.of(body) else []


def _committee(seats: Sequence[Seat], bench: Bench) -> list[SizeVerdict]:
    profile = profile_for(bench.committee, bench.day)
    return [sizes.committee_size(len(seats), profile), sizes.committee_women(_women(seats), profile)]


def _women(seats: Sequence[Seat]) -> int:
    return sum(one.is_woman for one in seats)


def _supervision(seats: Sequence[Seat], bench: Bench) -> list[SizeVerdict]:
    heads = sum(one.office is Office.SUPERVISION_HEAD for one in seats)
    knows = sizes.supervision_knows(sum(one.knows_accounts for one in seats), bench.committee, bench.day)
    found = [sizes.supervision_size(len(seats)), sizes.supervision_odd(len(seats)), sizes.supervision_head(heads)]
    return found + ([knows] if knows is not None else [])


def _election(seats: Sequence[Seat], bench: Bench) -> list[SizeVerdict]:
    profile = profile_for(bench.committee, bench.day)
    return [sizes.election_size(len(seats), profile), sizes.election_odd(len(seats))]


def _representatives(seats: Sequence[Seat], bench: Bench) -> list[SizeVerdict]:
    """The residents' law asks for no share (art. 29); there only the households are looked at."""
    misfits = sum(not sizes.households_fit(one.households or 0, bench.committee) for one in seats)
    households = sizes.representatives_households(misfits, bench.committee)
    if bench.committee is CommitteeKind.RESIDENTS:
        return [households]
    members = len(bench.of(Body.COMMITTEE))
    share = sizes.representatives_share(representatives=len(seats), committee_members=members)
    women = sizes.representatives_women(women=_women(seats), representatives=len(seats), committee_members=members)
    return [share, women, households]


_JUDGES: dict[Body, Callable[[Sequence[Seat], Bench], list[SizeVerdict]]] = {
    Body.COMMITTEE: _committee,
    Body.SUPERVISION: _supervision,
    Body.ELECTION: _election,
    Body.REPRESENTATIVES: _representatives,
}
