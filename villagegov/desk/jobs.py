"""What the machine does by itself, once a minute asked (`flask tick`): each job in transactions of its own.

A room adds its job to JOBS: a name, how often, and a function that returns what it did in a few words (empty: nothing).
A job that fails is logged, tried again ten minutes later (a backup: an hour later), and keeps no other from running.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from flask import Flask
from sqlalchemy.exc import IntegrityError

import villagegov.audit.queries as audit
import villagegov.clock as clock
from villagegov.accounts.vocabulary import AccountTag
from villagegov.audit.operations import keep_short, note_outcome, take_job, tell_of_chains, tell_of_clock
from villagegov.audit.record import CommandLine
from villagegov.audit.vocabulary import Outcome
from villagegov.backups.making import make_backup, sweep_leftovers
from villagegov.backups.queries import backup_is_due
from villagegov.bodies.operations.ending import end_lapsed
from villagegov.extensions import db
from villagegov.files.operations import sweep_orphans
from villagegov.notices.log import seal
from villagegov.notices.queries.log import is_unsealed
from villagegov.notices.signing import signer_of
from villagegov.transaction import transaction
from villagegov.web import sweeping
from villagegov.web.attachments import store
from villagegov.web.keyring import keys
from villagegov.web.logs import tell

MINUTE, HOURLY, DAILY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
#: So much several servers may differ from one another.
TOLERANCE = timedelta(minutes=2)
AGAIN = timedelta(minutes=10)
#: The name under which the outcome of the chains' verification is kept.
CHAINS = "chains"
#: And that of the watch over the clock.
CLOCK = "clock"
#: Acts whose details are about somebody's sign-in and nothing else.
SHORT_LIVED = (AccountTag.REFUSED, AccountTag.ALERT_FAILURES, AccountTag.ALERT_LOCKOUTS, AccountTag.ALERT_SPRAY)


class BrokenError(Exception):
    """The job ran and found something wrong; the text says what, without anybody's data."""


@dataclass(frozen=True)
class Job:
    """One thing to be done every so often."""

    name: str
    every: timedelta
    run: Callable[[], str]
    #: When it is tried again after it failed or found something wrong.
    again: timedelta = AGAIN


def _sweep(swept: Callable[[], int]) -> Callable[[], str]:
    def run() -> str:
        count = swept()
        return str(count) if count else ""

    return run


def _sweep_orphans() -> int:
    """Kept files that no row names, after a day."""
    with transaction():
        return sweep_orphans(store=store(), actor=CommandLine())


def _verify() -> str:
    """Every audit chain, entry by entry; a long read, outside any transaction that writes."""
    faults = audit.faults()
    if faults:
        found = "、".join(f"链 {place} 第 {number} 条" for place, number in faults)
        with transaction():
            tell_of_chains(check=audit.check(CHAINS), found=found, actor=CommandLine())
        raise BrokenError(found)
    return ""


def _watch_clock() -> str:
    """Whether time went back since the last act (D12): deadlines and sign-ins are counted by this clock."""
    newest, now = audit.newest_moment(), clock.now()
    if newest is None or newest - now <= TOLERANCE:
        return ""
    found = f"服务器时间异常：现在 {now:%Y-%m-%d %H:%M} UTC，最新的操作记录是 {newest:%Y-%m-%d %H:%M} UTC"
    with transaction():
        tell_of_clock(check=audit.check(CLOCK), found=found, actor=CommandLine())
    raise BrokenError(found)


def _keep_short() -> int:
    """Who looked at what, and from where somebody tried to sign in: half a year (O7)."""
    with transaction():
        return keep_short(tags=SHORT_LIVED, actor=CommandLine())


def _seal_log() -> int:
    """A signed checkpoint over the public log where none is."""
    if not is_unsealed():
        return 0
    with transaction():
        return seal(db.session(), signer_of(keys()))


def _back_up() -> str:
    """The daily backup, proven by restoring it (B6)."""
    if not backup_is_due(clock.now()):
        return ""
    made = make_backup(actor=CommandLine())
    if made.fault:
        raise BrokenError(made.fault)
    return made.file_name


def _end_lapsed() -> int:
    """Contracts and stand-ins that ran out, with the roles they gave (A9)."""
    with transaction():
        return end_lapsed(actor=CommandLine())


JOBS: tuple[Job, ...] = (
    Job(CLOCK, MINUTE, _watch_clock, again=MINUTE),
    Job("log", MINUTE, _sweep(_seal_log)),
    Job("submissions", HOURLY, _sweep(sweeping.sweep_submissions)),
    Job("uploads", HOURLY, _sweep(sweeping.sweep_uploads)),
    Job("drafts", HOURLY, _sweep(sweeping.sweep_drafts)),
    Job("attempts", HOURLY, _sweep(sweeping.sweep_attempts)),
    Job("orphans", HOURLY, _sweep(_sweep_orphans)),
    Job("lapsed", HOURLY, _sweep(_end_lapsed)),
    Job(CHAINS, DAILY, _verify),
    Job("old readings", DAILY, _sweep(_keep_short)),
    Job("leftovers", DAILY, _sweep(sweep_leftovers)),
    Job("backup", HOURLY, _back_up, again=HOURLY),
)


def run_due(jobs: tuple[Job, ...] = JOBS) -> dict[str, str]:
    """Run each job that is due and that no other tick has taken; what each of them did."""
    return {job.name: _done(job) for job in jobs if _taken(job)}


def _taken(job: Job) -> bool:
    try:
        with transaction():
            return take_job(name=job.name, every=job.every, actor=CommandLine())
    except IntegrityError:  # two at the same moment made its row; the other has it
        return False


def _done(job: Job) -> str:
    outcome, note = Outcome.SOUND, ""
    try:
        note = job.run()
    except BrokenError as broken:
        outcome, note = Outcome.BROKEN, str(broken)
        tell("job found something wrong", job=job.name, found=note)
    except Exception as error:
        # The message may carry what somebody typed, so only its kind is logged (P3).
        outcome, note = Outcome.BROKEN, type(error).__name__
        tell("job failed", place=error, job=job.name, kind=note)
    again_in = job.again if outcome is Outcome.BROKEN else None
    with transaction():
        note_outcome(name=job.name, outcome=outcome, note=note, again_in=again_in, actor=CommandLine())
    return f"{outcome.value} {note}".strip()


def tick_along(app: Flask) -> threading.Thread:
    """A thread that asks once a minute, for a server without cron; it ends with the process."""
    thread = threading.Thread(target=_tick_on, args=(app, threading.Event()), name="tick", daemon=True)
    thread.start()
    return thread


def _tick_on(app: Flask, stopped: threading.Event) -> None:
    while not stopped.wait(MINUTE.total_seconds()):
        try:
            with app.app_context():
                run_due()
                db.session.remove()
        except Exception as error:
            tell("tick failed", place=error, kind=type(error).__name__)
