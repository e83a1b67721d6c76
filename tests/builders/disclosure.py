"""A month of accounts at any step of its line, made by the operations themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from flask import current_app

from tests.builders.accounts import account
from tests.builders.divisions import division_tree
from tests.builders.files import kept
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.bodies.models import Decision, Meeting, Term
from villagegov.bodies.vocabulary import Basis, MeetingKind, Office
from villagegov.disclosure.models import OpeningBalance, Posting, PostingFile
from villagegov.disclosure.operations import drafts, opening, publish, review
from villagegov.disclosure.queries.postings import next_of, opening_of
from villagegov.disclosure.rules.lines import Entry
from villagegov.disclosure.rules.months import last_day, month_of
from villagegov.disclosure.vocabulary import PayeeKind, ReviewVerdict
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.people.models import Person
from villagegov.people.vocabulary import Sex
from villagegov.transaction import transaction

OPENING_FEN = 1_234_567_80
LONG_AGO = date(2024, 1, 1)


@dataclass(frozen=True)
class Hands:
    """Who keeps the accounts of a unit: two clerks, the chair, three supervisors."""

    unit: Division
    clerk: Account
    second: Account
    chair: Account
    supervisors: tuple[Account, Account, Account]


def hands(*, unit: Division | None = None) -> Hands:
    """A village whose clerks, chair and supervisors hold office and have accounts."""
    place = unit or division_tree().village
    clerks = [account(role=Role.CLERK, division=place, name=name) for name in ("李秀兰", "王芳")]
    chair = account(role=Role.CHAIR, division=place, name="陈国强")
    seat(unit=place, of=chair, office=Office.CHAIR)
    watching = [account(role=Role.SUPERVISOR, division=place, name=name) for name in ("梁伟明", "黄玉珍", "何志远")]
    for one in watching:
        seat(unit=place, of=one, office=Office.SUPERVISION_MEMBER)
    return Hands(place, clerks[0], clerks[1], chair, (watching[0], watching[1], watching[2]))


def seat(*, unit: Division, of: Account, office: Office) -> Term:
    """The person of an account in an office, since long ago."""
    person = db.session.query(Person).filter_by(person_key=of.person_key).one_or_none() or Person(
        person_key=of.person_key, sealed_id=b"", name=of.name, sex=Sex.MALE, born_on=date(1970, 1, 1)
    )
    made = Term(
        unit=unit,
        person=person,
        office=office,
        basis=Basis.CHOSEN,
        from_on=LONG_AGO,
        document="",
        knows_accounts=True,
        is_party_member=False,
        entered_at=clock.now(),
        entered_by_id=of.id,
        entered_by_name=of.name,
        confirmed_at=clock.now(),
        confirmed_by_name="",
        end_note="",
    )
    db.session.add_all([person, made])
    db.session.commit()
    return made


def last_month() -> date:
    """The newest month that is over."""
    return month_before(month_of(clock.today()))


def month_before(month: date) -> date:
    """The first day of the month before."""
    return month_of(month - timedelta(days=1))


def entry(*, month: date, number: int = 1, **changed: object) -> Entry:
    """One expense to a shop."""
    made = Entry(
        booked_on=min(month + timedelta(days=number % 28), last_day(month)),
        voucher=f"记-{number}",
        summary="购买办公用品",
        category="办公费",
        income_fen=0,
        expense_fen=100_00 + number,
        payee="东溪镇兴隆文具店",
        payee_kind=PayeeKind.ORGANISATION,
        handler="李秀兰",
        remark="",
    )
    return made._replace(**changed)  # type: ignore[arg-type] # names and values are the caller's


def entries(*, month: date, count: int = 3) -> list[Entry]:
    """Income from above, pay to a person, and then expenses."""
    income = entry(
        month=month,
        number=1,
        summary="收到上级转移支付",
        category="转移性收入",
        income_fen=50_000_00,
        expense_fen=0,
        payee="东溪镇财政所",
    )
    wage = entry(
        month=month,
        number=2,
        summary="支付张三清理河道误工费",
        category="误工费",
        expense_fen=360_00,
        payee="张三",
        payee_kind=PayeeKind.PERSON,
    )
    return [income, wage, *(entry(month=month, number=number) for number in range(3, count + 1))][:count]


def opened(*, who: Hands, month: date | None = None, amount_fen: int = OPENING_FEN) -> OpeningBalance:
    """An opening balance, entered by one clerk and confirmed by the other."""
    with transaction():
        opening.enter_opening(
            unit=who.unit,
            from_month=month or last_month(),
            amount_fen=amount_fen,
            document="2025年度决算表",
            file=None,
            actor=who.clerk,
        )
        return opening.confirm_opening(unit=who.unit, actor=who.second)


def drafted(*, who: Hands, lines: Sequence[Entry] | None = None, count: int = 3, month: date | None = None) -> Posting:
    """The next month's draft, filled; the first one is the last month that is over, or `month`."""
    if opening_of(who.unit) is None:
        opened(who=who, month=month)
    following = next_of(who.unit)
    assert following is not None
    with transaction():
        made = drafts.draft_month(unit=who.unit, month=following.month, actor=who.clerk)
        rows = entries(month=following.month, count=count) if lines is None else lines
        if rows:
            drafts.keep_lines(posting=made, entries=rows, replacing=False, actor=who.clerk)
        else:
            drafts.describe(posting=made, remark="", without_entries=True, actor=who.clerk)
    return made


