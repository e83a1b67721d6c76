"""What observers saw and what clerks had to report."""

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def _word(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "field_notes",
        sa.Column("id", key, nullable=False),
        sa.Column("election_id", key, nullable=False),
        sa.Column("kind", _word("notekind", "observation", "incident"), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("found", sa.Text(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("hour", sa.Text(), nullable=False),
        sa.Column("entered_at", moment, nullable=False),
        sa.Column("entered_by_name", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_at", moment, nullable=True),
        sa.Column("answered_by_name", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("found <> ''", name=op.f("ck_field_notes_says_something")),
        sa.CheckConstraint("(answered_at IS NULL) = (answer = '')", name=op.f("ck_field_notes_answered_in_words")),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_field_notes_election_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_field_notes")),
    )
    op.create_index(op.f("ix_field_notes_election_id"), "field_notes", ["election_id"])


def downgrade() -> None:
    op.drop_table("field_notes")
