"""The day on which nominations were opened again after the initial list was posted."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("initial_lists", sa.Column("reopened_on", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("initial_lists", "reopened_on")
