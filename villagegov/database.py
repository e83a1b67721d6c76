"""Which schema the database has, which one this program needs, and the way from the one to the other."""

import sqlite3
from functools import cache
from pathlib import Path
from typing import cast

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import StaticPool, create_engine, make_url
from sqlalchemy.exc import DBAPIError

from villagegov.extensions import db

SETTINGS = Path(__file__).parents[1] / "pyproject.toml"
UPGRADE = ".venv/bin/flask --app wsgi db upgrade"


class UnfitDatabaseError(Exception):
    """The database cannot be opened, or its schema is not this program's (B8, D6). The text says what to do."""


def upgrade() -> tuple[str, str]:
    """Bring the database of the app to the newest schema; the revision before and after. Raises UnfitDatabaseError."""
    before, newest = _opened(), _scripts().get_current_head() or ""
    _refuse_unknown(before, newest)
    if before != newest:
        command.upgrade(_settings(), "head")
    return before, newest


def refuse_unless_current() -> None:
    """Raise UnfitDatabaseError unless the schema is exactly the one of this program (B8)."""
    found, newest = _opened(), _scripts().get_current_head() or ""
    _refuse_unknown(found, newest)
    if found != newest:
        shown = found or "空"
        raise UnfitDatabaseError(f"数据库版本 {shown}，程序需要 {newest}。请先执行 {UPGRADE}")


def found() -> str:
    """The revision the database has; empty when it has none yet. Raises UnfitDatabaseError."""
    return _opened()


def newest() -> str:
    """The revision this program needs."""
    return _scripts().get_current_head() or ""


def knows(revision: str) -> bool:
    """Whether this program has passed `revision` on its way to the newest."""
    return revision in {script.revision for script in _scripts().walk_revisions()}


def build(address: str) -> None:
    """Make the newest schema in the empty database at `address`, not the app's own."""
    url = make_url(address)
    if url.get_backend_name() == "sqlite":
        Path(url.database or "").write_bytes(_empty_sqlite())
        return
    settings = Config(toml_file=SETTINGS)
    settings.attributes["url"] = address
    command.upgrade(settings, "head")


@cache
def _empty_sqlite() -> bytes:
    """A file with the newest schema and no rows but the root: every migration once, however many backups are proven."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    settings = Config(toml_file=SETTINGS)
    with engine.connect() as connection:
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")
        made = cast(sqlite3.Connection, connection.connection.driver_connection).serialize()
    engine.dispose()
    return made


def let_go() -> None:
    """Close every connection; a server's worker may be a copy of this process, and opens its own."""
    db.session.remove()
    db.engine.dispose()


def _refuse_unknown(found: str, newest: str) -> None:
    known = {script.revision for script in _scripts().walk_revisions()}
    if found and found not in known:
        raise UnfitDatabaseError(
            f"数据库版本 {found} 不是这个程序认识的（程序最高到 {newest}）。数据库没有改动。"
            "请换用与数据库相配的新版程序，或者用 DATABASE_URL 另指一个数据库。"
        )


def _opened() -> str:
    """The revision of the database; empty when it has none yet."""
    try:
        with db.engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision() or ""
    except DBAPIError as error:
        where = db.engine.url.render_as_string(hide_password=True)
        what = str(error.orig).strip().splitlines()[0] if error.orig else type(error).__name__
        raise UnfitDatabaseError(
            f"打不开数据库 {where}（{what}）。请检查它在不在、所在的文件夹能不能写、DATABASE_URL 对不对。"
        ) from None


def _settings() -> Config:
    settings = Config(toml_file=SETTINGS)
    settings.attributes["url"] = db.engine.url.render_as_string(hide_password=False)
    return settings


@cache
def _scripts() -> ScriptDirectory:
    """The migrations of this program, read once."""
    return ScriptDirectory.from_config(Config(toml_file=SETTINGS))
