"""Second factor, running sign-in names, tellers for one day, and what a leaving clerk hands over."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("accounts", sa.Column("second_secret", sa.LargeBinary(), nullable=True))
    op.add_column(
        "accounts", sa.Column("second_step", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
    )
    with op.batch_alter_table("grants") as grants:
        grants.add_column(
            sa.Column("station_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        )
        grants.add_column(sa.Column("station_closed_at", sa.DateTime(timezone=True), nullable=True))
        grants.create_foreign_key(op.f("fk_grants_station_id"), "stations", ["station_id"], ["id"])
        grants.create_check_constraint(
            op.f("ck_grants_station_for_a_day"),
            "station_id IS NULL OR (role = 'teller' AND until_on IS NOT NULL AND until_on = from_on)",
        )
        grants.create_index(op.f("ix_grants_station_id"), ["station_id"], unique=False)
    op.create_index(op.f("ix_audit_entries_tag"), "audit_entries", ["tag"], unique=False)
    op.create_table(
        "recovery_codes",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_recovery_codes_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_codes")),
        sa.UniqueConstraint("account_id", "code_hash", name=op.f("uq_recovery_codes_account_id_code_hash")),
    )
    op.create_table(
        "sign_in_series",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("last_number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_series")),
        sa.UniqueConstraint("prefix", name=op.f("uq_sign_in_series_prefix")),
    )
    op.create_table(
        "handovers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("division_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("from_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("to_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("open_things", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["division_id"], ["divisions.id"], name=op.f("fk_handovers_division_id")),
        sa.ForeignKeyConstraint(["from_id"], ["accounts.id"], name=op.f("fk_handovers_from_id")),
        sa.ForeignKeyConstraint(["to_id"], ["accounts.id"], name=op.f("fk_handovers_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handovers")),
    )
    op.create_index(op.f("ix_handovers_division_id"), "handovers", ["division_id"], unique=False)


def downgrade() -> None:
    op.drop_table("handovers")
    op.drop_table("sign_in_series")
    op.drop_table("recovery_codes")
    op.drop_index(op.f("ix_audit_entries_tag"), "audit_entries")
    with op.batch_alter_table("grants") as grants:
        grants.drop_index(op.f("ix_grants_station_id"))
        grants.drop_constraint(op.f("ck_grants_station_for_a_day"), type_="check")
        grants.drop_constraint(op.f("fk_grants_station_id"), type_="foreignkey")
        grants.drop_column("station_closed_at")
        grants.drop_column("station_id")
    with op.batch_alter_table("accounts") as accounts:
        accounts.drop_column("second_step")
        accounts.drop_column("second_secret")
