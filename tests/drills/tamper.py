"""T4, T5, T11: the chains changed behind our back, their end cut off, and honest work that must give no alarm."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask

from tests.audit.test_chain import (
    LENGTH,
    changed,
    closed_up,
    cut_end,
    dropped,
    inserted,
    moved,
    restore,
    restore_end,
)
from tests.builders.accounts import account
from tests.builders.divisions import division_tree
from tests.drills.drill import Found
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import AccountTag
from villagegov.audit.models import AuditEntry
from villagegov.audit.record import record
from villagegov.extensions import db
from villagegov.transaction import transaction

KINDS = (changed, inserted, moved, dropped, closed_up)


def tampered_with(app: Flask, number: int) -> Found:
    """`number` trials of each kind; the first wrong entry must be named."""
    runner, found = app.test_cli_runner(), Found(0)
    _chain()
    kept = _entries()
    with TemporaryDirectory() as folder:
        receipt = str(Path(folder) / "receipt.json")
        runner.invoke(args=["audit", "receipt", receipt])
        for trial in range(number):
            for kind in KINDS:
                at = kind(random.Random(trial))
                db.session.commit()
                told = runner.invoke(args=["audit", "verify"])
                restore(kept)
                found.tried += 1
                if told.exit_code != 1 or f"第 {at} 条" not in told.output:
                    found.faults.append(f"{kind.__name__} {trial} at {at}: {told.output}")
            cut_end(random.Random(trial).randint(1, LENGTH))
            told = runner.invoke(args=["audit", "verify", "--receipt", receipt])
            restore_end(kept)
            found.tried += 1
            if told.exit_code != 1 or f"第 {LENGTH} 条已不在" not in told.output:
                found.faults.append(f"cut end {trial}: {told.output}")
    found.note = f"{number} each of changed, inserted, moved, dropped, dropped and renumbered, end cut (with a receipt)"
    return found


def worked_honestly(app: Flask, number: int) -> Found:
    """Runs of ordinary acts in several chains, some refused half way; verified after each, with the oldest receipt."""
    runner, found, pick = app.test_cli_runner(), Found(number), random.Random(7)
    tree = division_tree()
    clerk = account(division=tree.village, name="王芳")
    places = [0, tree.village.id, tree.neighbour.id, tree.far.id]
    with TemporaryDirectory() as folder:
        receipt = str(Path(folder) / "receipt.json")
        _acts(clerk.id, places, pick)
        runner.invoke(args=["audit", "receipt", receipt])
        for run in range(number):
            _acts(clerk.id, places, pick)
            told = runner.invoke(args=["audit", "verify", "--receipt", receipt])
            if told.exit_code != 0:
                found.faults.append(f"run {run}: {told.output}")
    found.note = f"{db.session.query(AuditEntry).count()} entries at the end"
    return found


class _ChangedMindError(Exception):
    """Somebody broke off."""


def _acts(account_id: int, places: list[int], pick: random.Random) -> None:
    for number in range(pick.randint(1, 4)):
        try:
            with transaction():
                actor = db.session.get_one(Account, account_id)
                for _entry in range(pick.randint(1, 3)):
                    after = {"number": number, "name": pick.choice(["李四", "𠮷田", "阿依古丽·买买提", ""])}
                    record(AccountTag.DISABLED, subject=actor, actor=actor, place_id=pick.choice(places), after=after)
                if pick.random() < 0.2:
                    raise _ChangedMindError
        except _ChangedMindError:
            continue


def _chain() -> None:
    clerk = account(division=division_tree().village, name="王芳")
    for number in range(LENGTH):
        with transaction():
            record(AccountTag.DISABLED, subject=clerk, actor=clerk, after={"number": number, "name": "李四"})


def _entries() -> list[dict[str, object]]:
    return [{key: value for key, value in vars(one).items() if key[0] != "_"} for one in db.session.query(AuditEntry)]
