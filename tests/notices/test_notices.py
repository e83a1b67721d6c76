"""Notices are numbered per unit and year, keep every version, and show nobody's numbers (P-11, C1)."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.builders.accounts import account
from tests.builders.divisions import Tree, division_tree
from tests.builders.rolls import id_number
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.notices import queries
from villagegov.notices.models import Notice, NoticeVersion
from villagegov.notices.operations import correct_notice, post_notice
from villagegov.notices.vocabulary import NoticeKind
from villagegov.refusal import Refusal
from villagegov.transaction import broken_constraint, transaction

AT_ONCE = 6


@pytest.fixture
def tree(app: Flask) -> Tree:
    """The places."""
    return division_tree()


@pytest.fixture
def clerk(tree: Tree) -> Account:
    """The village's clerk."""
    return account(division=tree.village)


def notice_of(unit: Division, actor: Account, **fields: str) -> Notice:
    """A posted notice."""
    with transaction():
        return post_notice(
            unit=unit,
            kind=NoticeKind.ELECTION_RESULT,
            fields={"title": "结果", **fields},
            keep_days=15,
            actor=actor,
        )


def test_each_unit_counts_its_notices_from_one_each_year(tree: Tree, clerk: Account) -> None:
    made = []
    for year, unit in ((2026, tree.village), (2026, tree.village), (2026, tree.neighbour), (2027, tree.village)):
        clock.run_on(lambda year=year: datetime(year, 6, 1, tzinfo=UTC))  # type: ignore[misc] # a default fixes it
        notice = notice_of(unit, clerk)
        made.append((notice.unit_id == tree.village.id, notice.year, notice.number))

    assert made == [(True, 2026, 1), (True, 2026, 2), (False, 2026, 1), (True, 2027, 1)]


@pytest.mark.parametrize(("moment", "year"), [("2026-12-31T15:59:59+00:00", 2026), ("2026-12-31T16:00:00+00:00", 2027)])
def test_the_year_turns_at_midnight_in_china(tree: Tree, clerk: Account, moment: str, year: int) -> None:
    clock.run_on(lambda: datetime.fromisoformat(moment))

    assert notice_of(tree.village, clerk).year == year


def test_notices_posted_at_the_same_moment_get_numbers_one_after_the_other(
    app: Flask, tree: Tree, clerk: Account
) -> None:
    start, unit_id, actor_id = threading.Barrier(AT_ONCE), tree.village.id, clerk.id

    def post(_thread: int) -> int:
        with app.app_context():
            unit, actor = db.session.get_one(Division, unit_id), db.session.get_one(Account, actor_id)
            start.wait()
            return notice_of(unit, actor).number

    with ThreadPoolExecutor(AT_ONCE) as pool:
        numbers = list(pool.map(post, range(AT_ONCE)))

    assert sorted(numbers) == list(range(1, AT_ONCE + 1))


def test_the_database_itself_refuses_a_number_twice_and_a_correction_without_a_reason(
    tree: Tree, clerk: Account
) -> None:
    notice_of(tree.village, clerk)
    with pytest.raises(IntegrityError) as twice:
        db.session.execute(
            text(
                "INSERT INTO notices (unit_id, year, number, kind, keep_through)"
                " SELECT unit_id, year, number, kind, keep_through FROM notices"
            )
        )
    db.session.rollback()

    with pytest.raises(IntegrityError):
        db.session.execute(text("UPDATE notice_versions SET version_number = 2"))

    assert broken_constraint(twice.value) == "uq_notices_unit_id_year_number"


PERSONAL = {
    "an ID number": f"联系人 {id_number(7)}",
    "an ID number in full-width digits": "".join(chr(ord(one) + 0xFEE0) for one in id_number(7)),
    "an ID number in pieces": " ".join((id_number(7)[:6], id_number(7)[6:14], id_number(7)[14:])),
    "an ID number with dashes": "-".join((id_number(7)[:6], id_number(7)[6:14], id_number(7)[14:])),
    "a bank card": "汇到 6222021234567890128",
    "a mobile number": "电话13800138000",
    "a mobile number in pieces": "电话 138-0013-8000",
    "a mobile number in full-width digits": "１３８００１３８０００",
}


@pytest.mark.parametrize("what", sorted(PERSONAL))
def test_no_personal_number_is_posted_nor_put_in_by_a_correction_p11(tree: Tree, clerk: Account, what: str) -> None:
    with pytest.raises(Refusal) as posting:
        notice_of(tree.village, clerk, contact=PERSONAL[what])
    notice = notice_of(tree.village, clerk, contact="村委会")

    with pytest.raises(Refusal) as correcting, transaction():
        correct_notice(notice=notice, fields={"title": "结果"}, reason=PERSONAL[what], actor=clerk)

    assert (posting.value.field, correcting.value.field) == ("contact", "reason")
    assert PERSONAL[what] not in posting.value.sentence
    assert db.session.query(NoticeVersion).count() == 1


@pytest.mark.parametrize(
    "words", ["电话 020-8000 0000", "登记 1873 人，收回 1700 张", "2026年11月21日", "440103001201"]
)
def test_an_office_number_a_count_and_a_date_are_posted(tree: Tree, clerk: Account, words: str) -> None:
    assert notice_of(tree.village, clerk, contact=words).number == 1


def test_a_correction_keeps_the_version_before_and_covers_its_reason(tree: Tree, clerk: Account) -> None:
    notice = notice_of(tree.village, clerk)
    with transaction(notice):
        correct_notice(notice=notice, fields={"title": "更正"}, reason="错字", actor=clerk)

    first, second = notice.versions

    through = {"keep_through": notice.keep_through.isoformat()}
    assert queries.values_of(first) == {"title": "结果", **through}
    assert queries.values_of(second) == {"title": "更正", "reason": "错字", **through}
    assert queries.is_unaltered(first)
    assert queries.is_unaltered(second)
    second.reason = "别的理由"
    assert not queries.is_unaltered(second)
    db.session.rollback()


def test_an_unchanged_text_is_no_correction_also_after_one(tree: Tree, clerk: Account) -> None:
    notice = notice_of(tree.village, clerk)
    with transaction(notice):
        correct_notice(notice=notice, fields={"title": "更正"}, reason="错字", actor=clerk)

    with pytest.raises(Refusal, match="unchanged"), transaction(notice):
        correct_notice(notice=notice, fields={"title": "更正"}, reason="再来", actor=clerk)
