"""The postings of a final list, and who steps in when somebody withdraws."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import select

from villagegov.deadlines import Deadline
from villagegov.divisions.models import Division
from villagegov.elections.models import Candidate, CandidateList, Election, Nominee
from villagegov.elections.queries.final_list import preparation_of
from villagegov.elections.queries.setup import voting_begun
from villagegov.elections.rules.counts import term
from villagegov.elections.rules.law import law_of
from villagegov.elections.vocabulary import Origin, Post
from villagegov.extensions import db
from villagegov.law.vocabulary import Field


def lists_of(election: Election) -> list[CandidateList]:
    """The postings, the newest first."""
    query = select(CandidateList).where(CandidateList.election_id == election.id)
    return list(db.session.scalars(query.order_by(CandidateList.number.desc())))


def public_election(code: str, number: int) -> Election | None:
    """An election by its public address; a practice has none."""
    query = select(Election).join(Division, Division.id == Election.unit_id)
    found = db.session.scalars(query.where(Division.code == code, Election.number == number)).one_or_none()
    return None if found is None or found.is_practice else found


def by_post(one: CandidateList) -> Iterator[tuple[Post, list[list[str]]]]:
    """The lines of one posting under their posts."""
    for post, lines in groupby(one.lines, key=lambda line: line[0]):
        yield term(Post, post), [line[1:] for line in lines]


def last_withdrawal_day(election: Election) -> Deadline | None:
    """E-53: until when a candidate may withdraw; None while the list does not hang."""
    posted = election.candidates_posted_on
    return law_of(election).after(posted, Field.WITHDRAW_DAYS) if posted else None


def may_still_change(election: Election) -> bool:
    """Whether the list hangs and nobody has voted yet."""
    return election.candidates_posted_on is not None and not voting_begun(election)


class Following(NamedTuple):
    """Who comes onto the list when a candidate leaves it."""

    certain: list[Nominee]
    #: Equal in votes for one place.
    equal: list[Nominee]


def nominee_of(candidate: Candidate) -> Nominee | None:
    """The nominee behind a candidate; none where the list was typed from paper."""
    query = select(Nominee).where(Nominee.election_id == candidate.election_id, Nominee.post == candidate.post)
    return db.session.scalars(query.where(Nominee.roll_entry_id == candidate.roll_entry_id)).one_or_none()


def following_without(candidate: Candidate) -> Following:
    """E-53, E-50: next by votes in the pre-vote; and the next woman, if the list would have none."""
    found = preparation_of(candidate.election, without=nominee_of(candidate))
    standing = {one.roll_entry_id for one in candidate.election.candidates if one.origin is Origin.LISTED}
    rows = [nominee for post in found.selections for nominee in found.listed(post)]
    certain = [one for one in rows if one.roll_entry_id not in standing]
    one = found.selections[candidate.post]
    tied = [nominee for nominee in one.running if nominee.id in one.cut.tied]
    equal = [nominee for nominee in tied if nominee.roll_entry_id not in standing]
    free = one.places_left - (len(tied) - len(equal))
    return Following(certain, equal if free > 0 else [])
