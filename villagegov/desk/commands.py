"""`flask tick`: what the machine does by itself."""

import click
from flask.cli import with_appcontext

import villagegov.database as database
from villagegov.desk.jobs import run_due


@click.command("tick")
@with_appcontext
def tick() -> None:
    """Do what is due by the clock. Run it once a minute, from cron or systemd; it never does a thing twice."""
    try:
        database.refuse_unless_current()
    except database.UnfitDatabaseError as unfit:
        raise click.ClickException(str(unfit)) from None
    for name, note in run_due().items():
        click.echo(f"{name}: {note}")
