"""Topics of consultation, carried as far as a test wants them."""

from datetime import date, timedelta

from flask import current_app

from tests.builders.accounts import account
from tests.builders.files import kept
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.consultation.models import ConsultationFile, Topic
from villagegov.consultation.operations import posting, settling, starting, talking
from villagegov.consultation.rules.entries import Acceptance, Agreed, Conclusion, Notification, Proposal, Talk
from villagegov.consultation.vocabulary import FileUse, NoticePart, Outcome, Part, Starter, Step, Tag, Venue
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.transaction import transaction
from villagegov.web.reader import in_chinese

#: Days before today on which each step was taken.
AGO = {Step.PROPOSE: 20, Step.ACCEPT: 18, Step.NOTICE: 10, Step.HOLD: 5, Step.CONCLUDE: 4}


def ago(step: Step) -> date:
    """The day of a step."""
    return clock.today() - timedelta(days=AGO[step])


def proposal(*, tag: Tag = Tag.PARKING, vital: bool = True, starter: Starter = Starter.GROUP) -> Proposal:
    """A topic of the first group."""
    return Proposal(
        title="村口停车怎样划线",
        about="村口车多，消防车进不来。",
        tag=tag,
        vital=vital,
        starter=starter,
        started_by="第一小组",
        supporters=None,
        supporters_of=None,
        proposed_on=ago(Step.PROPOSE),
    )


def acceptance(*, accepted: bool = True) -> Acceptance:
    """Taken up for a talk, or refused."""
    return Acceptance(
        decided_on=ago(Step.ACCEPT),
        accepted=accepted,
        venue=Venue.COUNCIL if accepted else None,
        venue_words="",
        invited="第一小组村民、交警中队" if accepted else "",
        planned_on=ago(Step.HOLD) if accepted else None,
        refuse_reason="" if accepted else "不是本村的事",
    )


def notification() -> Notification:
    """People were told five days before."""
    return Notification(
        noticed_on=ago(Step.NOTICE),
        notice_words="商量村口怎样划停车线。",
        meet_on=ago(Step.HOLD),
        meet_time="上午 9 点",
        meet_place="文化楼",
        take_part="到村委会办公室报名。",
    )


def talk() -> Talk:
    """Fourteen came."""
    return Talk(
        held_on=ago(Step.HOLD),
        held_place="文化楼",
        chaired_by="陈志明",
        people={Part.RESIDENTS: 12, Part.DEPARTMENTS: 2},
        participant_names="曾庆生、范永福",
        said_for="划线以后好停车。",
        said_against="会占了晒场。",
        said_other="",
    )


def points() -> list[Agreed]:
    """Two points, the first of them due yesterday."""
    today = clock.today()
    return [
        Agreed("划停车线 12 个", "村委会", today - timedelta(days=1)),
        Agreed("立限停牌", "第一小组", today + timedelta(days=9)),
    ]


def conclusion(*, outcome: Outcome = Outcome.AGREED) -> Conclusion:
    """Agreed on two points, or not."""
    return Conclusion(
        outcome=outcome,
        concluded_on=ago(Step.CONCLUDE),
        outcome_words="同意划线，晒场不动。" if outcome is Outcome.AGREED else "两边的意见还差得远。",
        points=points() if outcome is Outcome.AGREED else [],
    )


def talked(
    *,
    unit: Division,
    until: Step,
    outcome: Outcome = Outcome.AGREED,
    tag: Tag = Tag.PARKING,
    vital: bool = True,
    clerk: Account | None = None,
    chair: Account | None = None,
) -> Topic:
    """A topic on which `until` is the last step taken; with POST_DONE all points are done."""
    by = clerk or account(role=Role.CLERK, division=unit, name="李秀兰")
    signs = chair or account(role=Role.CHAIR, division=unit, name="陈志明")
    order = list(Step).index(until)
    with transaction(), in_chinese():
        topic = starting.propose(unit=unit, facts=proposal(tag=tag, vital=vital), actor=by)
        if order >= list(Step).index(Step.ACCEPT):
            starting.accept(topic=topic, facts=acceptance(), actor=signs)
        if order >= list(Step).index(Step.NOTICE):
            talking.notify(topic=topic, facts=notification(), actor=by)
        if order >= list(Step).index(Step.HOLD):
            talking.hold(topic=topic, facts=talk(), actor=by)
        if order >= list(Step).index(Step.CONCLUDE):
            settling.conclude(topic=topic, facts=conclusion(outcome=outcome), actor=by)
        if order >= list(Step).index(Step.POST_RESULT):
            posting.post(topic=topic, part=NoticePart.RESULT, actor=signs)
        if until is Step.POST_DONE:
            for point in topic.points:
                settling.report(point=point, words="办好了", reported_on=clock.today(), done=True, actor=by)
            posting.post(topic=topic, part=NoticePart.DONE, actor=signs)
    return db.session.get_one(Topic, topic.id)


def material_of(topic: Topic, *, used_as: FileUse = FileUse.MATERIAL) -> ConsultationFile:
    """A picture that goes with a topic."""
    stored = kept(unit=topic.unit, folder=current_app.config["INSTANCE"], name=f"{used_as.value}.jpg")
    made = ConsultationFile(topic=topic, file_id=stored.id, used_as=used_as)
    db.session.add(made)
    db.session.commit()
    return made
