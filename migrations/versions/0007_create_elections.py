"""Rounds, elections, seats, rolls, candidates and stations."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rounds",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("division_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("goal", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("closes_on >= opens_on", name=op.f("ck_rounds_closes_after_opening")),
        sa.CheckConstraint("goal BETWEEN 1 AND 100", name=op.f("ck_rounds_goal_is_a_share")),
        sa.ForeignKeyConstraint(["division_id"], ["divisions.id"], name=op.f("fk_rounds_division_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rounds")),
        sa.UniqueConstraint("division_id", "name", name=op.f("uq_rounds_division_id_name")),
    )
    op.create_table(
        "elections",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("round_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "committee",
            sa.Enum("village", "residents", name="committeekind", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column(
            "method",
            sa.Enum(
                "voters", "households", "reps", name="method", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("polling_day", sa.Date(), nullable=False),
        sa.Column("term_years", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("candidates_posted_on", sa.Date(), nullable=True),
        sa.Column("result_notice_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["result_notice_id"], ["notices.id"], name=op.f("fk_elections_result_notice_id")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_elections_round_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["divisions.id"], name=op.f("fk_elections_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_elections")),
        sa.UniqueConstraint("round_id", "unit_id", name=op.f("uq_elections_round_id_unit_id")),
        sa.UniqueConstraint("unit_id", "number", name=op.f("uq_elections_unit_id_number")),
    )
    op.create_table(
        "seats",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("election_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "post",
            sa.Enum("chair", "vice", "member", name="post", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("seats", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("margin", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.CheckConstraint("seats >= 1", name=op.f("ck_seats_at_least_one")),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_seats_election_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seats")),
        sa.UniqueConstraint("election_id", "post", name=op.f("uq_seats_election_id_post")),
    )
    op.create_table(
        "rolls",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("election_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("registered", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=True),
        sa.Column("frozen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "frozen_at IS NULL OR (posted_on IS NOT NULL AND fingerprint <> '')", name=op.f("ck_rolls_frozen_is_posted")
        ),
        sa.CheckConstraint("registered >= 0", name=op.f("ck_rolls_registered_not_negative")),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_rolls_election_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rolls")),
        sa.UniqueConstraint("election_id", name=op.f("uq_rolls_election_id")),
    )
    op.create_table(
        "roll_entries",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("roll_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("round_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("group_name", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "sex",
            sa.Enum("female", "male", name="sex", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("born_on", sa.Date(), nullable=False),
        sa.Column(
            "category",
            sa.Enum(
                "resident", "absent", "admitted", name="category", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("person_key", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_id", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["roll_id"], ["rolls.id"], name=op.f("fk_roll_entries_roll_id")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_roll_entries_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roll_entries")),
        sa.UniqueConstraint("roll_id", "number", name=op.f("uq_roll_entries_roll_id_number")),
        sa.UniqueConstraint("round_id", "person_key", name=op.f("uq_roll_entries_round_id_person_key")),
    )
    op.create_index(op.f("ix_roll_entries_roll_id_name"), "roll_entries", ["roll_id", "name"], unique=False)
    op.create_table(
        "candidates",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("election_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("roll_entry_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "post",
            sa.Enum("chair", "vice", "member", name="post", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column(
            "origin",
            sa.Enum("listed", "write_in", name="origin", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("position", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("is_woman", sa.Boolean(), nullable=False),
        sa.Column("birth_year", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_candidates_election_id")),
        sa.ForeignKeyConstraint(["roll_entry_id"], ["roll_entries.id"], name=op.f("fk_candidates_roll_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidates")),
        sa.UniqueConstraint("election_id", "roll_entry_id", name=op.f("uq_candidates_election_id_roll_entry_id")),
    )
    op.create_table(
        "stations",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("election_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "central", "station", "mobile", name="stationkind", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("listed_voters", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("listed_voters IS NULL OR listed_voters >= 0", name=op.f("ck_stations_listed_not_negative")),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_stations_election_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stations")),
        sa.UniqueConstraint("election_id", "name", name=op.f("uq_stations_election_id_name")),
    )
    op.create_index(op.f("ix_stations_election_id"), "stations", ["election_id"], unique=False)


def downgrade() -> None:
    op.drop_table("stations")
    op.drop_table("candidates")
    op.drop_table("roll_entries")
    op.drop_table("rolls")
    op.drop_table("seats")
    op.drop_table("elections")
    op.drop_table("rounds")
