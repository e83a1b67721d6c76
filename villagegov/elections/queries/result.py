"""What a result notice says. Statutory wording is Chinese only (design 4)."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, selectinload

from villagegov.divisions.models import Division
from villagegov.divisions.queries import path_words
from villagegov.divisions.rules import level_of
from villagegov.elections.measures import meets_goal, missing_votes, percent_shown
from villagegov.elections.models import Election, Outcome, Poll
from villagegov.elections.queries.chain import standing_of, waiting_for_vetting
from villagegov.elections.queries.setup import roll_of
from villagegov.elections.rules.chain import Standing, named_lines
from villagegov.elections.rules.counts import PollCount, PositionCount
from villagegov.elections.rules.decisions import PollDecision, PositionDecision
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.wording import (
    committee_words,
    further_words,
    law_words,
    outcome_of_person,
    signer_words,
    void_box_words,
)
from villagegov.elections.vocabulary import PollKind, ResultField
from villagegov.elections.vocabulary.electors import ELECTORS
from villagegov.extensions import db
from villagegov.law.vocabulary import Method
from villagegov.notices.models import Notice

VOTES = "votes_"
COUNTS = "counts_"


def names_in(election: Election) -> dict[str, str]:
    """Candidate key, as the decision uses it → name."""
    return {str(one.id): one.name for one in election.everybody}


def decision_of(outcome: Outcome) -> PollDecision:
    """The verdict as it was kept."""
    return PollDecision.from_dict(outcome.decision)


def count_of(outcome: Outcome) -> PollCount:
    """The sums the verdict was made from."""
    return PollCount.from_dict(outcome.count)


def result_fields(election: Election, outcome: Outcome, *, remark: str, contact: str) -> dict[str, str]:
    """Name → value, in the order of the notice; figures with their denominators, verdicts with their articles."""
    decision, count, names = decision_of(outcome), count_of(outcome), names_in(election)
    fields: dict[str, str] = {**_heading(election, outcome.poll), **_figures(election, outcome)}
    for name, position, made in named_lines(count, decision):
        fields[COUNTS + name] = _counts(count, position)
        fields[VOTES + name] = _votes(position, made, names)
    fields[ResultField.VERDICT] = str(decision.gate.label)
    standing = standing_of(election, through=outcome.poll)
    fields[ResultField.ELECTED] = _elected(election, standing, decision, names)
    fields[ResultField.FURTHER] = further_words(standing, names)
    fields[ResultField.LOG] = "\n".join(_log_lines(decision, count, names))
    fields[ResultField.REMARK] = remark
    fields[ResultField.CONTACT] = contact
    fields[ResultField.SIGNER] = signer_words(election.unit.name, election.committee)
    return {str(name): value for name, value in fields.items()}


def chinese_day(day: date) -> str:
    """2026年3月21日."""
    return f"{day.year}年{day.month}月{day.day}日"


def _heading(election: Election, poll: Poll) -> dict[str, str]:
    committee = committee_words(election.unit.name, election.committee)
    return {
        ResultField.TITLE: f"{committee}{_kind(poll)}结果公告",
        ResultField.UNIT: path_words(election.unit),
        ResultField.CODE: election.unit.code,
        ResultField.ROUND: election.round.name,
        ResultField.POLLING_DAY: chinese_day(poll.held_on),
        ResultField.METHOD: str(election.method.label),
        ResultField.LAW: law_words(law_of(election)),
    }


def _kind(poll: Poll) -> str:
    """选举, or which of the three other words (rulebook 1.0)."""
    if poll.kind is PollKind.FIRST:
        return "选举" if poll.number == 1 else "重新选举"
    return str(poll.kind.label)


def _figures(election: Election, outcome: Outcome) -> dict[str, str]:
    goal, voted, base = election.round.goal, outcome.collected, outcome.registered
    met = meets_goal(voted=voted, registered=base, goal=goal)
    missing = missing_votes(voted=voted, registered=base, goal=goal)
    return {
        ResultField.REGISTERED: _base(election, base),
        ResultField.ISSUED: str(outcome.issued),
        ResultField.COLLECTED: str(voted),
        ResultField.TURNOUT: f"{percent_shown(voted, base)}（{voted} ÷ {base}）",
        ResultField.GOAL: f"{goal}%，已达到" if met else f"{goal}%，未达到，差 {missing} 人",
    }


def _base(election: Election, base: int) -> str:
    """R; where representatives vote, who they are and how many the roll has besides."""
    if election.method is Method.VOTERS:
        return str(base)
    return f"{ELECTORS[election.method]} {base} 人（选民名单 {roll_of(election).registered} 人）"


def _counts(count: PollCount, one: PositionCount) -> str:
    ballots = f"有效票 {one.valid_of(count.collected)} 张，无效票 {one.invalid} 张，弃权票 {one.blank} 张"
    return f"应选 {one.seats} 名；{ballots}"


def _votes(one: PositionCount, made: PositionDecision, names: dict[str, str]) -> str:
    ranked = sorted(one.votes.items(), key=lambda pair: (-pair[1], pair[0]))
    return "\n".join(f"{names[key]}\t{votes}\t{outcome_of_person(made, key)}" for key, votes in ranked)


def _elected(election: Election, standing: Standing, decision: PollDecision, names: dict[str, str]) -> str:
    """Who won in this casting, and who had won before; a person written in waits for the joint vetting (E-83)."""
    waits = {str(one.id) for one in waiting_for_vetting(election, standing)}
    told = {key: f"{name}（另选他人，待资格联审）" if key in waits else name for key, name in names.items()}
    won = {key for made in decision.positions for key in made.elected}
    lines = [
        f"{made.post.label}：{'、'.join(told[key] for key in made.elected)}"
        for made in decision.positions
        if made.elected
    ]
    before = [one for one in standing.seated if one.key not in won]
    lines += [f"此前已当选{one.post.label}：{told[one.key]}" for one in before] if won or lines else []
    return "\n".join(lines) or "无人当选"


def _log_lines(decision: PollDecision, count: PollCount, names: dict[str, str]) -> list[str]:
    lines = [*decision.log, *(line for made in decision.positions for line in made.log)]
    boxes = [f"{words}\t" for words in void_box_words(count)]
    return boxes + [f"{line.told(names)}\t{line.article.label if line.article else ''}" for line in lines]


def posted_result(code: str, number: int, poll_number: int | None = None) -> tuple[Poll, Notice] | None:
    """The unit's election with this running number: the newest casting with a notice, or a certain one."""
    if level_of(code) is None:
        return None
    query = (
        select(Poll, Notice)
        .join(Election, Election.id == Poll.election_id)
        .join(Division, Division.id == Election.unit_id)
        .join(Notice, Notice.id == Poll.notice_id)
        .where(Division.code == code, Election.number == number)
        .order_by(Poll.number.desc())
        .options(contains_eager(Poll.election).contains_eager(Election.unit), selectinload(Notice.versions))
    )
    query = query.where(Poll.number == poll_number) if poll_number is not None else query
    found = db.session.execute(query.limit(1)).one_or_none()
    return (found[0], found[1]) if found is not None else None


def other_results(poll: Poll) -> list[Poll]:
    """The other castings of the election whose results are posted, in their order."""
    query = select(Poll).where(Poll.election_id == poll.election_id, Poll.id != poll.id, Poll.notice_id.is_not(None))
    return list(db.session.scalars(query.order_by(Poll.number)))


def polls_of_notices(notice_ids: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Notice → the unit's election and its casting, by their running numbers."""
    query = select(Poll.notice_id, Election.number, Poll.number).join(Election, Election.id == Poll.election_id)
    rows = db.session.execute(query.where(Poll.notice_id.in_(list(notice_ids))))
    return {key: (number, poll_number) for key, number, poll_number in rows if key is not None}
