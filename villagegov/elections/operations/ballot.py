"""Who stands and where ballots are cast."""

from collections import Counter
from datetime import date
from typing import TypedDict

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections import queries
from villagegov.elections.models import Candidate, Election, LineCandidate, RollEntry, Station
from villagegov.elections.operations.candidate_lists import keep_list
from villagegov.elections.operations.steps import refuse_unless_ready
from villagegov.elections.operations.succession import leave_for
from villagegov.elections.operations.vetting import refuse_unfinished, refuse_unvetted_candidate
from villagegov.elections.queries.by_election import list_law_of
from villagegov.elections.queries.preparations import mobile_count, workers_at
from villagegov.elections.rules import calendar, margins, preselection
from villagegov.elections.rules.law import law_of
from villagegov.elections.vocabulary import ElectionReason, ElectionTag, Origin, PollKind, Post, StationKind, Task
from villagegov.elections.vocabulary.chain import ChainReason
from villagegov.elections.vocabulary.meeting_voters import MeetingVotersReason
from villagegov.elections.vocabulary.preparations import PreparationReason
from villagegov.elections.vocabulary.withdrawals import POSTED_ANEW
from villagegov.extensions import db
from villagegov.refusal import refuse, refuse_if


class Described(TypedDict):
    """What a station is called, where it is, when it is open, and the route of a mobile box."""

    kind: StationKind
    name: str
    place: str
    hours: str
    route: str


def add_candidate(*, election: Election, entry: RollEntry, post: Post, actor: Account) -> Candidate:
    """Put a registered voter on the list for one post (E-49), or, once it is posted, among those written in (E-83)."""
    refuse_unless_ready(election, Task.CANDIDATES)
    refuse_if(queries.facts_of(election).gate is not None, ElectionReason.DECIDED_ALREADY)
    refuse_if(post not in {one.post for one in election.seats}, ElectionReason.NO_SUCH_POST, "post", post=post.label)
    listed = election.candidates_posted_on is None and not election.open_ballot_by
    early = bool(election.open_ballot_by) and queries.newest_poll(election) is None
    refuse_if(early, MeetingVotersReason.NOT_YET)
    if not listed:
        return _write_in(election, entry, post, actor)
    standing = next((one for one in election.candidates if one.roll_entry_id == entry.id), None)
    if standing is not None:
        refuse(ElectionReason.STANDS_ALREADY, "number", name=standing.name, post=standing.post.label)
    refuse_unvetted_candidate(election, entry, post)
    last = max((one.position for one in election.everybody), default=0)
    origin = Origin.LISTED
    candidate = put_on_ballot(election=election, entry=entry, post=post, origin=origin, position=last + 1, actor=actor)
    _note_added(candidate, post, origin, actor)
    return candidate


def put_on_ballot(
    *, election: Election, entry: RollEntry, post: Post, origin: Origin, position: int, actor: Account
) -> Candidate:
    """The person's row in this election, a new one or the one taken off for a poll held anew.

    Members of the election committee leave for one on the list (E-16).
    """
    candidate = next((one for one in election.everybody if one.roll_entry_id == entry.id), None)
    candidate = candidate or entry.as_candidate(election)
    candidate.post, candidate.origin, candidate.position, candidate.taken_off = post, origin, position, False
    db.session.add(candidate)
    db.session.flush()
    db.session.expire(election, ["candidates"])
    if origin is Origin.LISTED:  # who is only written in was not nominated
        leave_for(election=election, entry=entry, actor=actor)
    return candidate


def _write_in(election: Election, entry: RollEntry, post: Post, actor: Account) -> Candidate:
    """另选他人 (E-83): a name that voters wrote on the ballot; it may be one that stands for another post."""
    poll = queries.newest_poll(election)
    line = next((one for one in poll.lines if one.post is post), None) if poll else None
    refuse_if(poll is not None and poll.kind is PollKind.REVOTE, ChainReason.NOT_IN_RERUN)
    known = next((one for one in election.candidates if one.roll_entry_id == entry.id), None)
    on_line = known is not None and (line is None or any(one.candidate is known for one in line.standing))
    if known is not None and on_line:
        refuse(ElectionReason.STANDS_ALREADY, "number", name=known.name, post=known.post.label)
    refuse_if(poll is not None and line is None, ElectionReason.NO_SUCH_POST, "post", post=post.label)
    last, origin = max((one.position for one in election.everybody), default=0), Origin.WRITE_IN
    candidate = known or put_on_ballot(
        election=election, entry=entry, post=post, origin=origin, position=last + 1, actor=actor
    )
    if line is not None:
        line.standing.append(LineCandidate(candidate=candidate, position=1 + len(line.standing)))
    _note_added(candidate, post, origin, actor)
    return candidate


