"""That somebody took the archive cut of a term file away."""

from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections.models import Election
from villagegov.elections.vocabulary.practice import PracticeReason
from villagegov.elections.vocabulary.term_file import TermFileTag
from villagegov.refusal import refuse_if


def note_download(*, election: Election, actor: Account) -> None:
    """Note it in the record. Raises Refusal(NOT_PUBLISHED) for a practice, which leaves no file."""
    refuse_if(election.is_practice, PracticeReason.NOT_PUBLISHED)
    record(TermFileTag.DOWNLOADED, subject=election, actor=actor, place_id=election.unit_id, after={})
