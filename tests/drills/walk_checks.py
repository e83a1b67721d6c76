"""What must hold after every act of a walked election, computed from the sheets and not from what was decided."""

from collections import Counter
from collections.abc import Iterator

from flask import Flask

from tests.builders.elections import SEATS
from tests.drills.walk import Walk
from villagegov import clock
from villagegov.audit.queries import faults as audit_faults
from villagegov.bodies.queries.offices import terms_of
from villagegov.bodies.vocabulary import Body
from villagegov.elections.models import Poll
from villagegov.elections.queries import chain
from villagegov.elections.queries.polling import posts_on_sheet
from villagegov.elections.queries.result import count_of, decision_of
from villagegov.elections.rules.poll import decide_poll
from villagegov.elections.vocabulary import Gate, PollKind, Post
from villagegov.extensions import db
from villagegov.notices import queries as notices

#: A share of the ballots: numerator and denominator, and whether exactly the share is enough; a revote has none.
FLOORS = {PollKind.FIRST: (1, 2, False), PollKind.RERUN: (1, 3, True), PollKind.REVOTE: (0, 1, True)}


def check(walk: Walk) -> None:
    """Every invariant; each breach becomes a fault of the walk."""
    db.session.rollback()
    for told in (*_seats(walk), *_majorities(walk), *_castings(walk)):
        walk.fault(told)
    db.session.rollback()


def check_end(walk: Walk, app: Flask) -> None:
    """What is looked at once, when the walk is over."""
    db.session.rollback()
    for place, number in audit_faults():
        walk.fault(f"audit chain of {place} broken at {number}")
    for poll in chain.polls_of(walk.election):
        for told in _notice(app, poll):
            walk.fault(told)
    db.session.rollback()


def _seats(walk: Walk) -> Iterator[str]:
    """Nobody sits twice, no post is overfull, and who holds office has won."""
    standing = chain.standing_of(walk.election)
    for kind, held in (("standing", [(one.key, one.post.value) for one in standing.seated]), ("office", _held(walk))):
        if len({who for who, _post in held}) != len(held):
            yield f"somebody has two seats ({kind})"
        for post, number in Counter(post for _who, post in held).items():
            if number > SEATS.get(Post(post), 0):
                yield f"{number} sit as {post} ({kind})"
    if not walk.election.is_by_election:
        names = {one.name for one in walk.election.everybody if str(one.id) in {two.key for two in standing.seated}}
        beyond = {who for who, _post in _held(walk)} - names
        if beyond:
            yield f"in office without a win: {sorted(beyond)}"
        again = {who for who, _post in _held(walk)} & walk.gone
        if again:
            yield f"in office again after leaving: {sorted(again)}"


def _held(walk: Walk) -> list[tuple[str, str]]:
    terms = terms_of(walk.election.unit, clock.today(), body=Body.COMMITTEE)
    return [(one.person.name, one.office.value) for one in terms]


def _majorities(walk: Walk) -> Iterator[str]:
    """Whoever sits got his votes in a casting that stands, by the sums of its sheets."""
    voids = chain.voids_of(walk.election)
    valid = [one for one in chain.outcomes_of(walk.election) if one.gate is Gate.VALID and one.poll_id not in voids]
    for one in chain.standing_of(walk.election).seated:
        if not any(_won(walk, outcome.poll, one.key, one.post) for outcome in valid):
            yield f"candidate {one.key} sits as {one.post} without the votes"


def _won(walk: Walk, poll: Poll, key: str, post: Post) -> bool:
    sheets, carried = _counted(poll), bool(walk.election.own_values.get("carry"))
    on = [one for one in posts_on_sheet(poll) if key in one.candidates]
    lines = [one for one in on if one.post is post or (carried and one.post.rank < post.rank)]
    votes = sum(figures.get(line.votes(key), 0) for figures in sheets for line in lines)
    part, whole, exactly = FLOORS[poll.kind]
    over = whole * votes - part * _collected(poll)
    return any(one.post is post for one in on) and (over > 0 or (exactly and over == 0))


def _collected(poll: Poll) -> int:
    return sum(figures["collected"] for figures in _counted(poll))


def _counted(poll: Poll) -> list[dict[str, int]]:
    """The agreed figures of the boxes that are not void (E-65)."""
    listed = [(one.station.listed_voters, one.agreed) for one in poll.sheets if one.agreed]
    return [figures for most, figures in listed if most is None or figures["collected"] <= most]


def _castings(walk: Walk) -> Iterator[str]:
    """One casting at a time, each decided as its sheets say, and the standing is what the stored ones amount to."""
    polls, outcomes = chain.polls_of(walk.election), chain.outcomes_of(walk.election)
    decided = {one.poll_id for one in outcomes}
    undecided = [one.number for one in polls if one.id not in decided]
    if len(undecided) > 1 or (undecided and undecided[0] != len(polls)):
        yield f"open castings: {undecided} of {len(polls)}"
    if any(one.notice_id is None for one in polls[:-1]):
        yield "a casting was called before the last one hung"
    for one in outcomes:
        count, stored = count_of(one), decision_of(one)
        if (decide_poll(count).gate, decide_poll(count).positions) != (stored.gate, stored.positions):
            yield f"casting {one.poll.number} is decided otherwise than its figures"
        if one.collected != _collected(one.poll):
            yield f"casting {one.poll.number} collected otherwise than its sheets"


def _notice(app: Flask, poll: Poll) -> Iterator[str]:
    """The posted result, every version of it, has the sums of its own sheets, and so has its page."""
    notice = notices.notice(poll.notice_id) if poll.notice_id else None
    if notice is None:
        return
    address = f"/c/{poll.election.unit.code}/elections/{poll.election.number}/polls/{poll.number}"
    page = app.test_client().get(address)
    if page.status_code != 200:
        yield f"page of casting {poll.number}: {page.status_code}"
    expected = _sums(poll)
    for version in notice.versions:
        shown = notices.values_of(version)
        told = {name: text for name, text in shown.items() if name == "collected" or name.startswith("votes_")}
        for name, text in told.items():
            if text.split("\n")[0] not in page.text and text.split("\t")[0] not in page.text:
                yield f"page of casting {poll.number} lacks {name}"
            if sorted(_figures(text)) != expected[name]:
                yield f"notice of casting {poll.number} v{version.version_number}: {name} {text!r} not {expected[name]}"


def _sums(poll: Poll) -> dict[str, list[str]]:
    """The figures of a notice by their names, summed from the sheets: persons with their votes."""
    names = {str(one.id): one.name for one in poll.election.everybody}
    found = {"collected": [str(_collected(poll))]}
    for line in posts_on_sheet(poll):
        votes = {key: sum(one.get(line.votes(key), 0) for one in _counted(poll)) for key in line.candidates}
        found[f"votes_{line.name}"] = sorted(f"{names[key]} {number}" for key, number in votes.items())
    return found


def _figures(text: str) -> list[str]:
    return [" ".join(line.split("\t")[:2]) for line in text.split("\n")]
