"""What the web mechanisms keep for a while only: answers, files between two pages, drafts, tries at a password."""

from datetime import timedelta
from typing import Any

from sqlalchemy import CursorResult, delete
from sqlalchemy.orm import InstrumentedAttribute

import villagegov.clock as clock
from villagegov.accounts.models import SignInAttempt
from villagegov.extensions import db
from villagegov.transaction import transaction
from villagegov.web.drafts import LASTS
from villagegov.web.models import Draft, Submission, Upload

#: A second press a week later is no second press any more.
ANSWERS_LAST = timedelta(days=7)
UPLOADS_LAST = timedelta(days=1)
ATTEMPTS_LAST = timedelta(days=1)


def sweep_submissions() -> int:
    """Answers a second press would get, after a week."""
    return _swept(Submission.made_at, ANSWERS_LAST)


def sweep_uploads() -> int:
    """Files that were previewed and never confirmed, after a day."""
    return _swept(Upload.made_at, UPLOADS_LAST)


def sweep_drafts() -> int:
    """Forms nobody went on with, after a week."""
    return _swept(Draft.saved_at, LASTS)


def sweep_attempts() -> int:
    """Tries at a password, after a day: long past the waiting time."""
    return _swept(SignInAttempt.at, ATTEMPTS_LAST)


def _swept(column: InstrumentedAttribute[Any], lasts: timedelta) -> int:
    with transaction():
        done = db.session.execute(delete(column.class_).where(column < clock.now() - lasts))
        return done.rowcount if isinstance(done, CursorResult) else 0
