"""T1 to T9, T11: notices, log, checkpoints, record and key changed behind our back, found by the stand-alone verifier.

It is given what an outsider has: today's export, and what he kept from before: a receipt or the code on a paper.
"""

import io
import json
import random
import runpy
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask, current_app
from sqlalchemy import text

from tests.builders.accounts import account
from tests.builders.board import files_of, swapped
from tests.builders.database import REFERENCES_WAIT, ROOT
from tests.builders.disclosure import Hands, drafted, hands, joint_decision, picture_of, say
from tests.builders.divisions import Tree, division_tree
from tests.drills.drill import Found
from villagegov.disclosure.operations import publish, review
from villagegov.extensions import db
from villagegov.files.models import StoredFile
from villagegov.notices import log
from villagegov.notices.models import Checkpoint, LogEntry, LogNode, Notice, NoticeVersion, PublicLog
from villagegov.notices.operations import correct_notice, post_notice
from villagegov.notices.queries import canonical_of
from villagegov.notices.rules import fingerprint_of
from villagegov.notices.signing import Signer, signer_of
from villagegov.notices.vocabulary import NoticeKind
from villagegov.transaction import transaction
from villagegov.web.keyring import keys

VERIFIER = runpy.run_path(str(ROOT / "templates" / "notices" / "verifier.py"))
#: Notices posted before the receipts were taken, and after.
BEFORE, AFTER = 5, 3
TABLES = ("checkpoints", "log_nodes", "log_entries", "public_logs", "notice_versions", "notices")
TABLES = (*TABLES, "audit_entries", "audit_chains")

Pick = random.Random


class World:
    """A log with a posting among its notices, and what outsiders keep of it."""

    def __init__(self, app: Flask, folder: Path) -> None:
        self.app, self.folder, self.tree = app, folder, division_tree()
        self.clerk = account(division=self.tree.village, name="李秀兰")
        self.attached = posted_with_picture(hands(unit=self.tree.neighbour))
        self.picture = files_of().read(self.attached.served_sha256)
        posted(self.tree, self.clerk, BEFORE - 1)
        with transaction():
            notice = db.session.query(Notice).order_by(Notice.id.desc()).first()
            assert notice is not None
            correct_notice(notice=notice, fields={"title": "更正"}, reason="错字", actor=self.clerk)
        self.code = db.session.query(Checkpoint).order_by(Checkpoint.size.desc()).first().code  # type: ignore[union-attr] # just made
        self.receipts = [self._receipt(number) for number in range(1, BEFORE + 2)]
        posted(self.tree, self.clerk, AFTER)
        self.before = self.export("before.json")
        self.kept = rows()

    def _receipt(self, number: int) -> str:
        path = self.folder / f"receipt-{number}.json"
        path.write_bytes(self.app.test_client().get(f"/verify/receipts/{number}").data)
        return str(path)

    def export(self, name: str) -> str:
        """What the administrator hands out."""
        path = str(self.folder / name)
        told = self.app.test_cli_runner().invoke(args=["notices", "export", path])
        assert told.exit_code == 0, told.output
        return path


def posted(tree: Tree, clerk: object, count: int) -> None:
    """Results of two villages by turns."""
    for number in range(count):
        with transaction():
            unit = tree.neighbour if number % 2 else tree.village
            fields = {"title": f"第{number}号", "elected": "张三\n李四", "remark": ""}
            post_notice(unit=unit, kind=NoticeKind.ELECTION_RESULT, fields=fields, keep_days=15, actor=clerk)  # type: ignore[arg-type] # an account


def posted_with_picture(who: Hands) -> StoredFile:
    """A month with an attachment, on the board."""
    made = drafted(who=who)
    kept = picture_of(made).file
    with transaction(made):
        review.hand_to_supervisors(posting=made, actor=who.clerk)
    for one in who.supervisors[:2]:
        say(posting=made, by=one)
    decision = joint_decision(who=who)
    with transaction(made):
        publish.settle_jointly(posting=made, decision=decision, actor=who.clerk)
    with transaction(made):
        publish.post(posting=made, actor=who.chair)
    return kept


def verified(*arguments: str) -> tuple[int, str]:
    """What the verifier says: exit code and words."""
    words = io.StringIO()
    with redirect_stdout(words):
        code = VERIFIER["main"](list(arguments))
    return code, words.getvalue()


def rows() -> dict[str, list[dict[str, object]]]:
    """Everything that is tampered with."""
    db.session.rollback()
    every = {name: db.session.execute(text(f"SELECT * FROM {name}")).mappings() for name in TABLES}  # noqa: S608 # tables of ours
    return {name: [dict(row) for row in found] for name, found in every.items()}


