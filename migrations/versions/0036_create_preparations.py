"""Staff, lists of mobile boxes, writing help, secret writing places, and what was posted of them."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def _words(name: str, *words: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=40)


def _version() -> sa.Column[int]:
    return sa.Column("version", sa.Integer(), server_default="1", nullable=False)


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.add_column("stations", sa.Column("hours", sa.Text(), nullable=False, server_default=""))
    op.add_column("stations", sa.Column("route", sa.Text(), nullable=False, server_default=""))
    op.add_column("stations", sa.Column("secret_checked_on", sa.Date(), nullable=True))
    role = _words("staffrole", "chief", "scrutineer", "teller", "caller", "issuer", "writer")
    op.create_table(
        "poll_workers",
        sa.Column("id", key, nullable=False),
        sa.Column("election_id", key, nullable=False),
        sa.Column("roll_entry_id", key, nullable=True),
        sa.Column("station_id", key, nullable=True),
        sa.Column("role", role, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        _version(),
        sa.CheckConstraint("name <> ''", name=op.f("ck_poll_workers_has_name")),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_poll_workers_election_id")),
        sa.ForeignKeyConstraint(["roll_entry_id"], ["roll_entries.id"], name=op.f("fk_poll_workers_roll_entry_id")),
        sa.ForeignKeyConstraint(["station_id"], ["stations.id"], name=op.f("fk_poll_workers_station_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poll_workers")),
        sa.UniqueConstraint("election_id", "roll_entry_id", name=op.f("uq_poll_workers_election_id_roll_entry_id")),
    )
    op.create_index(op.f("ix_poll_workers_station_id"), "poll_workers", ["station_id"])
    op.create_table(
        "mobile_voters",
        sa.Column("id", key, nullable=False),
        sa.Column("station_id", key, nullable=False),
        sa.Column("roll_entry_id", key, nullable=False),
        sa.Column("ground", _words("mobileground", "old", "sick", "disabled", "remote"), nullable=False),
        _version(),
        sa.ForeignKeyConstraint(["roll_entry_id"], ["roll_entries.id"], name=op.f("fk_mobile_voters_roll_entry_id")),
        sa.ForeignKeyConstraint(["station_id"], ["stations.id"], name=op.f("fk_mobile_voters_station_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mobile_voters")),
        sa.UniqueConstraint("roll_entry_id", name=op.f("uq_mobile_voters_roll_entry_id")),
    )
    op.create_index(op.f("ix_mobile_voters_station_id"), "mobile_voters", ["station_id"])
    op.create_table(
        "writing_helps",
        sa.Column("id", key, nullable=False),
        sa.Column("election_id", key, nullable=False),
        sa.Column("voter_id", key, nullable=False),
        sa.Column("writer_id", key, nullable=False),
        _version(),
        sa.CheckConstraint("voter_id <> writer_id", name=op.f("ck_writing_helps_two_persons")),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_writing_helps_election_id")),
        sa.ForeignKeyConstraint(["voter_id"], ["roll_entries.id"], name=op.f("fk_writing_helps_voter_id")),
        sa.ForeignKeyConstraint(["writer_id"], ["roll_entries.id"], name=op.f("fk_writing_helps_writer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_writing_helps")),
        sa.UniqueConstraint("voter_id", name=op.f("uq_writing_helps_voter_id")),
    )
    op.create_index(op.f("ix_writing_helps_election_id"), "writing_helps", ["election_id"])
    op.create_index(op.f("ix_writing_helps_writer_id"), "writing_helps", ["writer_id"])
    op.create_table(
        "poll_postings",
        sa.Column("id", key, nullable=False),
        sa.Column("election_id", key, nullable=False),
        sa.Column("kind", _words("posted", "places", "staff", "mobile", "scribes"), nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_poll_postings_election_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poll_postings")),
        sa.UniqueConstraint("election_id", "kind", name=op.f("uq_poll_postings_election_id_kind")),
    )


def downgrade() -> None:
    for table in ("poll_postings", "writing_helps", "mobile_voters", "poll_workers"):
        op.drop_table(table)
    for column in ("secret_checked_on", "route", "hours"):
        op.drop_column("stations", column)
