"""Complaints entered and answered by the authority (E-94)."""

from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.deadlines import in_words
from villagegov.elections.models import Dispute, Election
from villagegov.elections.queries import disputes as queries
from villagegov.elections.vocabulary.disputes import DisputeAnswer, DisputeMatter, DisputeReason, DisputeTag
from villagegov.extensions import db
from villagegov.refusal import refuse_if


def enter_dispute(
    *, election: Election, matter: DisputeMatter, complainant: str, claim: str, received_on: date, actor: Account
) -> Dispute:
    """A complaint came in; its clock runs from that day."""
    refuse_if(election.is_practice, DisputeReason.PRACTICE)
    refuse_if(received_on > clock.today(), DisputeReason.FUTURE, "received_on")
    made = Dispute(
        election=election,
        election_id=election.id,
        number=queries.next_dispute_number(election),
        matter=matter,
        complainant=complainant,
        claim=claim,
        received_on=received_on,
        entered_at=clock.now(),
        entered_by_name=actor.name,
        answer="",
        document="",
        answered_by_name="",
    )
    db.session.add(made)
    db.session.flush()
    after = {"number": made.number, "dispute_matter": matter.value, "received_on": received_on}
    record(DisputeTag.ENTERED, subject=made, actor=actor, place_id=election.unit_id, after=after)
    return made


def answer_dispute(
    *, dispute: Dispute, finding: DisputeAnswer, answer: str, document: str, answered_on: date, actor: Account
) -> None:
    """The authority's finding, with its reasons."""
    known = dispute.answered_on
    refuse_if(known is not None, DisputeReason.ANSWERED_ALREADY, day=in_words(known or answered_on))
    refuse_if(answered_on > clock.today(), DisputeReason.FUTURE, "answered_on")
    early = answered_on < dispute.received_on
    refuse_if(early, DisputeReason.TOO_EARLY, "answered_on", day=in_words(dispute.received_on))
    dispute.finding, dispute.answer, dispute.document = finding, answer, document
    dispute.answered_on, dispute.answered_by_name = answered_on, actor.name
    after = {"number": dispute.number, "dispute_answer": finding.value, "answered_on": answered_on}
    record(DisputeTag.ANSWERED, subject=dispute, actor=actor, place_id=dispute.unit.id, after=after)
