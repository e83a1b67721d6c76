"""Runs migrations on the database of the app, or on the one a caller hands over; who watches is told after each."""

from alembic import context
from sqlalchemy import Connection, create_engine, text

from villagegov.schema import metadata

config = context.config


def run(connection: Connection) -> None:
    """Migrate on `connection`. SQLite remakes tables, which fails on any parent unless its keys are off meanwhile."""
    on_sqlite = connection.dialect.name == "sqlite"
    if on_sqlite:
        connection.execute(text("PRAGMA foreign_keys=OFF"))
        connection.commit()
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=on_sqlite,
        transaction_per_migration=True,
        compare_type=True,
        on_version_apply=config.attributes.get("after_each"),
    )
    with context.begin_transaction():
        context.run_migrations()
    if on_sqlite:
        connection.execute(text("PRAGMA foreign_keys=ON"))
        connection.commit()


given = config.attributes.get("connection")
if given is not None:
    run(given)
else:
    engine = create_engine(config.attributes["url"])
    with engine.connect() as fresh:
        run(fresh)
    engine.dispose()