def restore(kept: dict[str, list[dict[str, object]]]) -> None:
    """Put everything back."""
    db.session.rollback()
    for name in TABLES:
        sql(f"DELETE FROM {name}")  # noqa: S608 # see above
    for name in reversed(TABLES):
        table = db.metadata.tables[name]
        plain = {column.name for column in table.columns}
        for row in kept[name]:
            names = ", ".join(row)
            marks = ", ".join(f":{one}" for one in row)
            values = {key: json.dumps(value) if isinstance(value, list) else value for key, value in row.items()}
            assert plain >= set(row)
            sql(f"INSERT INTO {name} ({names}) VALUES ({marks})", **values)  # noqa: S608 # see above
    db.session.commit()


def sql(statement: str, **values: object) -> None:
    """Go behind the program's back; references are not looked at."""
    db.session.execute(text(REFERENCES_WAIT[db.engine.dialect.name == "postgresql"]))
    db.session.execute(text(statement), values)


def version_of(pick: Pick) -> NoticeVersion:
    """One of those that somebody has a receipt of."""
    entry = db.session.query(LogEntry).filter_by(position=pick.randrange(BEFORE + 1)).one()
    return entry.version


def named(version: NoticeVersion) -> str:
    """How the verifier names it."""
    notice = version.notice
    return f"{notice.unit.code} {notice.year}-{notice.number} v{version.version_number}"


def changed(pick: Pick, _world: World) -> str:
    """T1: one value, a letter of it."""
    version = version_of(pick)
    told, at = named(version), pick.randrange(len(version.fields))
    version.fields = [
        [name, value + "改" if at == here else value, salt] for here, (name, value, salt) in enumerate(version.fields)
    ]
    db.session.flush()
    return told


def changed_with_fingerprint(pick: Pick, world: World) -> str:
    """T1: and its fingerprint computed anew."""
    told = changed(pick, world)
    for version in db.session.query(NoticeVersion):
        version.fingerprint = fingerprint_of(canonical_of(version))
    db.session.flush()
    return told


def chained_anew(pick: Pick, world: World, signer: Signer | None = None) -> str:
    """T7: and the whole log, every checkpoint signed with the server's own key."""
    changed_with_fingerprint(pick, world)
    versions = [one.version for one in db.session.query(LogEntry).order_by(LogEntry.position)]
    origin = db.session.query(PublicLog).one().origin
    for table in (Checkpoint, LogNode, LogEntry):
        db.session.query(table).delete()
    db.session.query(PublicLog).one().size = 0
    for version in versions:
        log.note(version)
        log.append(db.session(), signer or signer_of(keys()))
    assert db.session.query(PublicLog).one().origin == origin
    return "receipt-"


def removed(pick: Pick, _world: World) -> str:
    """T2: a version with its entry."""
    version = version_of(pick)
    position = db.session.query(LogEntry).filter_by(version_id=version.id).one().position
    sql("DELETE FROM log_entries WHERE version_id = :id", id=version.id)
    sql("DELETE FROM notice_versions WHERE id = :id", id=version.id)
    return f": {position + 2} "


def renumbered(pick: Pick, _world: World) -> str:
    """T2: another number."""
    notice = version_of(pick).notice
    sql("UPDATE notices SET number = :number WHERE id = :id", number=pick.randint(100, 999), id=notice.id)
    db.session.expire_all()
    return f"{notice.unit.code} {notice.year}-{notice.number} v1"


def moved(pick: Pick, world: World) -> str:
    """T2: to another committee."""
    notice = version_of(pick).notice
    sql(
        "UPDATE notices SET unit_id = :unit, number = :n WHERE id = :id",
        unit=world.tree.far.id,
        n=700 + notice.id,
        id=notice.id,
    )
    db.session.expire_all()
    return f"{notice.unit.code} {notice.year}-{notice.number} v1"


def attachment_swapped(_pick: Pick, world: World) -> str:
    """T3: other bytes on the disk."""
    swapped(stored=world.attached, data=b"something else")
    return "file.1"


def entry_edited(pick: Pick, _world: World) -> str:
    """T4: somebody else did it."""
    sql("UPDATE audit_entries SET actor_name = :name WHERE number = 1", name=pick.choice(["别人", "王芳 "]))
    return "操作记录第 1 条"


def record_cut(pick: Pick, world: World) -> str:
    """T5: the last entries of a unit's record, its head set back."""
    chain = db.session.execute(
        text("SELECT id, length FROM audit_chains WHERE place_id = :p"), {"p": world.tree.village.id}
    ).one()
    length = chain.length - pick.randint(1, min(10, chain.length - 1))
    sql("DELETE FROM audit_entries WHERE chain_id = :id AND number > :length", id=chain.id, length=length)
    head = "(SELECT digest FROM audit_entries WHERE chain_id = :id AND number = :length)"
    sql(f"UPDATE audit_chains SET length = :length, head = {head} WHERE id = :id", id=chain.id, length=length)  # noqa: S608 # our own words
    return "被改动或截断"


