"""The votes by which an election committee is chosen, and who is entered for it."""

from functools import partial

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.bodies.models import Decision, Term
from villagegov.bodies.operations.ending import withdraw_term
from villagegov.bodies.operations.entering import Entry, propose_term
from villagegov.bodies.queries.avoidance import held_or_pending
from villagegov.bodies.queries.meetings import committee_kind, is_valid_decision
from villagegov.bodies.rules.offices import may_choose
from villagegov.bodies.vocabulary import Basis, Body, Office
from villagegov.deadlines import in_words
from villagegov.elections.models import CommitteeVote, Election, ElectionCommittee
from villagegov.elections.queries import committee as queries
from villagegov.elections.queries.leaving import barred_by
from villagegov.elections.rules import committee as rules
from villagegov.elections.rules.law import law_of
from villagegov.elections.vocabulary.committee import CommitteeReason, CommitteeTag
from villagegov.extensions import db
from villagegov.people.models import Person
from villagegov.refusal import refuse, refuse_if


def enter_vote(
    *,
    election: Election,
    person: Person,
    decision: Decision,
    votes: int,
    office: Office | None,
    heeded: bool = False,
    actor: Account,
) -> CommitteeVote:
    """One person's votes in the choice; with an office, who is entered for it and waits for the second person (E-14).

    Once the committee is formed only a new choice for an empty seat is left (E-17).
    """
    committee = refuse_unless_kept(election)
    refuse_unless_open(committee)
    _refuse_wrong_vote(committee, person, decision, votes)
    gaps = queries.gaps_in(committee) if committee.posted_on is not None else []
    seating = partial(seat, election=election, person=person, decision=decision, heeded=heeded, actor=actor)
    term = seating(office=office) if office is not None else None
    made = CommitteeVote(
        committee=committee,
        decision=decision,
        person=person,
        votes=votes,
        term=term,
        replaces_id=gaps[0].left.id if gaps and term is not None else None,
        passed_over="",
        entered_at=clock.now(),
    )
    db.session.add(made)
    db.session.flush()
    after = {"name": person.name, "committee_votes": votes, **({"office": office.value} if office else {})}
    record(CommitteeTag.VOTE_ENTERED, subject=election, actor=actor, place_id=election.unit_id, after=after)
    return made


def refuse_unless_kept(election: Election) -> ElectionCommittee:
    """The committee of the election. Raises Refusal(NOT_KEPT) where it began before committees were kept here."""
    return queries.committee_of(election) or refuse(CommitteeReason.NOT_KEPT)


def refuse_formed(committee: ElectionCommittee) -> None:
    """Raise Refusal(FORMED_ALREADY) once the list was posted."""
    formed = committee.posted_on
    refuse_if(formed is not None, CommitteeReason.FORMED_ALREADY, day=in_words(formed or clock.today()))


def refuse_unless_open(committee: ElectionCommittee) -> None:
    """Raise Refusal(CLOSED, NO_GAP) when nobody can be chosen any more."""
    refuse_closed(committee)
    refuse_if(committee.posted_on is not None and not queries.gaps_in(committee), CommitteeReason.NO_GAP)


def refuse_closed(committee: ElectionCommittee) -> None:
    """Raise Refusal(CLOSED) after handover."""
    closed = committee.closed_on
    refuse_if(closed is not None, CommitteeReason.CLOSED, day=in_words(closed or clock.today()))


def _refuse_wrong_vote(committee: ElectionCommittee, person: Person, decision: Decision, votes: int) -> None:
    refuse_if(not is_valid_decision(decision), CommitteeReason.NO_DECISION, "decision")
    meeting, unit = decision.meeting, committee.unit
    fits = may_choose(Office.ELECTION_MEMBER, meeting.kind, committee_kind(unit))
    refuse_if(not fits, CommitteeReason.WRONG_MEETING, "decision", kind=meeting.kind.named(unit.kind))
    over = votes > meeting.present
    refuse_if(over, CommitteeReason.VOTES_OVER, "votes", votes=votes, present=meeting.present)
    twice = any(one.person_id == person.id and one.decision_id == decision.id for one in committee.votes)
    refuse_if(twice, CommitteeReason.ENTERED, "id_number", name=person.name)


def seat(
    *, election: Election, person: Person, decision: Decision, office: Office, heeded: bool, actor: Account
) -> Term:
    """Enter the office, on the ground of the decision; one who is entered for it already is only found again."""
    refuse_if(office not in rules.offices_of(law_of(election)), CommitteeReason.NOT_VICE, "office")
    barred = barred_by(election, person)
    if barred is not None:
        refuse(CommitteeReason.STANDS, "id_number", sentence=barred.sentence, ground=barred.source)
    known = [one for one in held_or_pending(person, clock.today()) if one.unit_id == election.unit_id]
    for term in known:
        if term.office.body is Body.ELECTION:
            other = {"name": person.name, "office": term.office.label}
            refuse_if(term.office is not office, CommitteeReason.OTHER_OFFICE, "office", **other)
            return term
    from_on = max(decision.meeting.held_on, clock.today()) if _is_formed(election) else decision.meeting.held_on
    entry = Entry(office=office, basis=Basis.CHOSEN, from_on=from_on, decision=decision, heeded=heeded)
    return propose_term(unit=election.unit, person=person, entry=entry, actor=actor)


def _is_formed(election: Election) -> bool:
    known = queries.committee_of(election)
    return known is not None and known.posted_on is not None


def remove_vote(*, vote: CommitteeVote, actor: Account) -> None:
    """Take off what was entered wrongly; an office that waits is withdrawn. After the posting the votes stay (E-17)."""
    election, term, formed = vote.committee.election, vote.term, vote.committee.posted_on
    refuse_closed(vote.committee)
    refuse_if(
        vote.sits and term is not None and term.confirmed_at is not None, CommitteeReason.SEATED, name=vote.person.name
    )
    in_order = formed is not None and not vote.sits
    refuse_if(in_order, CommitteeReason.FORMED_ALREADY, day=in_words(formed or clock.today()))
    if term is not None and term.ended_on is None:
        withdraw_term(term=term, note=str(CommitteeTag.VOTE_REMOVED.label), actor=actor)
    before = {"name": vote.person.name, "committee_votes": vote.votes}
    record(CommitteeTag.VOTE_REMOVED, subject=election, actor=actor, place_id=election.unit_id, before=before)
    if formed is None:
        db.session.delete(vote)
    else:
        vote.term = vote.replaces_id = None
