"""Postings that are tables or text: rows, a title, an event's day."""

import sqlalchemy as sa
from alembic import op

revision = "0057"
down_revision = "0056"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
BEFORE, SINCE = "uq_postings_unit_id_item_period_from", "uq_postings_unit_id_item_period_from_title"
WORDS = ("title", "text", "complaint_phone")


def upgrade() -> None:
    op.create_table(
        "posting_rows",
        sa.Column("id", KEY, nullable=False),
        sa.Column("posting_id", KEY, nullable=False),
        sa.Column("position", KEY, nullable=False),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["posting_id"], ["postings.id"], name=op.f("fk_posting_rows_posting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posting_rows")),
        sa.UniqueConstraint("posting_id", "position", name=op.f("uq_posting_rows_posting_id_position")),
    )
    with op.batch_alter_table("postings") as postings:
        for word in WORDS:
            postings.add_column(sa.Column(word, sa.Text(), server_default="", nullable=False))
        postings.add_column(sa.Column("happened_on", sa.Date(), nullable=True))
        postings.add_column(sa.Column("occasion_id", KEY, nullable=True))
        postings.create_foreign_key(op.f("fk_postings_occasion_id"), "occasions", ["occasion_id"], ["id"])
        postings.create_unique_constraint(op.f("uq_postings_occasion_id"), ["occasion_id"])
        postings.create_check_constraint(
            op.f("ck_postings_occasion_has_day"), sa.text("occasion_id IS NULL OR happened_on IS NOT NULL")
        )
        postings.drop_constraint(op.f(BEFORE), type_="unique")
        postings.create_unique_constraint(op.f(SINCE), ["unit_id", "item", "period_from", "title"])


def downgrade() -> None:
    """Their notices stay: what was made public stands in the log."""
    others = "(SELECT id FROM postings WHERE item <> 'FW-02')"
    for table in ("posting_rows", "posting_files", "posting_lines", "reviews"):
        op.execute(f"DELETE FROM {table} WHERE posting_id IN {others}")  # noqa: S608 # names are ours
    op.drop_table("posting_rows")
    op.execute("DELETE FROM postings WHERE item <> 'FW-02'")
    with op.batch_alter_table("postings") as postings:
        postings.drop_constraint(op.f(SINCE), type_="unique")
        postings.create_unique_constraint(op.f(BEFORE), ["unit_id", "item", "period_from"])
        postings.drop_constraint(op.f("ck_postings_occasion_has_day"), type_="check")
        postings.drop_constraint(op.f("uq_postings_occasion_id"), type_="unique")
        postings.drop_constraint(op.f("fk_postings_occasion_id"), type_="foreignkey")
        for column in (*WORDS, "happened_on", "occasion_id"):
            postings.drop_column(column)
