"""Objections to the roll and their rulings."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

CLAIMS = ("add", "strike", "correct")
RULINGS = ("upheld", "rejected")


def _word(name: str, values: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "objections",
        sa.Column("id", key, nullable=False),
        sa.Column("roll_id", key, nullable=False),
        sa.Column("number", key, nullable=False),
        sa.Column("petitioner", sa.Text(), nullable=False),
        sa.Column("claim", _word("claim", CLAIMS), nullable=False),
        sa.Column("entry_number", key, nullable=True),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("ruling", _word("ruling", RULINGS), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=True),
        sa.Column("appealed_on", sa.Date(), nullable=True),
        sa.Column("appeal_decided_on", sa.Date(), nullable=True),
        sa.Column("appeal_upheld", sa.Boolean(), nullable=True),
        sa.Column("appeal_reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("(decided_on IS NULL) = (ruling IS NULL)", name=op.f("ck_objections_decided_in_full")),
        sa.CheckConstraint(
            "decided_on IS NULL OR (reason <> '' AND decided_on >= filed_on)",
            name=op.f("ck_objections_decided_with_reason"),
        ),
        sa.CheckConstraint(
            "posted_on IS NULL OR posted_on >= decided_on", name=op.f("ck_objections_posted_after_decided")
        ),
        sa.CheckConstraint(
            "appealed_on IS NULL OR posted_on IS NOT NULL", name=op.f("ck_objections_appealed_after_posted")
        ),
        sa.CheckConstraint(
            "(appeal_decided_on IS NULL) = (appeal_upheld IS NULL)", name=op.f("ck_objections_appeal_decided_in_full")
        ),
        sa.ForeignKeyConstraint(["roll_id"], ["rolls.id"], name=op.f("fk_objections_roll_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objections")),
        sa.UniqueConstraint("roll_id", "number", name=op.f("uq_objections_roll_id_number")),
    )


def downgrade() -> None:
    op.drop_table("objections")
