"""The joint meeting settles the month, the chair signs, everybody reads it (D-07); then nothing changes (C7)."""

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.accounts.queries import same_person
from villagegov.audit.record import record
from villagegov.bodies.models import Decision
from villagegov.bodies.queries.meetings import is_valid_decision
from villagegov.bodies.vocabulary import MeetingKind
from villagegov.deadlines import in_words as day_words
from villagegov.disclosure.models import Posting
from villagegov.disclosure.operations.steps import (
    refuse_number_in,
    refuse_personal,
    refuse_recorder,
    refuse_unless_passed,
    refuse_unless_turn,
)
from villagegov.disclosure.queries.canonical import posting_fields
from villagegov.disclosure.queries.items import settled_by, shape_of, words_of
from villagegov.disclosure.queries.postings import next_number, reviews_of_round
from villagegov.disclosure.queries.sent_back import is_overtaken, last_sent_back
from villagegov.disclosure.rules.canonical import public_posting
from villagegov.disclosure.rules.due import keep_days
from villagegov.disclosure.rules.months import in_chinese
from villagegov.disclosure.rules.sums import sums_of
from villagegov.disclosure.vocabulary import DisclosureReason, PostingField, PostingTag, Step
from villagegov.disclosure.vocabulary.catalogue import Shape
from villagegov.disclosure.vocabulary.tables import ItemTag
from villagegov.extensions import db
from villagegov.law.profiles import profile_for
from villagegov.law.vocabulary import CommitteeKind
from villagegov.money import fen_of
from villagegov.notices.models import Notice
from villagegov.notices.operations import post_notice
from villagegov.notices.vocabulary import NoticeKind
from villagegov.refusal import refuse_if

#: Words that `refuse_personal` has not asked about.
UNASKED = (PostingField.TITLE, PostingField.UNIT, PostingField.CONTACT, PostingField.SIGNER)


def settle_jointly(*, posting: Posting, decision: Decision, actor: Account) -> None:
    """Point to the joint meeting's decision: passed, of this unit, held after the review, not used before."""
    refuse_unless_turn(posting, Step.SETTLE)
    meeting = decision.meeting
    fits = meeting.unit_id == posting.unit_id and meeting.kind is MeetingKind.JOINT and is_valid_decision(decision)
    refuse_if(not fits, DisclosureReason.DECISION_UNFIT, "decision")
    passed_on = clock.day_of(posting.reviewed_at or clock.now())
    early, held, day = meeting.held_on < passed_on, day_words(meeting.held_on), day_words(passed_on)
    refuse_if(early, DisclosureReason.DECISION_EARLY, "decision", held=held, day=day)
    refuse_if(is_overtaken(decision, last_sent_back(posting)), DisclosureReason.DECISION_OVERTAKEN, "decision")
    used = next((one for one in settled_by(decision) if not _may_share(one, posting)), None)
    refuse_if(used is not None, DisclosureReason.DECISION_USED, "decision", name=words_of(used) if used else "")
    refuse_number_in("decision", decision.matter)
    posting.decision = decision
    after = {"decision": decision.matter, "day": meeting.held_on}
    record(PostingTag.SETTLED, subject=posting, actor=actor, place_id=posting.unit_id, after=after)


def send_back(*, posting: Posting, reason: str, actor: Account) -> None:
    """A mistake was found before it is posted: review and joint decision are void, the draft is open again (C7)."""
    refuse_unless_passed(posting)
    refuse_if(not reason.strip(), DisclosureReason.NO_REASON, "reason")
    before = {"decision": posting.decision.matter} if posting.decision is not None else None
    posting.submitted_at = posting.reviewed_at = posting.decision = None
    after = {"review_round": posting.review_round, "reason": reason.strip()}
    record(PostingTag.SENT_BACK, subject=posting, actor=actor, place_id=posting.unit_id, before=before, after=after)


def post(*, posting: Posting, actor: Account) -> Notice:
    """The chair signs: it becomes a numbered notice in its public form. Call it within `reader.in_chinese()`."""
    refuse_unless_turn(posting, Step.POST)
    refuse_recorder(posting, actor)
    _refuse_reviewer(posting, actor)
    refuse_personal(posting)
    number = next_number(posting.unit)
    fields = posting_fields(posting, number=number, signer=actor.name)
    if shape_of(posting) is Shape.ACCOUNTS:
        _refuse_unbalanced(fields)
    profile = profile_for(CommitteeKind(posting.unit.kind.value), clock.today())
    days = keep_days(profile.posting_keep_days)
    words = {name.value: fields[name] for name in UNASKED}
    notice = post_notice(
        unit=posting.unit, kind=NoticeKind.POSTING, fields=fields, keep_days=days, actor=actor, words=words
    )
    posting.notice, posting.number, posting.posted_at = notice, number, notice.current.posted_at
    _record_posted(posting, number, actor)
    return notice


def _record_posted(posting: Posting, number: int, actor: Account) -> None:
    tag: PostingTag | ItemTag = ItemTag.POSTED
    after: dict[str, object] = {"number": number, "posted_item": posting.item.value, "rows": len(posting.rows)}
    if shape_of(posting) is Shape.ACCOUNTS:
        tag = PostingTag.POSTED
        after = {"month": in_chinese(posting.period_from), "number": number, "lines": len(posting.lines)}
    record(tag, subject=posting, actor=actor, place_id=posting.unit_id, after=after)


def _may_share(one: Posting, other: Posting) -> bool:
    """D-07: one joint decision settles an item once; several items of periods that end together it may settle all."""
    return one.item is not other.item and one.period_until == other.period_until


def _refuse_reviewer(posting: Posting, actor: Account) -> None:
    """A10: review and posting lie with different persons (D-07: with different bodies)."""
    reviewers = [db.session.get_one(Account, one.account_id) for one in reviews_of_round(posting)]
    refuse_if(any(same_person(actor, one) for one in reviewers), DisclosureReason.OWN_REVIEW)


def _refuse_unbalanced(fields: dict[str, str]) -> None:
    """F-51: what is about to be read must add up, as it is printed."""
    shown = public_posting(fields)
    sums = sums_of(fen_of(shown[PostingField.OPENING], negative=True), shown.lines)
    printed = [fen_of(shown[one], negative=True) for one in (PostingField.INCOME, PostingField.EXPENSE)]
    closing = fen_of(shown[PostingField.CLOSING], negative=True)
    refuse_if(printed != [sums.income, sums.expense] or closing != sums.closing, DisclosureReason.UNBALANCED)
