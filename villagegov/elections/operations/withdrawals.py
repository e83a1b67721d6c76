"""A candidate withdraws from the posted list, the next steps in; or the list is recalled to nominate again (E-53)."""

from collections.abc import Sequence
from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections import queries as elections
from villagegov.elections.models import Candidate, CandidateList, Election, Nominee, StandDown
from villagegov.elections.operations.ballot import put_on_ballot, take_off_ballot
from villagegov.elections.operations.candidate_lists import keep_list
from villagegov.elections.operations.steps import refuse_candidate
from villagegov.elections.queries import candidate_lists as queries
from villagegov.elections.queries.by_election import list_law_of
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.margins import more_candidates_than_seats
from villagegov.elections.vocabulary import Origin
from villagegov.elections.vocabulary.final_list import FinalListReason
from villagegov.elections.vocabulary.withdrawals import (
    NOBODY_IN,
    RECALLED,
    STEPPED_BACK,
    STEPPED_IN,
    WithdrawalReason,
    WithdrawalTag,
)
from villagegov.extensions import db
from villagegov.law.vocabulary import Field
from villagegov.people.vocabulary import Sex
from villagegov.refusal import refuse_if


def withdraw(
    *, candidate: Candidate, written_on: date, paper: str, posted_on: date, chosen: int | None, actor: Account
) -> CandidateList:
    """Take a candidate off the posted list and put on who follows; the changed list is posted with its reason.

    `chosen` is the nominee who won where the next ones are equal. Raises Refusal for a late paper or too short a list.
    """
    election = elections.locked(candidate.election)
    refuse_candidate(election, actor)
    refuse_closed(election)
    refuse_if(candidate.origin is Origin.WRITE_IN, WithdrawalReason.WRITTEN_IN, name=candidate.name)
    _refuse_wrong_days(election, written_on, posted_on)
    following = _following(candidate, chosen)
    _refuse_too_short(candidate, following)
    if not queries.lists_of(election):  # posted before its postings were kept
        keep_list(election=election, posted_on=election.candidates_posted_on or posted_on, reason="", actor=actor)
    name, post, nominee = candidate.name, candidate.post, queries.nominee_of(candidate)
    if nominee is not None:
        db.session.add(StandDown(nominee_id=nominee.id, written_on=written_on, paper=paper))
    take_off_ballot(candidate=candidate, actor=actor)
    for one in following:
        _step_in(election, one, actor)
    names = [one.entry.name for one in following]
    after = {"name": name, "post": post.value, "given_up_on": written_on, "given_up_paper": paper}
    after |= {"followed_by": names, "posted_on": posted_on}
    record(WithdrawalTag.WITHDRAWN, subject=election, actor=actor, place_id=election.unit_id, after=after)
    said = STEPPED_BACK % {"name": name, "post": post.label}
    said += STEPPED_IN % {"names": "、".join(names)} if names else NOBODY_IN
    return keep_list(election=election, posted_on=posted_on, reason=said, actor=actor)


def recall_list(*, election: Election, reason: str, actor: Account) -> None:
    """Take the posted list down, so that nominations can be opened again; what hung stays to be read."""
    elections.locked(election)
    refuse_candidate(election, actor)
    refuse_closed(election)
    before = {"posted_on": election.candidates_posted_on}
    if not queries.lists_of(election):
        keep_list(election=election, posted_on=election.candidates_posted_on or clock.today(), reason="", actor=actor)
    election.candidates_posted_on = None
    keep_list(election=election, posted_on=clock.today(), reason=RECALLED % {"reason": reason}, actor=actor)
    place_id, after = election.unit_id, {"reason": reason}
    record(WithdrawalTag.RECALLED, subject=election, actor=actor, place_id=place_id, before=before, after=after)


def refuse_closed(election: Election) -> None:
    """A list is changed while it hangs and nobody has voted yet."""
    refuse_if(election.candidates_posted_on is None, WithdrawalReason.NOT_POSTED)
    refuse_if(not queries.may_still_change(election), WithdrawalReason.POLLING)


def _refuse_wrong_days(election: Election, written_on: date, posted_on: date) -> None:
    posted, last, today = election.candidates_posted_on, queries.last_withdrawal_day(election), clock.today()
    refuse_if(written_on > today, FinalListReason.IN_FUTURE, "written_on")
    early = posted is not None and written_on < posted
    refuse_if(early, WithdrawalReason.BEFORE_POSTING, "written_on", day=posted)
    if last is not None and written_on > last.last:
        told = {"days": last.days, "sum": last.sum, "article": law_of(election).cited(Field.WITHDRAW_DAYS)}
        refuse_if(True, WithdrawalReason.LATE, "written_on", **told)
    refuse_if(posted_on > today, FinalListReason.IN_FUTURE, "posted_on")
    earliest = max([written_on, *(one.posted_on for one in queries.lists_of(election)[:1])])
    refuse_if(posted_on < earliest, WithdrawalReason.POSTED_EARLY, "posted_on", day=earliest)
    polling_day = election.polling_day
    refuse_if(posted_on >= polling_day, WithdrawalReason.TOO_LATE_TO_POST, "posted_on", day=polling_day)


def _following(candidate: Candidate, chosen: int | None) -> list[Nominee]:
    found = queries.following_without(candidate)
    named = [one for one in found.equal if one.id == chosen]
    names = [one.entry.name for one in found.equal]
    refuse_if(bool(found.equal) and not named, WithdrawalReason.CHOOSE, "chosen", names=names)
    return [*found.certain, *named]


def _refuse_too_short(candidate: Candidate, following: Sequence[Nominee]) -> None:
    """E-47, E-50: more candidates than seats, and the women the law wants."""
    election, name = candidate.election, candidate.name
    left = [one for one in election.candidates if one.origin is Origin.LISTED and one is not candidate]
    seats = next(one.seats for one in election.seats if one.post is candidate.post)
    posts = [*(one.post for one in left), *(one.post for one in following)]
    count = posts.count(candidate.post)
    enough = more_candidates_than_seats(candidates=count, seats=seats)
    told = {"post": candidate.post.label, "seats": seats, "count": count}
    refuse_if(not enough, WithdrawalReason.TOO_SHORT, name=name, **told)
    women = sum(one.is_woman for one in left) + sum(one.entry.sex is Sex.FEMALE for one in following)
    refuse_if(women < list_law_of(election).min_women_candidates, WithdrawalReason.NO_WOMAN, name=name)


def _step_in(election: Election, nominee: Nominee, actor: Account) -> None:
    """Last of his post, whose votes were fewest; the others keep their order."""
    db.session.refresh(election, ["candidates"])
    posts = [one.post.rank <= nominee.post.rank for one in election.candidates]
    place = 1 + sum(posts)
    for position, one in enumerate(election.candidates, start=1):
        one.position = position + (position >= place)
    put_on_ballot(
        election=election,
        entry=nominee.entry,
        post=nominee.post,
        origin=Origin.LISTED,
        position=place,
        actor=actor,
    )
    db.session.flush()
