"""What the summary upward asks of those elected and no notice tells: Party members, schooling, posts held twice."""

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None

COUNTS = ("party_members", "higher_education", "cross_posts")


def upgrade() -> None:
    with op.batch_alter_table("filings") as table:
        for name in COUNTS:
            table.add_column(sa.Column(name, sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        table.add_column(sa.Column("chair_is_secretary", sa.Boolean(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("filings") as table:
        for name in (*COUNTS, "chair_is_secretary"):
            table.drop_column(name)
