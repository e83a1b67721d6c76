"""Several castings of one election: each has its ballot, its stations, its notice; what was found about it later."""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None

POSTS = ("chair", "vice", "member")
CAUSES = (
    "committee",
    "candidates",
    "turnout",
    "equal_numbers",
    "overcount",
    "secret_count",
    "not_announced",
    "other",
)
GROUNDS = ("violence", "threat", "deceit", "bribery", "forged_ballots", "false_count", "failed_vetting")
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _words(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=40)


def _finding() -> list[sa.Column]:
    return [
        sa.Column("finding", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
    ]


def upgrade() -> None:
    with op.batch_alter_table("polls") as polls:
        polls.add_column(sa.Column("opened", sa.Boolean(), server_default=sa.true(), nullable=False))
        polls.add_column(sa.Column("open_stations", sa.JSON(), nullable=True))
        polls.add_column(sa.Column("document", sa.Text(), server_default="", nullable=False))
        polls.add_column(sa.Column("notice_id", KEY, nullable=True))
        polls.create_foreign_key(op.f("fk_polls_notice_id"), "notices", ["notice_id"], ["id"])
    with op.batch_alter_table("polls") as polls:
        polls.alter_column("opened", server_default=None)
        polls.alter_column("document", server_default=None)
    op.add_column("elections", sa.Column("formed_on", sa.Date(), nullable=True))
    op.add_column("candidates", sa.Column("taken_off", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("candidates", sa.Column("vetted_on", sa.Date(), nullable=True))
    op.add_column("candidates", sa.Column("vetting_document", sa.Text(), server_default="", nullable=False))
    with op.batch_alter_table("candidates") as candidates:
        candidates.alter_column("taken_off", server_default=None)
        candidates.alter_column("vetting_document", server_default=None)
    op.create_table(
        "ballot_lines",
        sa.Column("id", KEY, nullable=False),
        sa.Column("poll_id", KEY, nullable=False),
        sa.Column("number", KEY, nullable=False),
        sa.Column("post", _words("post", *POSTS), nullable=False),
        sa.Column("seats", KEY, nullable=False),
        sa.Column("margin", KEY, nullable=False),
        sa.Column("women_only", sa.Boolean(), nullable=False),
        sa.CheckConstraint("seats >= 1", name=op.f("ck_ballot_lines_at_least_one")),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f("fk_ballot_lines_poll_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot_lines")),
        sa.UniqueConstraint("poll_id", "number", name=op.f("uq_ballot_lines_poll_id_number")),
    )
    op.create_table(
        "line_candidates",
        sa.Column("id", KEY, nullable=False),
        sa.Column("line_id", KEY, nullable=False),
        sa.Column("candidate_id", KEY, nullable=False),
        sa.Column("position", KEY, nullable=False),
        sa.ForeignKeyConstraint(["line_id"], ["ballot_lines.id"], name=op.f("fk_line_candidates_line_id")),
        sa.ForeignKeyConstraint(["candidate_id"], ["candidates.id"], name=op.f("fk_line_candidates_candidate_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_line_candidates")),
        sa.UniqueConstraint("line_id", "candidate_id", name=op.f("uq_line_candidates_line_id_candidate_id")),
    )
    op.create_index(op.f("ix_line_candidates_candidate_id"), "line_candidates", ["candidate_id"])
    op.create_table(
        "poll_voids",
        sa.Column("id", KEY, nullable=False),
        sa.Column("poll_id", KEY, nullable=False),
        sa.Column("cause", _words("voidcause", *CAUSES), nullable=False),
        *_finding(),
        sa.Column("declared_on", sa.Date(), nullable=False),
        sa.Column("declared_by_id", KEY, nullable=False),
        sa.Column("declared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f("fk_poll_voids_poll_id")),
        sa.ForeignKeyConstraint(["declared_by_id"], ["accounts.id"], name=op.f("fk_poll_voids_declared_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poll_voids")),
        sa.UniqueConstraint("poll_id", name=op.f("uq_poll_voids_poll_id")),
    )
    op.create_table(
        "unseatings",
        sa.Column("id", KEY, nullable=False),
        sa.Column("poll_id", KEY, nullable=False),
        sa.Column("candidate_id", KEY, nullable=False),
        sa.Column("ground", _words("unseatground", *GROUNDS), nullable=False),
        *_finding(),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("decided_by_id", KEY, nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f("fk_unseatings_poll_id")),
        sa.ForeignKeyConstraint(["candidate_id"], ["candidates.id"], name=op.f("fk_unseatings_candidate_id")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["accounts.id"], name=op.f("fk_unseatings_decided_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unseatings")),
        sa.UniqueConstraint("poll_id", "candidate_id", name=op.f("uq_unseatings_poll_id_candidate_id")),
    )
    op.create_index(op.f("ix_unseatings_candidate_id"), "unseatings", ["candidate_id"])


def downgrade() -> None:
    for table in ("unseatings", "poll_voids", "line_candidates", "ballot_lines"):
        op.drop_table(table)
    for column in ("vetting_document", "vetted_on", "taken_off"):
        op.drop_column("candidates", column)
    op.drop_column("elections", "formed_on")
    with op.batch_alter_table("polls") as polls:
        polls.drop_constraint(op.f("fk_polls_notice_id"), type_="foreignkey")
        for column in ("notice_id", "document", "open_stations", "opened"):
            polls.drop_column(column)
