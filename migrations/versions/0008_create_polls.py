"""Polls, count sheets, blind entries and outcomes."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "polls",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("election_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("first", "rerun", "revote", name="pollkind", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_polls_election_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_polls")),
        sa.UniqueConstraint("election_id", "number", name=op.f("uq_polls_election_id_number")),
    )
    op.create_table(
        "count_sheets",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("poll_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("station_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("agreed", sa.JSON(), nullable=True),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f("fk_count_sheets_poll_id")),
        sa.ForeignKeyConstraint(["station_id"], ["stations.id"], name=op.f("fk_count_sheets_station_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_count_sheets")),
        sa.UniqueConstraint("poll_id", "station_id", name=op.f("uq_count_sheets_poll_id_station_id")),
    )
    op.create_table(
        "count_entries",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("sheet_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reading", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reader_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reader_name", sa.Text(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["reader_id"], ["accounts.id"], name=op.f("fk_count_entries_reader_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["count_sheets.id"], name=op.f("fk_count_entries_sheet_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_count_entries")),
        sa.UniqueConstraint("sheet_id", "reader_id", name=op.f("uq_count_entries_sheet_id_reader_id")),
        sa.UniqueConstraint("sheet_id", "reading", name=op.f("uq_count_entries_sheet_id_reading")),
    )
    op.create_table(
        "outcomes",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("poll_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("registered", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("issued", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("collected", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "gate",
            sa.Enum(
                "DATA_ERROR_ISSUED_GT_REGISTERED",
                "VOID_OVERCOUNT",
                "DATA_ERROR_LEDGER",
                "DATA_ERROR_VOTES",
                "VOID_TURNOUT",
                "VALID",
                name="gate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("count", sa.JSON(), nullable=False),
        sa.Column("decision", sa.JSON(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "collected <= issued OR gate = 'VOID_OVERCOUNT'", name=op.f("ck_outcomes_collected_within_issued")
        ),
        sa.CheckConstraint("issued <= registered", name=op.f("ck_outcomes_issued_within_registered")),
        sa.CheckConstraint("registered >= 0 AND issued >= 0 AND collected >= 0", name=op.f("ck_outcomes_not_negative")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["accounts.id"], name=op.f("fk_outcomes_decided_by_id")),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f("fk_outcomes_poll_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcomes")),
        sa.UniqueConstraint("poll_id", name=op.f("uq_outcomes_poll_id")),
    )
    op.create_index(op.f("ix_outcomes_gate"), "outcomes", ["gate"], unique=False)


def downgrade() -> None:
    op.drop_table("outcomes")
    op.drop_table("count_entries")
    op.drop_table("count_sheets")
    op.drop_table("polls")
