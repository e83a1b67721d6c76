"""The final list of candidates as it hung, version by version."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "candidate_lists",
        sa.Column("id", key, nullable=False),
        sa.Column("election_id", key, nullable=False),
        sa.Column("number", key, nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by_id", key, nullable=False),
        sa.CheckConstraint("number = 1 OR reason <> ''", name=op.f("ck_candidate_lists_change_has_reason")),
        sa.ForeignKeyConstraint(["entered_by_id"], ["accounts.id"], name=op.f("fk_candidate_lists_entered_by_id")),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_candidate_lists_election_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate_lists")),
        sa.UniqueConstraint("election_id", "number", name=op.f("uq_candidate_lists_election_id_number")),
    )


def downgrade() -> None:
    op.drop_table("candidate_lists")
