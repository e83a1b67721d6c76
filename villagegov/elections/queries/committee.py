"""An election committee: its members, the votes of the choice, where a seat is empty and who follows."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

import villagegov.clock as clock
from villagegov.bodies.models import Decision, Term
from villagegov.bodies.queries import pending_in, terms_of
from villagegov.bodies.queries.meetings import committee_kind, decisions_of
from villagegov.bodies.rules.offices import may_choose
from villagegov.bodies.vocabulary import Body, EndReason, Office
from villagegov.divisions.models import Division
from villagegov.elections.models import CommitteeVote, Election, ElectionCommittee
from villagegov.elections.rules import committee as rules
from villagegov.extensions import db
from villagegov.notices.queries import notice, posted_on

#: How an office ends that was never held, or that went with the whole committee: nobody follows.
_NOT_LEFT = (EndReason.ENTERED_WRONGLY, EndReason.EXPIRED)


@dataclass(frozen=True)
class Gap:
    """A seat that somebody left and nobody took, and who comes next; several with equal votes, or nobody."""

    left: CommitteeVote
    following: list[CommitteeVote]


def committee_of(election: Election) -> ElectionCommittee | None:
    """What is known of the committee of an election."""
    query = select(ElectionCommittee).where(ElectionCommittee.election_id == election.id)
    return db.session.scalars(query).one_or_none()


def committee_vote(vote_id: int) -> CommitteeVote | None:
    """One person's votes, with the committee and the election."""
    return db.session.get(CommitteeVote, vote_id)


def votes_of(committee: ElectionCommittee | None) -> list[CommitteeVote]:
    """All votes of the choice, the most first; equal ones as they were entered."""
    if committee is None:
        return []
    query = select(CommitteeVote).where(CommitteeVote.committee_id == committee.id)
    loading = (joinedload(CommitteeVote.person), joinedload(CommitteeVote.term), joinedload(CommitteeVote.decision))
    return list(db.session.scalars(query.options(*loading).order_by(CommitteeVote.votes.desc(), CommitteeVote.id)))


def members_of(election: Election) -> list[Term]:
    """Who sits in the unit's election committee today, by rank."""
    return terms_of(election.unit, clock.today(), body=Body.ELECTION)


def waiting_in(election: Election) -> list[Term]:
    """Who is entered for it and waits for the second person."""
    return [one for one in pending_in(election.unit) if one.office.body is Body.ELECTION]


def choosing_decisions(unit: Division) -> dict[int, Decision]:
    """Decisions that may have chosen an election committee, the newest first."""
    kind = committee_kind(unit)
    return {one.id: one for one in decisions_of(unit) if may_choose(Office.ELECTION_MEMBER, one.meeting.kind, kind)}


def gaps_in(committee: ElectionCommittee | None) -> list[Gap]:
    """E-17: the seats left and not taken, in the order they were left, each with who comes next by the votes."""
    votes = votes_of(committee)
    taken = {one.replaces_id for one in votes if one.seated}
    left = [one for one in votes if one.term is not None and _was_left(one.term) and one.id not in taken]
    return [Gap(one, _following(one, votes)) for one in sorted(left, key=_left_on)]


def _left_on(one: CommitteeVote) -> tuple[date, int]:
    return (one.term.ended_on or date.max) if one.term else date.max, one.id


def _was_left(term: Term) -> bool:
    return term.ended_on is not None and term.end_reason not in _NOT_LEFT


def _following(left: CommitteeVote, votes: Iterable[CommitteeVote]) -> list[CommitteeVote]:
    waiting = {
        one.id: one for one in votes if one.decision_id == left.decision_id and not one.seated and not one.passed_over
    }
    return [waiting[key] for key in rules.next_in_order({key: one.votes for key, one in waiting.items()})]


def result_day(election: Election) -> date | None:
    """The day its result was posted."""
    posted = notice(election.result_notice_id) if election.result_notice_id is not None else None
    return posted_on(posted) if posted is not None else None


def rests_a_choice_on(decision_ids: Collection[int]) -> bool:
    """Whether votes of a choice stand on one of these decisions; for whoever voids the meeting."""
    query = select(CommitteeVote.id).where(CommitteeVote.decision_id.in_(decision_ids)).limit(1)
    return db.session.scalar(query) is not None
