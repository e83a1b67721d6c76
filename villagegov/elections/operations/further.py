"""Calling the next casting: 再次投票, 另行选举 or 重新选举; never more than what is open."""

from collections.abc import Sequence
from datetime import date

from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections import queries
from villagegov.elections.models import (
    BallotLine,
    Candidate,
    Election,
    LineCandidate,
    Poll,
    RollEntry,
)
from villagegov.elections.operations.ballot import put_on_ballot
from villagegov.elections.operations.proxies import end_proxy
from villagegov.elections.operations.redo import go_back
from villagegov.elections.operations.steps import refuse_candidate
from villagegov.elections.operations.succession import leave_for
from villagegov.elections.queries import chain
from villagegov.elections.queries import proxies as known_proxies
from villagegov.elections.rules.chain import Standing
from villagegov.elections.rules.law import law_of
from villagegov.elections.vocabulary import Origin, PollKind, Stage
from villagegov.elections.vocabulary.chain import ChainReason, ChainTag, RedoFrom
from villagegov.extensions import db
from villagegov.law.vocabulary import Field
from villagegov.people.vocabulary import Sex
from villagegov.refusal import refuse, refuse_if

TAGS = {PollKind.REVOTE: ChainTag.REVOTE_CALLED, PollKind.RERUN: ChainTag.RERUN_CALLED}


def call_poll(
    *,
    election: Election,
    held_on: date,
    station_ids: Sequence[int],
    document: str,
    actor: Account,
    redo_from: RedoFrom = RedoFrom.POLLING,
) -> Poll:
    """The casting that the law asks for next, with its ballot (E-79, E-86, E-90); it opens on `held_on`.

    Raises Refusal(NOT_DECIDED, NOT_POSTED, NOTHING_OPEN, DAY_BEFORE_LAST, RERUN_LATE, NO_STATION, OWN_ELECTION).
    """
    refuse_candidate(election, actor)
    standing, last = chain.standing_of(election), queries.newest_poll(election)
    if last is None or queries.outcome_of(last) is None:
        refuse(ChainReason.NOT_DECIDED)
    kind = _kind_to_call(election, standing, last)
    refuse_if(held_on < last.held_on, ChainReason.DAY_BEFORE_LAST, "held_on", day=last.held_on)
    if kind is PollKind.RERUN:
        _refuse_late(election, last, held_on)
    poll = Poll(
        election=election,
        election_id=election.id,
        number=last.number + 1,
        kind=kind,
        held_on=held_on,
        opened=False,
        open_stations=_stations(election, station_ids),
        document=document,
    )
    db.session.add(poll)
    after: dict[str, object] = {"held_on": held_on, "document": document}
    if kind is PollKind.FIRST:
        go_back(election=election, polling_day=held_on, redo_from=redo_from, reason=document, actor=actor)
        after["redo_from"] = redo_from.value
    _print_contests(poll, standing)
    db.session.flush()
    tag = ChainTag.REDO_CALLED if standing.stage is Stage.VOID else TAGS[kind]
    record(tag, subject=poll, actor=actor, place_id=election.unit_id, after=after)
    if kind is PollKind.RERUN:
        _end_proxies_of_candidates(poll, actor)
    return poll


def _kind_to_call(election: Election, standing: Standing, last: Poll) -> PollKind:
    article = law_of(election).cited(Field.TURNOUT)
    unposted = last.notice_id is None and not election.is_practice
    refuse_if(unposted, ChainReason.NOT_POSTED, article=article)
    if standing.next_kind is None:
        refuse(ChainReason.NOTHING_OPEN)
    return standing.next_kind


def _refuse_late(election: Election, last: Poll, held_on: date) -> None:
    """E-88: within the days of the province, counted from the last casting, or from the finding that freed a seat."""
    found = [one.decided_on for one in chain.unseatings_of(election)]
    limit = law_of(election).after(max([last.held_on, *found]), Field.RERUN_DAYS)
    refuse_if(held_on > limit.last, ChainReason.RERUN_LATE, "held_on", sum=limit.sum, article=limit.article)


