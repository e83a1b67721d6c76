"""What every step asks first: whose turn it is, and whether anything personal would be posted."""

from collections.abc import Iterable

from villagegov.accounts.models import Account
from villagegov.accounts.queries import same_person
from villagegov.disclosure.models import Posting
from villagegov.disclosure.queries.postings import recorders_of, state_on
from villagegov.disclosure.queries.public_words import public_rows, public_texts
from villagegov.disclosure.rules.states import is_done, lines_open, missing_before
from villagegov.disclosure.vocabulary import DisclosureReason, PostingState, Step
from villagegov.privacy import find_personal_numbers
from villagegov.refusal import Refusal, refuse, refuse_all, refuse_if
from villagegov.vocabulary import LazyString


def refuse_unless_turn(posting: Posting, step: Step) -> None:
    """Raise Refusal(STEP_MISSING) naming the step that comes first (C10); STEP_DONE or POSTED when it is over (C7)."""
    state = state_on(posting)
    missing = missing_before(step, state)
    refuse_if(state is PostingState.PUBLISHED, DisclosureReason.POSTED)
    refuse_if(missing is not None, DisclosureReason.STEP_MISSING, step=missing.label if missing else "")
    refuse_if(is_done(step, state), DisclosureReason.STEP_DONE)


def refuse_if_closed(posting: Posting) -> None:
    """Raise Refusal(CLOSED, POSTED) once the draft has left the committee's hands (C7)."""
    state = state_on(posting)
    refuse_if(state is PostingState.PUBLISHED, DisclosureReason.POSTED)
    refuse_if(not lines_open(state), DisclosureReason.CLOSED)


def refuse_unless_passed(posting: Posting) -> None:
    """Raise Refusal(STEP_MISSING, POSTED) unless the supervisors have passed it and nobody has read it yet (C7)."""
    refuse_if(posting.posted_at is not None, DisclosureReason.POSTED)
    refuse_if(posting.reviewed_at is None, DisclosureReason.STEP_MISSING, step=Step.REVIEW.label)


def refuse_personal(posting: Posting) -> None:
    """P-11: every number in anything public, all of them in one answer."""
    refuse_all(_personal(public_texts(posting)))
    refuse_all(_personal(public_rows(posting)))


def _personal(texts: Iterable[tuple[LazyString, str]]) -> list[Refusal]:
    return [
        Refusal(DisclosureReason.PERSONAL, where=where, sentence=found.sentence)
        for where, text in texts
        for found in find_personal_numbers(text)[:1]
    ]


def refuse_number_in(field: str, text: str) -> None:
    """P-11: nobody can mend these words later, so a number in them is refused at once, at its field."""
    for found in find_personal_numbers(text)[:1]:
        refuse(found.reason, field, line=found.line, masked=found.masked)


def refuse_recorder(posting: Posting, actor: Account) -> None:
    """A10: nobody signs what he recorded himself, with whichever account."""
    own = any(same_person(actor, one) for one in recorders_of(posting))
    refuse_if(own, DisclosureReason.OWN_RECORD)
