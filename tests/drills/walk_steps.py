"""The step of a walked election that the law asks for next."""

from datetime import date, timedelta

from tests.builders.elections import STANDS
from tests.drills.walk import VOTERS, Walk
from tests.drills.walk_after import afterwards
from villagegov import clock
from villagegov.bodies.queries.offices import terms_of
from villagegov.bodies.vocabulary import Body
from villagegov.elections import queries
from villagegov.elections.models import RollEntry
from villagegov.elections.operations import (
    ballot,
    further,
    polling,
    result,
    roll,
    sheets,
)
from villagegov.elections.operations.audit import note_audit
from villagegov.elections.operations.preparations import check_secret_places
from villagegov.elections.queries import chain
from villagegov.elections.queries.polling import poll_count, warnings_of
from villagegov.elections.rules.tasks import next_task
from villagegov.elections.vocabulary import PollKind, StationKind, Task
from villagegov.elections.vocabulary.chain import RedoFrom

CONTACT = "村民选举委员会，电话 020-8000 0000"


def next_step(walk: Walk) -> bool:
    """What the law asks for next; False when nothing is open any more."""
    task = next_task(queries.facts_of(walk.election))
    step = STEPS.get(task) if task else None
    if step is None:
        return afterwards(walk)
    step(walk)
    return True


def _post_roll(walk: Walk) -> None:
    found = queries.roll_of(walk.election)
    walk.must("roll posted", lambda: roll.post_roll(roll=found, posted_on=clock.today(), actor=walk.who.first))


def _freeze_roll(walk: Walk) -> None:
    walk.later(8)
    found = queries.roll_of(walk.election)
    walk.must("roll frozen", lambda: roll.freeze_roll(roll=found, actor=walk.who.first))


