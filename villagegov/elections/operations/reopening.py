"""What followed an earlier result of the same election is done again when a new one is posted (E-93, E-107)."""

from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections.models import Election
from villagegov.elections.operations.filing import open_again
from villagegov.elections.queries.filing import filing_of
from villagegov.elections.queries.handover import archive_of
from villagegov.elections.rules.wording import mandate_words
from villagegov.elections.vocabulary.handover import HandoverTag
from villagegov.extensions import db
from villagegov.notices.models import Notice


def open_what_followed(*, election: Election, notice: Notice, actor: Account) -> None:
    """A result filed before goes to the township anew, and papers put away are put away anew with the new ballots."""
    why = f"又公布了新的结果（{mandate_words(notice.year, notice.number)}），请重新办理。"
    filing, kept = filing_of(election), archive_of(election)
    if filing is not None and filing.sent_on is not None:
        open_again(filing=filing, reason=why, actor=actor)
    if kept is not None:
        db.session.delete(kept)
        tag = HandoverTag.ARCHIVE_CHANGED
        record(tag, subject=election, actor=actor, place_id=election.unit_id, after={"reason": why})
