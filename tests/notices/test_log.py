"""Every posted version enters the log in the transaction that posts it, and a signed checkpoint leaves with it."""

import runpy
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from flask import Flask
from sqlalchemy import text

from tests.builders.accounts import account
from tests.builders.database import ROOT
from tests.builders.divisions import Tree, division_tree
from tests.notices.test_notices import notice_of
from villagegov import clock
from villagegov.audit.models import AuditChain
from villagegov.desk.jobs import run_due
from villagegov.extensions import db
from villagegov.notices.models import Checkpoint, LogEntry, PublicLog
from villagegov.notices.operations import correct_notice
from villagegov.notices.queries import log as queries
from villagegov.notices.rules.checkpoint import digest_of, key_mark, note_of, signed_note, whole_code_of
from villagegov.notices.rules.merkle import is_consistent, root_by_inclusion
from villagegov.notices.signing import is_signed, signer_of
from villagegov.transaction import transaction
from villagegov.web.keyring import keys


@pytest.fixture
def tree(app: Flask) -> Iterator[Tree]:
    """The places."""
    yield division_tree()
    clock.run_on(None)


def test_every_version_has_its_place_its_proof_and_a_checkpoint_that_is_signed(tree: Tree) -> None:
    clerk = account(division=tree.village)
    for number in range(6):
        notice = notice_of(tree.neighbour if number % 2 else tree.village, clerk, title=f"第{number}号")
    with transaction(notice):
        correct_notice(notice=notice, fields={"title": "更正"}, reason="错字", actor=clerk)
    with suppress(ZeroDivisionError), transaction(notice):
        correct_notice(notice=notice, fields={"title": "再更正"}, reason="错字", actor=clerk)
        raise ZeroDivisionError

    points = list(db.session.query(Checkpoint).order_by(Checkpoint.size))
    newest = note_of(signed_note(points[-1].text, "x", b"", points[-1].signature)).head
    signer = signer_of(keys())

    assert [one.size for one in points] == list(range(1, 8))
    assert [one.position for one in db.session.query(LogEntry).order_by(LogEntry.position)] == list(range(7))
    for entry in db.session.query(LogEntry):
        proof = queries.inclusion_proof(entry.position, 7)
        assert root_by_inclusion(entry.leaf, entry.position, 7, proof) == newest.root == queries.root_of(7)
    for point in points:
        head = note_of(signed_note(point.text, "x", b"", point.signature)).head
        proof = queries.consistency_proof(point.size, 7)
        assert is_consistent(old=head.size, old_root=head.root, new=7, new_root=newest.root, proof=proof)
        assert is_signed(point.text, point.signature, signer.public)
        assert not is_signed(point.text.replace("\n", "\n1", 1), point.signature, signer.public)
        assert point.digest == digest_of(point.text)
        assert point.code == whole_code_of(point.digest)[:16]


def test_a_checkpoint_carries_where_the_units_record_stood_t5(tree: Tree) -> None:
    notice = notice_of(tree.village, account(division=tree.village))
    chain = db.session.query(AuditChain).filter_by(place_id=notice.unit_id).one()

    point = queries.newest_checkpoint()

    assert point is not None
    assert f"audit {notice.unit_id} {chain.length} {chain.head.hex()}\n" in point.text
    log = queries.log()
    assert log is not None
    assert point.text.startswith(f"{log.origin}\n1\n")


def test_a_signed_checkpoint_reads_as_it_was_written_and_a_spoilt_one_does_not(tree: Tree) -> None:
    notice_of(tree.village, account(division=tree.village))
    point, signer = queries.newest_checkpoint(), signer_of(keys())
    assert point is not None
    whole = signed_note(point.text, "log", signer.public, point.signature)

    read = note_of(whole)

    assert (read.text, read.signatures) == (point.text, [("log", key_mark("log", signer.public), point.signature)])
    assert read.head.text == point.text
    for spoilt in (whole[:-1] + "!", whole.replace("\n\n", "\n"), whole.replace("\n1\n", "\n01\n"), "", "—\n\n—"):
        with pytest.raises(ValueError, match="no "):
            note_of(spoilt)


def test_a_new_key_signs_from_then_on_and_the_old_one_still_proves(app: Flask) -> None:
    first = signer_of(keys())

    assert signer_of(keys(), first.key_id).public == first.public
    assert is_signed("a", first.sign("a"), first.public)
    with pytest.raises(KeyError):
        signer_of(keys(), "no such")


def test_the_clock_seals_what_no_posting_has_sealed_and_nothing_twice(tree: Tree) -> None:
    notice_of(tree.village, account(division=tree.village))
    db.session.query(Checkpoint).delete()
    db.session.commit()

    told = []
    for minute in range(2):
        clock.run_on(minutes_on(minute))
        told.append(run_due()["log"])

    assert told == ["sound 1", "sound"]
    point = queries.newest_checkpoint()
    assert point is not None
    assert note_of(signed_note(point.text, "x", b"", point.signature)).head.root == queries.root_of(1)


def minutes_on(count: int) -> Callable[[], datetime]:
    """A clock that is so many minutes ahead."""
    moment = datetime.now(UTC) + timedelta(minutes=2 * count)
    return lambda: moment


def test_the_migration_fills_the_log_as_if_it_had_grown(tree: Tree) -> None:
    clerk = account(division=tree.village)
    for number in range(7):
        notice_of(tree.village, clerk, title=f"第{number}号")
    grown = [everything_in(name) for name in FILLED]
    for name in (*FILLED, "public_logs", "checkpoints"):
        db.session.execute(text(f"DELETE FROM {name}"))  # noqa: S608 # tables of ours
    db.session.commit()

    (path,) = (ROOT / "migrations" / "versions").glob("*_create_public_log.py")
    with db.engine.begin() as connection, Operations.context(MigrationContext.configure(connection)):
        runpy.run_path(str(path))["_fill"]()

    assert [everything_in(name) for name in FILLED] == grown
    assert db.session.query(PublicLog.size).scalar() == 7
    assert queries.is_unsealed()


FILLED = {"log_entries": "position, version_id, leaf", "log_nodes": "level, number, hash"}


def everything_in(table: str) -> list[tuple[object, ...]]:
    """What the migration fills in."""
    columns = FILLED[table]
    rows = db.session.execute(text(f"SELECT {columns} FROM {table} ORDER BY {columns}"))  # noqa: S608 # tables of ours
    return [tuple(bytes(one) if isinstance(one, memoryview) else one for one in row) for row in rows]


def test_a_fingerprint_changed_later_is_no_more_the_one_that_was_entered_t1(tree: Tree) -> None:
    notice_of(tree.village, account(division=tree.village))
    entry = queries.entry_at(0)
    assert entry is not None
    assert queries.is_as_entered(entry)

    for other in ("00" * 32, "no hex"):
        db.session.execute(text("UPDATE notice_versions SET fingerprint = :other"), {"other": other})
        db.session.commit()
        assert not queries.is_as_entered(entry)
