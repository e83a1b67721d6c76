"""What a result notice says. Statutory wording is Chinese only (design 4)."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload

from villagegov.divisions.models import Division
from villagegov.divisions.queries import path_words
from villagegov.divisions.rules import level_of
from villagegov.elections.measures import meets_goal, missing_votes, percent_shown
from villagegov.elections.models import Election, Outcome
from villagegov.elections.rules.counts import PollCount
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
from villagegov.elections.vocabulary import ResultField
from villagegov.extensions import db
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
    fields: dict[str, str] = {**_heading(election), **_figures(election, outcome)}
    for made in decision.positions:
        fields[COUNTS + made.post.value] = _counts(count, made)
        fields[VOTES + made.post.value] = _votes(count, made, names)
    fields[ResultField.VERDICT] = str(decision.gate.label)
    fields[ResultField.ELECTED] = _elected(decision, names)
    fields[ResultField.FURTHER] = further_words(decision, names)
    fields[ResultField.LOG] = "\n".join(_log_lines(decision, count, names))
    fields[ResultField.REMARK] = remark
    fields[ResultField.CONTACT] = contact
    fields[ResultField.SIGNER] = signer_words(election.unit.name, election.committee)
    return {str(name): value for name, value in fields.items()}


def chinese_day(day: date) -> str:
    """2026年3月21日."""
    return f"{day.year}年{day.month}月{day.day}日"


def _heading(election: Election) -> dict[str, str]:
    committee = committee_words(election.unit.name, election.committee)
    return {
        ResultField.TITLE: f"{committee}选举结果公告",
        ResultField.UNIT: path_words(election.unit),
        ResultField.CODE: election.unit.code,
        ResultField.ROUND: election.round.name,
        ResultField.POLLING_DAY: chinese_day(election.polling_day),
        ResultField.METHOD: str(election.method.label),
        ResultField.LAW: law_words(law_of(election)),
    }


def _figures(election: Election, outcome: Outcome) -> dict[str, str]:
    goal, voted, base = election.round.goal, outcome.collected, outcome.registered
    met = meets_goal(voted=voted, registered=base, goal=goal)
    missing = missing_votes(voted=voted, registered=base, goal=goal)
    return {
        ResultField.REGISTERED: str(base),
        ResultField.ISSUED: str(outcome.issued),
        ResultField.COLLECTED: str(voted),
        ResultField.TURNOUT: f"{percent_shown(voted, base)}（{voted} ÷ {base}）",
        ResultField.GOAL: f"{goal}%，已达到" if met else f"{goal}%，未达到，差 {missing} 人",
    }


def _counts(count: PollCount, made: PositionDecision) -> str:
    one = next(position for position in count.positions if position.post is made.post)
    ballots = f"有效票 {one.valid_of(count.collected)} 张，无效票 {one.invalid} 张，弃权票 {one.blank} 张"
    return f"应选 {one.seats} 名；{ballots}"


def _votes(count: PollCount, made: PositionDecision, names: dict[str, str]) -> str:
    one = next(position for position in count.positions if position.post is made.post)
    ranked = sorted(one.votes.items(), key=lambda pair: (-pair[1], pair[0]))
    return "\n".join(f"{names[key]}\t{votes}\t{outcome_of_person(made, key)}" for key, votes in ranked)


def _elected(decision: PollDecision, names: dict[str, str]) -> str:
    lines = [
        f"{made.post.label}：{'、'.join(names[key] for key in made.elected)}"
        for made in decision.positions
        if made.elected
    ]
    return "\n".join(lines) or "无人当选"


def _log_lines(decision: PollDecision, count: PollCount, names: dict[str, str]) -> list[str]:
    lines = [*decision.log, *(line for made in decision.positions for line in made.log)]
    boxes = [f"{words}\t" for words in void_box_words(count)]
    return boxes + [f"{line.told(names)}\t{line.article.label if line.article else ''}" for line in lines]


def posted_result(code: str, number: int) -> tuple[Election, Notice] | None:
    """The unit's election with this running number and its notice with all versions, in one query."""
    if level_of(code) is None:
        return None
    query = (
        select(Election, Notice)
        .join(Division, Division.id == Election.unit_id)
        .join(Notice, Notice.id == Election.result_notice_id)
        .where(Division.code == code, Election.number == number)
        .options(contains_eager(Election.unit), joinedload(Notice.versions))
    )
    found = db.session.execute(query).unique().one_or_none()
    return (found[0], found[1]) if found is not None else None
