"""Two topics of consultation of one village: parking, agreed on and done; a lift, still to be talked over."""

from datetime import datetime, timedelta

import villagegov.clock as clock
from villagegov.consultation.models import Topic
from villagegov.consultation.operations import kept, posting, settling, starting, talking
from villagegov.consultation.rules.entries import Acceptance, Agreed, Conclusion, Notification, Proposal, Talk
from villagegov.consultation.vocabulary import NoticePart, Outcome, Part, Starter, Tag, Venue
from villagegov.demo.months import Keepers
from villagegov.demo.stages import happening

A_DAY = timedelta(days=1)
PLACE = "文化楼二楼会议室"
TAKE_PART = "到村委会办公室报名，也可以请村民代表带去书面意见。"


def settle_parking(*, who: Keepers, now: datetime) -> None:
    """Parking was agreed on, done and posted before the first month of accounts, so that the numbers run on."""
    with happening(now - 134 * A_DAY):
        topic = _propose_parking(who)
    with happening(now - 132 * A_DAY):
        _accept(topic, who, Venue.COUNCIL, "安置小区住户、物业服务企业、交警中队", 12)
    with happening(now - 126 * A_DAY):
        words = "商量安置小区门口怎样划停车线、消防通道怎样留。材料：划线草图一张。"
        _notify(topic, who, words, 6)
    with happening(now - 120 * A_DAY):
        _hold_parking(topic, who)
        _conclude_parking(topic, who)
    with happening(now - 118 * A_DAY):
        kept.give_opinion(topic=topic, words="程序清楚，住户的意见都记下来了。", actor=who.supervisors[0])
    with happening(now - 117 * A_DAY):
        posting.post(topic=topic, part=NoticePart.RESULT, actor=who.chair)
    with happening(now - 102 * A_DAY):
        _report(topic, who, 0, "停车线已划好 18 个，消防通道留出 4 米。")
    with happening(now - 92 * A_DAY):
        _report(topic, who, 1, "限停牌已立两块，由物业服务企业巡查。")
    with happening(now - 90 * A_DAY):
        posting.post(topic=topic, part=NoticePart.DONE, actor=who.chair)


def _propose_parking(who: Keepers) -> Topic:
    facts = Proposal(
        title="安置小区门口怎样停车",
        about="安置小区门口车辆乱停，消防车进不来，住户之间常有争执。",
        tag=Tag.PARKING,
        vital=True,
        starter=Starter.VILLAGERS,
        started_by="",
        supporters=214,
        supporters_of=1960,
        proposed_on=clock.today(),
    )
    return starting.propose(unit=who.unit, facts=facts, actor=who.first)


def _accept(topic: Topic, who: Keepers, venue: Venue, invited: str, days: int) -> None:
    facts = Acceptance(
        decided_on=clock.today(),
        accepted=True,
        venue=venue,
        venue_words="",
        invited=invited,
        planned_on=clock.today() + days * A_DAY,
        refuse_reason="",
    )
    starting.accept(topic=topic, facts=facts, actor=who.chair)


def _notify(topic: Topic, who: Keepers, words: str, days: int) -> None:
    facts = Notification(
        noticed_on=clock.today(),
        notice_words=words,
        meet_on=clock.today() + days * A_DAY,
        meet_time="上午 9 点",
        meet_place=PLACE,
        take_part=TAKE_PART,
    )
    talking.notify(topic=topic, facts=facts, actor=who.first)


def _hold_parking(topic: Topic, who: Keepers) -> None:
    people = {Part.RESIDENTS: 26, Part.OWNERS: 3, Part.COMMITTEE: 4, Part.SUPERVISORS: 1, Part.DEPARTMENTS: 2}
    facts = Talk(
        held_on=clock.today(),
        held_place=PLACE,
        chaired_by="罗永光",
        people=people,
        participant_names="见签到表（演示）。",
        said_for="划线以后停得下、过得去，晚上不再争车位。",
        said_against="门口的晒谷场不能占，农忙时要用。",
        said_other="希望给送货的车留一个临时车位。",
    )
    talking.hold(topic=topic, facts=facts, actor=who.first)


def _conclude_parking(topic: Topic, who: Keepers) -> None:
    today = clock.today()
    facts = Conclusion(
        outcome=Outcome.AGREED,
        concluded_on=today,
        outcome_words="同意在门口东侧划停车线，晒谷场不动，留出消防通道和一个临时车位。",
        points=[
            Agreed("划停车线 18 个，留 4 米消防通道", "村民委员会", today + 20 * A_DAY),
            Agreed("立限停牌并安排巡查", "物业服务企业", today + 30 * A_DAY),
        ],
    )
    settling.conclude(topic=topic, facts=facts, actor=who.first)


def _report(topic: Topic, who: Keepers, at: int, words: str) -> None:
    settling.report(point=topic.points[at], words=words, reported_on=clock.today(), done=True, actor=who.first)


def begin_lift(*, who: Keepers, now: datetime) -> None:
    """Owners asked for a lift; they meet in three days."""
    with happening(now - 12 * A_DAY):
        facts = Proposal(
            title="安置小区二号楼加装电梯，费用怎样分担",
            about="二号楼住着十一户有老人的人家，想加装一部电梯，低楼层和高楼层对费用和采光有不同意见。",
            tag=Tag.LIFT,
            vital=True,
            starter=Starter.OWNERS,
            started_by="安置小区业主委员会",
            supporters=None,
            supporters_of=None,
            proposed_on=clock.today(),
        )
        topic = starting.propose(unit=who.unit, facts=facts, actor=who.first)
    with happening(now - 9 * A_DAY):
        _accept(topic, who, Venue.HEARING, "二号楼全体业主、镇规划建设办、电梯专家、监督委员会", 12)
    with happening(now - 2 * A_DAY):
        _notify(topic, who, "商量费用分担的三种办法、采光补偿和施工期间的出入。材料：设计草图、报价单。", 5)
