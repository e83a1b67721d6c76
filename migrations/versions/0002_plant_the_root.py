"""The root of the tree, above all provinces."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        sa.text(
            "INSERT INTO divisions "
            "(id, version, code, name, listed_name, level, kind, path, parent_id, listed, since_on) "
            "VALUES (1, 1, '0', '全国', '全国', 'country', 'area', '1/', NULL, :listed, '2000-01-01')"
        ).bindparams(listed=True)
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(sa.text("SELECT setval('divisions_id_seq', 1)"))


def downgrade() -> None:
    op.execute(sa.text("DELETE FROM divisions WHERE id = 1"))
