"""Who looked at lists of persons."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

LOOKS = ("page", "search", "person", "export")


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "readings",
        sa.Column("id", key, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reader_id", key, nullable=False),
        sa.Column("reader_name", sa.Text(), nullable=False),
        sa.Column("place_id", key, nullable=False),
        sa.Column("subject_kind", sa.Text(), nullable=False),
        sa.Column("subject_id", key, nullable=False),
        sa.Column(
            "look", sa.Enum(*LOOKS, name="look", native_enum=False, create_constraint=True, length=40), nullable=False
        ),
        sa.Column("persons", key, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readings")),
    )
    op.create_index(op.f("ix_readings_at"), "readings", ["at"])
    op.create_index(op.f("ix_readings_place_id"), "readings", ["place_id"])
    op.create_index(op.f("ix_readings_reader_id_at"), "readings", ["reader_id", "at"])


def downgrade() -> None:
    op.drop_table("readings")
