"""The pick-up register: who drew how many ballots, and whether an election keeps it."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    moment = sa.DateTime(timezone=True)
    op.add_column("elections", sa.Column("pickup_register", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_table(
        "pickups",
        sa.Column("id", key, nullable=False),
        sa.Column("poll_id", key, nullable=False),
        sa.Column("station_id", key, nullable=False),
        sa.Column("roll_entry_id", key, nullable=False),
        sa.Column("own", key, nullable=False),
        sa.Column("proxy", key, nullable=False),
        sa.Column("drawn_at", moment, nullable=False),
        sa.Column("drawn_by_id", key, nullable=False),
        sa.Column("drawn_by_name", sa.Text(), nullable=False),
        sa.Column("undone_at", moment, nullable=True),
        sa.Column("undone_reason", sa.Text(), nullable=False),
        sa.Column("undone_by_name", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("own = 1", name=op.f("ck_pickups_own_one")),
        sa.CheckConstraint("proxy >= 0", name=op.f("ck_pickups_proxy_not_negative")),
        sa.CheckConstraint("(undone_at IS NULL) = (undone_reason = '')", name=op.f("ck_pickups_undone_with_reason")),
        sa.ForeignKeyConstraint(["drawn_by_id"], ["accounts.id"], name=op.f("fk_pickups_drawn_by_id")),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f("fk_pickups_poll_id")),
        sa.ForeignKeyConstraint(["roll_entry_id"], ["roll_entries.id"], name=op.f("fk_pickups_roll_entry_id")),
        sa.ForeignKeyConstraint(["station_id"], ["stations.id"], name=op.f("fk_pickups_station_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pickups")),
    )
    standing = sa.text("undone_at IS NULL")
    op.create_index(
        "uq_pickups_standing",
        "pickups",
        ["poll_id", "roll_entry_id"],
        unique=True,
        sqlite_where=standing,
        postgresql_where=standing,
    )
    op.create_index(op.f("ix_pickups_station_id"), "pickups", ["station_id"])
    op.create_index(op.f("ix_pickups_roll_entry_id"), "pickups", ["roll_entry_id"])


def downgrade() -> None:
    op.drop_table("pickups")
    op.drop_column("elections", "pickup_register")
