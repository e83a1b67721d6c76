"""Offices that end before their term or stand aside, and complaints about elections."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

KINDS = ("resignation", "ceased", "suspension")
GROUNDS = ("incapacity", "sentenced", "twice_unfit")
OUTCOMES = ("passed", "not_passed", "withdrawn", "ended", "lifted")
MATTERS = ("procedure", "result", "misconduct")
FINDINGS = ("upheld", "partly", "unfounded")


def words(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "departures",
        sa.Column("id", key, nullable=False),
        sa.Column("unit_id", key, nullable=False),
        sa.Column("term_id", key, nullable=False),
        sa.Column("kind", words("departurekind", *KINDS), nullable=False),
        sa.Column("ground", words("ceaseground", *GROUNDS), nullable=True),
        sa.Column("filed_on", sa.Date(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("file_id", key, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("decision_id", key, nullable=True),
        sa.Column("outcome", words("departureoutcome", *OUTCOMES), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("posted_on", sa.Date(), nullable=True),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by_name", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("(closed_on IS NULL) = (outcome IS NULL)", name=op.f("ck_departures_closed_with_outcome")),
        sa.CheckConstraint("(kind = 'ceased') = (ground IS NOT NULL)", name=op.f("ck_departures_ceased_on_a_ground")),
        sa.ForeignKeyConstraint(["unit_id"], ["divisions.id"], name=op.f("fk_departures_unit_id")),
        sa.ForeignKeyConstraint(["term_id"], ["terms.id"], name=op.f("fk_departures_term_id")),
        sa.ForeignKeyConstraint(["file_id"], ["stored_files.id"], name=op.f("fk_departures_file_id")),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name=op.f("fk_departures_decision_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_departures")),
    )
    op.create_index(op.f("ix_departures_unit_id"), "departures", ["unit_id"])
    waiting = sa.text("closed_on IS NULL")
    op.create_index(
        "uq_departures_open", "departures", ["term_id"], unique=True, sqlite_where=waiting, postgresql_where=waiting
    )
    op.create_table(
        "disputes",
        sa.Column("id", key, nullable=False),
        sa.Column("election_id", key, nullable=False),
        sa.Column("number", key, nullable=False),
        sa.Column("matter", words("disputematter", *MATTERS), nullable=False),
        sa.Column("complainant", sa.Text(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by_name", sa.Text(), nullable=False),
        sa.Column("finding", words("disputeanswer", *FINDINGS), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answered_by_name", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("(answered_on IS NULL) = (finding IS NULL)", name=op.f("ck_disputes_answered_with_finding")),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_disputes_election_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disputes")),
        sa.UniqueConstraint("election_id", "number", name=op.f("uq_disputes_election_id_number")),
    )


def downgrade() -> None:
    op.drop_table("disputes")
    op.drop_table("departures")