def _stations(election: Election, station_ids: Sequence[int]) -> list[int] | None:
    """None for all of them, so that one set up later is open too."""
    chosen = [one.id for one in election.stations if one.id in station_ids]
    refuse_if(not chosen, ChainReason.NO_STATION, "stations")
    return None if len(chosen) == len(election.stations) else chosen


def _print_contests(poll: Poll, standing: Standing) -> None:
    people = {str(one.id): one for one in poll.election.everybody}
    for number, contest in enumerate(standing.contests, 1):
        keys = enumerate(contest.candidates, 1)
        on_line = [LineCandidate(candidate=people[key], position=place) for place, key in keys]
        values = {"post": contest.post, "seats": contest.seats, "women_only": contest.women_only}
        db.session.add(BallotLine(poll=poll, number=number, margin=1, standing=on_line, **values))


def _end_proxies_of_candidates(poll: Poll, actor: Account) -> None:
    """E-61: who stands now holds no proxies any more; they may be made anew with another."""
    if law_of(poll.election).candidate_may_hold_proxies:
        return
    standing = {one.candidate.roll_entry_id for line in poll.lines for one in line.standing}
    for proxy in known_proxies.held_by(poll.election, standing):
        end_proxy(proxy=proxy, reason=f"{proxy.holder.name}成为另行选举的候选人", actor=actor)


def call_off(*, poll: Poll, actor: Account) -> None:
    """Take back a casting that was only called; what it asked for is open again."""
    election = queries.locked(poll.election)
    refuse_candidate(election, actor)
    refuse_if(poll.opened or queries.newest_poll(election) is not poll, ChainReason.BEGUN)
    before = {"held_on": poll.held_on, "document": poll.document}
    record(ChainTag.CALLED_OFF, subject=election, actor=actor, place_id=election.unit_id, before=before)
    for line in poll.lines:
        for one in line.standing:
            db.session.delete(one)
        db.session.delete(line)
    db.session.delete(poll)


def nominate_again(*, line: BallotLine, entry: RollEntry, document: str, actor: Account) -> Candidate:
    """Somebody is nominated anew where a rerun has not more candidates than seats (E-47, rulebook 1.7)."""
    poll = line.poll
    election = queries.locked(poll.election)
    refuse_candidate(election, actor)
    refuse_if(poll.opened, ChainReason.BEGUN)
    refuse_if(poll.kind is not PollKind.RERUN, ChainReason.NOT_IN_RERUN)
    refuse_if(line.women_only and entry.sex is not Sex.FEMALE, ChainReason.ONLY_WOMEN, "number", name=entry.name)
    known = next((one for one in election.everybody if one.roll_entry_id == entry.id), None)
    _refuse_who_cannot_stand(poll, known, entry)
    candidate = _standing_again(line, known, entry, actor)
    line.standing.append(LineCandidate(candidate=candidate, position=1 + len(line.standing)))
    after = {"name": entry.name, "post": line.post.value, "document": document}
    record(ChainTag.NOMINATED, subject=poll, actor=actor, place_id=election.unit_id, after=after)
    return candidate


def _refuse_who_cannot_stand(poll: Poll, known: Candidate | None, entry: RollEntry) -> None:
    if known is None:
        return
    stands = any(one.candidate is known for line in poll.lines for one in line.standing)
    refuse_if(stands, ChainReason.STANDS, "number", name=entry.name)
    seated = {one.key for one in chain.standing_of(poll.election).seated}
    refuse_if(str(known.id) in seated, ChainReason.SEATED, "number", name=entry.name)
    out = any(one.candidate_id == known.id for one in chain.unseatings_of(poll.election))
    refuse_if(out, ChainReason.UNSEATED, "number", name=entry.name)


def _standing_again(line: BallotLine, known: Candidate | None, entry: RollEntry, actor: Account) -> Candidate:
    """The person's row, on the list again if it was taken off; members of the election committee leave (E-16)."""
    election = line.poll.election
    if known is None or known.taken_off:
        last = max((one.position for one in election.everybody), default=0)
        return put_on_ballot(
            election=election, entry=entry, post=line.post, origin=Origin.LISTED, position=last + 1, actor=actor
        )
    leave_for(election=election, entry=entry, actor=actor)
    return known
