"""What is due of the accounts, by when, on which ground; and what any order of acts leaves of the sums."""

from datetime import UTC, date, datetime

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders.disclosure import Hands, drafted, entry, handed, hands, opened, posted_month, reviewed
from tests.builders.items import drafted_table
from villagegov import clock
from villagegov.disclosure.models import Posting
from villagegov.disclosure.operations import drafts
from villagegov.disclosure.queries.due import due_items
from villagegov.disclosure.queries.expected import due_items as due_beside
from villagegov.disclosure.queries.expected import expected_of_many
from villagegov.disclosure.queries.postings import next_of, sums_of_many
from villagegov.disclosure.rules.lines import Entry
from villagegov.disclosure.rules.sums import sums_of
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.extensions import db
from villagegov.transaction import transaction

AUGUST, SEPTEMBER, OCTOBER = date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 1)
TODAY = date(2026, 11, 5)


@pytest.fixture
def who(app: Flask) -> Hands:
    """Whoever keeps the accounts, on a fixed day."""
    clock.run_on(lambda: datetime(2026, 11, 5, 3, 0, tzinfo=UTC))
    return hands()


def missing_months(who: Hands) -> list[str]:
    """The months of accounts that are over and not posted."""
    missing = expected_of_many([who.unit], TODAY)[who.unit.id]
    return [str(one.words) for one in missing if one.entry.item is Item.MONTHLY_ACCOUNTS]


def test_each_state_has_one_step_due_with_its_day(who: Hands) -> None:
    opened(who=who)
    found = [due_items([who.unit], TODAY)]
    posting = drafted(who=who)
    found.append(due_items([who.unit], TODAY))

    told = [[(str(one.what), one.by) for one in due] for due in found]
    assert told == [
        [("编制 2026年10月 收支明细", date(2026, 11, 15))],
        [("2026年10月收支：核对明细，送监督委员会审核", date(2026, 11, 15))],
    ]
    assert posting.id == due_items([who.unit], TODAY)[0].values["posting_id"]


def test_a_review_is_due_on_the_tenth_s33(who: Hands) -> None:
    handed(who=who)

    due = due_items([who.unit.parent], TODAY)

    assert [one.by for one in due] == [date(2026, 11, 10)]
    assert due[0].deadline.article


def test_the_joint_meeting_and_the_posting_follow_then_nothing(who: Hands) -> None:
    reviewed(who=who)
    waiting = [str(one.what) for one in due_items([who.unit], TODAY)]

    assert waiting == ["2026年10月收支：登记联席会议的决定"]


def test_nothing_is_due_of_a_month_that_runs(who: Hands) -> None:
    posted_month(who=who)

    assert due_items([who.unit], TODAY) == []
    assert missing_months(who) == []


def test_every_month_that_was_passed_over_is_missing(who: Hands) -> None:
    opened(who=who, month=AUGUST)

    assert missing_months(who) == ["2026年8月财务", "2026年9月财务", "2026年10月财务"]
    assert [one.by for one in due_items([who.unit], TODAY)] == [date(2026, 9, 15)]


def test_a_start_page_names_the_three_that_wait_longest_and_counts_the_rest(who: Hands) -> None:
    opened(who=who, month=AUGUST)
    drafted_table(who=who, item=Item.DEBTS, rows=(), day=AUGUST)

    named = [(str(one.what), one.endpoint) for one in due_beside([who.unit], TODAY)]
    own = [str(one.what) for one in due_items([who.unit], TODAY)]

    assert [endpoint for _what, endpoint in named] == ["disclosure.draft_period"] * 3 + ["disclosure.public_due"]
    assert "2026年8月的债权债务" not in "".join(what for what, _endpoint in named)
    assert named[-1][0].startswith("还有 ")
    assert own[-1] == "2026年8月的债权债务：核对明细，送监督委员会审核"


ACT = st.tuples(st.sampled_from(["add", "change", "remove", "replace"]), st.integers(1, 10**9), st.booleans())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACT, max_size=12))
def test_any_order_of_acts_keeps_the_sums_and_the_order_f51(who: Hands, acts: list[tuple[str, int, bool]]) -> None:
    following = next_of(who.unit)
    posting = following.posting if following is not None else None
    posting = posting or drafted(who=who)
    for act, fen, income in acts:
        row = entry(
            month=posting.period_from,
            number=fen % 27,
            income_fen=fen if income else 0,
            expense_fen=0 if income else fen,
        )
        with transaction(posting):
            _do(act, posting.id, row, who)
    db.session.expire_all()
    lines = posting.lines
    sums = sums_of(posting.opening_fen, lines)

    assert sums == sums_of_many([posting])[posting.id]
    assert sums.closing == posting.opening_fen + sum(line.income_fen - line.expense_fen for line in lines)
    assert [line.booked_on for line in lines] == sorted(line.booked_on for line in lines)


def _do(act: str, posting_id: int, row: object, who: Hands) -> None:
    posting = db.session.get_one(Posting, posting_id)
    assert isinstance(row, Entry)
    if act == "replace":
        drafts.keep_lines(posting=posting, entries=[row], replacing=True, actor=who.clerk)
    elif act == "add" or not posting.lines:
        drafts.keep_line(posting=posting, entry=row, actor=who.clerk)
    elif act == "change":
        drafts.keep_line(posting=posting, entry=row, line=posting.lines[0], actor=who.clerk)
    else:
        drafts.remove_line(line=posting.lines[-1], actor=who.clerk)
