"""The draft goes to the supervisors; each says what he thinks; together they pass it or send it back (S-22)."""

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.accounts.queries import same_person
from villagegov.audit.record import record
from villagegov.disclosure.models import Posting, Review
from villagegov.disclosure.operations.ready import refuse_unready
from villagegov.disclosure.operations.steps import refuse_number_in, refuse_personal, refuse_unless_turn
from villagegov.disclosure.queries.items import cells_of, shape_of, table_of
from villagegov.disclosure.queries.postings import recorders_of, reviews_of_round, sums_of_many
from villagegov.disclosure.queries.reviewers import Reviewer, committee_for, entitled_in, waiting_for
from villagegov.disclosure.rules.review import review_outcome
from villagegov.disclosure.rules.tables import missing_papers
from villagegov.disclosure.vocabulary import DisclosureReason, Outcome, PostingTag, ReviewVerdict, Step
from villagegov.disclosure.vocabulary.catalogue import Shape
from villagegov.extensions import db
from villagegov.money import yuan
from villagegov.refusal import Refusal, refuse, refuse_all, refuse_if


def hand_to_supervisors(*, posting: Posting, actor: Account) -> None:
    """Give the draft to the supervision committee; it is closed from now on. Raises Refusal with what lacks."""
    refuse_unless_turn(posting, Step.HAND_OVER)
    refuse_unready(posting)
    refuse_personal(posting)
    committee = committee_for(posting, clock.today())
    refuse_if(committee.gap is not None, DisclosureReason.CANNOT_REVIEW, gap=committee.gap_words)
    posting.review_round += 1
    posting.submitted_at = clock.now()
    after = {
        "review_round": posting.review_round,
        **(
            {"lines": len(posting.lines), "amount": yuan(posting.opening_fen)}
            if shape_of(posting) is Shape.ACCOUNTS
            else {"rows": len(posting.rows)}
        ),
    }
    record(PostingTag.HANDED, subject=posting, actor=actor, place_id=posting.unit_id, after=after)


def take_back(*, posting: Posting, actor: Account) -> None:
    """Take it out of the supervisors' hands again: by those who recorded it, before anybody has reviewed.

    Also when nobody is left who could finish the review, so that a resignation cannot hold a month for ever.
    """
    refuse_unless_turn(posting, Step.REVIEW)
    own = any(same_person(actor, one) for one in recorders_of(posting))
    refuse_if(not own, DisclosureReason.NOT_RECORDER, name=posting.drafted_by_name)
    committee = committee_for(posting, clock.today())
    begun = bool(reviews_of_round(posting)) and bool(waiting_for(posting, committee))
    refuse_if(begun, DisclosureReason.TAKEN_UP)
    posting.submitted_at = None
    after = {"review_round": posting.review_round}
    record(PostingTag.TAKEN_BACK, subject=posting, actor=actor, place_id=posting.unit_id, after=after)


def review(*, posting: Posting, verdict: ReviewVerdict, note: str, actor: Account) -> Review:
    """One supervisor's word, once in a round; enough words pass it or send it back."""
    refuse_unless_turn(posting, Step.REVIEW)
    committee = committee_for(posting, clock.today())
    reviewer = _able(committee.of(actor))
    said = next((one for one in reviews_of_round(posting) if one.term_id == reviewer.term.id), None)
    refuse_if(said is not None, DisclosureReason.REVIEWED_ALREADY, verdict=said.verdict.label if said else "")
    refuse_if(verdict is not ReviewVerdict.PASSED and not note, DisclosureReason.NOTE_NEEDED, "note")
    refuse_number_in("note", note)
    if verdict is not ReviewVerdict.RETURNED:
        refuse_all(_missing_papers(posting))
    made = Review(
        review_round=posting.review_round,
        term_id=reviewer.term.id,
        reviewer_name=reviewer.term.person.name,
        verdict=verdict,
        note=note,
        reviewed_at=clock.now(),
        account_id=actor.id,
    )
    posting.reviews.append(made)
    db.session.flush()
    after = {"verdict": verdict.value, "text": note, "review_round": posting.review_round}
    record(PostingTag.REVIEWED, subject=posting, actor=actor, place_id=posting.unit_id, after=after)
    _conclude(posting, entitled_in(posting, committee), actor)
    return made


def _missing_papers(posting: Posting) -> list[Refusal]:
    """D-32: without all papers the supervisors must send it back."""
    table = table_of(posting)
    return missing_papers(cells_of(posting), table) if table is not None else []


def _able(reviewer: Reviewer | None) -> Reviewer:
    if reviewer is None:
        refuse(DisclosureReason.NOT_SUPERVISOR)
    out = reviewer.conflict is not None
    refuse_if(out, DisclosureReason.CONFLICTED, why=reviewer.why, article=reviewer.article)
    return reviewer


def _conclude(posting: Posting, entitled: int, actor: Account) -> None:
    """S-22: what the committee says together, as soon as it is certain."""
    said = [one.verdict for one in reviews_of_round(posting)]
    returns = said.count(ReviewVerdict.RETURNED)
    outcome = review_outcome(entitled=entitled, passes=len(said) - returns, returns=returns)
    if outcome is Outcome.PASSED:
        posting.reviewed_at = clock.now()
        accounts = shape_of(posting) is Shape.ACCOUNTS
        after = {"expense": yuan(sums_of_many([posting])[posting.id].expense)} if accounts else None
        record(PostingTag.PASSED, subject=posting, actor=actor, place_id=posting.unit_id, after=after)
    elif outcome is Outcome.RETURNED:
        posting.submitted_at = None
        record(PostingTag.RETURNED, subject=posting, actor=actor, place_id=posting.unit_id)
