"""Back to the faulty step of a void election: what was done from there on is done again (E-90)."""

from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.bodies.operations.ending import close_term
from villagegov.bodies.vocabulary import EndReason
from villagegov.elections import queries
from villagegov.elections.models import Election
from villagegov.elections.operations.ballot import take_off_ballot
from villagegov.elections.operations.calendar import move_for_redo
from villagegov.elections.queries import committee as committees
from villagegov.elections.vocabulary import Origin
from villagegov.elections.vocabulary.chain import ChainReason, RedoFrom
from villagegov.refusal import refuse_if


def go_back(*, election: Election, polling_day: date, redo_from: RedoFrom, reason: str, actor: Account) -> None:
    """Open the faulty step and all after it; what was posted before stays in the record and with its poll."""
    refuse_if(not reason.strip(), ChainReason.NEEDS_PAPER, "document")
    steps = list(RedoFrom)
    opened = steps[steps.index(redo_from) :]
    if RedoFrom.COMMITTEE in opened:
        _dissolve(election, reason, actor)
    if RedoFrom.ROLL in opened:
        roll = queries.roll_of(election)
        roll.posted_on = roll.posted_for = roll.frozen_at = None
        roll.fingerprint = ""
    if RedoFrom.CANDIDATES in opened:
        election.candidates_posted_on = election.proxies_posted_on = None
    for written_in in [one for one in election.candidates if one.origin is Origin.WRITE_IN]:
        take_off_ballot(candidate=written_in, actor=actor)  # of the void ballots; they stand on no list
    move_for_redo(election=election, polling_day=polling_day, reason=reason, actor=actor)


def _dissolve(election: Election, reason: str, actor: Account) -> None:
    """E-90, cause 1: the committee was not lawfully formed; under the township's guidance a new one is chosen."""
    committee = committees.committee_of(election)
    if committee is None:
        return
    for term in [*committees.members_of(election), *committees.waiting_in(election)]:
        on = max(clock.today(), term.from_on)
        close_term(term=term, on=on, reason=EndReason.REPLACED, note=reason, actor=actor)
    for vote in committee.votes:
        vote.term, vote.passed_over = None, reason
    committee.posted_on = committee.filed_on = committee.chosen_by = None
    committee.paper = committee.document = ""
