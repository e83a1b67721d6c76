"""The public log with a million entries: one proof from the database, and the verifier over a whole export."""

import hashlib
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from tests.bench.measured import Measured, medians, seconds
from tests.builders.accounts import account
from tests.builders.database import ROOT
from tests.builders.divisions import division_tree
from tests.drills.drill import sqlite_app
from tests.notices.test_notices import notice_of
from villagegov.extensions import db
from villagegov.notices.models import LogEntry, LogNode, NoticeVersion, PublicLog
from villagegov.notices.queries.log import inclusion_proof
from villagegov.notices.rules.canonical import Field, canonical_form, fingerprint_of
from villagegov.notices.rules.checkpoint import Head, signed_note, verifier_key
from villagegov.notices.rules.export import end_line, head_line, line
from villagegov.notices.rules.merkle import Edge, leaf_hash, root_by_inclusion
from villagegov.notices.signing import Signer

SIZE = 1_000_000
#: Fields of a notice, and how many notices one checkpoint covers on average.
FIELDS, APART = 20, 1
AT_ONCE = 20_000
#: Seconds that the issue allows.
PROOF, VERIFIER = 0.05, 60.0


def proof_among_a_million() -> Measured:
    """One inclusion proof; the floor is what the issue allows."""
    with sqlite_app() as app, app.app_context():
        root = _filled()
        leaf = leaf_hash(b"654321")
        proof = inclusion_proof(654_321, SIZE)
        assert root_by_inclusion(leaf, 654_321, SIZE, proof) == root
        ours, _again = medians(lambda: inclusion_proof(654_321, SIZE), lambda: None, before=db.session.rollback)
    return Measured(f"inclusion proof among {SIZE:,} entries (floor: 50 ms)", ours, PROOF, 1.0)


def _filled() -> bytes:
    """Rows for a million entries, all but the first of invented versions."""
    unit = division_tree().village
    notice = notice_of(unit, account(division=unit))
    given = {
        "notice_id": notice.id,
        "fields": [],
        "fingerprint": "",
        "posted_by_id": 1,
        "posted_by_name": "",
        "reason": "x",
    }
    moment, edge = datetime(2026, 1, 1, tzinfo=UTC), Edge()
    for table in (LogNode, LogEntry):
        db.session.query(table).delete()
    for start in range(0, SIZE, AT_ONCE):
        entries, nodes, versions = [], [], []
        for at in range(start, start + AT_ONCE):
            leaf = leaf_hash(str(at).encode())
            nodes += [{"level": one.level, "number": one.number, "hash": found} for one, found in edge.add(leaf)]
            versions.append({**given, "id": at + 2, "version_number": at + 2, "posted_at": moment})
            entries.append({"position": at, "version_id": at + 2, "leaf": leaf, "entered_at": moment})
        for table, rows in ((NoticeVersion, versions), (LogEntry, entries), (LogNode, nodes)):
            db.session.execute(insert(table), rows)
    db.session.query(PublicLog).update({"size": SIZE})
    db.session.commit()
    return edge.root


def verifier_over_a_million() -> Measured:
    """The whole export and one receipt, in a program of its own; the floor is what the issue allows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.json"
        point = _written(path)
        kept = Path(folder) / "checkpoint.txt"
        kept.write_text(point, encoding="utf-8")
        command = [sys.executable, str(ROOT / "templates" / "notices" / "verifier.py"), str(path), str(kept)]
        ours = seconds(lambda: subprocess.run(command, check=True, capture_output=True))
    return Measured(f"verifier over {SIZE:,} entries of {FIELDS} fields (floor: 60 s)", ours, VERIFIER, 1.0)


def _written(path: Path) -> str:
    """An export with a checkpoint after every entry; the checkpoint over half of it."""
    signer, edge, half = Signer("1", bytes(32)), Edge(), ""
    body = path.with_suffix(".body")
    with body.open("w", encoding="utf-8") as target:
        for at in range(SIZE):
            said = _entry(at)
            edge.add(bytes.fromhex(str(said["leaf"])))
            target.write(line(said))
            note = _note(edge, signer, signed=at + 1 in (SIZE, SIZE // 2))
            half = note if at + 1 == SIZE // 2 else half
            target.write(line({"checkpoint": note, "audits": []}))
        target.write(end_line(SIZE))
    key = verifier_key("log", signer.public)
    with path.open("wb") as target_, body.open("rb") as source:
        target_.write(head_line(origin="log", size=SIZE, made_at="", keys=[key], newest=note).encode())
        while part := source.read(1 << 24):
            target_.write(part)
    body.unlink()
    return half


def _note(edge: Edge, signer: Signer, *, signed: bool) -> str:
    text = Head("log", edge.size, edge.root).text
    return signed_note(text, "log", signer.public, signer.sign(text) if signed else bytes(64))


def _entry(at: int) -> dict[str, Any]:
    salt = hashlib.md5(str(at).encode()).hexdigest()  # noqa: S324 # sixteen bytes of anything
    fields = [Field(f"field_{number}", f"第{at}号公告的第{number}项内容", salt) for number in range(FIELDS)]
    heading = {"unit": "17", "number": f"2026-{at}", "version": "1", "posted": "2026-01-01T08:00:00+08:00"}
    canonical = canonical_form(heading, fields)
    fingerprint = fingerprint_of(canonical)
    opened = {one.name: [one.value, one.salt] for one in fields}
    said = {"entry": at, "leaf": leaf_hash(bytes.fromhex(fingerprint)).hex(), "unit": "990101001201", "name": "示例村"}
    return {
        **said,
        "notice": f"2026-{at}",
        "version": 1,
        "kind": "posting",
        "fingerprint": fingerprint,
        "canonical": canonical,
        "open": opened,
        "shown": {},
    }
