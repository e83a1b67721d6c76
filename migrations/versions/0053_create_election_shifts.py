"""Elections held earlier or later than their round, with the approvals (E-02)."""

import sqlalchemy as sa
from alembic import op

revision = "0053"
down_revision = "0052"
branch_labels = None
depends_on = None

OPEN = sa.text("county_on IS NULL AND returned_because = ''")
TEXTS = ("township_as", "township_by_name", "county_as", "county_by_name", "returned_because")


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "election_shifts",
        sa.Column("id", key, nullable=False),
        sa.Column("election_id", key, nullable=False),
        sa.Column("wanted_on", sa.Date(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("applied_on", sa.Date(), nullable=False),
        sa.Column("applied_as", sa.Text(), nullable=False),
        sa.Column("applied_by_name", sa.Text(), nullable=False),
        sa.Column("decision_id", key, nullable=True),
        sa.Column("paper", sa.Text(), nullable=False),
        sa.Column("township_on", sa.Date(), nullable=True),
        sa.Column("county_on", sa.Date(), nullable=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "county_on IS NULL OR township_on IS NOT NULL", name=op.f("ck_election_shifts_township_first")
        ),
        sa.CheckConstraint(
            "decision_id IS NOT NULL OR paper <> ''", name=op.f("ck_election_shifts_agreed_by_a_meeting")
        ),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_election_shifts_election_id")),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name=op.f("fk_election_shifts_decision_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_election_shifts")),
    )
    op.create_index(op.f("ix_election_shifts_election_id"), "election_shifts", ["election_id"])
    op.create_index(
        op.f("uq_election_shifts_open"),
        "election_shifts",
        ["election_id"],
        unique=True,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )


def downgrade() -> None:
    op.drop_table("election_shifts")
