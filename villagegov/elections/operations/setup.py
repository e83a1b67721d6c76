"""Rounds, elections and seats: setting an election up."""

from datetime import date

from sqlalchemy.orm.attributes import flag_modified

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.bodies.models import Decision
from villagegov.divisions.models import Division
from villagegov.divisions.queries import COMMITTEES
from villagegov.elections import queries
from villagegov.elections.models import Election, ElectionCommittee, Roll, Round, SeatPlan, Seats
from villagegov.elections.operations.calendar import refuse_outside, refuse_too_soon
from villagegov.elections.operations.seat_plan import refuse_groundless
from villagegov.elections.operations.steps import refuse_unless_ready
from villagegov.elections.rules import margins
from villagegov.elections.rules.law import law_of
from villagegov.elections.vocabulary import ElectionReason, ElectionTag, Post, Task
from villagegov.extensions import db
from villagegov.law.profiles import profile_for
from villagegov.law.vocabulary import CommitteeKind, Method
from villagegov.refusal import refuse_if


def set_up_round(*, name: str, division: Division, goal: int, opens_on: date, closes_on: date, actor: Account) -> Round:
    """Begin a round in an area. Raises Refusal(ROUND_WINDOW); a name taken breaks uq_rounds_division_id_name."""
    refuse_if(closes_on < opens_on, ElectionReason.ROUND_WINDOW, "closes_on")
    made = Round(
        name=name, division=division, division_id=division.id, goal=goal, opens_on=opens_on, closes_on=closes_on
    )
    db.session.add(made)
    after = {"name": name, "goal": goal, "opens_on": opens_on, "closes_on": closes_on}
    record(ElectionTag.ROUND_SET_UP, subject=made, actor=actor, place_id=division.id, after=after)
    return made


def change_round(*, changed: Round, name: str, goal: int, opens_on: date, closes_on: date, actor: Account) -> None:
    """Change name, goal or window. Raises Refusal when a polling day would fall outside."""
    refuse_if(closes_on < opens_on, ElectionReason.ROUND_WINDOW, "closes_on")
    held = queries.polling_days_of(changed.id)
    if held is not None:
        refuse_if(held[0] < opens_on, ElectionReason.ROUND_HAS_ELECTIONS, "opens_on", day=held[0])
        refuse_if(held[1] > closes_on, ElectionReason.ROUND_HAS_ELECTIONS, "closes_on", day=held[1])
    before = _settings(changed)
    changed.name, changed.goal, changed.opens_on, changed.closes_on = name, goal, opens_on, closes_on
    record(
        ElectionTag.ROUND_CHANGED,
        subject=changed,
        actor=actor,
        place_id=changed.division_id,
        before=before,
        after=_settings(changed),
    )


def _settings(one: Round) -> dict[str, object]:
    return {"name": one.name, "goal": one.goal, "opens_on": one.opens_on, "closes_on": one.closes_on}


def start_election(
    *, round_: Round, unit: Division, method: Method, polling_day: date, actor: Account, on_paper: bool = False
) -> Election:
    """Begin a unit's election in a round, under the law in force on its polling day (rulebook 0.5)."""
    refuse_if(unit.kind not in COMMITTEES, ElectionReason.NOT_A_COMMITTEE)
    refuse_if(not unit.lies_in(round_.division), ElectionReason.NOT_THIS_ROUND, "round_id")
    refuse_outside(round_, polling_day)
    refuse_if(queries.election_of_round(round_.id, unit) is not None, ElectionReason.ELECTION_EXISTS, "round_id")
    committee = CommitteeKind(unit.kind.value)
    village = committee is CommitteeKind.VILLAGE
    refuse_if(village and method is not Method.VOTERS, ElectionReason.ONLY_VOTERS, "method")
    profile = profile_for(committee, polling_day)
    refuse_too_soon(polling_day, profile, on_paper=on_paper)
    election = Election(
        round_id=round_.id,
        unit=unit,
        unit_id=unit.id,
        number=queries.next_number(unit),
        committee=committee,
        method=method,
        profile=profile.key,
        own_values=queries.own_values_of(round_=round_, unit=unit, committee=committee, polling_day=polling_day),
        polling_day=polling_day,
        term_years=profile.term_years_on(polling_day),
        created_at=clock.now(),
    )
    db.session.add(election)
    db.session.flush()
    db.session.add(Roll(election_id=election.id, registered=0, fingerprint=""))
    db.session.add(ElectionCommittee(election_id=election.id, paper="", document=""))
    empty = dict.fromkeys(("paper", "returned_because", "approved_as", "approved_by_name", "filed_as"), "")
    db.session.add(SeatPlan(election_id=election.id, **empty))
    after = {"round": round_.name, "polling_day": polling_day, "profile": profile.key, "method": method.value}
    record(ElectionTag.STARTED, subject=election, actor=actor, place_id=unit.id, after=after)
    return election


def set_seats(
    *,
    election: Election,
    seats: dict[Post, int],
    margin: int,
    decision: Decision | None = None,
    paper: str = "",
    actor: Account,
) -> None:
    """How many sit in each post (E-03, E-04, E-06), on which decision (E-05); how many more candidates (E-48)."""
    refuse_unless_ready(election, Task.SEATS)
    closed = election.candidates_posted_on is not None
    refuse_if(closed, ElectionReason.LIST_CLOSED)
    profile = law_of(election)
    total = sum(seats.values())
    refuse_if(seats[Post.CHAIR] != 1 or seats[Post.MEMBER] < 1, ElectionReason.ONE_CHAIR, "member")
    refuse_if(
        not margins.seats_are_lawful(seats=total, profile=profile),
        ElectionReason.SEATS_OUT_OF_LAW,
        seats=total,
        lowest=profile.seats_min,
        highest=profile.seats_max,
    )
    _refuse_orphans(election, seats)
    least, most = margins.margin_range(Post.MEMBER, profile)
    refuse_if(not least <= margin <= most, ElectionReason.MARGIN_OUT_OF_RULE, "margin", least=least, most=most)
    ground = refuse_groundless(election=election, decision=decision, paper=paper)
    before = {one.post.value: one.seats for one in election.seats}
    for old in list(election.seats):
        db.session.delete(old)
    db.session.flush()
    for post, number in seats.items():
        if number:
            least = margins.margin_range(post, profile)[0]
            wanted = margin if post is Post.MEMBER else least
            db.session.add(Seats(election_id=election.id, post=post, seats=number, margin=wanted))
    after = {**{post.value: number for post, number in seats.items() if number}, **ground}
    record(ElectionTag.SEATS_SET, subject=election, actor=actor, place_id=election.unit_id, before=before, after=after)
    flag_modified(election, "polling_day")
    db.session.flush()
    db.session.expire(election, ["seats"])


def _refuse_orphans(election: Election, seats: dict[Post, int]) -> None:
    """A post whose candidates are on the list keeps its seats; take them off first."""
    for post in Post:
        count = sum(one.post is post for one in election.candidates)
        told = {"post": post.label, "seats": 0, "limit": 0, "count": count}
        refuse_if(bool(count) and not seats[post], ElectionReason.TOO_MANY_CANDIDATES, post.value, **told)