def _note_added(candidate: Candidate, post: Post, origin: Origin, actor: Account) -> None:
    after = {"name": candidate.name, "post": post.value, "origin": origin.value}
    place_id = candidate.election.unit_id
    record(ElectionTag.CANDIDATE_ADDED, subject=candidate, actor=actor, place_id=place_id, after=after)


def remove_candidate(*, candidate: Candidate, actor: Account) -> None:
    """Take a name off while the list is not posted; one written in by mistake, while nobody has read votes for it."""
    election = queries.locked(candidate.election)
    written_in = candidate.origin is Origin.WRITE_IN
    refuse_if(election.candidates_posted_on is not None and not written_in, ElectionReason.LIST_CLOSED)
    refuse_if(queries.facts_of(election).gate is not None, ElectionReason.DECIDED_ALREADY)
    poll = queries.newest_poll(election)
    refuse_if(queries.has_votes(candidate, poll), ElectionReason.HAS_VOTES, name=candidate.name)
    take_off_ballot(candidate=candidate, actor=actor)


def take_off_ballot(*, candidate: Candidate, actor: Account) -> None:
    """Off the newest ballot; the row stays while an earlier casting has votes for the person."""
    election, poll = candidate.election, queries.newest_poll(candidate.election)
    before = {"name": candidate.name, "post": candidate.post.value}
    record(ElectionTag.CANDIDATE_REMOVED, subject=election, actor=actor, place_id=election.unit_id, before=before)
    lines = queries.lines_with(candidate)
    for one in lines:
        if poll is not None and one.line.poll_id == poll.id:
            db.session.delete(one)
    if all(poll is not None and one.line.poll_id == poll.id for one in lines):
        db.session.delete(candidate)
    else:
        candidate.taken_off = True
    db.session.flush()
    db.session.expire(election, ["candidates", "everybody"])


def post_candidates(*, election: Election, posted_on: date, actor: Account) -> None:
    """The final list was posted. Raises Refusal for a list the law does not take (E-47, E-48, E-50, E-52)."""
    refuse_if(election.candidates_posted_on is not None, ElectionReason.LIST_CLOSED)
    refuse_if(bool(election.open_ballot_by), MeetingVotersReason.NOBODY_LISTED)
    refuse_unless_ready(election, Task.CANDIDATES)
    _refuse_wrong_numbers(election)
    refuse_unfinished(election)
    refuse_if(posted_on > clock.today(), ElectionReason.POSTED_IN_FUTURE, "posted_on")
    roll = queries.roll_of(election)
    before_roll = roll.posted_on is not None and posted_on < roll.posted_on
    refuse_if(before_roll, ElectionReason.POSTED_BEFORE_ROLL, "posted_on", day=roll.posted_on)
    profile = law_of(election)
    in_time = calendar.candidates_posted_in_time(posted_on=posted_on, polling_day=election.polling_day, profile=profile)
    last = calendar.latest_candidate_post(election.polling_day, profile)
    refuse_if(not in_time, ElectionReason.CANDIDATES_LATE, "posted_on", days=profile.candidate_post_days, last=last)
    election.candidates_posted_on = posted_on
    keep_list(election=election, posted_on=posted_on, reason=POSTED_ANEW, actor=actor)
    names = [one.name for one in election.candidates]
    after = {"posted_on": posted_on, "candidates": names}
    record(ElectionTag.CANDIDATES_POSTED, subject=election, actor=actor, place_id=election.unit_id, after=after)


