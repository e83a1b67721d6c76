"""After the archive: somebody leaves, and the empty seat is filled by a by-election."""

from datetime import timedelta

from tests.builders.bodies import paper_row
from tests.builders.elections import formed
from tests.drills.voters import fill_roll
from tests.drills.walk import VOTERS, Walk
from villagegov import clock
from villagegov.bodies.queries.offices import terms_of
from villagegov.bodies.vocabulary import Body
from villagegov.elections.operations.by_election import start_by_election
from villagegov.elections.operations.departures import Paper, cease
from villagegov.elections.queries.by_election import gap_in
from villagegov.elections.vocabulary.departures import CeaseGround
from villagegov.extensions import db
from villagegov.law.vocabulary import Method
from villagegov.transaction import transaction


def by_election(walk: Walk) -> None:
    """From now on the walk is that of a by-election."""
    unit, who = walk.election.unit, walk.who.first
    held = terms_of(unit, clock.today(), body=Body.COMMITTEE)
    term = walk.pick.choice(held)
    paper = Paper(on=clock.today(), document="判决书", file=paper_row(unit=unit, by=who))
    walk.must("office ceased for good", lambda: cease(term=term, ground=CeaseGround.SENTENCED, paper=paper, actor=who))
    walk.later(1)
    vacant = gap_in(unit, clock.today()).vacant
    day = clock.today() + timedelta(days=40)
    walk.must(
        "by-election begun",
        lambda: walk.turn_to(
            start_by_election(unit=unit, seats=vacant, method=Method.VOTERS, polling_day=day, actor=who)
        ),
    )
    with transaction():
        db.session.add(walk.election)
        formed(election=walk.election)
        fill_roll(walk.election, VOTERS)
