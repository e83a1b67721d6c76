"""What may happen in a walked election besides the next step."""

from tests.builders.bodies import paper_row
from tests.drills.walk import VOTERS, Walk
from tests.drills.walk_findings import unseat, void
from tests.drills.walk_steps import CONTACT
from villagegov import clock
from villagegov.bodies.queries.offices import terms_of
from villagegov.bodies.vocabulary import Body
from villagegov.elections import queries
from villagegov.elections.operations import (
    ballot,
    departures,
    filing,
    handover,
    result,
    withdrawals,
)
from villagegov.elections.operations.departures import Paper
from villagegov.elections.queries import chain
from villagegov.elections.queries.filing import filing_of
from villagegov.elections.queries.handover import handover_of
from villagegov.elections.vocabulary import Post
from villagegov.elections.vocabulary.departures import CeaseGround


def aside(walk: Walk) -> None:
    """Something that may happen besides the next step; it is done or refused."""
    acts = (_write_in, _void, _unseat, _correct, _withdraw, _leave, _give_back, _take_off, _unlock, _recall)
    walk.pick.choice(acts)(walk)


def _write_in(walk: Walk) -> None:
    entry = walk.entry(walk.pick.randint(1, VOTERS))
    post = walk.pick.choice(list(Post))
    walk.do(
        "written in",
        lambda: ballot.add_candidate(election=walk.election, entry=entry, post=post, actor=walk.who.first),
    )


def _void(walk: Walk) -> None:
    if walk.poll is None or walk.pick.random() > 1 / 3:
        return
    if walk.do("declared void", lambda: void(walk)):
        walk.gone.clear()


def _unseat(walk: Walk) -> None:
    seated = [one.key for one in chain.standing_of(walk.election).seated]
    if seated and walk.pick.random() < 1 / 2:
        key = walk.pick.choice(seated)
        walk.do("unseated", lambda: unseat(walk, key))


def _correct(walk: Walk) -> None:
    found = queries.newest_poll(walk.election)
    notice = walk.notice()
    if notice is not None and found is not None:
        walk.do(
            "corrected",
            lambda: result.correct_result(
                election=walk.election,
                notice=notice,
                remark="更正电话",
                contact=CONTACT,
                reason="电话写错",
                actor=walk.who.first,
            ),
        )


def _withdraw(walk: Walk) -> None:
    if walk.election.candidates:
        one, today = walk.pick.choice(walk.election.candidates), clock.today()
        walk.do(
            "withdrew",
            lambda: withdrawals.withdraw(
                candidate=one, written_on=today, paper="退出书", posted_on=today, chosen=None, actor=walk.who.first
            ),
        )


def _recall(walk: Walk) -> None:
    if walk.pick.random() < 1 / 4:
        walk.do(
            "list recalled",
            lambda: withdrawals.recall_list(election=walk.election, reason="重新提名", actor=walk.who.first),
        )


def _take_off(walk: Walk) -> None:
    if walk.election.candidates:
        one = walk.pick.choice(walk.election.candidates)
        walk.do("taken off", lambda: ballot.remove_candidate(candidate=one, actor=walk.who.first))


def _leave(walk: Walk) -> None:
    """Somebody in office is sentenced (E-99)."""
    held = terms_of(walk.election.unit, clock.today(), body=Body.COMMITTEE)
    if held:
        term = walk.pick.choice(held)
        photo = paper_row(unit=walk.election.unit, by=walk.who.first)
        paper = Paper(on=clock.today(), document="判决书", file=photo)
        name = term.person.name
        if walk.do(
            "office ceased",
            lambda: departures.cease(term=term, ground=CeaseGround.SENTENCED, paper=paper, actor=walk.who.first),
        ):
            walk.gone.add(name)


def _give_back(walk: Walk) -> None:
    filed = filing_of(walk.election)
    if filed is not None:
        walk.do("filing returned", lambda: filing.give_back(filing=filed, reason="有误", actor=walk.official))


def _unlock(walk: Walk) -> None:
    found = handover_of(walk.election)
    if found is not None:
        walk.do("handover unlocked", lambda: handover.unlock(handover=found, reason="漏项", actor=walk.official))
