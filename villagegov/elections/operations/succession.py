"""Who leaves an election committee, and who follows in the order of the original vote."""

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.bodies.models import Term
from villagegov.bodies.operations.ending import close_term
from villagegov.bodies.vocabulary import Office
from villagegov.elections.models import CommitteeVote, Election, RollEntry
from villagegov.elections.operations.committee import seat
from villagegov.elections.queries import committee as queries
from villagegov.elections.queries.committee import Gap
from villagegov.elections.queries.leaving import Leaving, leavers
from villagegov.elections.vocabulary.committee import CommitteeReason, CommitteeTag
from villagegov.extensions import db
from villagegov.refusal import refuse, refuse_if


def leave_for(*, election: Election, entry: RollEntry, actor: Account) -> list[Leaving]:
    """Village law 2025 art. 15 (E-16): members leave when they, or their near kin, are nominated; in the same act.

    Nobody leaves for a practice.
    """
    found = [] if election.is_practice else leavers(election, entry)
    for one in found:
        leave(leaving=one, actor=actor)
    return found


def leave(*, leaving: Leaving, actor: Account) -> Term:
    """A member leaves on a ground of the law, with day, reason and article; his roles go too (E-16, E-20)."""
    term, election = leaving.term, leaving.election
    ground = leaving.ground
    note = f"{ground.sentence}（{ground.source}）" if ground.source else ground.sentence
    on = max(clock.today(), term.from_on)
    close_term(term=term, on=on, reason=leaving.reason, note=note, actor=actor)
    after = {"name": term.person.name, "office": term.office.value, "ended_on": on, "reason": note}
    record(CommitteeTag.LEFT, subject=election, actor=actor, place_id=election.unit_id, after=after)
    return term


def follow(*, vote: CommitteeVote, office: Office, heeded: bool = False, actor: Account) -> Term:
    """Who had the most votes of those not chosen takes the empty seat (E-17); a second person confirms it."""
    gap = _turn_of(vote)
    names = [one.person.name for one in gap.following]
    refuse_if(len(names) > 1, CommitteeReason.TIED, names=names)
    election = vote.committee.election
    term = seat(
        election=election, person=vote.person, decision=vote.decision, office=office, heeded=heeded, actor=actor
    )
    vote.term, vote.replaces_id = term, gap.left.id
    db.session.flush()
    after = {"name": vote.person.name, "office": office.value, "replaces": gap.left.person.name}
    record(CommitteeTag.FOLLOWED, subject=election, actor=actor, place_id=election.unit_id, after=after)
    return term


def pass_over(*, vote: CommitteeVote, reason: str, actor: Account) -> None:
    """Who cannot or will not follow is passed over with the reason; the next comes (E-17)."""
    _turn_of(vote)
    vote.passed_over, vote.term = reason, None
    election = vote.committee.election
    after = {"name": vote.person.name, "reason": reason}
    record(CommitteeTag.PASSED_OVER, subject=election, actor=actor, place_id=election.unit_id, after=after)


def _turn_of(vote: CommitteeVote) -> Gap:
    gaps = queries.gaps_in(vote.committee)
    turn = next((gap for gap in gaps if any(one.id == vote.id for one in gap.following)), None)
    return turn or refuse(CommitteeReason.NOT_NEXT, name=vote.person.name)
