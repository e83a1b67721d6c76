"""Three months of accounts of one village: two on the board, the last one with the supervisors."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.bodies.models import Decision
from villagegov.bodies.operations.meetings import close_meeting, hold_meeting
from villagegov.bodies.operations.votes import put_to_vote
from villagegov.bodies.rules.minutes import Circumstances, Count, Votes
from villagegov.bodies.vocabulary import MeetingKind
from villagegov.demo import tables
from villagegov.demo.stages import happening
from villagegov.disclosure.models import Posting
from villagegov.disclosure.operations import drafts, opening, publish, review
from villagegov.disclosure.rules.lines import Entry
from villagegov.disclosure.rules.months import in_chinese, month_after, month_before, month_of
from villagegov.disclosure.vocabulary import PayeeKind, ReviewVerdict
from villagegov.divisions.models import Division
from villagegov.extensions import db

OPENING_FEN = 386_420_75
ORGANISATION, PERSON = PayeeKind.ORGANISATION, PayeeKind.PERSON
#: Day, summary, class, income and expense in fen, who paid or was paid, who handled it; each month a little more.
LINES: tuple[tuple[int, str, str, int, int, str, PayeeKind], ...] = (
    (2, "收到上级转移支付（运转经费）", "转移性收入", 60_000_00, 0, "示例东溪镇财政所", ORGANISATION),
    (3, "付上月电费（办公楼、路灯）", "水电费", 0, 2_318_46, "示例供电所", ORGANISATION),
    (5, "付打印纸、墨盒", "办公费", 0, 486_00, "东溪镇兴隆文具店", ORGANISATION),
    (8, "付曾庆生清理水渠误工费，3 个工", "误工费", 0, 540_00, "曾庆生", PERSON),
    (8, "付曾美兰清理水渠误工费，2 个工", "误工费", 0, 360_00, "曾美兰", PERSON),
    (12, "收到文化楼一楼铺面租金", "资产收益", 8_600_00, 0, "示例惠民超市", ORGANISATION),
    (15, "付保洁员工资 4 人", "公共卫生", 0, 9_600_00, "石桥村保洁队", ORGANISATION),
    (18, "付村道排水沟修补工程款", "工程款", 0, 23_750_00, "示例县通达建筑公司", ORGANISATION),
    (22, "慰问住院村民", "慰问费", 0, 500_00, "范永福", PERSON),
    (26, "付会议用水、资料复印", "会议费", 0, 213_50, "东溪镇兴隆文具店", ORGANISATION),
)


@dataclass(frozen=True)
class Keepers:
    """Who keeps, reviews and signs the accounts of the village."""

    unit: Division
    first: Account
    second: Account
    chair: Account
    supervisors: tuple[Account, Account]


def keepers(unit: Division, accounts: Mapping[str, Account]) -> Keepers:
    """Those of the story who sign in."""
    watching = accounts["demo-shiqiao-supervisor"], accounts["demo-shiqiao-supervisor-2"]
    first, second = accounts["demo-shiqiao-1"], accounts["demo-shiqiao-2"]
    return Keepers(unit, first, second, accounts["demo-shiqiao-chair"], watching)


def keep_months(*, who: Keepers, now: datetime) -> None:
    """The two months before the last one go to the board; the last one waits for its second reviewer."""
    last = month_before(month_of(clock.day_of(now)))
    first = month_before(month_before(last))
    with happening(_at(first, 1, 9)):
        _open(who, first)
    _post(who, first, 0, tables.drafts_of)
    _post(who, month_before(last), 1, tables.no_drafts)
    midnight = datetime.combine(clock.day_of(now), time(0), clock.CHINA)
    with happening(now - min(timedelta(minutes=40), (now - midnight) / 2)):  # the month is over since midnight
        posting = _draft(who, last, 2)
        review.hand_to_supervisors(posting=posting, actor=who.first)
    with happening(now):
        _say(posting, who.supervisors[0], ReviewVerdict.PASSED_WITH_NOTE, "排水沟工程请附上验收照片。")


def _at(month: date, day: int, hour: int) -> datetime:
    return datetime.combine(month.replace(day=day), time(hour), clock.CHINA)


def _open(who: Keepers, month: date) -> None:
    opening.enter_opening(
        unit=who.unit,
        from_month=month,
        amount_fen=OPENING_FEN,
        document="银行对账单和现金盘点表（演示）",
        file=None,
        actor=who.first,
    )
    opening.confirm_opening(unit=who.unit, actor=who.second)


def _post(who: Keepers, month: date, grown: int, others: Callable[[Division, date, Account], list[Posting]]) -> None:
    """From the third to the eighth of the month that follows, each step on its day; `others` go with the accounts."""
    after = month_after(month)
    with happening(_at(after, 3, 9)):
        postings = [_draft(who, month, grown), *others(who.unit, month, who.first)]
        for posting in postings:
            review.hand_to_supervisors(posting=posting, actor=who.first)
    with happening(_at(after, 4, 15)):
        for posting in postings:
            for supervisor in who.supervisors:
                _say(posting, supervisor, ReviewVerdict.PASSED, "")
    with happening(_at(after, 7, 20)):
        monthly = _decide(who, f"同意公布{in_chinese(month)}收支明细和各项财务", in_chinese(month))
        for posting in postings:
            own = posting.happened_on is not None
            matter = f"同意公布{posting.title}的情况"
            decision = _decide(who, matter, posting.title) if own else monthly
            publish.settle_jointly(posting=posting, decision=decision, actor=who.first)
    with happening(_at(after, 8, 10)):
        for posting in postings:
            publish.post(posting=posting, actor=who.chair)


def _draft(who: Keepers, month: date, grown: int) -> Posting:
    posting = drafts.draft_month(unit=who.unit, month=month, actor=who.first)
    entries = [_entry(month, number, grown) for number in range(1, len(LINES) + 1)]
    drafts.keep_lines(posting=posting, entries=entries, replacing=False, actor=who.first)
    return posting


def _entry(month: date, number: int, grown: int) -> Entry:
    day, summary, category, income, expense, payee, kind = LINES[number - 1]
    more = 37 * grown * number
    return Entry(
        booked_on=month.replace(day=day),
        voucher=f"记-{number}",
        summary=summary,
        category=category,
        income_fen=income,
        expense_fen=expense + more if expense else 0,
        payee=payee,
        payee_kind=kind,
        handler="李强",
        remark="",
    )


def _say(posting: Posting, by: Account, verdict: ReviewVerdict, note: str) -> None:
    review.review(posting=posting, verdict=verdict, note=note, actor=by)


def _decide(who: Keepers, matter: str, about: str) -> Decision:
    facts = Circumstances(clock.today(), "文化楼二楼会议室", f"讨论公布{about}", "会议主持人（演示）", None, "")
    count = Count(9, 8)
    held = hold_meeting(unit=who.unit, kind=MeetingKind.JOINT, facts=facts, count=count, actor=who.first)
    decision = put_to_vote(meeting=held, matter=matter, votes=Votes(8, 0, 0), actor=who.first)
    close_meeting(meeting=held, actor=who.first)
    db.session.flush()
    return decision
