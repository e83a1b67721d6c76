"""Result and carrying-out become numbered notices (C-09, C-10, CW-03). Call within `reader.in_chinese()`."""

from dataclasses import asdict

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.consultation.models import Topic
from villagegov.consultation.operations.steps import note_step, refuse_personal, refuse_unless_turn
from villagegov.consultation.queries.sheets import notice_fields
from villagegov.consultation.queries.topics import kind_of
from villagegov.consultation.rules.entries import Wording
from villagegov.consultation.rules.sheets import words_of
from villagegov.consultation.vocabulary import ConsultationReason, ConsultationTag, ConsultationWord, NoticePart, Step
from villagegov.elections.rules.printed import numerals
from villagegov.extensions import db
from villagegov.law.profiles import profile_for
from villagegov.notices.models import Notice, NoticeVersion
from villagegov.notices.operations import correct_notice, post_notice
from villagegov.notices.queries import KEEP, REASON, values_of
from villagegov.notices.vocabulary import NoticeKind, NoticeReason
from villagegov.refusal import refuse_if

W, R = ConsultationWord, ConsultationReason
#: D-05 [prov]: how long a notice stays up where the law in force names no number (before 2026).
OLDER_KEEP_DAYS = 10
STEPS = {NoticePart.RESULT: Step.POST_RESULT, NoticePart.DONE: Step.POST_DONE}


def post(*, topic: Topic, part: NoticePart, actor: Account) -> Notice:
    """The chair signs; everybody reads it. Raises Refusal(STEP_MISSING, NO_STEP, PERSONAL)."""
    refuse_unless_turn(topic, STEPS[part])
    fields = notice_fields(topic, part, signer=actor.name)
    fields[ConsultationWord.DATED.value] = numerals(clock.today())
    profile = profile_for(kind_of(topic.unit), clock.today())
    notice = post_notice(
        unit=topic.unit,
        kind=NoticeKind.CONSULTATION,
        fields=fields,
        words=words_of(fields),
        keep_days=profile.posting_keep_days or OLDER_KEEP_DAYS,
        actor=actor,
    )
    if part is NoticePart.RESULT:
        topic.result_notice = notice
    else:
        topic.done_notice = notice
    db.session.flush()
    tag = ConsultationTag.RESULT_POSTED if part is NoticePart.RESULT else ConsultationTag.DONE_POSTED
    note_step(
        topic=topic,
        tag=tag,
        actor=actor,
        after={"topic_title": topic.title, "year": notice.year, "number": notice.number},
    )
    return notice


def correct_posted(*, topic: Topic, words: Wording, reason: str, actor: Account) -> list[NoticeVersion]:
    """Word a posted notice anew: its next version with the reason; the earlier one stays visible (D-11).

    Both notices tell of the result: each that hangs and reads differently now is corrected.
    Raises Refusal(NOT_POSTED, NO_REASON, NO_OPINIONS, UNCHANGED, PERSONAL).
    """
    refuse_if(topic.result_notice is None, R.NOT_POSTED)
    refuse_if(not reason.strip(), NoticeReason.NO_REASON, "reason")
    refuse_if(not words.outcome_words, R.NO_REASON, "outcome_words")
    refuse_personal({**asdict(words), "reason": reason})
    before = {name: getattr(topic, name) for name in asdict(words)}
    refuse_if(before == asdict(words), NoticeReason.UNCHANGED)
    for name, value in asdict(words).items():
        setattr(topic, name, value)
    posted = ((NoticePart.RESULT, topic.result_notice), (NoticePart.DONE, topic.done_notice))
    made = [_corrected(topic, part, notice, reason, actor) for part, notice in posted if notice is not None]
    note_step(
        topic=topic,
        tag=ConsultationTag.NOTICE_CORRECTED,
        actor=actor,
        before=before,
        after=asdict(words),
        reason=reason,
    )
    return made


def _corrected(topic: Topic, part: NoticePart, notice: Notice, reason: str, actor: Account) -> NoticeVersion:
    """Only what was said and settled is told anew; points, signer and day stay as they were posted."""
    fields = dict(values_of(notice.current))
    now = notice_fields(topic, part, signer=actor.name)
    fields = {name: value for name, value in fields.items() if name not in (REASON, KEEP)}
    fields |= {name.value: now[name.value] for name in (W.FOR, W.AGAINST, W.OTHER, W.WHY)}
    return correct_notice(notice=notice, fields=fields, reason=reason, actor=actor)
