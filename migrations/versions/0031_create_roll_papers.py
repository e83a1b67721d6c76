"""What a registration on the roll rests on."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "roll_papers",
        sa.Column("id", key, nullable=False),
        sa.Column("roll_entry_id", key, nullable=False),
        sa.Column("declared_on", sa.Date(), nullable=True),
        sa.Column("applied_on", sa.Date(), nullable=True),
        sa.Column("months_lived", key, nullable=True),
        sa.Column("months_worked", key, nullable=True),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("approved_as", sa.Text(), nullable=False),
        sa.Column("decision_id", key, nullable=True),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "(approved_on IS NULL) = (approved_as = '')", name=op.f("ck_roll_papers_approved_by_a_paper")
        ),
        sa.CheckConstraint(
            "decision_id IS NULL OR approved_on IS NOT NULL", name=op.f("ck_roll_papers_decided_is_approved")
        ),
        sa.CheckConstraint("months_lived IS NULL OR months_lived >= 0", name=op.f("ck_roll_papers_lived_not_negative")),
        sa.CheckConstraint(
            "months_worked IS NULL OR months_worked >= 0", name=op.f("ck_roll_papers_worked_not_negative")
        ),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name=op.f("fk_roll_papers_decision_id")),
        sa.ForeignKeyConstraint(["roll_entry_id"], ["roll_entries.id"], name=op.f("fk_roll_papers_roll_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roll_papers")),
        sa.UniqueConstraint("roll_entry_id", name=op.f("uq_roll_papers_roll_entry_id")),
    )
    op.create_index(op.f("ix_roll_papers_decision_id"), "roll_papers", ["decision_id"])


def downgrade() -> None:
    op.drop_table("roll_papers")
