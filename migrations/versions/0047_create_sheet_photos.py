"""Photos of signed count sheets, and what was said of an unusual count."""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "sheet_photos",
        sa.Column("id", key, nullable=False),
        sa.Column("sheet_id", key, nullable=False),
        sa.Column("file_id", key, nullable=False),
        sa.ForeignKeyConstraint(["sheet_id"], ["count_sheets.id"], name=op.f("fk_sheet_photos_sheet_id")),
        sa.ForeignKeyConstraint(["file_id"], ["stored_files.id"], name=op.f("fk_sheet_photos_file_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sheet_photos")),
        sa.UniqueConstraint("sheet_id", "file_id", name=op.f("uq_sheet_photos_sheet_id_file_id")),
    )
    with op.batch_alter_table("outcomes") as outcomes:
        outcomes.add_column(sa.Column("remarks", sa.JSON(), server_default="[]", nullable=False))
    with op.batch_alter_table("outcomes") as outcomes:
        outcomes.alter_column("remarks", server_default=None)


def downgrade() -> None:
    op.drop_column("outcomes", "remarks")
    op.drop_table("sheet_photos")
