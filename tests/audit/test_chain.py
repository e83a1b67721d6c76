"""What was changed in the chains behind our back is found: at its entry, and a cut end with an old receipt (T4, T5)."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from tests.builders.accounts import account
from tests.builders.divisions import division_tree
from villagegov.accounts.vocabulary import AccountTag
from villagegov.audit.models import AuditEntry
from villagegov.audit.record import record
from villagegov.extensions import db
from villagegov.transaction import transaction

LENGTH = 9
#: Five kinds of tampering, twelve trials each; and the end.
TRIALS = range(12)
COLUMNS = (
    "chain_id, at, actor_id, actor_name, tag, subject_kind, subject_id, details, salt, commitment, previous, digest"
)

Tampering = Callable[[random.Random], int]


@pytest.fixture
def chain(app: Flask) -> None:
    """A chain of nine entries in the system's own chain."""
    clerk = account(division=division_tree().village, name="王芳")
    for number in range(LENGTH):
        with transaction():
            record(AccountTag.DISABLED, subject=clerk, actor=clerk, after={"number": number, "name": "李四"})


def sql(statement: str, **values: object) -> None:
    """Go behind the program's back."""
    db.session.execute(text(statement), values)


def changed(pick: random.Random) -> int:
    """One field of one entry becomes another."""
    number = pick.randint(1, LENGTH)
    field, value = pick.choice(
        [("actor_name", "别人"), ("tag", "account:entry:enabled"), ("details", '{"after":{}}'), ("subject_id", 999)]
    )
    sql(f"UPDATE audit_entries SET {field} = :value WHERE number = :number", value=value, number=number)  # noqa: S608 # fields named above
    return number


def dropped(pick: random.Random) -> int:
    """One entry of the middle is gone."""
    number = pick.randint(1, LENGTH - 1)
    sql("DELETE FROM audit_entries WHERE number = :number", number=number)
    return number


def closed_up(pick: random.Random) -> int:
    """One entry of the middle is gone and those behind it are numbered anew."""
    number = dropped(pick)
    for later in range(number + 1, LENGTH + 1):
        sql("UPDATE audit_entries SET number = :new WHERE number = :old", new=later - 1, old=later)
    return number


def inserted(pick: random.Random) -> int:
    """A copy of an entry stands somewhere else, those behind it are numbered on."""
    source, number = pick.randint(1, LENGTH), pick.randint(1, LENGTH)
    copy = f"SELECT 1000, {COLUMNS} FROM audit_entries WHERE number = :source"  # noqa: S608 # our own columns
    sql(f"INSERT INTO audit_entries (number, {COLUMNS}) {copy}", source=source)
    for later in range(LENGTH, number - 1, -1):
        sql("UPDATE audit_entries SET number = :new WHERE number = :old", new=later + 1, old=later)
    sql("UPDATE audit_entries SET number = :new WHERE number = 1000", new=number)
    # A copy put right behind or in place of its original first differs one entry later.
    return number + 1 if source == number else number


def moved(pick: random.Random) -> int:
    """Two entries change places."""
    first, second = sorted(pick.sample(range(1, LENGTH + 1), 2))
    for new, old in ((1000, first), (first, second), (second, 1000)):
        sql("UPDATE audit_entries SET number = :new WHERE number = :old", new=new, old=old)
    return first


@pytest.mark.parametrize("tampering", [changed, dropped, closed_up, inserted, moved])
def test_what_was_done_behind_our_back_is_found_at_its_entry(app: Flask, chain: None, tampering: Tampering) -> None:
    runner = app.test_cli_runner()
    kept = [{key: value for key, value in vars(one).items() if key[0] != "_"} for one in db.session.query(AuditEntry)]

    for trial in TRIALS:
        number = tampering(random.Random(trial))
        db.session.commit()
        found = runner.invoke(args=["audit", "verify"])
        restore(kept)

        assert found.exit_code == 1, trial
        assert f"第 {number} 条" in found.output, (trial, found.output)


def restore(kept: list[dict[str, object]]) -> None:
    """Put every entry back."""
    db.session.rollback()
    db.session.execute(AuditEntry.__table__.delete())
    db.session.execute(AuditEntry.__table__.insert(), kept)
    db.session.commit()


def test_an_honest_chain_gives_no_alarm(app: Flask, chain: None, tmp_path: Path) -> None:
    runner, receipt = app.test_cli_runner(), str(tmp_path / "receipt.json")
    runner.invoke(args=["audit", "receipt", receipt])
    with transaction():
        clerk = account(name="李四", division=None)
        record(AccountTag.ENABLED, subject=clerk, actor=clerk)

    found = runner.invoke(args=["audit", "verify", "--receipt", receipt])

    assert found.exit_code == 0, found.output
    assert f"{LENGTH + 1} 条记录，发现 0 处不符" in found.output


def test_a_cut_end_is_found_with_an_old_receipt(app: Flask, chain: None, tmp_path: Path) -> None:
    runner, receipt = app.test_cli_runner(), str(tmp_path / "receipt.json")
    runner.invoke(args=["audit", "receipt", receipt])
    kept = [{key: value for key, value in vars(one).items() if key[0] != "_"} for one in db.session.query(AuditEntry)]

    for trial in TRIALS:
        cut_end(random.Random(trial).randint(1, LENGTH))
        without = runner.invoke(args=["audit", "verify"])
        with_receipt = runner.invoke(args=["audit", "verify", "--receipt", receipt])
        restore_end(kept)

        assert without.exit_code == 0, "a cut end leaves no trace inside"
        assert with_receipt.exit_code == 1
        assert f"凭据里的第 {LENGTH} 条已不在" in with_receipt.output


def cut_end(number: int) -> None:
    """Drop entry `number` and all behind it, and set the head back as if they had never been."""
    db.session.rollback()
    sql("DELETE FROM audit_entries WHERE number >= :number", number=number)
    last = db.session.query(AuditEntry).order_by(AuditEntry.number.desc()).first()
    sql(
        "UPDATE audit_chains SET length = :length, head = :head",
        length=number - 1,
        head=last.digest if last else bytes(32),
    )
    db.session.commit()


def restore_end(kept: list[dict[str, object]]) -> None:
    """Put every entry and the head back."""
    restore(kept)
    last = max(kept, key=lambda one: int(str(one["number"])))
    sql("UPDATE audit_chains SET length = :length, head = :head", length=LENGTH, head=last["digest"])
    db.session.commit()


def test_details_may_be_dropped_with_their_salt_and_the_chain_still_holds(app: Flask, chain: None) -> None:
    sql("UPDATE audit_entries SET details = NULL, salt = NULL WHERE number = 4")
    db.session.commit()

    found = app.test_cli_runner().invoke(args=["audit", "verify"])

    assert found.exit_code == 0, found.output
