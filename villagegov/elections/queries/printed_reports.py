"""What the verdicts give to the reports that go to the township (F-25, F-26)."""

from sqlalchemy import func, select

from villagegov.elections.measures import percent_shown
from villagegov.elections.models import Election, Outcome, Poll, RollEntry
from villagegov.elections.queries.chain import standing_of
from villagegov.elections.queries.result import chinese_day, count_of, decision_of, names_in
from villagegov.elections.queries.setup import roll_of
from villagegov.elections.rules.chain import named_lines
from villagegov.elections.rules.counts import PollCount, PositionCount
from villagegov.elections.rules.decisions import PollDecision, PositionDecision
from villagegov.elections.rules.printed import Filling, Row, Rows, filling
from villagegov.elections.rules.sheet import line_label
from villagegov.elections.rules.wording import further_words, outcome_of_person
from villagegov.elections.vocabulary import PollKind, StationKind
from villagegov.extensions import db
from villagegov.people.vocabulary import Sex

FLOORS = {
    PollKind.FIRST: "得票过收回选票的半数",
    PollKind.RERUN: "得票不少于收回选票的三分之一，得票多的当选",
    PollKind.REVOTE: "得票多的当选",
}


def first_report(election: Election) -> list[Filling]:
    """F-25: of the first casting of votes."""
    return [_report(poll, outcome) for poll, outcome in _decided(election) if poll.number == 1]


def later_reports(election: Election) -> list[Filling]:
    """F-26: of each later one."""
    return [_report(poll, outcome) for poll, outcome in _decided(election) if poll.number > 1]


def _decided(election: Election) -> list[tuple[Poll, Outcome]]:
    query = select(Poll, Outcome).join(Outcome, Outcome.poll_id == Poll.id).where(Poll.election_id == election.id)
    return [(poll, outcome) for poll, outcome in db.session.execute(query.order_by(Poll.number))]


def _report(poll: Poll, outcome: Outcome) -> Filling:
    count, decision, names = count_of(outcome), decision_of(outcome), names_in(poll.election)
    kind = "重新选举" if poll.kind is PollKind.FIRST and poll.number > 1 else str(poll.kind.label)
    boxes = {
        **_figures(poll.election, outcome, count, decision),
        "投票类别": kind,
        "应补选名额": f"{sum(one.seats for one in count.positions)} 名",
        "当选票数的要求": FLOORS[poll.kind],
        "名单增减（四增四减）": "名单同首次投票，没有增减",
        "近亲属回避": "、".join(names[key] for key in decision.kin_out) or "没有",
        "尚未选出": further_words(standing_of(poll.election, through=poll), names).replace("\n", "；"),
    }
    return filling(
        values={"held_on": chinese_day(poll.held_on)},
        boxes=boxes,
        tables=[_table(name, one, made, count, names) for name, one, made in named_lines(count, decision)],
        part=str(poll.number),
        part_name=f"第{poll.number}次投票",
        dated=poll.held_on,
    )


def _figures(election: Election, outcome: Outcome, count: PollCount, decision: PollDecision) -> dict[str, str]:
    mobile = [one for one in count.stations if one.kind is StationKind.MOBILE]
    elected = [key for made in decision.positions for key in made.elected]
    women = {str(one.id) for one in election.candidates if one.is_woman}
    return {
        "登记参加选举（人）": str(outcome.registered),
        "其中男、女（人）": _by_sex(election),
        "发出选票（张）": str(outcome.issued),
        "收回选票（张）": str(outcome.collected),
        "参选率": percent_shown(outcome.collected, outcome.registered),
        "选举是否有效": str(decision.gate.label),
        "委托投票（张）": str(sum(one.proxy for one in count.stations)),
        "流动票箱投票（张）": str(sum(one.collected for one in mobile)),
        "投票站（个）": str(len(count.stations) - len(mobile)),
        "流动票箱（个）": str(len(mobile)),
        "当选人数": str(len(elected)),
        "当选妇女（人）": str(len(women.intersection(elected))),
    }


def _by_sex(election: Election) -> str:
    query = select(RollEntry.sex, func.count()).where(RollEntry.roll_id == roll_of(election).id)
    found = {row[0]: row[1] for row in db.session.execute(query.group_by(RollEntry.sex))}
    return f"男 {found.get(Sex.MALE, 0)}、女 {found.get(Sex.FEMALE, 0)}"


def _table(name: str, one: PositionCount, made: PositionDecision, count: PollCount, names: dict[str, str]) -> Rows:
    ranked = sorted(one.votes.items(), key=lambda pair: (-pair[1], pair[0]))
    rows: list[Row] = [
        [names[key], str(votes), "是" if 2 * votes > count.collected else "否", outcome_of_person(made, key)]
        for key, votes in ranked
    ]
    ballots = f"有效票 {one.valid_of(count.collected)}，无效票 {one.invalid}，弃权票 {one.blank}"
    return Rows(rows, f"{line_label(name)}（应选 {one.seats} 名；{ballots}）")
