"""Who stood down in writing, and the pre-votes over too many nominees."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    body = sa.Enum("voters", "reps", name="preselectbody", native_enum=False, create_constraint=True, length=40)
    op.create_table(
        "stand_downs",
        sa.Column("id", key, nullable=False),
        sa.Column("nominee_id", key, nullable=False),
        sa.Column("written_on", sa.Date(), nullable=False),
        sa.Column("paper", sa.Text(), nullable=False),
        sa.CheckConstraint("paper <> ''", name=op.f("ck_stand_downs_has_paper")),
        sa.ForeignKeyConstraint(["nominee_id"], ["nominees.id"], name=op.f("fk_stand_downs_nominee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stand_downs")),
        sa.UniqueConstraint("nominee_id", name=op.f("uq_stand_downs_nominee_id")),
    )
    op.create_table(
        "pre_votes",
        sa.Column("id", key, nullable=False),
        sa.Column("election_id", key, nullable=False),
        sa.Column("number", key, nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("body", body, nullable=False),
        sa.Column("entitled", key, nullable=False),
        sa.Column("present", key, nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("present BETWEEN 0 AND entitled", name=op.f("ck_pre_votes_present_within_entitled")),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_pre_votes_election_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pre_votes")),
        sa.UniqueConstraint("election_id", "number", name=op.f("uq_pre_votes_election_id_number")),
    )
    op.create_table(
        "pre_vote_counts",
        sa.Column("id", key, nullable=False),
        sa.Column("pre_vote_id", key, nullable=False),
        sa.Column("nominee_id", key, nullable=False),
        sa.Column("votes", key, nullable=False),
        sa.CheckConstraint("votes >= 0", name=op.f("ck_pre_vote_counts_votes_not_negative")),
        sa.ForeignKeyConstraint(["nominee_id"], ["nominees.id"], name=op.f("fk_pre_vote_counts_nominee_id")),
        sa.ForeignKeyConstraint(["pre_vote_id"], ["pre_votes.id"], name=op.f("fk_pre_vote_counts_pre_vote_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pre_vote_counts")),
        sa.UniqueConstraint("pre_vote_id", "nominee_id", name=op.f("uq_pre_vote_counts_pre_vote_id_nominee_id")),
    )


def downgrade() -> None:
    op.drop_table("pre_vote_counts")
    op.drop_table("pre_votes")
    op.drop_table("stand_downs")
