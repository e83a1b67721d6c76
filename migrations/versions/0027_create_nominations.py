"""Nominations, who made them, and the initial list of candidates."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

POSTS = ("chair", "vice", "member")
SOURCES = ("party", "voter", "joint", "self")


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "nominees",
        sa.Column("id", key, nullable=False),
        sa.Column("election_id", key, nullable=False),
        sa.Column("roll_entry_id", key, nullable=False),
        sa.Column(
            "post", sa.Enum(*POSTS, name="post", native_enum=False, create_constraint=True, length=40), nullable=False
        ),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("position", key, nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_nominees_election_id")),
        sa.ForeignKeyConstraint(["roll_entry_id"], ["roll_entries.id"], name=op.f("fk_nominees_roll_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nominees")),
        sa.UniqueConstraint(
            "election_id", "roll_entry_id", "post", name=op.f("uq_nominees_election_id_roll_entry_id_post")
        ),
    )
    op.create_table(
        "nominations",
        sa.Column("id", key, nullable=False),
        sa.Column("nominee_id", key, nullable=False),
        sa.Column(
            "source",
            sa.Enum(*SOURCES, name="nominationsource", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("votes", key, nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("votes >= 0", name=op.f("ck_nominations_votes_not_negative")),
        sa.ForeignKeyConstraint(["nominee_id"], ["nominees.id"], name=op.f("fk_nominations_nominee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nominations")),
    )
    op.create_index(op.f("ix_nominations_nominee_id"), "nominations", ["nominee_id"])
    op.create_table(
        "nominators",
        sa.Column("id", key, nullable=False),
        sa.Column("nomination_id", key, nullable=False),
        sa.Column("nominee_id", key, nullable=False),
        sa.Column("roll_entry_id", key, nullable=False),
        sa.ForeignKeyConstraint(["nomination_id"], ["nominations.id"], name=op.f("fk_nominators_nomination_id")),
        sa.ForeignKeyConstraint(["nominee_id"], ["nominees.id"], name=op.f("fk_nominators_nominee_id")),
        sa.ForeignKeyConstraint(["roll_entry_id"], ["roll_entries.id"], name=op.f("fk_nominators_roll_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nominators")),
        sa.UniqueConstraint("nominee_id", "roll_entry_id", name=op.f("uq_nominators_nominee_id_roll_entry_id")),
    )
    op.create_index(op.f("ix_nominators_nomination_id"), "nominators", ["nomination_id"])
    op.create_table(
        "initial_lists",
        sa.Column("id", key, nullable=False),
        sa.Column("election_id", key, nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_initial_lists_election_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initial_lists")),
        sa.UniqueConstraint("election_id", name=op.f("uq_initial_lists_election_id")),
    )


def downgrade() -> None:
    for table in ("initial_lists", "nominators", "nominations", "nominees"):
        op.drop_table(table)
