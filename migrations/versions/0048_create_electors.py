"""Household and residents' representatives who vote."""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "electors",
        sa.Column("id", key, nullable=False),
        sa.Column("roll_id", key, nullable=False),
        sa.Column("roll_entry_id", key, nullable=False),
        sa.ForeignKeyConstraint(["roll_id"], ["rolls.id"], name=op.f("fk_electors_roll_id")),
        sa.ForeignKeyConstraint(["roll_entry_id"], ["roll_entries.id"], name=op.f("fk_electors_roll_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_electors")),
        sa.UniqueConstraint("roll_id", "roll_entry_id", name=op.f("uq_electors_roll_id_roll_entry_id")),
        sa.UniqueConstraint("roll_entry_id", name=op.f("uq_electors_roll_entry_id")),
    )


def downgrade() -> None:
    op.drop_table("electors")
