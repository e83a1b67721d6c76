"""B6, D4: the daily backup is tried again after an hour when it failed; what was broken off is cleared away."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from tests.backups.test_restore import folder
from villagegov import clock
from villagegov.audit.models import Check
from villagegov.backups import making
from villagegov.backups.models import Backup
from villagegov.backups.queries import backup_is_due
from villagegov.desk.jobs import Job, run_due
from villagegov.extensions import db

__all__ = ["folder"]
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


def made(*, age: timedelta, fault: str = "", ended: bool = True) -> Backup:
    """The row of a backup that was begun so long ago."""
    at = clock.now() - age
    row = Backup(made_at=at, made_by_name="", file_name=str(at), digest="", fault=fault)
    row.ended_at = at if ended else None
    row.proven_at = at if ended and not fault else None
    db.session.add(row)
    db.session.commit()
    return row


@pytest.mark.parametrize(
    ("age", "fault", "ended", "due"),
    [
        (22 * HOUR - MINUTE, "", True, False),
        (22 * HOUR, "", True, True),
        (MINUTE, "坏了", True, True),
        (5 * HOUR, "", False, False),
        (7 * HOUR, "", False, True),
    ],
)
def test_a_backup_is_due_before_the_day_is_over_after_the_last_sound_one(
    app: Flask, age: timedelta, fault: str, ended: bool, due: bool
) -> None:
    made(age=age, fault=fault, ended=ended)

    assert backup_is_due(clock.now()) is due


def test_a_job_that_failed_is_tried_again_when_it_says(app: Flask) -> None:
    def fail() -> str:
        raise OSError

    run_due((Job("spoilt", DAY, fail, again=HOUR),))

    check = db.session.query(Check).one()
    assert check.at is not None
    assert abs(check.next_at - check.at - HOUR) < MINUTE


def test_what_was_broken_off_is_swept_after_a_day(folder: Path) -> None:
    old, young = folder / "backups" / ".part-old", folder / "scratch" / "restoring-young"
    for one in (old, young, folder / "scratch" / "restoring-old"):
        one.mkdir(parents=True)
    long_ago = clock.now().timestamp() - 90_000
    os.utime(old, (long_ago, long_ago))
    os.utime(folder / "scratch" / "restoring-old", (long_ago, long_ago))

    assert making.sweep_leftovers() == 2
    assert young.exists()
    assert not old.exists()
