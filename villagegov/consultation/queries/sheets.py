"""A topic as form F-60: register, record, and the fields of its two notices. Read in Chinese."""

from villagegov.bodies.queries.meetings import quorum, verdict
from villagegov.consultation.models import Point, Topic
from villagegov.consultation.queries.due import settled_on
from villagegov.consultation.queries.topics import kind_of, state_on
from villagegov.consultation.rules.sheets import (
    DONE_COLUMNS,
    PEOPLE_COLUMNS,
    Sheet,
    boxes_of,
    day_words,
    lines_of,
    notice_title,
)
from villagegov.consultation.rules.starting import touches_owners
from villagegov.consultation.vocabulary import PROPERTY_WARNING, ConsultationWord, NoticePart, Venue
from villagegov.elections.rules.printed import Box, Table
from villagegov.elections.rules.wording import committee_words

W = ConsultationWord


def register_of(one: Topic) -> Sheet:
    """F-60, first sheet: topic, starter, venue, state, what was agreed and how far it is."""
    first = (
        ("编号", str(one.number)),
        ("类别", str(one.tag.label)),
        ("提出日期", day_words(one.proposed_on)),
        ("联名", _signed(one)),
        ("涉及切身利益", "是" if one.vital else "否"),
        ("受理日期", day_words(one.accepted_on) if one.accepted_on else ""),
        ("通知日期", day_words(one.noticed_on) if one.noticed_on else ""),
        ("现在的状态", str(state_on(one).label)),
    )
    last = (("邀请参加", one.invited), ("不受理的理由", one.refuse_reason), ("撤回的理由", one.withdraw_reason))
    boxes = [Box(label, value) for label, value in first if value] + list(boxes_of(_about(one)))
    boxes += [Box(label, value, tall=True) for label, value in last if value]
    points = Table("商定的事项", DONE_COLUMNS, tuple(_done_row(point) for point in one.points))
    return Sheet(
        title="协商事项登记表",
        boxes=tuple(boxes),
        tables=(points,) if one.points else (),
        hands=("登记人", "监督委员会成员"),
    )


def record_of(one: Topic) -> Sheet:
    """F-60, second sheet: who took part in which role, and what was said."""
    people = Table("参加协商的人", PEOPLE_COLUMNS, tuple(_people(one)))
    boxes = boxes_of({name: value for name, value in _about(one).items() if name != W.DECISION})
    names = (Box("参加人员姓名", one.participant_names, tall=True),) if one.participant_names else ()
    return Sheet(
        title="协商会议记录",
        boxes=(*boxes, *names),
        tables=(people,) if one.participations else (),
        hands=("主持人", "记录人", "参加人代表", "监督委员会成员"),
    )


def notice_fields(one: Topic, part: NoticePart, *, signer: str) -> dict[str, str]:
    """C-09: name → value of the notice, in the order of its canonical form; no names of who took part."""
    rows = [_done_row(point) if part is NoticePart.DONE else _row(point) for point in one.points]
    return {
        W.TITLE.value: notice_title(part, one.title),
        **_about(one),
        W.PARTICIPANTS.value: lines_of(_people(one)),
        W.CAUTION.value: str(PROPERTY_WARNING) if touches_owners(one.tag) else "",
        W.POINTS.value: lines_of(rows),
        W.SIGNER.value: signer,
        W.UNIT.value: committee_words(one.unit.name, kind_of(one.unit)),
    }


def _about(one: Topic) -> dict[str, str]:
    found = {
        W.TOPIC: one.title,
        W.ABOUT: one.about,
        W.STARTER: f"{one.starter.label}{_in_brackets(one.started_by)}",
        W.VENUE: venue_words(one),
        W.HELD: f"{day_words(one.held_on)}，{one.held_place}" if one.held_on else "",
        W.CHAIRED: one.chaired_by,
        W.FOR: one.said_for,
        W.AGAINST: one.said_against,
        W.OTHER: one.said_other,
        W.OUTCOME: result_words(one),
        W.WHY: one.outcome_words,
        W.DECISION: _decision(one),
    }
    return {name.value: value for name, value in found.items()}


def venue_words(one: Topic) -> str:
    """What kind of talk it is."""
    if one.venue is None:
        return ""
    return one.venue_words if one.venue is Venue.OTHER else str(one.venue.label)


def result_words(one: Topic) -> str:
    """What it came to, with what the meeting said where it went to one."""
    if one.outcome is None:
        return ""
    if one.decision_passed is None:
        return str(one.outcome.label)
    settled = settled_on(one)
    day = day_words(settled) if settled else ""
    return f"{one.outcome.label}；{day}会议{'通过' if one.decision_passed else '没有通过'}"


def _decision(one: Topic) -> str:
    if one.decision is None:
        return ""
    held, made = one.decision.meeting, one.decision
    name = held.kind.named(held.unit.kind)
    votes = f"赞成 {made.votes_for} 票，反对 {made.votes_against} 票，弃权 {made.abstained} 票"
    return f"{day_words(held.held_on)}{name}“{made.matter}”：{quorum(held).words}；{votes}，{verdict(made).label}。"


def _people(one: Topic) -> list[tuple[str, str]]:
    return [(str(row.part.label), str(row.people)) for row in one.participations]


def _row(point: Point) -> tuple[str, ...]:
    return str(point.number), point.what, point.who, day_words(point.due_on)


def _done_row(point: Point) -> tuple[str, ...]:
    words = point.reports[-1].words if point.reports else ""
    return (*_row(point), day_words(point.done_on) if point.done_on else "还没有办好", words)


def _signed(one: Topic) -> str:
    return f"{one.supporters} 人，共 {one.supporters_of} 人" if one.supporters else ""


def _in_brackets(words: str) -> str:
    return f"（{words}）" if words else ""
