"""What followed an earlier result of the same election is done again when a new one is posted (E-93, E-107)."""

from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections.models import Election
from villagegov.elections.queries.filing import filing_of
from villagegov.elections.queries.handover import archive_of
from villagegov.elections.rules.wording import mandate_words
from villagegov.elections.vocabulary.filing import FilingTag
from villagegov.elections.vocabulary.handover import HandoverTag
from villagegov.extensions import db
from villagegov.notices.models import Notice


def open_what_followed(*, election: Election, notice: Notice, actor: Account) -> None:
    """A result filed before goes to the township anew, and papers put away are put away anew with the new ballots."""
    why = f"又公布了新的结果（{mandate_words(notice.year, notice.number)}），请重新办理。"
    filing, kept = filing_of(election), archive_of(election)
    if filing is not None and filing.sent_on is not None:
        filing.accepted_on = filing.certified_on = filing.sent_on = None
        filing.accepted_as = filing.accepted_by_name = filing.sent_as = ""
        filing.returned_because = why
        _note(FilingTag.RETURNED, election, why, actor)
    if kept is not None:
        db.session.delete(kept)
        _note(HandoverTag.ARCHIVE_CHANGED, election, why, actor)


def _note(tag: FilingTag | HandoverTag, election: Election, why: str, actor: Account) -> None:
    record(tag, subject=election, actor=actor, place_id=election.unit_id, after={"reason": why})
