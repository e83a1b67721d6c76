"""Every act on a month of accounts, pressed twice, from two windows, and by two persons at once (C1, C2, A10)."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from flask import Flask

from tests.builders.accounts import account, client_of
from tests.builders.board import hung
from tests.builders.browser import form_on, twin_of
from tests.builders.disclosure import (
    Hands,
    drafted,
    handed,
    hands,
    joint_decision,
    last_month,
    opened,
    posted_month,
    reviewed,
    settled,
)
from tests.builders.files import picture
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.audit.models import AuditEntry
from villagegov.disclosure.models import OpeningBalance, Posting, PostingFile, PostingLine
from villagegov.disclosure.operations import opening
from villagegov.disclosure.vocabulary import PostingTag
from villagegov.extensions import db
from villagegov.notices.models import BoardEvidence
from villagegov.notices.vocabulary import NoticeTag
from villagegov.transaction import transaction
from villagegov.vocabulary import Term

NOVEMBER = datetime(2026, 11, 5, 3, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Act:
    """One button: what stands before it, where it is, who may press it, what is typed, what the record then says."""

    made: Callable[[Hands], object]
    address: Callable[[Hands], str]
    tag: Term
    first: Callable[[Hands], Account] = lambda who: who.clerk
    other: Callable[[Hands], Account] = lambda who: who.second
    typed: Callable[[], dict[str, object]] = dict
    #: Whether two persons may do it one after the other.
    both: bool = False


def one(kind: type[Posting | PostingLine | PostingFile | OpeningBalance | BoardEvidence]) -> int:
    """The number of the only one, or of the first."""
    return db.session.query(kind).order_by(kind.id).first().id  # type: ignore[union-attr] # it was made before


def entered(who: Hands) -> None:
    """A balance that waits for its second person."""
    month = last_month()
    with transaction():
        opening.enter_opening(
            unit=who.unit, from_month=month, amount_fen=5, document="账本", file=None, actor=who.clerk
        )


def empty(who: Hands) -> Posting:
    """A draft without a line."""
    return drafted(who=who, lines=[])


def passed(who: Hands) -> None:
    """Reviewed, and a joint decision to point to."""
    reviewed(who=who)
    joint_decision(who=who)


def up(who: Hands) -> None:
    """A month that hangs on the board."""
    notice = posted_month(who=who).notice
    assert notice is not None
    hung(notice=notice, actor=who.clerk)


def photo() -> tuple[io.BytesIO, str]:
    """A picture from the telephone."""
    return io.BytesIO(picture()), "照片.jpg"


def third(who: Hands) -> Account:
    """One more clerk."""
    return account(role=Role.CLERK, division=who.unit, name="何静")


def vice(who: Hands) -> Account:
    """Whoever signs in the chair's place."""
    return account(role=Role.CHAIR, division=who.unit, name="方志强")


def of(kind: type[Posting | PostingLine | PostingFile | BoardEvidence], path: str) -> Callable[[Hands], str]:
    """The address of the only row of its kind."""
    return lambda _who: path % one(kind)


def in_unit(path: str) -> Callable[[Hands], str]:
    """An address of the unit."""
    return lambda who: path % who.unit.id


