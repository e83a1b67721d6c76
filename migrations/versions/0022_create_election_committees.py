"""How election committees were chosen, posted and filed."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

KINDS = ("assembly", "representatives", "group", "committee", "supervision", "election", "joint")


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    kind = sa.Enum(*KINDS, name="meetingkind", native_enum=False, create_constraint=True, length=40)
    op.create_table(
        "election_committees",
        sa.Column("id", key, nullable=False),
        sa.Column("election_id", key, nullable=False),
        sa.Column("paper", sa.Text(), nullable=False),
        sa.Column("chosen_by", kind, nullable=True),
        sa.Column("posted_on", sa.Date(), nullable=True),
        sa.Column("filed_on", sa.Date(), nullable=True),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "(posted_on IS NULL) = (filed_on IS NULL)", name=op.f("ck_election_committees_posted_and_filed")
        ),
        sa.CheckConstraint(
            "(chosen_by IS NULL) = (paper = '')", name=op.f("ck_election_committees_paper_says_by_whom")
        ),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_election_committees_election_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_election_committees")),
        sa.UniqueConstraint("election_id", name=op.f("uq_election_committees_election_id")),
    )
    op.create_table(
        "committee_votes",
        sa.Column("id", key, nullable=False),
        sa.Column("committee_id", key, nullable=False),
        sa.Column("decision_id", key, nullable=False),
        sa.Column("person_id", key, nullable=False),
        sa.Column("votes", key, nullable=False),
        sa.Column("term_id", key, nullable=True),
        sa.Column("replaces_id", key, nullable=True),
        sa.Column("passed_over", sa.Text(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("votes >= 0", name=op.f("ck_committee_votes_not_negative")),
        sa.CheckConstraint(
            "term_id IS NULL OR passed_over = ''", name=op.f("ck_committee_votes_seated_or_passed_over")
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["election_committees.id"], name=op.f("fk_committee_votes_committee_id")
        ),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name=op.f("fk_committee_votes_decision_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_committee_votes_person_id")),
        sa.ForeignKeyConstraint(["term_id"], ["terms.id"], name=op.f("fk_committee_votes_term_id")),
        sa.ForeignKeyConstraint(["replaces_id"], ["committee_votes.id"], name=op.f("fk_committee_votes_replaces_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_committee_votes")),
        sa.UniqueConstraint(
            "committee_id",
            "decision_id",
            "person_id",
            name=op.f("uq_committee_votes_committee_id_decision_id_person_id"),
        ),
    )
    op.create_index(op.f("ix_committee_votes_decision_id"), "committee_votes", ["decision_id"])


def downgrade() -> None:
    op.drop_table("committee_votes")
    op.drop_table("election_committees")
