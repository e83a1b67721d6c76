"""The public log of every version that was posted: entries, the hashes above them, checkpoints."""

import hashlib
import secrets
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0056"
down_revision = "0055"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "public_logs",
        sa.Column("id", key, nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("size", key, nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_public_logs_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_public_logs")),
    )
    op.create_table(
        "log_entries",
        sa.Column("id", key, nullable=False),
        sa.Column("position", key, nullable=False),
        sa.Column("version_id", key, nullable=False),
        sa.Column("leaf", sa.LargeBinary(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["notice_versions.id"], name=op.f("fk_log_entries_version_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_entries")),
        sa.UniqueConstraint("position", name=op.f("uq_log_entries_position")),
        sa.UniqueConstraint("version_id", name=op.f("uq_log_entries_version_id")),
    )
    op.create_table(
        "log_nodes",
        sa.Column("id", key, nullable=False),
        sa.Column("level", key, nullable=False),
        sa.Column("number", key, nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_nodes")),
        sa.UniqueConstraint("level", "number", name=op.f("uq_log_nodes_level_number")),
    )
    op.create_table(
        "checkpoints",
        sa.Column("id", key, nullable=False),
        sa.Column("size", key, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("key_id", sa.Text(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkpoints")),
        sa.UniqueConstraint("code", name=op.f("uq_checkpoints_code")),
        sa.UniqueConstraint("digest", name=op.f("uq_checkpoints_digest")),
        sa.UniqueConstraint("size", name=op.f("uq_checkpoints_size")),
    )
    _fill()


def _fill() -> None:
    """Every version so far, in the order of posting; the next tick or posting signs a checkpoint over them."""
    bind, now = op.get_bind(), datetime.now(UTC)
    versions = bind.execute(sa.text("SELECT id, fingerprint FROM notice_versions ORDER BY id")).all()
    if not versions:
        return
    if bind.dialect.name == "sqlite":
        now = now.replace(tzinfo=None)
    leaves = [hashlib.sha256(b"\0" + _bytes(fingerprint)).digest() for _id, fingerprint in versions]
    entries = [
        {"position": at, "version_id": version.id, "leaf": leaf, "entered_at": now}
        for at, (version, leaf) in enumerate(zip(versions, leaves, strict=True))
    ]
    metadata = sa.MetaData()
    op.bulk_insert(sa.Table("log_entries", metadata, autoload_with=bind), entries)
    nodes = _nodes(leaves)
    if nodes:
        op.bulk_insert(sa.Table("log_nodes", metadata, autoload_with=bind), nodes)
    origin = f"public-log/{secrets.token_hex(8)}"
    log = sa.Table("public_logs", metadata, autoload_with=bind)
    op.bulk_insert(log, [{"id": 1, "origin": origin, "size": len(leaves)}])


def _bytes(fingerprint: str) -> bytes:
    """What the program hashes; a fingerprint that somebody spoilt before is entered as the text it is now."""
    try:
        return bytes.fromhex(fingerprint)
    except ValueError:
        return fingerprint.encode()


def _nodes(leaves: list[bytes]) -> list[dict[str, object]]:
    """The hash of every complete part above the entries (RFC 6962 2.1)."""
    found: list[dict[str, object]] = []
    row, level = leaves, 0
    while len(row) > 1:
        level += 1
        pairs = zip(row[0::2], row[1::2], strict=False)
        row = [hashlib.sha256(b"\1" + left + right).digest() for left, right in pairs]
        found += [{"level": level, "number": number, "hash": one} for number, one in enumerate(row)]
    return found


def downgrade() -> None:
    for name in ("checkpoints", "log_nodes", "log_entries", "public_logs"):
        op.drop_table(name)
