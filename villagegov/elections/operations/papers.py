"""The papers of registrations entered, and a roll refused while some are missing."""

from datetime import date

from sqlalchemy import insert, update

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.bodies.models import Decision
from villagegov.bodies.queries.meetings import is_valid_decision
from villagegov.elections import queries as elections
from villagegov.elections.models import Roll, RollEntry, RollPapers
from villagegov.elections.operations.steps import refuse_candidate
from villagegov.elections.queries import papers as queries
from villagegov.elections.queries.roll import batches
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.papers import Written, faults_of
from villagegov.elections.vocabulary.papers import Paper, PaperReason, PaperTag
from villagegov.extensions import db
from villagegov.refusal import Refusal, refuse_all, refuse_if


def enter_papers(*, entry: RollEntry, papers: Written, decision: Decision | None, actor: Account) -> RollPapers:
    """What one voter brought; a decision of a meeting says day and paper of the approval by itself (E-27, E-30).

    Raises Refusal(TOO_SHORT, FUTURE, AFTER_POLLING, HALF_APPROVED, NOT_PASSED, POLLING, OWN_ELECTION).
    """
    roll = entry.roll
    election = roll.election
    refuse_candidate(election, actor)
    refuse_if(elections.newest_poll(election) is not None, PaperReason.POLLING)
    if decision is not None:
        fits = decision.meeting.unit_id == election.unit_id and decision.meeting.kind in queries.AGREEING
        refuse_if(not (fits and is_valid_decision(decision)), PaperReason.NOT_PASSED, "decision")
        papers = papers._replace(approved_on=decision.meeting.held_on, approved_as=decision.matter[:100])
    day = election.polling_day
    found = faults_of(papers, entry.category, law_of(election), today=clock.today(), polling_day=day)
    refuse_all([Refusal(one.reason, one.field, **one.values) for one in found])
    made = queries.papers_of(entry) or RollPapers(entry=entry)
    before = {name: value for name in Written._fields if (value := getattr(made, name, None))}
    for name, value in papers._asdict().items():
        setattr(made, name, value)
    made.decision = decision
    db.session.add(made)
    db.session.flush()
    after = {"number": entry.number, **{name: value for name, value in papers._asdict().items() if value}}
    record(PaperTag.ENTERED, subject=roll, actor=actor, place_id=roll.unit.id, before=before, after=after)
    return made


def declare_many(*, roll: Roll, group: str | None, declared_on: date, document: str, actor: Account) -> int:
    """All of a group, or of the roll, who signed the register as taking part (E-26, E-28): how many.

    Raises Refusal(FUTURE, AFTER_POLLING, NOBODY, POLLING, OWN_ELECTION).
    """
    refuse_candidate(roll.election, actor)
    refuse_if(elections.newest_poll(roll.election) is not None, PaperReason.POLLING)
    refuse_if(declared_on > clock.today(), PaperReason.FUTURE, "declared_on")
    day = roll.election.polling_day
    refuse_if(declared_on > day, PaperReason.AFTER_POLLING, "declared_on", day=day)
    query = queries.entries_without(roll, paper=Paper.DECLARATION)
    query = query if group is None else query.where(RollEntry.group_name == group)
    keys = list(db.session.scalars(query.order_by(None).with_only_columns(RollEntry.id)))
    refuse_if(not keys, PaperReason.NOBODY)
    for batch in batches(keys):
        known = set(db.session.scalars(queries.known_papers(batch)))
        change = update(RollPapers).where(RollPapers.roll_entry_id.in_(known))
        db.session.execute(change.values(declared_on=declared_on, version=RollPapers.version + 1))
        made = [
            Written(declared_on=declared_on)._asdict() | {"roll_entry_id": key} for key in batch if key not in known
        ]
        if made:
            db.session.execute(insert(RollPapers), made)
    after = {"declared_on": declared_on, "people": len(keys), "document": document, "group": group or ""}
    record(PaperTag.DECLARED, subject=roll, actor=actor, place_id=roll.unit.id, after=after)
    return len(keys)


def refuse_without_papers(roll: Roll) -> None:
    """E-25 to E-32: a roll with a registration that rests on nothing is not posted and not made final."""
    count = queries.count_without(roll)
    refuse_if(bool(count), PaperReason.MISSING, count=count)
