"""Kept files."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "stored_files",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("served_sha256", sa.Text(), nullable=False),
        sa.Column(
            "media_type",
            sa.Enum(
                "application/pdf",
                "image/jpeg",
                "image/png",
                "image/webp",
                name="mediatype",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("size", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("served_size", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("shown_name", sa.Text(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kept_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kept_by_name", sa.Text(), nullable=False),
        sa.CheckConstraint("size >= 0 AND served_size >= 0", name=op.f("ck_stored_files_not_negative")),
        sa.ForeignKeyConstraint(["kept_by_id"], ["accounts.id"], name=op.f("fk_stored_files_kept_by_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["divisions.id"], name=op.f("fk_stored_files_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stored_files")),
    )
    op.create_index(op.f("ix_stored_files_served_sha256"), "stored_files", ["served_sha256"], unique=False)
    op.create_index(op.f("ix_stored_files_sha256"), "stored_files", ["sha256"], unique=False)
    op.create_index(op.f("ix_stored_files_unit_id"), "stored_files", ["unit_id"], unique=False)


def downgrade() -> None:
    op.drop_table("stored_files")
