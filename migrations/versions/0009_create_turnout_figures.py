"""Ballots issued through polling day."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "turnout_figures",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("poll_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("station_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("own", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("proxy", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("entered_by_name", sa.Text(), nullable=False),
        sa.Column("correction_reason", sa.Text(), nullable=False),
        sa.CheckConstraint("own >= 0 AND proxy >= 0", name=op.f("ck_turnout_figures_not_negative")),
        sa.ForeignKeyConstraint(["entered_by_id"], ["accounts.id"], name=op.f("fk_turnout_figures_entered_by_id")),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f("fk_turnout_figures_poll_id")),
        sa.ForeignKeyConstraint(["station_id"], ["stations.id"], name=op.f("fk_turnout_figures_station_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_turnout_figures")),
    )
    op.create_index(
        op.f("ix_turnout_figures_poll_id_station_id"), "turnout_figures", ["poll_id", "station_id"], unique=False
    )


def downgrade() -> None:
    op.drop_table("turnout_figures")
