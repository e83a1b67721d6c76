"""Proxies: a voter who is away names another voter in writing."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

RELATIONS = (
    "spouse",
    "parent",
    "child",
    "sibling",
    "paternal_grandparent",
    "maternal_grandparent",
    "sons_child",
    "daughters_child",
    "other",
)


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    relation = sa.Enum(*RELATIONS, name="relation", native_enum=False, create_constraint=True, length=40)
    op.create_table(
        "proxies",
        sa.Column("id", key, nullable=False),
        sa.Column("election_id", key, nullable=False),
        sa.Column("number", key, nullable=False),
        sa.Column("principal_id", key, nullable=False),
        sa.Column("holder_id", key, nullable=False),
        sa.Column("relation", relation, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("written_on", sa.Date(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("principal_id <> holder_id", name=op.f("ck_proxies_two_persons")),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_proxies_election_id")),
        sa.ForeignKeyConstraint(["principal_id"], ["roll_entries.id"], name=op.f("fk_proxies_principal_id")),
        sa.ForeignKeyConstraint(["holder_id"], ["roll_entries.id"], name=op.f("fk_proxies_holder_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proxies")),
    )
    op.create_index(op.f("ix_proxies_election_id"), "proxies", ["election_id"])
    op.create_index(op.f("ix_proxies_holder_id"), "proxies", ["holder_id"])
    op.create_index(
        "uq_proxies_standing",
        "proxies",
        ["principal_id"],
        unique=True,
        sqlite_where=sa.text("revoked_at IS NULL"),
        postgresql_where=sa.text("revoked_at IS NULL"),
    )
    op.add_column("elections", sa.Column("proxies_posted_on", sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("elections") as elections:
        elections.drop_column("proxies_posted_on")
    op.drop_table("proxies")
