"""What provinces and rounds decide for themselves; planned days; rounds for practice."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    committee = sa.Enum(
        "village", "residents", name="committeekind", native_enum=False, create_constraint=True, length=40
    )
    op.create_table(
        "law_settings",
        sa.Column("id", key, nullable=False),
        sa.Column("division_id", key, nullable=False),
        sa.Column("committee", committee, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["division_id"], ["divisions.id"], name=op.f("fk_law_settings_division_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_law_settings")),
        sa.UniqueConstraint(
            "division_id",
            "committee",
            "name",
            "from_on",
            name=op.f("uq_law_settings_division_id_committee_name_from_on"),
        ),
    )
    empty = {"nullable": False, "server_default": sa.text("'{}'")}
    with op.batch_alter_table("rounds") as rounds:
        rounds.add_column(sa.Column("own_values", sa.JSON(), **empty))
        rounds.add_column(sa.Column("practice", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("elections") as elections:
        elections.add_column(sa.Column("own_values", sa.JSON(), **empty))
        elections.add_column(sa.Column("plan", sa.JSON(), **empty))
    op.add_column("rolls", sa.Column("posted_for", sa.Date(), nullable=True))
    op.execute(
        "UPDATE rolls SET posted_for = (SELECT polling_day FROM elections WHERE elections.id = rolls.election_id) "
        "WHERE posted_on IS NOT NULL"
    )


def downgrade() -> None:
    op.drop_column("rolls", "posted_for")
    with op.batch_alter_table("elections") as elections:
        elections.drop_column("plan")
        elections.drop_column("own_values")
    with op.batch_alter_table("rounds") as rounds:
        rounds.drop_column("practice")
        rounds.drop_column("own_values")
    op.drop_table("law_settings")