LINE = {"booked_on": "5", "summary": "打印", "category": "办公费", "expense": "1"}
PASTED = "2026-10-05\t记-9\t打印\t办公费\t\t1\t\t\t\t"
DAY = date(2026, 11, 5).isoformat()
ACTS = {
    "opening entered": Act(
        lambda _who: None,
        in_unit("/units/%s/opening-balance/edit"),
        PostingTag.OPENING_ENTERED,
        typed=lambda: {"from_month": "2026-10-01", "amount_fen": "5", "document": "账本", "files": photo()},
    ),
    "opening confirmed": Act(
        entered,
        in_unit("/units/%s/opening-balance/confirm"),
        PostingTag.OPENING_CONFIRMED,
        first=lambda who: who.second,
        other=third,
    ),
    "month begun": Act(
        lambda who: opened(who=who),
        in_unit("/units/%s/postings/new"),
        PostingTag.DRAFTED,
        typed=lambda: {"month": "2026-10-01"},
    ),
    "described": Act(
        empty, of(Posting, "/postings/%s/edit"), PostingTag.REMARKED, typed=lambda: {"remark": "没有收支。"}
    ),
    "line added": Act(empty, of(Posting, "/postings/%s/lines/new"), PostingTag.LINE_ADDED, typed=lambda: dict(LINE)),
    "line changed": Act(
        lambda who: drafted(who=who),
        of(PostingLine, "/posting-lines/%s/edit"),
        PostingTag.LINE_CHANGED,
        typed=lambda: {"summary": "改过"},
    ),
    "line removed": Act(
        lambda who: drafted(who=who), of(PostingLine, "/posting-lines/%s/remove"), PostingTag.LINE_REMOVED
    ),
    "lines pasted": Act(
        empty, of(Posting, "/postings/%s/lines/paste"), PostingTag.LINES_IMPORTED, typed=lambda: {"text": PASTED}
    ),
    "attached": Act(empty, of(Posting, "/postings/%s/files"), PostingTag.FILE_ADDED, typed=lambda: {"files": photo()}),
    "handed over": Act(lambda who: drafted(who=who), of(Posting, "/postings/%s/hand-over"), PostingTag.HANDED),
    "taken back": Act(
        lambda who: handed(who=who),
        of(Posting, "/postings/%s/take-back"),
        PostingTag.TAKEN_BACK,
        other=lambda who: account(role=Role.CLERK, division=who.unit, person_key=who.clerk.person_key),
    ),
    "reviewed": Act(
        lambda who: handed(who=who),
        of(Posting, "/postings/%s/review"),
        PostingTag.REVIEWED,
        first=lambda who: who.supervisors[0],
        other=lambda who: account(role=Role.SUPERVISOR, division=who.unit, person_key=who.supervisors[0].person_key),
        typed=lambda: {"verdict": "passed"},
    ),
    "settled": Act(
        passed,
        of(Posting, "/postings/%s/settle"),
        PostingTag.SETTLED,
        other=lambda who: who.chair,
        typed=lambda: {"decision": "1"},
    ),
    "sent back": Act(
        passed,
        of(Posting, "/postings/%s/send-back"),
        PostingTag.SENT_BACK,
        other=lambda who: who.chair,
        typed=lambda: {"reason": "金额有误"},
    ),
    "posted": Act(
        lambda who: settled(who=who),
        of(Posting, "/postings/%s/post"),
        PostingTag.POSTED,
        first=lambda who: who.chair,
        other=vice,
    ),
    "put up": Act(
        lambda who: posted_month(who=who),
        lambda _who: "/notices/1/board",
        NoticeTag.PUT_UP,
        other=lambda who: who.chair,
        typed=lambda: {"photo": photo(), "place": "村口", "put_up_on": DAY},
        both=True,
    ),
    "taken down": Act(
        up,
        of(BoardEvidence, "/board-evidences/%s/take-down"),
        NoticeTag.TAKEN_DOWN,
        other=lambda who: who.chair,
        typed=lambda: {"taken_down_on": DAY},
    ),
}


@pytest.fixture
def who(app: Flask) -> Hands:
    """A village's hands on 5 November 2026."""
    clock.run_on(lambda: NOVEMBER)
    return hands()


def times(tag: Term) -> int:
    """How often the record says so."""
    return db.session.query(AuditEntry).filter_by(tag=tag).count()


@pytest.mark.parametrize("name", ACTS)
def test_a_second_press_does_it_once_and_leads_to_the_same_place_c1(app: Flask, who: Hands, name: str) -> None:
    act = ACTS[name]
    act.made(who)
    client, address, before = client_of(app, act.first(who)), act.address(who), times(act.tag)
    shown = form_on(client.get(address))

    answers = [window.post(address, data=shown | act.typed()) for window in (client, client, twin_of(client))]

    assert [answer.status_code for answer in answers] == [303, 303, 303], answers[0].get_data(as_text=True)
    assert len({answer.location for answer in answers}) == 1
    assert times(act.tag) == before + 1


@pytest.mark.parametrize("name", ACTS)
def test_whoever_comes_second_changes_nothing_unseen_c2_a10(app: Flask, who: Hands, name: str) -> None:
    act = ACTS[name]
    act.made(who)
    address, before = act.address(who), times(act.tag)
    first, other = client_of(app, act.first(who)), client_of(app, act.other(who))
    early, late = form_on(first.get(address)), form_on(other.get(address))

    done = first.post(address, data=early | act.typed())
    second = other.post(address, data=late | act.typed())

    assert done.status_code == 303
    assert second.status_code in ({303} if act.both else {404, 409, 422})
    assert times(act.tag) == before + 1 + act.both
