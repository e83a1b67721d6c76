"""Rounds of one unit for its empty seats, and until when who is elected then serves."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("rounds") as rounds:
        rounds.add_column(sa.Column("by_election", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("rounds") as rounds:
        rounds.alter_column("by_election", server_default=None)
    with op.batch_alter_table("elections") as elections:
        elections.add_column(sa.Column("term_until", sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("elections") as elections:
        elections.drop_column("term_until")
    with op.batch_alter_table("rounds") as rounds:
        rounds.drop_column("by_election")
