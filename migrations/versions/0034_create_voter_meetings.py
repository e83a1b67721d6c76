"""Candidates meeting voters; elections without candidates."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "voter_meetings",
        sa.Column("id", key, nullable=False),
        sa.Column("election_id", key, nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("voters", key, nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("voters >= 0", name=op.f("ck_voter_meetings_voters_not_negative")),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_voter_meetings_election_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voter_meetings")),
    )
    op.create_index(op.f("ix_voter_meetings_election_id"), "voter_meetings", ["election_id"])
    op.add_column("elections", sa.Column("open_ballot_by", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("elections", "open_ballot_by")
    op.drop_table("voter_meetings")
