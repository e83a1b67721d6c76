"""One meeting of each kind in the story; kinds without members, or without a group, are not held."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.bodies.models import Group
from villagegov.bodies.operations.meetings import close_meeting, hold_meeting
from villagegov.bodies.operations.votes import note_attendance, put_to_vote
from villagegov.bodies.queries import meetings as queries
from villagegov.bodies.rules import meetings as rules
from villagegov.bodies.rules.minutes import Came, Circumstances, Count, Votes
from villagegov.bodies.vocabulary import MeetingKind
from villagegov.demo.stages import happening
from villagegov.divisions.models import Division

PLACE, PRESIDED_BY = "文化楼二楼会议室", "会议主持人（演示）"
#: Kind → days before the end of the story, subject, matter, and whether it is important.
AGENDA: Mapping[MeetingKind, tuple[int, str, str, bool]] = {
    MeetingKind.ASSEMBLY: (160, "讨论村规民约修订稿", "通过村规民约修订稿", True),
    MeetingKind.REPRESENTATIVES: (120, "讨论村道硬化方案", "同意村道硬化方案，总价不超过 20 万元", True),
    MeetingKind.GROUP: (100, "讨论水渠清淤", "同意组织义务清淤", False),
    MeetingKind.COMMITTEE: (60, "安排防汛值班", "通过值班安排", False),
    MeetingKind.SUPERVISION: (45, "查阅上季度凭证", "凭证齐全，同意公布", False),
    MeetingKind.ELECTION: (40, "讨论选举工作日程", "通过选举工作日程", False),
    MeetingKind.JOINT: (30, "讨论上月收支公布", "同意按月公布收支", False),
}
#: Where no base stands: how many belong to a joint meeting, and to an assembly.
JOINT, ADULTS = 9, 1650


def meet(*, unit: Division, clerk: Account, now: datetime) -> None:
    """Hold what can be held, each on its day, written by the clerk."""
    for kind, (days, subject, matter, important) in AGENDA.items():
        with happening(now - timedelta(days=days)):
            _meet(unit, kind, subject, matter, important, clerk)


def _meet(unit: Division, kind: MeetingKind, subject: str, matter: str, important: bool, clerk: Account) -> None:
    today = clock.today()
    members = [one.id for one in queries.members_of(unit, kind, today)]
    groups = queries.open_groups(unit, today) if kind is MeetingKind.GROUP else []
    if (rules.bodies_of(kind) and not members) or (kind is MeetingKind.GROUP and not groups):
        return
    group = groups[0] if groups else None
    needs = rules.needs_party_study(kind=kind, held_on=today)
    study = today - timedelta(days=4) if needs else None
    facts = Circumstances(today, PLACE, subject, PRESIDED_BY, study, "记录全文见纸质稿（演示）。")
    count = None if members else _counted(unit, kind, group)
    held = hold_meeting(unit=unit, kind=kind, facts=facts, group=group, count=count, actor=clerk)
    if members:
        note_attendance(meeting=held, came=_ticked(members), actor=clerk)
    against, abstained = held.present // 10, held.present // 12
    votes = Votes(held.present - against - abstained, against, abstained)
    put_to_vote(meeting=held, matter=matter, important=important and needs, votes=votes, actor=clerk)
    close_meeting(meeting=held, actor=clerk)


def _counted(unit: Division, kind: MeetingKind, group: Group | None) -> Count:
    base = queries.known_base(unit, kind, group, by_households=False)
    entitled = base or (JOINT if kind is MeetingKind.JOINT else ADULTS)
    return Count(entitled, entitled - entitled // 5)


def _ticked(members: list[int]) -> Came:
    """Of five members four came, the others were away for work."""
    came = frozenset(members[: len(members) - len(members) // 5])
    away = frozenset(members) - came
    return Came(came, away, "外出务工" if away else "")
