"""The vice chair of an election committee."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

OFFICES = (
    "chair",
    "vice",
    "member",
    "supervision_head",
    "supervision_member",
    "election_head",
    "election_member",
    "representative",
    "group_leader",
    "village_clerk",
    "bookkeeper",
    "cashier",
)
ADDED = "election_vice"


def _check(words: tuple[str, ...]) -> str:
    return f"office IN ({', '.join(repr(word) for word in words)})"


def upgrade() -> None:
    with op.batch_alter_table("terms") as terms:
        terms.drop_constraint(op.f("ck_terms_office"), type_="check")
        terms.create_check_constraint(op.f("ck_terms_office"), _check((*OFFICES, ADDED)))


def downgrade() -> None:
    op.execute(sa.text(f"UPDATE terms SET office = 'election_member' WHERE office = '{ADDED}'"))  # noqa: S608 # own words
    with op.batch_alter_table("terms") as terms:
        terms.drop_constraint(op.f("ck_terms_office"), type_="check")
        terms.create_check_constraint(op.f("ck_terms_office"), _check(OFFICES))
