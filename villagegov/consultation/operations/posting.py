"""Result and carrying-out become numbered notices (C-09, C-10, CW-03). Call within `reader.in_chinese()`."""

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.consultation.models import Topic
from villagegov.consultation.operations.steps import note_step, refuse_unless_turn
from villagegov.consultation.queries.sheets import notice_fields
from villagegov.consultation.queries.topics import kind_of
from villagegov.consultation.rules.sheets import words_of
from villagegov.consultation.vocabulary import ConsultationTag, ConsultationWord, NoticePart, Step
from villagegov.elections.rules.printed import numerals
from villagegov.extensions import db
from villagegov.law.profiles import profile_for
from villagegov.notices.models import Notice
from villagegov.notices.operations import post_notice
from villagegov.notices.vocabulary import NoticeKind

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