def _candidates(walk: Walk) -> None:
    """As many as the law takes; of three who follow each other on the roll the woman first."""
    standing = {one.roll_entry_id for one in walk.election.candidates}
    posts = [one.post for one in walk.election.candidates]
    free = iter(sorted(range(1, VOTERS + 1), key=lambda number: ((number - 1) // 3, -number)))
    for post in [one for one in STANDS if one in {seat.post for seat in walk.election.seats}]:
        if posts.count(post) >= STANDS.count(post):
            continue
        entry = next(one for one in map(walk.entry, free) if one.id not in standing and not _sits(walk, one))
        standing.add(entry.id)
        posts.append(post)
        walk.must(
            f"{post} listed",
            lambda entry=entry, post=post: ballot.add_candidate(  # type: ignore[misc] # bound now
                election=walk.election, entry=entry, post=post, actor=walk.who.first
            ),
        )


def _sits(walk: Walk, entry: RollEntry) -> bool:
    if not walk.election.is_by_election:
        return False
    held = terms_of(walk.election.unit, clock.today(), body=Body.COMMITTEE)
    return entry.person_key in {one.person.person_key for one in held}


def _post_list(walk: Walk) -> None:
    today = clock.today()
    walk.must(
        "list posted",
        lambda: ballot.post_candidates(election=walk.election, posted_on=today, actor=walk.who.first),
    )


def _stations(walk: Walk) -> None:
    who, election = walk.who, walk.election
    walk.must(
        "centre set up",
        lambda: ballot.add_station(
            election=election, kind=StationKind.CENTRAL, name="中心会场", place="村文化楼", actor=who.first
        ),
    )
    if walk.pick.random() < 1 / 2:
        walk.must(
            "mobile box set up",
            lambda: ballot.add_station(
                election=election,
                kind=StationKind.MOBILE,
                name="流动票箱",
                place="上坊",
                listed_voters=4,
                actor=who.first,
            ),
        )


def _audit(walk: Walk) -> None:
    day = clock.today()
    walk.must(
        "audit posted",
        lambda: note_audit(
            election=walk.election, posted_on=day, document="东镇审〔2026〕5号", none_because="", actor=walk.who.first
        ),
    )


def _secret_places(walk: Walk) -> None:
    places = [one for one in walk.election.stations if one.kind is not StationKind.MOBILE]
    walk.must(
        "secret places",
        lambda: check_secret_places(election=walk.election, stations=places, actor=walk.who.first),
    )


def _vote(walk: Walk) -> None:
    poll = walk.poll
    if poll is None or not poll.opened:
        day = poll.held_on if poll else walk.election.polling_day
        if clock.today() < day:
            walk.go_to(day)
        _nominate(walk)
        walk.must("poll opened", lambda: polling.open_poll(election=walk.election, actor=walk.who.first))
        return
    walk.must("voting closed", lambda: polling.close_voting(poll=poll, actor=walk.who.first))


def _nominate(walk: Walk) -> None:
    """A rerun with too few candidates gets more (E-47)."""
    poll = walk.poll
    if poll is None or poll.kind is not PollKind.RERUN:
        return
    for line in poll.lines:
        for number in walk.pick.sample(range(1, VOTERS + 1), VOTERS):
            if len(line.standing) > line.seats:
                break
            entry = walk.entry(number)
            walk.do(
                "nominated again",
                lambda line=line, entry=entry: further.nominate_again(  # type: ignore[misc] # bound now
                    line=line, entry=entry, document="联名提名", actor=walk.who.first
                ),
            )


def _count(walk: Walk) -> None:
    """Two read; sometimes one misreads, and a third settles or the reader looks again."""
    poll = walk.poll
    assert poll is not None
    for sheet in poll.sheets:
        mobile = sheet.station.listed_voters is not None
        ballots = walk.pick.choice((2, 4, 4, 5)) if mobile else walk.pick.choice((8, 12, 13, 16, 16, 18, 18))
        read = walk.reading(sheet, ballots)
        wrong = {**read, "printed": read["printed"] + 1, "destroyed": 1}
        slip = walk.pick.random() < 1 / 4
        for reader, figures in ((walk.who.first, read), (walk.who.second, wrong if slip else read)):
            walk.must(
                "sheet read",
                lambda sheet=sheet, figures=figures, reader=reader: polling.enter_count(  # type: ignore[misc] # bound now
                    sheet=sheet, figures=figures, actor=reader
                ),
            )
        if slip:
            differing = {"printed": read["printed"], "destroyed": 0}
            walk.must(
                "sheet settled",
                lambda sheet=sheet, differing=differing: sheets.settle_count(  # type: ignore[misc] # bound now
                    sheet=sheet, figures=differing, reason="核对原件", actor=walk.third
                ),
            )


def decide(walk: Walk) -> object:
    """The law decides; whatever is unusual was looked at."""
    poll = walk.poll
    assert poll is not None
    remarks = {one.key: "已核对。" for one in warnings_of(poll, poll_count(poll))}
    return result.decide(poll=poll, remarks=remarks, actor=walk.who.first)


def post(walk: Walk) -> object:
    """The result hangs."""
    return result.post_result(election=walk.election, remark="", contact=CONTACT, actor=walk.who.first)


def call(walk: Walk, *, on: date | None = None, redo: RedoFrom = RedoFrom.POLLING) -> object:
    """The next casting is called."""
    places = [one.id for one in walk.election.stations]
    return further.call_poll(
        election=walk.election,
        held_on=on or clock.today(),
        station_ids=places,
        document="村民代表会议决定",
        redo_from=redo,
        actor=walk.who.first,
    )


def _call(walk: Walk) -> None:
    standing = chain.standing_of(walk.election)
    first = standing.next_kind is PollKind.FIRST
    redo = walk.pick.choice(list(RedoFrom)[1:]) if first else RedoFrom.POLLING
    day = clock.today()
    if first:
        day += timedelta(days={RedoFrom.ROLL: 30, RedoFrom.CANDIDATES: 12}.get(redo, 0))
    elif walk.pick.random() < 1 / 4:
        day += timedelta(days=3)
    if not walk.do(f"{standing.next_kind} called from {redo}", lambda: call(walk, on=day, redo=redo)):
        walk.go_to(max(clock.today(), walk.poll.held_on if walk.poll else clock.today()))
        walk.must(f"{standing.next_kind} called", lambda: call(walk))
    elif walk.pick.random() < 1 / 6 and not first:
        poll = walk.poll
        assert poll is not None
        walk.must("called off", lambda: further.call_off(poll=poll, actor=walk.who.first))


STEPS = {
    Task.ROLL_POST: _post_roll,
    Task.ROLL_FREEZE: _freeze_roll,
    Task.CANDIDATES: _candidates,
    Task.CANDIDATES_POST: _post_list,
    Task.STATIONS: _stations,
    Task.AUDIT: _audit,
    Task.SECRET_PLACES: _secret_places,
    Task.POLLING: _vote,
    Task.COUNT: _count,
    Task.DECIDE: lambda walk: walk.must("decided", lambda: decide(walk)),
    Task.NOTICE: lambda walk: walk.must("result posted", lambda: post(walk)),
    Task.AGAIN: _call,
}
