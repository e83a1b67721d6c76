"""`flask db upgrade`: the schema brought to what this program needs."""

import click
from flask.cli import AppGroup, with_appcontext

import villagegov.database as database

db = AppGroup("db", help="The schema of the database.")


@db.command("upgrade")
def upgrade() -> None:
    """Bring the database to the newest schema. Make a backup first."""
    try:
        before, after = database.upgrade()
    except database.UnfitDatabaseError as unfit:
        raise click.ClickException(str(unfit)) from None
    click.echo(f"数据库版本 {after}，本来就是最新。" if before == after else f"数据库版本 {before or '空'} → {after}。")


@with_appcontext
def stop_unless_current() -> None:
    """Say what to do when the schema is not the one of this program, before any other command runs."""
    try:
        database.refuse_unless_current()
    except database.UnfitDatabaseError as unfit:
        raise click.ClickException(str(unfit)) from None
