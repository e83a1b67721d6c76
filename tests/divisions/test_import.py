"""The list comes in, and comes again: nothing is deleted, corrections stay."""

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from villagegov import clock
from villagegov.audit.models import AuditEntry
from villagegov.audit.record import CommandLine
from villagegov.divisions import operations, queries
from villagegov.divisions.forms import read_list, rows_of
from villagegov.divisions.models import Division
from villagegov.divisions.rules import ListPlan
from villagegov.divisions.vocabulary import Kind
from villagegov.extensions import db
from villagegov.refusal import Refusal
from villagegov.transaction import transaction

SHIPPED = Path(__file__).parents[2] / "villagegov" / "divisions" / "data" / "guangdong-2022.csv.gz"
VILLAGE = "990101001201"
LIST = [
    (2, "99", "示例省"),
    (3, "9901", "示例市"),
    (4, "990101", "甲县"),
    (5, "990101001", "东溪镇"),
    (6, VILLAGE, "石桥村委会"),
    (7, "990101001202", "南岗村委会"),
]


def imported(rows: list[tuple[int, str, str]]) -> ListPlan:
    """Bring the tree to these rows."""
    with transaction():
        return operations.import_list(rows=rows, sha256="0" * 64, actor=CommandLine())


def place(code: str) -> Division:
    """The place with this code, which is there."""
    found = queries.division_coded(code)
    assert found is not None
    return found


def corrected(name: str, kind: Kind = Kind.VILLAGE) -> None:
    """An official corrects the village."""
    with transaction():
        operations.correct(division=place(VILLAGE), name=name, kind=kind, reason="批文1号", actor=CommandLine())


def test_each_place_hangs_in_the_one_above(app: Flask) -> None:
    imported(list(reversed(LIST)))

    assert queries.path_words(place(VILLAGE)) == "示例省示例市甲县东溪镇石桥村委会"
    assert place(VILLAGE).kind is Kind.VILLAGE
    assert place(VILLAGE).parent == place("990101001")


def test_the_root_of_a_province_is_the_country(app: Flask) -> None:
    imported(LIST)

    assert place("99").parent == queries.root()


def test_a_vanished_place_is_marked_and_kept(app: Flask) -> None:
    imported(LIST)

    plan = imported(LIST[:-1])

    assert [code for code, _name in plan.vanished] == ["990101001202"]
    assert not place("990101001202").listed


def test_a_returned_place_is_listed_again_under_its_old_id(app: Flask) -> None:
    imported(LIST)
    before = place("990101001202").id
    imported(LIST[:-1])

    imported(LIST)

    assert place("990101001202").listed
    assert place("990101001202").id == before


def test_a_renamed_place_remembers_its_earlier_name(app: Flask) -> None:
    clock.run_on(lambda: datetime(2025, 1, 2, 3, tzinfo=UTC))
    imported(LIST)
    clock.run_on(lambda: datetime(2026, 1, 2, 3, tzinfo=UTC))

    imported([*LIST[:4], (6, VILLAGE, "石桥社区居委会"), LIST[5]])

    past = queries.pasts(place(VILLAGE))[0]
    assert place(VILLAGE).name == "石桥社区居委会"
    assert (past.name, past.from_on.year, past.until_on.year) == ("石桥村委会", 2025, 2026)


def test_a_correction_survives_the_next_list(app: Flask) -> None:
    imported(LIST)
    corrected("石桥居民委员会", Kind.RESIDENTS)

    imported([*LIST[:4], (6, VILLAGE, "石桥村民委员会"), LIST[5]])

    assert place(VILLAGE).name == "石桥居民委员会"
    assert place(VILLAGE).kind is Kind.RESIDENTS
    assert place(VILLAGE).listed_name == "石桥村民委员会"


def test_new_places_get_ids_that_nobody_had(app: Flask) -> None:
    imported(LIST)

    imported([*LIST, (8, "990101001203", "北岭村委会")])

    ids = list(db.session.scalars(select(Division.id)))
    assert len(ids) == len(set(ids)) == 8


def test_a_faulty_list_changes_nothing(app: Flask) -> None:
    with pytest.raises(Refusal):
        imported([*LIST, (8, "12345", "五位")])

    assert db.session.scalar(select(func.count()).select_from(Division)) == 1


def test_an_import_is_one_entry_with_its_counts(app: Flask) -> None:
    imported(LIST)

    entry = db.session.scalars(select(AuditEntry)).one()

    assert entry.details is not None
    assert '"added":6' in entry.details


def test_a_correction_that_changes_nothing_is_refused(app: Flask) -> None:
    imported(LIST)

    with pytest.raises(Refusal):
        corrected("石桥村委会")


def test_a_township_cannot_be_made_a_committee(app: Flask) -> None:
    imported(LIST)

    with pytest.raises(Refusal), transaction():
        operations.correct(
            division=place("990101001"), name="东溪镇", kind=Kind.VILLAGE, reason="x", actor=CommandLine()
        )


def test_the_shipped_list_comes_in_whole(app: Flask) -> None:
    rows = rows_of(read_list(SHIPPED.read_bytes(), SHIPPED.name))

    plan = imported(rows)

    assert (len(rows), len(plan.added)) == (28_745, 28_745)
    assert db.session.scalar(select(func.count()).where(Division.kind.in_(queries.COMMITTEES))) == 26_599
    assert queries.path_words(place("441900003")).startswith("广东省东莞市东城街道")


def test_a_gzip_that_unpacks_to_too_much_is_refused(app: Flask) -> None:
    with pytest.raises(Refusal):
        read_list(gzip.compress(b"code,name\n" + b"0" * 40_000_000), "bomb.csv.gz")


def test_a_broken_gzip_is_refused(app: Flask) -> None:
    with pytest.raises(Refusal):
        read_list(SHIPPED.read_bytes()[:1000], "cut.csv.gz")
