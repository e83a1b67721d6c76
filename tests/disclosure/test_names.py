"""Who is named before whom: a person paid is 张* on the board, nobody on the open web, whole in no text (8.2, NAME)."""

import io
from datetime import UTC, datetime

import pytest
from flask import Flask
from pypdf import PdfReader

from tests.builders.accounts import account, client_of
from tests.builders.disclosure import Hands, entries, entry, hands, joint_decision, last_month, picture_of, say
from tests.builders.disclosure import handed as handed_over
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.disclosure.models import Posting
from villagegov.disclosure.operations import publish
from villagegov.disclosure.rules.audiences import seen_by
from villagegov.disclosure.rules.canonical import public_posting
from villagegov.disclosure.vocabulary import PayeeKind, PostingField, ReviewVerdict
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.notices.queries import values_of
from villagegov.privacy import Audience
from villagegov.transaction import transaction

PAGE = "/c/990101001201/postings/1"


@pytest.fixture
def who(app: Flask) -> Hands:
    """A village's hands on 24 November 2026."""
    clock.run_on(lambda: datetime(2026, 11, 24, 2, 0, tzinfo=UTC))
    return hands()


@pytest.fixture
def posting(who: Hands) -> Posting:
    """A posted month in which 张三 was paid, and is named wherever somebody could write him."""
    alike = entry(month=last_month(), number=4, payee="张九", payee_kind=PayeeKind.PERSON, handler="赵六")
    made = handed_over(who=who, lines=[*entries(month=last_month()), alike])
    picture_of(made).file.shown_name = "张三收据.jpg"
    made.remark = "张三的误工费已经当面付清。"
    db.session.commit()
    say(posting=made, by=who.supervisors[0], verdict=ReviewVerdict.PASSED_WITH_NOTE, note="张三的工日请附记录。")
    say(posting=made, by=who.supervisors[1])
    decision = joint_decision(who=who)
    decision.matter = "同意支付张三误工费"
    db.session.commit()
    with transaction(made):
        publish.settle_jointly(posting=made, decision=decision, actor=who.clerk)
    with transaction(made):
        publish.post(posting=made, actor=who.chair)
    return made


def test_no_text_of_what_is_posted_names_a_person_paid(posting: Posting) -> None:
    assert posting.notice is not None
    values = values_of(posting.notice.current)

    told = public_posting(values)

    assert "张三" not in "".join(values.values())
    assert told[PostingField.REMARK] == "张*的误工费已经当面付清。"
    assert [one.note for one in told.reviews] == ["张*的工日请附记录。", ""]
    assert told.joint is not None
    assert told.joint.matter == "同意支付张*误工费"
    assert [one.name for one in told.files] == ["张*收据.jpg"]


@pytest.mark.parametrize(
    ("audience", "payees", "summary", "handler"),
    [
        (Audience.BOARD, ["张*（1）", "张*（2）"], "支付张*清理河道误工费", "赵*"),
        (Audience.RESIDENTS, ["张*（1）", "张*（2）"], "支付张*清理河道误工费", "赵*"),
        (Audience.OPEN, ["个人", "个人"], "支付个人清理河道误工费", ""),
    ],
)
def test_each_audience_reads_what_the_matrix_gives_of_a_person_paid(
    posting: Posting, audience: Audience, payees: list[str], summary: str, handler: str
) -> None:
    assert posting.notice is not None
    told = public_posting(values_of(posting.notice.current))

    seen = seen_by(told, audience)

    persons = [line for line in seen.lines if line.payee not in {"东溪镇财政所", "东溪镇兴隆文具店"}]
    assert [line.payee for line in persons] == payees
    assert persons[0].summary == summary
    assert persons[1].handler == handler
    assert [line.expense for line in seen.lines] == [line.expense for line in told.lines]


@pytest.mark.parametrize("ending", ["", "/notice.pdf", "/files/1"])
def test_the_open_web_names_nobody_paid_not_even_by_a_letter(app: Flask, posting: Posting, ending: str) -> None:
    answer = app.test_client().get(PAGE + ending)

    told = words_of(answer.data) if ending == "/notice.pdf" else answer.get_data(as_text=True) if not ending else ""
    told += str(answer.headers)
    assert answer.status_code == 200
    assert not [one for one in ("张三", "张*", "张九", "赵*", "%E5%BC%A0") if one in told]
    assert "个人" in told or ending == "/files/1"


def test_whoever_signed_in_for_the_unit_reads_and_prints_what_hangs_on_its_board(
    app: Flask, who: Hands, posting: Posting
) -> None:
    resident = account(role=Role.RESIDENT, division=who.unit)
    stranger = account(role=Role.RESIDENT, division=neighbour())

    told = {one.id: (page_of(app, one), paper_of(app, one)) for one in (who.clerk, resident, stranger)}

    for page, paper in (told[who.clerk.id], told[resident.id]):
        assert "张*（1）" in page
        assert "张*" in paper
        assert "张三" not in page + paper
    assert "张*" not in "".join(told[stranger.id])


def neighbour() -> Division:
    """The village next to it."""
    return db.session.query(Division).filter_by(code="990101001202").one()


def page_of(app: Flask, reader: Account) -> str:
    """The page as this person reads it."""
    return client_of(app, reader).get(PAGE).get_data(as_text=True)


def paper_of(app: Flask, reader: Account) -> str:
    """The paper as this person prints it."""
    return words_of(client_of(app, reader).get(f"{PAGE}/notice.pdf").data)


def words_of(paper: bytes) -> str:
    """The words of a PDF."""
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages).replace("\n", "")
