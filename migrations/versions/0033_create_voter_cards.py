"""Sheets of voter cards that were printed, and cards issued again."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "card_sheets",
        sa.Column("id", key, nullable=False),
        sa.Column("roll_id", key, nullable=False),
        sa.Column("first_number", key, nullable=False),
        sa.Column("last_number", key, nullable=False),
        sa.Column("cards", key, nullable=False),
        sa.Column("printed_at", moment, nullable=False),
        sa.Column("printed_by_id", key, nullable=False),
        sa.Column("printed_by_name", sa.Text(), nullable=False),
        sa.CheckConstraint("last_number >= first_number", name=op.f("ck_card_sheets_in_order")),
        sa.ForeignKeyConstraint(["printed_by_id"], ["accounts.id"], name=op.f("fk_card_sheets_printed_by_id")),
        sa.ForeignKeyConstraint(["roll_id"], ["rolls.id"], name=op.f("fk_card_sheets_roll_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_sheets")),
    )
    op.create_index(op.f("ix_card_sheets_roll_id"), "card_sheets", ["roll_id"])
    op.create_table(
        "card_reissues",
        sa.Column("id", key, nullable=False),
        sa.Column("roll_entry_id", key, nullable=False),
        sa.Column("issue", key, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("issued_at", moment, nullable=False),
        sa.Column("issued_by_id", key, nullable=False),
        sa.Column("issued_by_name", sa.Text(), nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_card_reissues_has_reason")),
        sa.ForeignKeyConstraint(["issued_by_id"], ["accounts.id"], name=op.f("fk_card_reissues_issued_by_id")),
        sa.ForeignKeyConstraint(["roll_entry_id"], ["roll_entries.id"], name=op.f("fk_card_reissues_roll_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_reissues")),
        sa.UniqueConstraint("roll_entry_id", "issue", name=op.f("uq_card_reissues_roll_entry_id_issue")),
    )


def downgrade() -> None:
    op.drop_table("card_reissues")
    op.drop_table("card_sheets")
