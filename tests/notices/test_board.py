"""A notice hangs on a board for the days the law gives; what is taken down early hangs again (D-05, D-06)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from tests.builders.accounts import account
from tests.builders.board import photo
from tests.builders.divisions import Tree, division_tree
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.audit.models import AuditEntry
from villagegov.extensions import db
from villagegov.files.models import StoredFile
from villagegov.files.operations import Checked
from villagegov.files.vocabulary import MediaType
from villagegov.notices.models import Notice
from villagegov.notices.operations import post_notice, put_up, take_down
from villagegov.notices.queries import due_items
from villagegov.notices.rules import board_deadline, board_state, is_early
from villagegov.notices.vocabulary import BoardState, NoticeKind, NoticeReason
from villagegov.refusal import Refusal
from villagegov.transaction import transaction

POSTED = date(2026, 11, 15)
TODAY = date(2026, 11, 28)


@dataclass(frozen=True)
class Sheet:
    """One sheet on one board, in plain values."""

    hangs_through: date
    taken_down_on: date | None = None


def november(day: int, down: int = 0) -> Sheet:
    """Hangs through this day of November; taken down on another, if any."""
    return Sheet(date(2026, 11, day), date(2026, 11, down) if down else None)


@pytest.mark.parametrize(("down", "early"), [(28, True), (29, True), (30, True), (0, False)])
def test_a_sheet_taken_down_before_its_last_day_is_over_was_taken_down_early_x49(down: int, early: bool) -> None:
    assert is_early(november(30, down)) is early


def test_it_may_be_taken_down_from_the_day_after() -> None:
    assert not is_early(Sheet(date(2026, 11, 30), date(2026, 12, 1)))


@pytest.mark.parametrize(
    ("hangs", "state"),
    [
        ([], BoardState.MISSING),
        ([november(30)], BoardState.UP),
        ([november(28)], BoardState.UP),
        ([november(27)], BoardState.DONE),
        ([november(26, 27)], BoardState.DONE),
        ([november(27, 27)], BoardState.EARLY),
        ([november(30, 20), november(30, 21)], BoardState.EARLY),
        ([november(30, 20), november(30)], BoardState.UP),
    ],
)
def test_one_sheet_that_hung_long_enough_will_do_d05(hangs: list[Sheet], state: BoardState) -> None:
    assert board_state(hangs, TODAY) is state


def test_the_photograph_is_due_after_the_posting_and_a_new_sheet_after_the_last_removal() -> None:
    missing, again = board_deadline(POSTED, []), board_deadline(POSTED, [november(30, 20), november(30, 28)])

    assert (missing.sum, again.sum) == ("2026-11-15 + 3 = 2026-11-18", "2026-11-28 + 1 = 2026-11-29")


@pytest.fixture
def tree(app: Flask) -> Tree:
    """The places, on the day of the posting."""
    on(POSTED)
    return division_tree()


@pytest.fixture
def clerk(tree: Tree) -> Account:
    """The village's clerk."""
    return account(division=tree.village)


@pytest.fixture
def notice(tree: Tree, clerk: Account) -> Notice:
    """A notice posted today, to be kept for 15 days."""
    with transaction():
        fields = {"title": "结果"}
        return post_notice(unit=tree.village, kind=NoticeKind.ELECTION_RESULT, fields=fields, keep_days=15, actor=clerk)


def on(day: date) -> None:
    """Let it be noon of this day."""
    clock.run_on(lambda: datetime(day.year, day.month, day.day, 4, tzinfo=UTC))


@pytest.fixture
def shot(notice: Notice) -> Checked:
    """A sound photograph, in the store."""
    return photo()


def hung(notice: Notice, shot: Checked, actor: Account, day: date, place: str = "村委会门口公开栏") -> None:
    """Put it up."""
    with transaction(notice):
        put_up(notice=notice, photo=shot, place=place, put_up_on=day, actor=actor)


def test_what_is_due_for_the_board_changes_with_what_happened_there(
    tree: Tree, clerk: Account, notice: Notice, shot: Checked
) -> None:
    told = []

    def ask(day: date) -> None:
        on(day)
        told.append([str(one.what)[:2] for one in due_items([tree.township], day)])

    ask(POSTED)
    hung(notice, shot, clerk, POSTED)
    ask(POSTED)
    on(TODAY)
    with transaction():
        take_down(hang=notice.hangs[0], taken_down_on=TODAY, actor=clerk)
    ask(TODAY)
    hung(notice, shot, clerk, TODAY)
    ask(TODAY)
    over = notice.hangs[1].hangs_through + timedelta(days=1)
    on(over)
    with transaction():
        take_down(hang=notice.hangs[1], taken_down_on=over, actor=clerk)
    ask(over)

    assert told == [["给选"], [], ["重新"], [], []]
    assert [one.hangs_through for one in notice.hangs] == [date(2026, 11, 30), date(2026, 12, 13)]
    tags = [one.tag for one in db.session.query(AuditEntry) if one.tag.startswith("notice:board")]
    assert tags == ["notice:board:put_up", "notice:board:taken_down"] * 2


def test_nothing_is_due_for_another_units_board(tree: Tree, notice: Notice) -> None:
    assert not due_items([tree.neighbour, tree.far], TODAY)


@pytest.mark.parametrize(
    ("day", "place", "reason"),
    [
        (POSTED - timedelta(days=1), "公开栏", NoticeReason.UP_BEFORE_POSTED),
        (POSTED + timedelta(days=1), "公开栏", NoticeReason.UP_IN_FUTURE),
        (POSTED, " ", NoticeReason.NO_PLACE),
    ],
)
def test_a_sheet_hangs_somewhere_between_the_posting_and_today(
    clerk: Account, notice: Notice, shot: Checked, day: date, place: str, reason: NoticeReason
) -> None:
    with pytest.raises(Refusal) as refused:
        hung(notice, shot, clerk, day, place)

    assert refused.value.reason is reason
    assert db.session.query(StoredFile).count() == 0


@pytest.mark.parametrize(
    ("down", "reason"),
    [
        (POSTED - timedelta(days=1), NoticeReason.DOWN_BEFORE_UP),
        (POSTED + timedelta(days=1), NoticeReason.DOWN_IN_FUTURE),
    ],
)
def test_it_is_taken_down_between_putting_up_and_today_and_once(
    clerk: Account, notice: Notice, shot: Checked, down: date, reason: NoticeReason
) -> None:
    hung(notice, shot, clerk, POSTED)
    hang = notice.hangs[0]

    with pytest.raises(Refusal) as refused, transaction(hang):
        take_down(hang=hang, taken_down_on=down, actor=clerk)
    with transaction(hang):
        take_down(hang=hang, taken_down_on=POSTED, actor=clerk)
    with pytest.raises(Refusal) as again, transaction(hang):
        take_down(hang=hang, taken_down_on=POSTED, actor=clerk)

    assert (refused.value.reason, again.value.reason) == (reason, NoticeReason.DOWN_ALREADY)


def test_a_paper_is_no_photograph_and_a_number_is_no_place(clerk: Account, notice: Notice, shot: Checked) -> None:
    paper = Checked("公示.pdf", MediaType.PDF, shot.sha256, shot.served_sha256, 1, 1)

    with pytest.raises(Refusal, match="board_not_picture"):
        hung(notice, paper, clerk, POSTED)
    with pytest.raises(Refusal, match="privacy_mobile"):
        hung(notice, shot, clerk, POSTED, place="找王芳 13800138000")
