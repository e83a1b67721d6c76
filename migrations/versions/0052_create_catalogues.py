"""What has to be posted is a dated list that counties adopt; events and petitions open what is posted at once."""

import sqlalchemy as sa
from alembic import op

revision = "0052"
down_revision = "0051"
branch_labels = None
depends_on = None

ITEMS = (
    *(f"DW-{at:02}" for at in range(1, 8)),
    *(f"CW-{at:02}" for at in range(1, 23)),
    *(f"FW-{at:02}" for at in range(1, 16)),
)
CADENCES = ("monthly", "quarterly", "half_yearly", "yearly", "at_once", "standing")
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def _word(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def _version() -> sa.Column[int]:
    return sa.Column("version", sa.Integer(), server_default="1", nullable=False)


def upgrade() -> None:
    op.create_table(
        "catalogues",
        sa.Column("id", KEY, nullable=False),
        sa.Column("division_id", KEY, nullable=False),
        sa.Column("committee", _word("committeekind", "village", "residents"), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("entered_at", MOMENT, nullable=False),
        sa.Column("entered_by_id", KEY, nullable=False),
        sa.Column("entered_by_name", sa.Text(), nullable=False),
        sa.Column("adopted_at", MOMENT, nullable=True),
        sa.Column("adopted_by_name", sa.Text(), nullable=False),
        _version(),
        sa.ForeignKeyConstraint(["division_id"], ["divisions.id"], name=op.f("fk_catalogues_division_id")),
        sa.ForeignKeyConstraint(["entered_by_id"], ["accounts.id"], name=op.f("fk_catalogues_entered_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalogues")),
        sa.UniqueConstraint(
            "division_id", "committee", "from_on", name=op.f("uq_catalogues_division_id_committee_from_on")
        ),
    )
    op.create_table(
        "catalogue_entries",
        sa.Column("id", KEY, nullable=False),
        sa.Column("catalogue_id", KEY, nullable=False),
        sa.Column("item", _word("item", *ITEMS), nullable=False),
        sa.Column("asked", sa.Boolean(), nullable=False),
        sa.Column("cadence", _word("cadence", *CADENCES), nullable=False),
        sa.Column("posted_here", sa.Boolean(), nullable=False),
        sa.Column("attach", sa.Text(), nullable=False),
        _version(),
        sa.ForeignKeyConstraint(["catalogue_id"], ["catalogues.id"], name=op.f("fk_catalogue_entries_catalogue_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalogue_entries")),
        sa.UniqueConstraint("catalogue_id", "item", name=op.f("uq_catalogue_entries_catalogue_id_item")),
    )
    op.create_table(
        "occasions",
        sa.Column("id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.Column("item", _word("item", *ITEMS), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("came_from", sa.Text(), nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("recorded_by_id", KEY, nullable=False),
        sa.Column("recorded_by_name", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.Column("withdrawn_by_name", sa.Text(), nullable=False),
        sa.Column("withdrawn_because", sa.Text(), nullable=False),
        _version(),
        sa.CheckConstraint(
            "withdrawn_at IS NULL OR withdrawn_because <> ''", name=op.f("ck_occasions_withdrawn_with_reason")
        ),
        sa.ForeignKeyConstraint(["recorded_by_id"], ["accounts.id"], name=op.f("fk_occasions_recorded_by_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["divisions.id"], name=op.f("fk_occasions_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occasions")),
    )
    op.create_index(op.f("ix_occasions_unit_id_happened_on"), "occasions", ["unit_id", "happened_on"])
    op.create_table(
        "item_petitions",
        sa.Column("id", KEY, nullable=False),
        sa.Column("occasion_id", KEY, nullable=False),
        sa.Column("asked_by", _word("askedby", "villagers", "representatives"), nullable=False),
        sa.Column("askers", KEY, nullable=False),
        sa.Column("base", KEY, nullable=False),
        sa.Column("base_source", sa.Text(), nullable=False),
        sa.CheckConstraint("askers > 0 AND askers <= base", name=op.f("ck_item_petitions_askers_within_base")),
        sa.ForeignKeyConstraint(["occasion_id"], ["occasions.id"], name=op.f("fk_item_petitions_occasion_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_petitions")),
        sa.UniqueConstraint("occasion_id", name=op.f("uq_item_petitions_occasion_id")),
    )


def downgrade() -> None:
    op.drop_table("item_petitions")
    op.drop_index(op.f("ix_occasions_unit_id_happened_on"), "occasions")
    op.drop_table("occasions")
    op.drop_table("catalogue_entries")
    op.drop_table("catalogues")
