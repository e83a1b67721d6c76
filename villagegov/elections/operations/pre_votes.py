"""A pre-vote (预选) over too many nominees, and one more over those equal at the cut (E-51)."""

from collections.abc import Mapping
from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections.models import Election, PreVote, PreVoteCount
from villagegov.elections.operations.final_list import refuse_unless
from villagegov.elections.operations.steps import refuse_candidate
from villagegov.elections.queries import final_list as queries
from villagegov.elections.queries.final_list import Preparation
from villagegov.elections.queries.nominations import initial_list_of
from villagegov.elections.queries.setup import locked, roll_of
from villagegov.elections.rules.preselection import enough_came
from villagegov.elections.vocabulary.final_list import FinalListReason, FinalListTag, FinalStep
from villagegov.extensions import db
from villagegov.law.vocabulary import PreselectBody
from villagegov.refusal import Refusal, refuse_all, refuse_if

VOTING = (FinalStep.PRE_VOTE, FinalStep.AGAIN)


def enter_pre_vote(
    *, election: Election, held_on: date, entitled: int | None, present: int, votes: Mapping[int, int], actor: Account
) -> PreVote:
    """Keep what was counted: nominee → votes, for everybody who is voted on now.

    `entitled` is asked of representatives only; all voters are those on the roll. Raises Refusal at each wrong field.
    """
    locked(election)
    refuse_candidate(election, actor)
    found = queries.preparation_of(election)
    refuse_unless(found, *VOTING)
    body = found.law.preselect_body
    called = roll_of(election).registered if body is PreselectBody.VOTERS else entitled or 0
    refuse_all([*_of_day(election, held_on), *_of_people(called, present, body), *_of_votes(found, votes, present)])
    made = PreVote(
        election_id=election.id,
        number=queries.next_pre_vote_number(election),
        held_on=held_on,
        body=body,
        entitled=called,
        present=present,
        entered_at=clock.now(),
    )
    running = [one for each in found.selections.values() for one in each.to_vote_on]
    made.counts = [PreVoteCount(nominee_id=one.id, votes=votes[one.id]) for one in running]
    db.session.add(made)
    db.session.flush()
    after = {
        "number": made.number,
        "pre_voted_on": held_on,
        "pre_vote_body": body.value,
        "entitled": called,
        "present": present,
        "pre_vote_counts": [f"{one.post.label} {one.entry.name} {votes[one.id]}" for one in running],
    }
    record(FinalListTag.PRE_VOTED, subject=made, actor=actor, place_id=election.unit_id, after=after)
    return made


def remove_pre_vote(*, pre_vote: PreVote, actor: Account) -> None:
    """The last one was typed wrong; it is entered again. Only while no list is made."""
    election = locked(pre_vote.election)
    found = queries.preparation_of(election)
    refuse_if(found.step is FinalStep.POSTED, FinalListReason.POSTED)
    refuse_if(found.made, FinalListReason.MADE)
    last = queries.next_pre_vote_number(election) - 1
    refuse_if(pre_vote.number != last, FinalListReason.NOT_LAST)
    before = {"number": pre_vote.number, "pre_voted_on": pre_vote.held_on, "present": pre_vote.present}
    for one in pre_vote.counts:
        db.session.delete(one)
    db.session.delete(pre_vote)
    record(FinalListTag.PRE_VOTE_REMOVED, subject=election, actor=actor, place_id=election.unit_id, before=before)


def _of_day(election: Election, held_on: date) -> list[Refusal]:
    if held_on > clock.today():
        return [Refusal(FinalListReason.IN_FUTURE, "held_on")]
    if held_on >= election.polling_day:
        return [Refusal(FinalListReason.AFTER_POLLING, "held_on", day=election.polling_day)]
    initial, earlier = initial_list_of(election), queries.pre_votes_of(election)
    if initial is not None and held_on < initial.posted_on:
        return [Refusal(FinalListReason.BEFORE_LIST, "held_on", day=initial.posted_on)]
    if earlier and held_on < earlier[-1].held_on:
        return [Refusal(FinalListReason.BEFORE_FIRST, "held_on", day=earlier[-1].held_on)]
    return []


def _of_people(entitled: int, present: int, body: PreselectBody) -> list[Refusal]:
    told = {"entitled": entitled, "present": present}
    if present > entitled:
        return [Refusal(FinalListReason.OVER_ENTITLED, "present", **told)]
    enough = enough_came(present=present, entitled=entitled, body=body)
    return [] if enough else [Refusal(FinalListReason.NO_QUORUM, "present", body=body.label, **told)]


def _of_votes(found: Preparation, votes: Mapping[int, int], present: int) -> list[Refusal]:
    faults = []
    for one in found.selections.values():
        counted = {nominee.id: votes.get(nominee.id, 0) for nominee in one.to_vote_on}
        faults += [
            Refusal(FinalListReason.OVER_PRESENT, f"votes_{key}", votes=number, present=present)
            for key, number in counted.items()
            if number > present
        ]
        total, limit = sum(counted.values()), present * one.places_left
        if counted and total > limit:
            told = {"post": one.post.label, "sum": total, "limit": limit, "present": present}
            first = f"votes_{next(iter(counted))}"
            faults.append(Refusal(FinalListReason.OVER_SUM, first, places=one.places_left, **told))
    return faults
