"""The audit of outgoing members, posted before the poll."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "outgoing_audits",
        sa.Column("id", key, nullable=False),
        sa.Column("election_id", key, nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=True),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("none_because", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "(posted_on IS NULL) = (none_because <> '')", name=op.f("ck_outgoing_audits_posted_or_none")
        ),
        sa.CheckConstraint(
            "(posted_on IS NULL) = (document = '')", name=op.f("ck_outgoing_audits_posted_with_document")
        ),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_outgoing_audits_election_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outgoing_audits")),
        sa.UniqueConstraint("election_id", name=op.f("uq_outgoing_audits_election_id")),
    )


def downgrade() -> None:
    op.drop_table("outgoing_audits")