def set_back(pick: Pick, _world: World) -> str:
    """T6: yesterday's database, from before the receipts."""
    size = pick.randint(1, BEFORE)
    gone = "(SELECT version_id FROM log_entries WHERE position >= :size)"
    sql(f"DELETE FROM notice_versions WHERE id IN {gone}", size=size)  # noqa: S608 # see above
    sql("DELETE FROM log_entries WHERE position >= :size", size=size)
    sql("DELETE FROM checkpoints WHERE size > :size", size=size)
    sql("UPDATE public_logs SET size = :size", size=size)
    db.session.expire_all()
    return "记录比它少"


def checkpoint_changed(pick: Pick, _world: World) -> str:
    """T8: another text in the table of checkpoints, well signed."""
    point = db.session.query(Checkpoint).filter_by(size=BEFORE + 1).one()
    point.text = point.text.replace("time 20", pick.choice(["time 19", "time 21"]), 1)
    point.signature = signer_of(keys()).sign(point.text)
    return "导出里没有这个检查点"


def key_changed(pick: Pick, _world: World) -> str:
    """T8: another key, and every checkpoint signed with it."""
    ring = {"IDENTITY_KEYS": {"1": pick.randbytes(32).hex()}}
    current_app.config.update(ring)
    current_app.extensions.pop("identity_keys", None)
    for point in db.session.query(Checkpoint):
        point.signature = signer_of(keys()).sign(point.text)
    return "密钥不是导出里的"


KINDS: tuple[Callable[[Pick, World], str], ...] = (
    *(changed, changed_with_fingerprint, chained_anew, removed, renumbered, moved),
    *(attachment_swapped, entry_edited, record_cut, set_back, checkpoint_changed, key_changed),
)


def log_tampered_with(app: Flask, number: int) -> Found:
    """`number` trials of each kind, and as many of two views (T9); what was changed must be named."""
    found = Found(0)
    with TemporaryDirectory() as name:
        world = World(app, Path(name))
        honest = verified(world.before, *world.receipts, world.code)
        assert honest[0] == 0, honest[1]
        for trial in range(number):
            for kind in KINDS:
                pick = random.Random(trial)
                expected = kind(pick, world)
                db.session.commit()
                code, told = verified(world.export("after.json"), *world.receipts)
                undone(world, kind)
                found.tried += 1
                if code != 1 or expected not in told:
                    found.faults.append(f"{kind.__name__} {trial}, {expected} expected: {code} {told}")
            found.tried += 1
            found.faults += two_views(world, trial)
    found.note = (
        f"{number} each of {len(KINDS) + 1} kinds; {BEFORE + AFTER + 1} entries, {len(world.receipts)} receipts"
    )
    return found


def undone(world: World, kind: Callable[[Pick, World], str]) -> None:
    """Everything as it was."""
    if kind is key_changed:
        current_app.config["IDENTITY_KEYS"] = {"1": "22" * 32}
        current_app.extensions.pop("identity_keys", None)
    if kind is attachment_swapped:
        swapped(stored=world.attached, data=world.picture)
    restore(world.kept)


def two_views(world: World, trial: int) -> list[str]:
    """T9: one log for the inspector, one for the public; neither receipt nor paper is needed to see it."""
    chained_anew(random.Random(trial), world)
    db.session.commit()
    code, told = verified(world.export("after.json"), world.before)
    restore(world.kept)
    return [] if code == 1 and "另有一份记录" in told else [f"two views {trial}: {code} {told}"]


def log_kept_honestly(app: Flask, number: int) -> Found:
    """Ordinary work; after each run the export agrees with the oldest receipt, the code and the export before."""
    found, pick = Found(number), random.Random(11)
    with TemporaryDirectory() as name:
        world = World(app, Path(name))
        for run in range(number):
            posted(world.tree, world.clerk, pick.randint(1, 2))
            if pick.random() < 0.3:
                notice = db.session.query(Notice).filter_by(kind=NoticeKind.ELECTION_RESULT).first()
                assert notice is not None
                with transaction(notice):
                    fields = {"title": f"更正{run}"}
                    correct_notice(notice=notice, fields=fields, reason="错字", actor=world.clerk)
            code, told = verified(world.export("after.json"), world.before, *world.receipts[:2], world.code)
            if code != 0:
                found.faults.append(f"run {run}: {told}")
    found.note = f"{db.session.query(LogEntry).count()} entries at the end"
    return found
