"""Residents' questions on what is posted, and their answers; who asked is sealed."""

import sqlalchemy as sa
from alembic import op

revision = "0058"
down_revision = "0057"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def words(name: str, *values: str) -> sa.Enum:
    """A word list with its CHECK."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    op.create_table(
        "questions",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("number", KEY, nullable=False),
        sa.Column("posting_id", KEY, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("way", words("way", "web", "visit", "call"), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by_id", KEY, nullable=True),
        sa.Column("entered_by_name", sa.Text(), nullable=False),
        sa.Column("sealed_name", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_phone", sa.LargeBinary(), nullable=True),
        sa.Column("account_id", KEY, nullable=True),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answered_by_id", KEY, nullable=True),
        sa.Column("answered_by_name", sa.Text(), nullable=False),
        sa.Column("satisfied", sa.Boolean(), nullable=True),
        sa.Column("rated_on", sa.Date(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("hold_ground", words("holdground", "abusive", "names_person"), nullable=True),
        sa.Column("hold_reason", sa.Text(), nullable=False),
        sa.Column("held_by_name", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("text <> ''", name=op.f("ck_questions_has_words")),
        sa.CheckConstraint(
            "(answered_on IS NULL) = (answered_by_id IS NULL)", name=op.f("ck_questions_answered_by_somebody")
        ),
        sa.CheckConstraint("answered_on IS NULL OR answer <> ''", name=op.f("ck_questions_answered_in_words")),
        sa.CheckConstraint("(rated_on IS NULL) = (satisfied IS NULL)", name=op.f("ck_questions_rated_with_verdict")),
        sa.CheckConstraint("rated_on IS NULL OR answered_on IS NOT NULL", name=op.f("ck_questions_rated_after_answer")),
        sa.CheckConstraint("(held_on IS NULL) = (hold_ground IS NULL)", name=op.f("ck_questions_held_on_a_ground")),
        sa.CheckConstraint("held_on IS NULL OR hold_reason <> ''", name=op.f("ck_questions_held_with_reason")),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_questions_account_id")),
        sa.ForeignKeyConstraint(["answered_by_id"], ["accounts.id"], name=op.f("fk_questions_answered_by_id")),
        sa.ForeignKeyConstraint(["entered_by_id"], ["accounts.id"], name=op.f("fk_questions_entered_by_id")),
        sa.ForeignKeyConstraint(["posting_id"], ["postings.id"], name=op.f("fk_questions_posting_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["divisions.id"], name=op.f("fk_questions_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questions")),
        sa.UniqueConstraint("unit_id", "number", name=op.f("uq_questions_unit_id_number")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_questions_code_hash")),
    )
    op.create_index(op.f("ix_questions_unit_id_asked_on"), "questions", ["unit_id", "asked_on"], unique=False)
    op.create_index(op.f("ix_questions_posting_id"), "questions", ["posting_id"], unique=False)
    op.create_index(op.f("ix_questions_account_id"), "questions", ["account_id"], unique=False)


def downgrade() -> None:
    op.drop_table("questions")
