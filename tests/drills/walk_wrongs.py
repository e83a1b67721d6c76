"""Acts that the law forbids at the state a walked election is in; each must be refused and change nothing."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from tests.builders.bodies import paper_row
from tests.drills.walk import Act, Walk
from tests.drills.walk_after import archive, certify, list_seal, send
from tests.drills.walk_findings import unseat, void
from tests.drills.walk_steps import CONTACT, call, decide, post
from villagegov import clock
from villagegov.bodies.models import Term
from villagegov.elections import queries
from villagegov.elections.operations import ballot, departures, filing, further, polling, result, roll
from villagegov.elections.operations.by_election import start_by_election
from villagegov.elections.operations.departures import Paper
from villagegov.elections.queries import chain
from villagegov.elections.queries.afterwards import after_of
from villagegov.elections.queries.by_election import gap_in
from villagegov.elections.queries.filing import filing_of
from villagegov.elections.queries.polling import posts_on_sheet
from villagegov.elections.vocabulary import PollKind, Post, Stage, StationKind
from villagegov.elections.vocabulary.departures import CeaseGround
from villagegov.extensions import db
from villagegov.law.vocabulary import Method

Wrong = tuple[str, Act]


def wrong_act(walk: Walk) -> None:
    """One of those that are wrong now."""
    found = [*_roll(walk), *_list(walk), *_day(walk), *_count(walk), *_verdict(walk), *_next(walk), *_after(walk)]
    if found:
        walk.wrong(*walk.pick.choice(found))


def _roll(walk: Walk) -> Iterator[Wrong]:
    one, who, today = queries.roll_of(walk.election), walk.who.first, clock.today()
    yield "roll posted on a day to come", lambda: roll.post_roll(roll=one, posted_on=today + timedelta(1), actor=who)
    if one.frozen_at is not None:
        yield "roll frozen twice", lambda: roll.freeze_roll(roll=one, actor=who)
        yield "posted roll posted again", lambda: roll.post_roll(roll=one, posted_on=today, actor=who)
    if one.posted_on is not None and one.frozen_at is None and today < one.posted_on + timedelta(days=8):
        yield "roll frozen early", lambda: roll.freeze_roll(roll=one, actor=who)


def _list(walk: Walk) -> Iterator[Wrong]:
    election, who = walk.election, walk.who.first
    standing = next(iter(election.candidates), None)
    if standing is not None and election.candidates_posted_on is None:
        entry = queries.entries_with_ids([standing.roll_entry_id])[0]
        other = next(one for one in Post if one is not standing.post)
        yield (
            "stands for two posts",
            lambda: ballot.add_candidate(election=election, entry=entry, post=other, actor=who),
        )
    if election.candidates_posted_on is not None:
        yield (
            "list posted twice",
            lambda: ballot.post_candidates(election=election, posted_on=clock.today(), actor=who),
        )
    if len(election.candidates) < sum(one.seats + 1 for one in election.seats):
        yield (
            "short list posted",
            lambda: ballot.post_candidates(election=election, posted_on=clock.today(), actor=who),
        )


def _day(walk: Walk) -> Iterator[Wrong]:
    election, poll, who = walk.election, walk.poll, walk.who.first
    if poll is None or (not poll.opened and poll.held_on > clock.today()):
        yield "opened before its day", lambda: polling.open_poll(election=election, actor=who)
    if poll is not None and poll.opened:
        yield (
            "station set up while voting",
            lambda: ballot.add_station(
                election=election, kind=StationKind.STATION, name="分会场", place="小学", actor=who
            ),
        )
        yield "begun poll called off", lambda: further.call_off(poll=poll, actor=who)
    if poll is not None and poll.closed_at is not None:
        yield "voting closed twice", lambda: polling.close_voting(poll=poll, actor=who)
        yield "poll opened again", lambda: polling.open_poll(election=election, actor=who)


def _count(walk: Walk) -> Iterator[Wrong]:
    sheet = next(iter(walk.poll.sheets), None) if walk.poll else None
    if sheet is None:
        return
    read = walk.reading(sheet, 12)
    valid = posts_on_sheet(sheet.poll)[0].field("valid")
    wrong = {"ballots lost": {**read, "printed": 14}, "more valid than collected": {**read, valid: read[valid] + 1}}
    for name, figures in wrong.items():
        yield name, partial(polling.enter_count, sheet=sheet, figures=figures, actor=walk.who.first)
    if len(sheet.entries) == 2:
        yield "read by a third", lambda: polling.enter_count(sheet=sheet, figures=read, actor=walk.third)


def _verdict(walk: Walk) -> Iterator[Wrong]:
    election, poll, outcome = walk.election, walk.poll, walk.outcome
    counted = poll is not None and bool(poll.sheets) and all(one.agreed_at for one in poll.sheets)
    if poll is not None and (outcome is not None or not counted):
        yield "decided twice or too early", lambda: decide(walk)
    if outcome is None or (poll is not None and poll.notice_id is not None):
        yield "result posted twice or too early", lambda: post(walk)
    own = walk.candidate_account()
    if own is not None:
        yield "opened by one who stands", lambda: polling.open_poll(election=election, actor=own)
        yield (
            "posted by one who stands",
            lambda: result.post_result(election=election, remark="", contact=CONTACT, actor=own),
        )
    if poll is not None and (outcome is None or chain.standing_of(election).stage is Stage.VOID):
        yield "void declared void", lambda: void(walk)
    standing = chain.standing_of(election)
    seated = {one.key for one in standing.seated}
    loser = next((str(one.id) for one in election.everybody if str(one.id) not in seated), None)
    if loser is not None:
        yield "loser unseated", lambda: unseat(walk, loser)


def _next(walk: Walk) -> Iterator[Wrong]:
    election, poll, outcome = walk.election, walk.poll, walk.outcome
    standing = chain.standing_of(election)
    unposted = poll is None or outcome is None or poll.notice_id is None
    if unposted or standing.next_kind is None:
        yield "called while nothing is open", lambda: call(walk)
    if poll is not None:
        yield "called for the day before", lambda: call(walk, on=poll.held_on - timedelta(days=1))
    if not unposted and standing.next_kind is PollKind.RERUN:
        yield "rerun called too late", lambda: call(walk, on=clock.today() + timedelta(days=60))
    yield from _nominated(walk)


def _nominated(walk: Walk) -> Iterator[Wrong]:
    poll = walk.poll
    line = next(iter(poll.lines), None) if poll else None
    if poll is None or line is None or not line.standing:
        return
    entry = queries.entries_with_ids([line.standing[0].candidate.roll_entry_id])[0]
    yield (
        "nominated who stands",
        lambda: further.nominate_again(line=line, entry=entry, document="联名", actor=walk.who.first),
    )


def _after(walk: Walk) -> Iterator[Wrong]:
    election, known, filed = walk.election, after_of(walk.election), filing_of(walk.election)
    standing, poll = chain.standing_of(election), walk.poll
    formed = standing.stage is Stage.DECIDED and poll is not None and poll.notice_id is not None
    if not formed or (filed is not None and filed.sent_on is not None):
        yield "sent unformed or twice", lambda: send(walk)
    if not formed or known.handed_on is not None:
        yield "handed over unformed or twice", lambda: list_seal(walk)
    if filed is not None and filed.sent_on is None:
        yield (
            "unsent accepted",
            lambda: filing.accept(filing=filed, accepted_on=clock.today(), document="", actor=walk.official),
        )
    if filed is not None and filed.accepted_on is None:
        yield "unaccepted certified", lambda: certify(walk)
    if known.accepted_on is None or known.handed_on is None or not formed:
        yield "put away too early", lambda: archive(walk)
    yield from _leaving(walk)


def _leaving(walk: Walk) -> Iterator[Wrong]:
    unit = walk.election.unit
    over = db.session.query(Term).filter(Term.unit_id == unit.id, Term.ended_on.is_not(None)).first()
    if over is not None:
        photo = paper_row(unit=unit, by=walk.who.first)
        paper = Paper(on=clock.today(), document="判决书", file=photo)
        yield (
            "left twice",
            lambda: departures.cease(term=over, ground=CeaseGround.SENTENCED, paper=paper, actor=walk.who.first),
        )
    if not gap_in(unit, clock.today()).vacant:
        day = clock.today() + timedelta(days=40)
        yield (
            "by-election for a full committee",
            lambda: start_by_election(
                unit=unit, seats={Post.MEMBER: 1}, method=Method.VOTERS, polling_day=day, actor=walk.who.first
            ),
        )
