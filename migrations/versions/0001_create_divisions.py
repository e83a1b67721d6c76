"""Places: the tree in force now and how it was before."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "divisions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "code",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("listed_name", sa.Text(), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "country",
                "province",
                "prefecture",
                "county",
                "township",
                "unit",
                name="level",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "village",
                "residents",
                "area",
                "other",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "path",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("parent_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("listed", sa.Boolean(), nullable=False),
        sa.Column("since_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["parent_id"], ["divisions.id"], name=op.f("fk_divisions_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_divisions")),
        sa.UniqueConstraint("code", name=op.f("uq_divisions_code")),
    )
    op.create_index(op.f("ix_divisions_name"), "divisions", ["name"], unique=False)
    op.create_index(op.f("ix_divisions_parent_id"), "divisions", ["parent_id"], unique=False)
    op.create_index(op.f("ix_divisions_path"), "divisions", ["path"], unique=False)
    op.create_table(
        "division_pasts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("division_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "code",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "village",
                "residents",
                "area",
                "other",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("parent_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["division_id"], ["divisions.id"], name=op.f("fk_division_pasts_division_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["divisions.id"], name=op.f("fk_division_pasts_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_division_pasts")),
    )
    op.create_index(op.f("ix_division_pasts_division_id"), "division_pasts", ["division_id"], unique=False)


def downgrade() -> None:
    op.drop_table("division_pasts")
    op.drop_table("divisions")
