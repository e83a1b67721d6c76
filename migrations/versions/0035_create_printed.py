"""A round's own numbers and titles of forms; an election's notices with a clerk's words; a kind of notice for them."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

CODES = tuple(f"F-{number:02}" for number in range(1, 35))
KINDS = "kind IN (%s)"
BEFORE = KINDS % "'election_result', 'posting'"
SINCE = KINDS % "'election_result', 'posting', 'election_paper'"


def _code() -> sa.Enum:
    return sa.Enum(*CODES, name="papercode", native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    _check_kinds(SINCE)
    op.create_table(
        "paper_names",
        sa.Column("id", key, nullable=False),
        sa.Column("round_id", key, nullable=False),
        sa.Column("code", _code(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.CheckConstraint("title <> ''", name=op.f("ck_paper_names_has_title")),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name=op.f("fk_paper_names_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_names")),
        sa.UniqueConstraint("round_id", "code", name=op.f("uq_paper_names_round_id_code")),
    )
    op.create_table(
        "election_papers",
        sa.Column("id", key, nullable=False),
        sa.Column("election_id", key, nullable=False),
        sa.Column("code", _code(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("signer", sa.Text(), nullable=False),
        sa.Column("notice_id", key, nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["election_id"], ["elections.id"], name=op.f("fk_election_papers_election_id")),
        sa.ForeignKeyConstraint(["notice_id"], ["notices.id"], name=op.f("fk_election_papers_notice_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_election_papers")),
        sa.UniqueConstraint("election_id", "code", "part", name=op.f("uq_election_papers_election_id_code_part")),
        sa.UniqueConstraint("notice_id", name=op.f("uq_election_papers_notice_id")),
    )


def _check_kinds(condition: str) -> None:
    with op.batch_alter_table("notices") as notices:
        notices.drop_constraint(op.f("ck_notices_noticekind"), type_="check")
        notices.create_check_constraint(op.f("ck_notices_noticekind"), sa.text(condition))


def downgrade() -> None:
    op.drop_table("election_papers")
    op.drop_table("paper_names")
    for table in ("board_evidences", "notice_versions"):
        rows = sa.table(table, sa.column("notice_id"))
        op.execute(rows.delete().where(rows.c.notice_id.in_(_mine())))
    op.execute("DELETE FROM notices WHERE kind = 'election_paper'")
    _check_kinds(BEFORE)


def _mine() -> sa.Select[int]:
    notices = sa.table("notices", sa.column("id"), sa.column("kind"))
    return sa.select(notices.c.id).where(notices.c.kind == "election_paper")
