"""Postings, their lines and reviews, opening balances, and evidence from the board."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


KINDS = "kind IN (%s)"
BEFORE, SINCE = KINDS % "'election_result'", KINDS % "'election_result', 'posting'"


def upgrade() -> None:
    _check_kinds(SINCE)
    op.create_table(
        "board_evidences",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("notice_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("file_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("put_up_on", sa.Date(), nullable=False),
        sa.Column("hangs_through", sa.Date(), nullable=False),
        sa.Column("taken_down_on", sa.Date(), nullable=True),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("entered_by_name", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "taken_down_on IS NULL OR taken_down_on >= put_up_on", name=op.f("ck_board_evidences_down_after_up")
        ),
        sa.ForeignKeyConstraint(["entered_by_id"], ["accounts.id"], name=op.f("fk_board_evidences_entered_by_id")),
        sa.ForeignKeyConstraint(["file_id"], ["stored_files.id"], name=op.f("fk_board_evidences_file_id")),
        sa.ForeignKeyConstraint(["notice_id"], ["notices.id"], name=op.f("fk_board_evidences_notice_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_board_evidences")),
    )
    op.create_index(op.f("ix_board_evidences_notice_id"), "board_evidences", ["notice_id"], unique=False)
    op.create_table(
        "opening_balances",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("from_month", sa.Date(), nullable=False),
        sa.Column("amount_fen", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("file_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("entered_by_name", sa.Text(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("confirmed_by_name", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "confirmed_by_id IS NULL OR confirmed_by_id <> entered_by_id", name=op.f("ck_opening_balances_two_persons")
        ),
        sa.ForeignKeyConstraint(["confirmed_by_id"], ["accounts.id"], name=op.f("fk_opening_balances_confirmed_by_id")),
        sa.ForeignKeyConstraint(["entered_by_id"], ["accounts.id"], name=op.f("fk_opening_balances_entered_by_id")),
        sa.ForeignKeyConstraint(["file_id"], ["stored_files.id"], name=op.f("fk_opening_balances_file_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["divisions.id"], name=op.f("fk_opening_balances_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening_balances")),
        sa.UniqueConstraint("unit_id", name=op.f("uq_opening_balances_unit_id")),
    )
    op.create_table(
        "postings",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "item", sa.Enum("FW-02", name="item", native_enum=False, create_constraint=True, length=40), nullable=False
        ),
        sa.Column("period_from", sa.Date(), nullable=False),
        sa.Column("period_until", sa.Date(), nullable=False),
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("opening_fen", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("without_entries", sa.Boolean(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("drafted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("drafted_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("drafted_by_name", sa.Text(), nullable=False),
        sa.Column("review_round", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decision_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("notice_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("period_until >= period_from", name=op.f("ck_postings_period_until_after_from")),
        sa.CheckConstraint(
            "posted_at IS NULL OR (notice_id IS NOT NULL AND number IS NOT NULL)",
            name=op.f("ck_postings_posted_has_notice"),
        ),
        sa.CheckConstraint(
            "reviewed_at IS NULL OR submitted_at IS NOT NULL", name=op.f("ck_postings_reviewed_after_submitted")
        ),
        sa.CheckConstraint(
            "decision_id IS NULL OR reviewed_at IS NOT NULL", name=op.f("ck_postings_settled_after_reviewed")
        ),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name=op.f("fk_postings_decision_id")),
        sa.ForeignKeyConstraint(["drafted_by_id"], ["accounts.id"], name=op.f("fk_postings_drafted_by_id")),
        sa.ForeignKeyConstraint(["notice_id"], ["notices.id"], name=op.f("fk_postings_notice_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["divisions.id"], name=op.f("fk_postings_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_postings")),
        sa.UniqueConstraint("unit_id", "item", "period_from", name=op.f("uq_postings_unit_id_item_period_from")),
        sa.UniqueConstraint("unit_id", "number", name=op.f("uq_postings_unit_id_number")),
    )
    op.create_index(op.f("ix_postings_unit_id_posted_at"), "postings", ["unit_id", "posted_at"], unique=False)
    op.create_table(
        "posting_files",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("posting_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("file_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["stored_files.id"], name=op.f("fk_posting_files_file_id")),
        sa.ForeignKeyConstraint(["posting_id"], ["postings.id"], name=op.f("fk_posting_files_posting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posting_files")),
        sa.UniqueConstraint("posting_id", "file_id", name=op.f("uq_posting_files_posting_id_file_id")),
    )
    op.create_table(
        "posting_lines",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("posting_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("booked_on", sa.Date(), nullable=False),
        sa.Column("voucher", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("income_fen", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("expense_fen", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("payee", sa.Text(), nullable=False),
        sa.Column(
            "payee_kind",
            sa.Enum(
                "organisation", "person", "none", name="payeekind", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("handler", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.CheckConstraint("(income_fen = 0) <> (expense_fen = 0)", name=op.f("ck_posting_lines_income_or_expense")),
        sa.CheckConstraint("income_fen >= 0 AND expense_fen >= 0", name=op.f("ck_posting_lines_not_negative")),
        sa.ForeignKeyConstraint(["posting_id"], ["postings.id"], name=op.f("fk_posting_lines_posting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posting_lines")),
        sa.UniqueConstraint("posting_id", "position", name=op.f("uq_posting_lines_posting_id_position")),
    )
    op.create_table(
        "reviews",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("posting_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("review_round", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("term_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reviewer_name", sa.Text(), nullable=False),
        sa.Column(
            "verdict",
            sa.Enum(
                "passed",
                "passed_with_note",
                "returned",
                name="reviewverdict",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("verdict = 'passed' OR note <> ''", name=op.f("ck_reviews_note_given")),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_reviews_account_id")),
        sa.ForeignKeyConstraint(["posting_id"], ["postings.id"], name=op.f("fk_reviews_posting_id")),
        sa.ForeignKeyConstraint(["term_id"], ["terms.id"], name=op.f("fk_reviews_term_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
        sa.UniqueConstraint(
            "posting_id", "review_round", "term_id", name=op.f("uq_reviews_posting_id_review_round_term_id")
        ),
    )


def _check_kinds(condition: str) -> None:
    with op.batch_alter_table("notices") as notices:
        notices.drop_constraint(op.f("ck_notices_noticekind"), type_="check")
        notices.create_check_constraint(op.f("ck_notices_noticekind"), sa.text(condition))


def downgrade() -> None:
    op.drop_table("reviews")
    op.drop_table("posting_lines")
    op.drop_table("posting_files")
    op.drop_table("postings")
    op.drop_table("opening_balances")
    op.drop_table("board_evidences")
    op.execute("DELETE FROM notice_versions WHERE notice_id IN (SELECT id FROM notices WHERE kind = 'posting')")
    op.execute("DELETE FROM notices WHERE kind = 'posting'")
    _check_kinds(BEFORE)
