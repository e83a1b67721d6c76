"""Every item of the catalogue can be posted, not only the monthly accounts (rulebook 5.2)."""

from alembic import op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None

ITEMS = (
    *(f"DW-{at:02}" for at in range(1, 8)),
    *(f"CW-{at:02}" for at in range(1, 23)),
    *(f"FW-{at:02}" for at in range(1, 16)),
)
ACCOUNTS = "FW-02"


def _check(words: tuple[str, ...]) -> str:
    return f"item IN ({', '.join(repr(word) for word in words)})"


def upgrade() -> None:
    with op.batch_alter_table("postings") as postings:
        postings.drop_constraint(op.f("ck_postings_item"), type_="check")
        postings.create_check_constraint(op.f("ck_postings_item"), _check(ITEMS))


def downgrade() -> None:
    with op.batch_alter_table("postings") as postings:
        postings.drop_constraint(op.f("ck_postings_item"), type_="check")
        postings.create_check_constraint(op.f("ck_postings_item"), _check((ACCOUNTS,)))
