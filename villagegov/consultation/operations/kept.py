"""Files of a topic, and what supervisors think of it."""

from collections.abc import Sequence

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.consultation.models import ConsultationFile, Opinion, Topic
from villagegov.consultation.operations.steps import note_step, refuse_personal
from villagegov.consultation.vocabulary import ConsultationReason, ConsultationTag, FileUse
from villagegov.extensions import db
from villagegov.files.operations import Checked, keep_file
from villagegov.refusal import refuse_if


def attach(*, topic: Topic, files: Sequence[Checked], used_as: FileUse, actor: Account) -> None:
    """Keep material or papers of the record with the topic. Raises Refusal(FILES_CLOSED)."""
    refuse_if_closed(topic)
    for one in files:
        stored = keep_file(checked=one, unit=topic.unit, actor=actor)
        db.session.add(ConsultationFile(topic=topic, file_id=stored.id, used_as=used_as))
    topic.touch()
    note_step(
        topic=topic, tag=ConsultationTag.ATTACHED, actor=actor, after={"file_name": [one.shown_name for one in files]}
    )


def detach(*, kept: ConsultationFile, actor: Account) -> None:
    """Take a file off that does not belong here. Raises Refusal(FILES_CLOSED)."""
    topic, name = kept.topic, kept.file.shown_name
    refuse_if_closed(topic)
    db.session.delete(kept)
    topic.touch()
    note_step(topic=topic, tag=ConsultationTag.DETACHED, actor=actor, after={"file_name": name})


def refuse_if_closed(topic: Topic) -> None:
    """Files stay as they are once the result was posted or the topic has ended."""
    ended = topic.result_notice_id is not None or topic.withdrawn_on is not None
    refuse_if(ended, ConsultationReason.FILES_CLOSED)


def give_opinion(*, topic: Topic, words: str, actor: Account) -> Opinion:
    """A supervisor says what he thinks of it; nothing takes it back (C-05). Raises Refusal(PERSONAL)."""
    refuse_personal({"words": words})
    given = Opinion(topic=topic, words=words, given_at=clock.now(), given_by_id=actor.id, given_by_name=actor.name)
    db.session.add(given)
    db.session.flush()
    note_step(topic=topic, tag=ConsultationTag.OPINION, actor=actor, after={"opinion": words})
    return given
