"""The election committee of one election of the story: an assembly, everybody's votes, the second clerk, the board."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import timedelta

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.bodies.models import Decision
from villagegov.bodies.operations.entering import confirm_terms
from villagegov.bodies.operations.meetings import close_meeting, hold_meeting
from villagegov.bodies.operations.votes import put_to_vote
from villagegov.bodies.queries import meetings, pending_in
from villagegov.bodies.rules.minutes import Circumstances, Count, Votes
from villagegov.bodies.vocabulary import MeetingKind, Office
from villagegov.divisions.models import Division
from villagegov.elections.models import Election
from villagegov.elections.operations.committee import enter_vote
from villagegov.elections.operations.forming import form
from villagegov.elections.rules.committee import offices_of
from villagegov.extensions import db
from villagegov.law.profiles import PROFILES
from villagegov.people.operations import Identity, enter_person

PLACE, PRESIDED_BY = "文化楼广场", "会议主持人（演示）"
MATTER, SEATS = "推选村（居）民选举委员会成员", "提出职数：主任1名、副主任1名、委员3名"
#: How many belong to the assembly where no base stands.
ADULTS = 900
#: Five are chosen, two stand behind them; how many of a hundred present voted for each.
CHOSEN, SHARES = 5, (96, 93, 90, 87, 82, 41, 28)
DOCUMENT = "示例东镇备〔{year}〕{number}号"

#: A day of the story, counted from polling day, and an hour.
At = Callable[[int, int], AbstractContextManager[None]]


def form_committee(*, election: Election, people: Sequence[Identity], at: At, first: Account, second: Account) -> None:
    """43 days before polling an assembly chooses, the second clerk confirms, three days later the list is posted."""
    with at(-43, 10):
        decision = _assembly(election.unit, first)
        _enter(election, people, decision, first)
    with at(-42, 9):
        confirm_terms(terms=pending_in(election.unit), actor=second)
    with at(-40, 9):
        today = clock.today()
        document = DOCUMENT.format(year=today.year, number=election.id)
        form(election=election, posted_on=today, filed_on=today, document=document, heeded=True, actor=first)
        db.session.flush()


def _assembly(unit: Division, clerk: Account) -> Decision:
    today = clock.today()
    base = meetings.known_base(unit, MeetingKind.ASSEMBLY, None, by_households=False) or ADULTS
    facts = Circumstances(today, PLACE, MATTER, PRESIDED_BY, today - timedelta(days=3), "记录全文见纸质稿（演示）。")
    present = base - base // 4
    held = hold_meeting(unit=unit, kind=MeetingKind.ASSEMBLY, facts=facts, count=Count(base, present), actor=clerk)
    votes = Votes(present - present // 20, present // 20, 0)
    made = put_to_vote(meeting=held, matter=MATTER, votes=votes, actor=clerk)
    put_to_vote(meeting=held, matter=SEATS, votes=votes, actor=clerk)
    close_meeting(meeting=held, actor=clerk)
    db.session.flush()
    return made


def _enter(election: Election, people: Sequence[Identity], decision: Decision, clerk: Account) -> None:
    heads = offices_of(PROFILES[election.profile])[:-1]
    for rank, (identity, share) in enumerate(zip(people, SHARES, strict=True)):
        office = heads[rank] if rank < len(heads) else Office.ELECTION_MEMBER
        enter_vote(
            election=election,
            person=enter_person(identity=identity, unit=election.unit, actor=clerk),
            decision=decision,
            votes=decision.meeting.present * share // 100,
            office=office if rank < CHOSEN else None,
            heeded=True,
            actor=clerk,
        )
