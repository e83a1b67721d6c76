"""A posted result filed with the township, and the certificates of those elected."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "filings",
        sa.Column("id", key, nullable=False),
        sa.Column("election_id", key, nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("sent_as", sa.Text(), nullable=False),
        sa.Column("sent_by_name", sa.Text(), nullable=False),
        sa.Column("returned_because", sa.Text(), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("accepted_as", sa.Text(), nullable=False),
        sa.Column("accepted_by_name", sa.Text(), nullable=False),
        sa.Column("certified_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("accepted_on IS NULL OR sent_on IS NOT NULL", name=op.f("ck_filings_accepted_when_sent")),
        sa.CheckConstraint(
            "certified_on IS NULL OR accepted_on IS NOT NULL", name=op.f("ck_filings_certified_when_accepted")
        ),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_filings_election_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_filings")),
        sa.UniqueConstraint("election_id", name=op.f("uq_filings_election_id")),
    )
    op.create_table(
        "certificates",
        sa.Column("id", key, nullable=False),
        sa.Column("election_id", key, nullable=False),
        sa.Column("term_id", key, nullable=False),
        sa.Column("issuer_id", key, nullable=False),
        sa.Column("issuer_name", sa.Text(), nullable=False),
        sa.Column("year", key, nullable=False),
        sa.Column("number", key, nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("issued_by_name", sa.Text(), nullable=False),
        sa.Column("voided_on", sa.Date(), nullable=True),
        sa.Column("voided_because", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "voided_on IS NULL OR voided_because <> ''", name=op.f("ck_certificates_voided_with_reason")
        ),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_certificates_election_id")),
        sa.ForeignKeyConstraint(["term_id"], ["terms.id"], name=op.f("fk_certificates_term_id")),
        sa.ForeignKeyConstraint(["issuer_id"], ["divisions.id"], name=op.f("fk_certificates_issuer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificates")),
        sa.UniqueConstraint("issuer_id", "year", "number", name=op.f("uq_certificates_issuer_id_year_number")),
    )
    op.create_index(op.f("ix_certificates_election_id"), "certificates", ["election_id"])
    standing = sa.text("voided_on IS NULL")
    op.create_index(
        "uq_certificates_standing",
        "certificates",
        ["term_id"],
        unique=True,
        sqlite_where=standing,
        postgresql_where=standing,
    )


def downgrade() -> None:
    op.drop_table("certificates")
    op.drop_table("filings")
