"""Changes to the roll with their two persons, and supplementary notices."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def _word(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "roll_supplements",
        sa.Column("id", key, nullable=False),
        sa.Column("roll_id", key, nullable=False),
        sa.Column("number", key, nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=False),
        sa.Column("posted_at", moment, nullable=False),
        sa.Column("registered_before", key, nullable=False),
        sa.Column("registered", key, nullable=False),
        sa.Column("fingerprint_before", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.CheckConstraint("fingerprint <> ''", name=op.f("ck_roll_supplements_has_fingerprint")),
        sa.ForeignKeyConstraint(["roll_id"], ["rolls.id"], name=op.f("fk_roll_supplements_roll_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roll_supplements")),
        sa.UniqueConstraint("roll_id", "number", name=op.f("uq_roll_supplements_roll_id_number")),
    )
    op.create_table(
        "roll_changes",
        sa.Column("id", key, nullable=False),
        sa.Column("roll_id", key, nullable=False),
        sa.Column("number", key, nullable=False),
        sa.Column("change", _word("change", "add", "strike", "correct"), nullable=False),
        sa.Column("entry_number", key, nullable=True),
        sa.Column("group_name", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("sex", _word("sex", "male", "female"), nullable=False),
        sa.Column("born_on", sa.Date(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("person_key", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_id", sa.LargeBinary(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("objection_number", key, nullable=True),
        sa.Column("proposed_at", moment, nullable=False),
        sa.Column("proposed_by_id", key, nullable=False),
        sa.Column("proposed_by_name", sa.Text(), nullable=False),
        sa.Column("confirmed_at", moment, nullable=True),
        sa.Column("confirmed_by_id", key, nullable=True),
        sa.Column("confirmed_by_name", sa.Text(), nullable=False),
        sa.Column("applied_at", moment, nullable=True),
        sa.Column("withdrawn_at", moment, nullable=True),
        sa.Column("supplement_id", key, nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_roll_changes_has_reason")),
        sa.CheckConstraint(
            "(confirmed_at IS NULL) = (confirmed_by_id IS NULL)", name=op.f("ck_roll_changes_confirmed_by_somebody")
        ),
        sa.CheckConstraint(
            "applied_at IS NULL OR confirmed_at IS NOT NULL", name=op.f("ck_roll_changes_applied_is_confirmed")
        ),
        sa.CheckConstraint(
            "applied_at IS NULL OR withdrawn_at IS NULL", name=op.f("ck_roll_changes_applied_or_withdrawn")
        ),
        sa.ForeignKeyConstraint(["confirmed_by_id"], ["accounts.id"], name=op.f("fk_roll_changes_confirmed_by_id")),
        sa.ForeignKeyConstraint(["proposed_by_id"], ["accounts.id"], name=op.f("fk_roll_changes_proposed_by_id")),
        sa.ForeignKeyConstraint(["roll_id"], ["rolls.id"], name=op.f("fk_roll_changes_roll_id")),
        sa.ForeignKeyConstraint(["supplement_id"], ["roll_supplements.id"], name=op.f("fk_roll_changes_supplement_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roll_changes")),
        sa.UniqueConstraint("roll_id", "number", name=op.f("uq_roll_changes_roll_id_number")),
    )
    op.create_index(op.f("ix_roll_changes_supplement_id"), "roll_changes", ["supplement_id"])


def downgrade() -> None:
    op.drop_table("roll_changes")
    op.drop_table("roll_supplements")
