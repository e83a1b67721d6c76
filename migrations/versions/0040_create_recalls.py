"""Petitions to recall a member, and what became of them."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

PETITIONERS = ("voters", "households", "reps")
METHODS = ("voters", "households", "reps")
VERDICTS = ("data_error", "void_overcount", "void_turnout", "passed", "failed")


def words(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "recalls",
        sa.Column("id", key, nullable=False),
        sa.Column("unit_id", key, nullable=False),
        sa.Column("term_id", key, nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("own_values", sa.JSON(), nullable=False),
        sa.Column("petition_on", sa.Date(), nullable=False),
        sa.Column("petitioners", words("petitioners", *PETITIONERS), nullable=False),
        sa.Column("base", key, nullable=False),
        sa.Column("signers", key, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("file_id", key, nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by_id", key, nullable=False),
        sa.Column("entered_by_name", sa.Text(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("checked_by_name", sa.Text(), nullable=False),
        sa.Column("defence", sa.Text(), nullable=False),
        sa.Column("defence_on", sa.Date(), nullable=True),
        sa.Column("vote_on", sa.Date(), nullable=True),
        sa.Column("method", words("method", *METHODS), nullable=True),
        sa.Column("figures", sa.JSON(), nullable=True),
        sa.Column("counted_by_id", key, nullable=True),
        sa.Column("counted_by_name", sa.Text(), nullable=False),
        sa.Column("confirmed_by_name", sa.Text(), nullable=False),
        sa.Column("verdict", words("recallverdict", *VERDICTS), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("handed_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("signers >= 0 AND signers <= base", name=op.f("ck_recalls_signers_within_base")),
        sa.ForeignKeyConstraint(["unit_id"], ["divisions.id"], name=op.f("fk_recalls_unit_id")),
        sa.ForeignKeyConstraint(["term_id"], ["terms.id"], name=op.f("fk_recalls_term_id")),
        sa.ForeignKeyConstraint(["file_id"], ["stored_files.id"], name=op.f("fk_recalls_file_id")),
        sa.ForeignKeyConstraint(["entered_by_id"], ["accounts.id"], name=op.f("fk_recalls_entered_by_id")),
        sa.ForeignKeyConstraint(["counted_by_id"], ["accounts.id"], name=op.f("fk_recalls_counted_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recalls")),
    )
    op.create_index(op.f("ix_recalls_unit_id"), "recalls", ["unit_id"])
    waiting = sa.text("closed_on IS NULL")
    op.create_index(
        "uq_recalls_open", "recalls", ["term_id"], unique=True, sqlite_where=waiting, postgresql_where=waiting
    )


def downgrade() -> None:
    op.drop_table("recalls")
