"""An election for the empty seats only; who wins serves as long as the others (E-105)."""

from collections.abc import Mapping
from datetime import date, timedelta

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.bodies.queries.offices import lock_offices
from villagegov.deadlines import in_words
from villagegov.divisions.models import Division
from villagegov.elections import queries
from villagegov.elections.models import Election, ElectionCommittee, Roll, Round, Seats
from villagegov.elections.operations.calendar import refuse_too_soon
from villagegov.elections.queries import by_election as known
from villagegov.elections.queries.departures import law_in
from villagegov.elections.rules.by_election import methods_of, rest_of_term
from villagegov.elections.rules.margins import margin_range
from villagegov.elections.vocabulary import Post
from villagegov.elections.vocabulary.by_election import ByElectionReason, ByElectionTag
from villagegov.extensions import db
from villagegov.law.profiles import profile_for
from villagegov.law.queries import own_values
from villagegov.law.vocabulary import CommitteeKind, Method
from villagegov.refusal import refuse_if

#: So long a by-election may be put off; its round has no other window.
WINDOW = timedelta(days=366)
#: The turnout goal where no round was held here before: one vote over half.
USUAL_GOAL = 51


def start_by_election(
    *,
    unit: Division,
    seats: Mapping[Post, int],
    method: Method,
    polling_day: date,
    actor: Account,
    on_paper: bool = False,
) -> Election:
    """Begin it, under the law of its own polling day, in a round of its own so that voters register anew."""
    lock_offices(unit)
    refuse_unless_vacant(unit)
    committee = CommitteeKind(unit.kind.value)
    refuse_if(method not in methods_of(committee), ByElectionReason.METHOD, "method")
    gap = known.gap_in(unit, clock.today())
    wanted = {post: number for post, number in seats.items() if number}
    refuse_if(not wanted, ByElectionReason.NO_SEATS, "chair")
    for post, number in wanted.items():
        vacant = gap.vacant.get(post, 0)
        refuse_if(number > vacant, ByElectionReason.OVER_VACANCY, post.value, post=post.label, vacant=vacant)
    until = rest_of_term(one.until_on for one in known.sitting_members(unit, clock.today()))
    over = until is not None and polling_day > until
    refuse_if(over, ByElectionReason.TERM_OVER, "polling_day", day=in_words(until or polling_day))
    refuse_too_soon(polling_day, law_in(unit, polling_day), on_paper=on_paper)
    made = _election(unit, committee, method, polling_day, until)
    for post, number in wanted.items():
        margin = margin_range(post, law_in(unit, polling_day))[0]
        db.session.add(Seats(election_id=made.id, post=post, seats=number, margin=margin))
    db.session.flush()
    after = {"polling_day": polling_day, "profile": made.profile, "method": method.value}
    after |= {post.value: number for post, number in wanted.items()}
    record(ByElectionTag.STARTED, subject=made, actor=actor, place_id=unit.id, after=after)
    return made


def refuse_unless_vacant(unit: Division) -> None:
    """Raise Refusal(OPEN_ALREADY, NOBODY_SITS, NO_VACANCY) while there is nothing to fill."""
    refuse_if(known.open_by_election(unit) is not None, ByElectionReason.OPEN_ALREADY)
    gap = known.gap_in(unit, clock.today())
    refuse_if(not gap.members, ByElectionReason.NOBODY_SITS)
    refuse_if(not gap.vacant, ByElectionReason.NO_VACANCY)


def _election(
    unit: Division, committee: CommitteeKind, method: Method, polling_day: date, until: date | None
) -> Election:
    general, number = known.last_general(unit), queries.next_number(unit)
    round_ = Round(
        name=f"{polling_day.year}年补选（{unit.name}第{number}次选举）",
        division_id=unit.id,
        goal=general.round.goal if general else USUAL_GOAL,
        opens_on=min(clock.today(), polling_day),
        closes_on=max(clock.today(), polling_day) + WINDOW,
        own_values=general.round.own_values if general else {},
        by_election=True,
    )
    db.session.add(round_)
    db.session.flush()
    profile = profile_for(committee, polling_day)
    made = Election(
        round_id=round_.id,
        unit=unit,
        unit_id=unit.id,
        number=number,
        committee=committee,
        method=method,
        profile=profile.key,
        own_values=own_values(unit, committee, polling_day) | round_.own_values,
        polling_day=polling_day,
        term_years=profile.term_years_on(polling_day),
        term_until=until,
        created_at=clock.now(),
    )
    db.session.add(made)
    db.session.flush()
    db.session.add(Roll(election_id=made.id, registered=0, fingerprint=""))
    db.session.add(ElectionCommittee(election_id=made.id, paper="", document=""))
    return made
