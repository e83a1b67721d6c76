"""The handover to the new committee with its list and signatures, and where an election's papers are kept."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

CLASSES = (
    "seals",
    "office",
    "equipment",
    "assets",
    "accounts",
    "funds",
    "contracts",
    "debts",
    "archives",
    "unfinished",
)
PARTIES = ("giver", "taker", "supervisor")


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "work_handovers",
        sa.Column("id", key, nullable=False),
        sa.Column("election_id", key, nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seals_on", sa.Date(), nullable=True),
        sa.Column("finished_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_work_handovers_election_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_handovers")),
        sa.UniqueConstraint("election_id", name=op.f("uq_work_handovers_election_id")),
    )
    op.create_table(
        "handover_items",
        sa.Column("id", key, nullable=False),
        sa.Column("handover_id", key, nullable=False),
        sa.Column(
            "item_class",
            sa.Enum(*CLASSES, name="itemclass", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("quantity", key, nullable=True),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("amount_fen", key, nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("quantity >= 0", name=op.f("ck_handover_items_quantity_not_negative")),
        sa.ForeignKeyConstraint(["handover_id"], ["work_handovers.id"], name=op.f("fk_handover_items_handover_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover_items")),
    )
    op.create_index(op.f("ix_handover_items_handover_id"), "handover_items", ["handover_id"])
    op.create_table(
        "handover_signatures",
        sa.Column("id", key, nullable=False),
        sa.Column("handover_id", key, nullable=False),
        sa.Column(
            "party",
            sa.Enum(*PARTIES, name="party", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("account_id", key, nullable=True),
        sa.Column("file_id", key, nullable=True),
        sa.CheckConstraint(
            "(account_id IS NULL) <> (file_id IS NULL)", name=op.f("ck_handover_signatures_by_account_or_on_paper")
        ),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_handover_signatures_account_id")),
        sa.ForeignKeyConstraint(["file_id"], ["stored_files.id"], name=op.f("fk_handover_signatures_file_id")),
        sa.ForeignKeyConstraint(
            ["handover_id"], ["work_handovers.id"], name=op.f("fk_handover_signatures_handover_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover_signatures")),
        sa.UniqueConstraint("handover_id", "party", name=op.f("uq_handover_signatures_handover_id_party")),
    )
    op.create_table(
        "election_archives",
        sa.Column("id", key, nullable=False),
        sa.Column("election_id", key, nullable=False),
        sa.Column("archived_on", sa.Date(), nullable=False),
        sa.Column("keeper", sa.Text(), nullable=False),
        sa.Column("kept_at", sa.Text(), nullable=False),
        sa.Column("ballots_sealed", key, nullable=False),
        sa.Column("dispose_after", sa.Date(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("ballots_sealed >= 0", name=op.f("ck_election_archives_ballots_not_negative")),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_election_archives_election_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_election_archives")),
        sa.UniqueConstraint("election_id", name=op.f("uq_election_archives_election_id")),
    )


def downgrade() -> None:
    op.drop_table("election_archives")
    op.drop_table("handover_signatures")
    op.drop_table("handover_items")
    op.drop_table("work_handovers")
