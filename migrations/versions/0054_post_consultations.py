"""A kind of notice for what people talked over (C-09)."""

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None

KINDS = "kind IN (%s)"
BEFORE = KINDS % "'election_result', 'posting', 'election_paper'"
SINCE = KINDS % "'election_result', 'posting', 'election_paper', 'consultation'"


def upgrade() -> None:
    _check_kinds(SINCE)


def _check_kinds(condition: str) -> None:
    with op.batch_alter_table("notices") as notices:
        notices.drop_constraint(op.f("ck_notices_noticekind"), type_="check")
        notices.create_check_constraint(op.f("ck_notices_noticekind"), sa.text(condition))


def downgrade() -> None:
    for table in ("board_evidences", "notice_versions"):
        rows = sa.table(table, sa.column("notice_id"))
        op.execute(rows.delete().where(rows.c.notice_id.in_(_mine())))
    op.execute("DELETE FROM notices WHERE kind = 'consultation'")
    _check_kinds(BEFORE)


def _mine() -> sa.Select[int]:
    notices = sa.table("notices", sa.column("id"), sa.column("kind"))
    return sa.select(notices.c.id).where(notices.c.kind == "consultation")