def handed(*, who: Hands, lines: Sequence[Entry] | None = None, count: int = 3, month: date | None = None) -> Posting:
    """The supervisors have it."""
    made = drafted(who=who, lines=lines, count=count, month=month)
    with transaction(made):
        review.hand_to_supervisors(posting=made, actor=who.clerk)
    return made


def say(*, posting: Posting, by: Account, verdict: ReviewVerdict = ReviewVerdict.PASSED, note: str = "") -> None:
    """One supervisor's word."""
    with transaction(posting):
        review.review(posting=posting, verdict=verdict, note=note, actor=by)


def reviewed(*, who: Hands, lines: Sequence[Entry] | None = None, count: int = 3, month: date | None = None) -> Posting:
    """Two of three have passed it, one with a note."""
    made = handed(who=who, lines=lines, count=count, month=month)
    say(posting=made, by=who.supervisors[0])
    say(posting=made, by=who.supervisors[1], verdict=ReviewVerdict.PASSED_WITH_NOTE, note="误工费请附上工日记录。")
    return made


def joint_decision(
    *, who: Hands, held_on: date | None = None, votes_for: int = 5, kind: MeetingKind = MeetingKind.JOINT
) -> Decision:
    """What a closed joint meeting of five decided."""
    meeting = Meeting(
        unit=who.unit,
        kind=kind,
        held_on=held_on or clock.today(),
        place="村委会会议室",
        subject="财务公开",
        presided_by="陈国强",
        by_households=False,
        entitled=5,
        present=5,
        entitled_reason="",
        voided_by_name="",
        void_reason="",
        minutes="",
        entered_at=clock.now(),
        entered_by_id=who.clerk.id,
        entered_by_name=who.clerk.name,
        closed_at=clock.now(),
    )
    made = Decision(
        meeting=meeting,
        number=1,
        matter="同意公布本月收支明细",
        votes_for=votes_for,
        votes_against=5 - votes_for,
        abstained=0,
        important=False,
    )
    db.session.add_all([meeting, made])
    db.session.commit()
    return made


def settled(*, who: Hands, lines: Sequence[Entry] | None = None, count: int = 3, month: date | None = None) -> Posting:
    """The joint meeting has settled it."""
    made = reviewed(who=who, lines=lines, count=count, month=month)
    decision = joint_decision(who=who)
    with transaction(made):
        publish.settle_jointly(posting=made, decision=decision, actor=who.clerk)
    return made


def posted_month(
    *,
    who: Hands | None = None,
    unit: Division | None = None,
    lines: Sequence[Entry] | None = None,
    count: int = 3,
    month: date | None = None,
) -> Posting:
    """A month on the board: the unit's next one; the first is the last month that is over, or `month`."""
    by = who or hands(unit=unit)
    made = settled(who=by, lines=lines, count=count, month=month)
    with transaction(made):
        publish.post(posting=made, actor=by.chair)
    return made


def picture_of(posting: Posting) -> PostingFile:
    """A photograph attached to a draft."""
    stored = kept(unit=posting.unit, folder=current_app.config["INSTANCE"], name="票据.jpg")
    made = PostingFile(posting=posting, file=stored)
    db.session.add(made)
    db.session.commit()
    return made
