"""How this installation is, in a few words for machines: nothing long is done here, and nothing secret told (O4)."""

import shutil
from functools import cache
from pathlib import Path

from flask import current_app
from sqlalchemy.exc import SQLAlchemyError

import villagegov.audit.queries as audit
import villagegov.backups.queries as backups
import villagegov.clock as clock
import villagegov.database as database
from villagegov.audit.vocabulary import Outcome
from villagegov.backups.rules import OLD
from villagegov.database import UnfitDatabaseError
from villagegov.desk.jobs import CHAINS
from villagegov.desk.rules import nearly_full
from villagegov.extensions import db

OK = "ok"
#: Said of what has not happened yet; no fault.
NOT_YET = "not yet"

newest_schema = cache(database.newest)


def health() -> dict[str, str]:
    """A word for each part."""
    words = {"database": OK, "disk": disk_word(Path(current_app.config["INSTANCE"]))}
    try:
        schema = database.found()
        if schema != newest_schema():
            return {**words, "chains": "unknown", "backup": "unknown", "schema": "other"}
        return {**words, "chains": _chains(), "backup": _backup(), "schema": OK}
    except (UnfitDatabaseError, SQLAlchemyError):
        db.session.rollback()
        return {**words, "database": "down", "chains": "unknown", "backup": "unknown", "schema": "unknown"}


def is_well(words: dict[str, str]) -> bool:
    """Whether nothing is wrong."""
    return set(words.values()) <= {OK, NOT_YET}


def disk_word(folder: Path) -> str:
    """D4: a disk that is nearly full is told before it is."""
    there = next(one for one in (folder, *folder.absolute().parents) if one.exists())
    usage = shutil.disk_usage(there)
    return "full" if nearly_full(free=usage.free, total=usage.total) else OK


def _chains() -> str:
    """What the daily verification found; it is not repeated here."""
    check = audit.last_check(CHAINS)
    if check is None:
        return NOT_YET
    return "broken" if check.outcome is Outcome.BROKEN else OK


def _backup() -> str:
    """B6: the newest sound one is younger than a day; none at all is a fault in production only."""
    sound = backups.newest_sound()
    if sound is None:
        fine = backups.newest() is None and (current_app.testing or current_app.config.get("DEVELOPMENT", False))
        return NOT_YET if fine else "none"
    return OK if clock.now() - sound.made_at <= OLD else "old"
