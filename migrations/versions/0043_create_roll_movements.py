"""Rolls carried over, every name that entered or left since, and why."""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None

GROUNDS = (
    "newly_18",
    "moved_in",
    "married_in",
    "restored",
    "other_in",
    "moved_out",
    "married_out",
    "died",
    "deprived",
    "unreachable",
    "unfit",
    "other_out",
)


def _word(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "roll_carryovers",
        sa.Column("id", key, nullable=False),
        sa.Column("roll_id", key, nullable=False),
        sa.Column("from_roll_id", key, nullable=False),
        sa.Column("carried", key, nullable=False),
        sa.Column("left_elsewhere", key, nullable=False),
        sa.Column("carried_at", moment, nullable=False),
        sa.Column("carried_by_id", key, nullable=False),
        sa.Column("carried_by_name", sa.Text(), nullable=False),
        sa.CheckConstraint("roll_id <> from_roll_id", name=op.f("ck_roll_carryovers_two_rolls")),
        sa.CheckConstraint("carried >= 0 AND left_elsewhere >= 0", name=op.f("ck_roll_carryovers_not_negative")),
        sa.ForeignKeyConstraint(["carried_by_id"], ["accounts.id"], name=op.f("fk_roll_carryovers_carried_by_id")),
        sa.ForeignKeyConstraint(["from_roll_id"], ["rolls.id"], name=op.f("fk_roll_carryovers_from_roll_id")),
        sa.ForeignKeyConstraint(["roll_id"], ["rolls.id"], name=op.f("fk_roll_carryovers_roll_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roll_carryovers")),
        sa.UniqueConstraint("roll_id", name=op.f("uq_roll_carryovers_roll_id")),
    )
    op.create_index(op.f("ix_roll_carryovers_from_roll_id"), "roll_carryovers", ["from_roll_id"])
    op.create_table(
        "roll_movements",
        sa.Column("id", key, nullable=False),
        sa.Column("roll_id", key, nullable=False),
        sa.Column("group_name", sa.Text(), nullable=False),
        sa.Column("sex", _word("sex", "male", "female"), nullable=False),
        sa.Column("ground", _word("ground", *GROUNDS), nullable=False),
        sa.Column("moved_at", moment, nullable=False),
        sa.ForeignKeyConstraint(["roll_id"], ["rolls.id"], name=op.f("fk_roll_movements_roll_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roll_movements")),
    )
    op.create_index(op.f("ix_roll_movements_roll_id"), "roll_movements", ["roll_id"])
    op.create_table(
        "roll_change_grounds",
        sa.Column("id", key, nullable=False),
        sa.Column("roll_change_id", key, nullable=False),
        sa.Column("ground", _word("ground", *GROUNDS), nullable=False),
        sa.Column("decided_as", sa.Text(), nullable=False),
        sa.Column("sealed_evidence", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["roll_change_id"], ["roll_changes.id"], name=op.f("fk_roll_change_grounds_roll_change_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roll_change_grounds")),
        sa.UniqueConstraint("roll_change_id", name=op.f("uq_roll_change_grounds_roll_change_id")),
    )


def downgrade() -> None:
    op.drop_table("roll_change_grounds")
    op.drop_table("roll_movements")
    op.drop_table("roll_carryovers")
