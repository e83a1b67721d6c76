"""Persons and their declared kin; groups, households and adopted rules of a unit."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "persons",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_key", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_id", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "sex",
            sa.Enum("male", "female", name="sex", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("born_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
        sa.UniqueConstraint("person_key", name=op.f("uq_persons_person_key")),
    )
    op.create_index(op.f("ix_persons_name"), "persons", ["name"], unique=False)
    op.create_table(
        "groups",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("adults", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("households", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("adults >= 0 AND households >= 0", name=op.f("ck_groups_not_negative")),
        sa.ForeignKeyConstraint(["unit_id"], ["divisions.id"], name=op.f("fk_groups_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groups")),
        sa.UniqueConstraint("unit_id", "name", name=op.f("uq_groups_unit_id_name")),
    )
    op.create_table(
        "kinships",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kin_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "relation",
            sa.Enum(
                "spouse",
                "parent",
                "child",
                "sibling",
                "paternal_grandparent",
                "maternal_grandparent",
                "sons_child",
                "daughters_child",
                name="kin",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("declared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("declared_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("declared_by_name", sa.Text(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.CheckConstraint("person_id <> kin_id", name=op.f("ck_kinships_two_persons")),
        sa.ForeignKeyConstraint(["declared_by_id"], ["accounts.id"], name=op.f("fk_kinships_declared_by_id")),
        sa.ForeignKeyConstraint(["kin_id"], ["persons.id"], name=op.f("fk_kinships_kin_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_kinships_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kinships")),
        sa.UniqueConstraint("person_id", "kin_id", name=op.f("uq_kinships_person_id_kin_id")),
    )
    op.create_index(op.f("ix_kinships_kin_id"), "kinships", ["kin_id"], unique=False)
    op.create_table(
        "standings",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("adults", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("households", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("office_phone", sa.Text(), nullable=False),
        sa.Column("office_place", sa.Text(), nullable=False),
        sa.Column("taken_over_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("adults >= 0 AND households >= 0", name=op.f("ck_standings_not_negative")),
        sa.ForeignKeyConstraint(["unit_id"], ["divisions.id"], name=op.f("fk_standings_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standings")),
        sa.UniqueConstraint("unit_id", name=op.f("uq_standings_unit_id")),
    )
    op.create_table(
        "adopted_rules",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("adopted_on", sa.Date(), nullable=False),
        sa.Column("file_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("repealed_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["stored_files.id"], name=op.f("fk_adopted_rules_file_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["divisions.id"], name=op.f("fk_adopted_rules_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_adopted_rules")),
    )
    op.create_index(op.f("ix_adopted_rules_unit_id"), "adopted_rules", ["unit_id"], unique=False)


def downgrade() -> None:
    op.drop_table("adopted_rules")
    op.drop_table("standings")
    op.drop_table("kinships")
    op.drop_table("groups")
    op.drop_table("persons")
