"""The papers of an election and its sealed ballots put away (E-107, E-108)."""

from dataclasses import asdict, dataclass
from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections.models import Archive, Election
from villagegov.elections.queries import handover as queries
from villagegov.elections.queries.afterwards import after_of
from villagegov.elections.queries.disputes import count_open
from villagegov.elections.rules.handover import ballots_until
from villagegov.elections.rules.law import law_of
from villagegov.elections.vocabulary.disputes import DisputeReason
from villagegov.elections.vocabulary.handover import HandoverReason, HandoverTag
from villagegov.extensions import db
from villagegov.refusal import refuse_if


@dataclass(frozen=True, kw_only=True)
class Kept:
    """Who keeps the papers, where, since when, and how many ballots are sealed."""

    archived_on: date
    keeper: str
    kept_at: str
    ballots_sealed: int
    remark: str


def archive(*, election: Election, kept: Kept, actor: Account) -> Archive:
    """Put the papers away, or put right where they are; a number of ballots that does not agree needs words."""
    refuse_unless_over(election)
    refuse_if(kept.archived_on > clock.today(), HandoverReason.FUTURE, "archived_on")
    collected = queries.ballots_collected(election)
    differs = collected != kept.ballots_sealed and not kept.remark
    refuse_if(differs, HandoverReason.BALLOTS_DIFFER, "ballots_sealed", collected=collected, sealed=kept.ballots_sealed)
    until = ballots_until(
        polling_day=election.polling_day,
        years=law_of(election).ballot_keep_years,
        next_done_on=queries.next_election_done(election),
    )
    made = queries.archive_of(election)
    tag = HandoverTag.ARCHIVED if made is None else HandoverTag.ARCHIVE_CHANGED
    if made is None:
        made = Archive(election=election, election_id=election.id)
    for name, value in asdict(kept).items():
        setattr(made, name, value)
    made.dispose_after = until
    db.session.add(made)
    after = {
        "archived_on": kept.archived_on,
        "keeper": kept.keeper,
        "kept_at_place": kept.kept_at,
        "ballots_sealed": kept.ballots_sealed,
    }
    record(tag, subject=election, actor=actor, place_id=election.unit_id, after=after)
    return made


def refuse_unless_over(election: Election) -> None:
    """Raise Refusal(NOT_FILED, NOT_HANDED_OVER, OPEN) naming what is missing (C10); no complaint ends by silence."""
    known = after_of(election)
    refuse_if(known.accepted_on is None, HandoverReason.NOT_FILED)
    refuse_if(known.handed_on is None, HandoverReason.NOT_HANDED_OVER)
    waiting = count_open(election)
    refuse_if(bool(waiting), DisputeReason.OPEN, count=waiting)
