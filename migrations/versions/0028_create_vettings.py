"""What each department said of a nominee."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def _words(name: str, *words: str) -> sa.Enum:
    return sa.Enum(*words, name=name, native_enum=False, create_constraint=True, length=40)


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "vettings",
        sa.Column("id", key, nullable=False),
        sa.Column("nominee_id", key, nullable=False),
        sa.Column("department", _words("department", "civil", "supervisory", "police", "other"), nullable=False),
        sa.Column("other_name", sa.Text(), nullable=False),
        sa.Column("result", _words("vettingresult", "pass", "fail"), nullable=False),
        sa.Column("bar", _words("bar", "expelled", "punished", "clan", "cult"), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("handler", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("bar IS NULL OR result = 'fail'", name=op.f("ck_vettings_whoever_is_barred_fails")),
        sa.ForeignKeyConstraint(["nominee_id"], ["nominees.id"], name=op.f("fk_vettings_nominee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vettings")),
        sa.UniqueConstraint(
            "nominee_id", "department", "other_name", name=op.f("uq_vettings_nominee_id_department_other_name")
        ),
    )


def downgrade() -> None:
    op.drop_table("vettings")