def _refuse_wrong_numbers(election: Election) -> None:
    profile, spared = list_law_of(election), _excess_is_women(election)
    for one in election.seats:
        count = sum(candidate.post is one.post for candidate in election.candidates)
        least, most = margins.margin_range(one.post, profile)
        told = {"post": one.post.label, "seats": one.seats, "count": count}
        enough = margins.candidates_are_enough(post=one.post, candidates=count, seats=one.seats, profile=profile)
        refuse_if(not enough, ElectionReason.TOO_FEW_CANDIDATES, needed=one.seats + least, **told)
        too_many = margins.candidates_are_too_many(post=one.post, candidates=count, seats=one.seats, profile=profile)
        refuse_if(too_many and not spared, ElectionReason.TOO_MANY_CANDIDATES, limit=one.seats + most, **told)
    women = sum(one.is_woman for one in election.candidates)
    needed = profile.min_women_candidates
    refuse_if(women < needed, ElectionReason.NO_WOMAN_CANDIDATE, needed=needed)


def _excess_is_women(election: Election) -> bool:
    """E-50: whoever stands beyond the margin does so only because the list would have no woman (decision 15)."""
    profile = list_law_of(election)
    limits = {one.post: preselection.places(post=one.post, seats=one.seats, profile=profile) for one in election.seats}
    listed = Counter(one.post for one in election.candidates if one.post in limits)
    women = Counter(one.post for one in election.candidates if one.is_woman)
    return preselection.excess_is_women(listed=listed, women=women, limits=limits, profile=profile)


def add_station(
    *,
    election: Election,
    kind: StationKind,
    name: str,
    place: str,
    hours: str = "",
    route: str = "",
    listed_voters: int | None = None,
    actor: Account,
) -> Station:
    """A place where ballots are cast. Raises Refusal for a second centre.

    `listed_voters` only of a mobile box whose list is kept on paper; else it is the length of its list (E-64).
    """
    _refuse_fixed(election)
    _refuse_second_centre(election, None, kind)
    described = {"kind": kind, "name": name, "place": place, "hours": hours, "route": route}
    station = Station(election=election, listed_voters=listed_voters, **described)
    db.session.add(station)
    after = _station_words(station)
    record(ElectionTag.STATION_ADDED, subject=station, actor=actor, place_id=election.unit_id, after=after)
    return station


def change_station(
    *, station: Station, kind: StationKind, name: str, place: str, hours: str, route: str, actor: Account
) -> None:
    """Change a place before voting begins; a box that is no longer mobile has no list."""
    _refuse_fixed(queries.locked(station.election))
    _refuse_second_centre(station.election, station, kind)
    mobile = kind is StationKind.MOBILE
    _refuse_listed(station, going=not mobile)
    before = _station_words(station)
    station.kind, station.name, station.place, station.hours, station.route = kind, name, place, hours, route
    station.listed_voters = station.listed_voters if mobile else None
    record(
        ElectionTag.STATION_CHANGED,
        subject=station,
        actor=actor,
        place_id=station.election.unit_id,
        before=before,
        after=_station_words(station),
    )


def remove_station(*, station: Station, actor: Account) -> None:
    """Take a place off before voting begins."""
    election = queries.locked(station.election)
    _refuse_fixed(election)
    _refuse_listed(station, going=True)
    before = _station_words(station)
    for one in workers_at(station):
        one.station = None
    record(ElectionTag.STATION_REMOVED, subject=election, actor=actor, place_id=election.unit_id, before=before)
    db.session.delete(station)


def _station_words(station: Station) -> dict[str, object]:
    return {
        "kind": station.kind.value,
        "name": station.name,
        "place": station.place,
        "hours": station.hours or None,
        "route": station.route or None,
        "listed_voters": station.listed_voters,
    }


def _refuse_fixed(election: Election) -> None:
    refuse_if(queries.voting_begun(election), ElectionReason.STATIONS_FIXED)


def _refuse_second_centre(election: Election, changed: Station | None, kind: StationKind) -> None:
    others = [one for one in election.stations if one is not changed]
    second = kind is StationKind.CENTRAL and any(one.kind is StationKind.CENTRAL for one in others)
    refuse_if(second, ElectionReason.ONE_CENTRE, "kind")


def _refuse_listed(station: Station, *, going: bool) -> None:
    """Whoever stands on its list is taken off first."""
    count = mobile_count(station) if going else 0
    refuse_if(bool(count), PreparationReason.HAS_LIST, "kind", count=count)
