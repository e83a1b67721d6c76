"""Complaints to the township about what was posted or answered, and what came of them."""

import sqlalchemy as sa
from alembic import op

revision = "0059"
down_revision = "0058"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ITEMS = [f"{kind}-{at:02}" for kind, most in (("DW", 7), ("CW", 22), ("FW", 15)) for at in range(1, most + 1)]
CHECKS = {
    "has_words_and_code": "question_id IS NOT NULL OR (code_hash IS NOT NULL AND text <> '')",
    "decided_after_taken": "finding IS NULL OR taken_on IS NOT NULL",
    "decided_with_finding": "(finding IS NULL) = (decided_on IS NULL)",
    "decided_in_words": "finding IS NULL OR finding_words <> ''",
    "order_has_day": "(finding = 'ordered') = (order_due_on IS NOT NULL) OR finding IS NULL",
    "reported_on_order": "reported_on IS NULL OR (order_due_on IS NOT NULL AND report <> '')",
    "closed_after_report": "closed_on IS NULL OR reported_on IS NOT NULL",
}
GROUNDS = ("not_in_time", "untrue", "no_answer", "poor_answer")


def words(name: str, *values: str) -> sa.Enum:
    """A word list with its CHECK."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    op.create_table(
        "complaints",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("number", KEY, nullable=False),
        sa.Column("ground", words("complaintground", *GROUNDS), nullable=False),
        sa.Column("question_id", KEY, nullable=True),
        sa.Column("posting_id", KEY, nullable=True),
        sa.Column("item", words("item", *ITEMS), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("lodged_on", sa.Date(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sealed_name", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_phone", sa.LargeBinary(), nullable=True),
        sa.Column("account_id", KEY, nullable=True),
        sa.Column("code_hash", sa.LargeBinary(), nullable=True),
        sa.Column("taken_on", sa.Date(), nullable=True),
        sa.Column("taken_by_name", sa.Text(), nullable=False),
        sa.Column("finding", words("finding", "ordered", "dismissed"), nullable=True),
        sa.Column("finding_words", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("decided_by_name", sa.Text(), nullable=False),
        sa.Column("order_due_on", sa.Date(), nullable=True),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("reported_on", sa.Date(), nullable=True),
        sa.Column("reported_by_name", sa.Text(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closed_by_name", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        *(sa.CheckConstraint(text, name=op.f(f"ck_complaints_{name}")) for name, text in CHECKS.items()),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_complaints_account_id")),
        sa.ForeignKeyConstraint(["posting_id"], ["postings.id"], name=op.f("fk_complaints_posting_id")),
        sa.ForeignKeyConstraint(["question_id"], ["questions.id"], name=op.f("fk_complaints_question_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["divisions.id"], name=op.f("fk_complaints_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaints")),
        sa.UniqueConstraint("unit_id", "number", name=op.f("uq_complaints_unit_id_number")),
        sa.UniqueConstraint("question_id", name=op.f("uq_complaints_question_id")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_complaints_code_hash")),
    )


def downgrade() -> None:
    op.drop_table("complaints")
