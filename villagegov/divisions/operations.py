"""Importing the list, correcting an entry, moving a place."""

from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import func, literal, select, text, update

import villagegov.clock as clock
from villagegov.audit.record import Actor, record
from villagegov.divisions import queries, rules
from villagegov.divisions.models import Division, DivisionPast
from villagegov.divisions.rules import ListPlan
from villagegov.divisions.vocabulary import DivisionReason, DivisionTag, Kind, Level
from villagegov.extensions import db
from villagegov.refusal import refuse_if

BATCH = 2000
COLUMNS = ("id", "version", "code", "name", "listed_name", "level", "kind", "path", "parent_id", "listed", "since_on")
#: As stored; looked up once, not 28,745 times.
LEVEL_WORDS = {length: level.value for length, level in rules.LEVELS.items()}
KIND_WORDS = {kind: kind.value for kind in Kind}
Row = tuple[int, int, str, str, str, str, str, str, int, bool, str]


def import_list(
    *,
    rows: Collection[tuple[int, str, str]],
    sha256: str,
    actor: Actor,
    progress: Callable[[int], None] = lambda _done: None,
) -> ListPlan:
    """Bring the tree to a list of (line, code, name), all or nothing; nothing is deleted.

    One audit entry says how much changed; two imports wait for each other at the root. Raises Refusal(FAULTY_LIST).
    """
    root = db.session.get_one(Division, queries.ROOT_ID, with_for_update=True)
    plan = rules.plan_list(rows, queries.listed_names())
    refuse_if(bool(plan.faults), DivisionReason.FAULTY_LIST, count=len(plan.faults))
    known = _insert(plan, root, progress)
    _rename(plan, known)
    _mark_listed([code for code, _name in plan.vanished], listed=False)
    _mark_listed([code for code, _name in plan.returned], listed=True)
    counts = {
        "added": len(plan.added),
        "renamed": len(plan.renamed),
        "vanished": len(plan.vanished),
        "returned": len(plan.returned),
    }
    record(DivisionTag.IMPORTED, subject=root, actor=actor, after={"sha256": sha256, **counts})
    return plan


def _insert(plan: ListPlan, root: Division, progress: Callable[[int], None]) -> dict[str, tuple[int, str]]:
    """Insert what is new, parents first. A bulk path: it leaves the ORM (speed.md)."""
    stored = db.session.execute(select(Division.code, Division.id, Division.path))
    known = {code: (key, path) for code, key, path in stored}
    next_id = max(key for key, _path in known.values()) + 1
    rows: list[Row] = []
    today = clock.today().isoformat()
    for key, (code, name) in enumerate(sorted(plan.added, key=lambda pair: len(pair[0])), start=next_id):
        parent = rules.parent_code(code, known)
        parent_id, parent_path = known[parent] if parent is not None else (root.id, root.path)
        path = f"{parent_path}{key}/"
        known[code] = (key, path)
        level, kind = LEVEL_WORDS[len(code)], KIND_WORDS[rules.kind_of(code)]
        rows.append((key, 1, code, name, name, level, kind, path, parent_id, True, today))
    _write(rows, progress)
    return known


def _write(rows: list[Row], progress: Callable[[int], None]) -> None:
    connection = db.session.connection()
    names = ", ".join(COLUMNS)
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(COLUMNS))
        statement = f"INSERT INTO divisions ({names}) VALUES ({marks})"  # noqa: S608 # names of our own columns
        for start in range(0, len(rows), BATCH):
            connection.exec_driver_sql(statement, rows[start : start + BATCH])
            progress(len(rows[start : start + BATCH]))
    elif rows:
        cursor: Any = connection.connection.cursor()
        with cursor, cursor.copy(f"COPY divisions ({names}) FROM STDIN") as copy:
            for done, row in enumerate(rows, start=1):
                copy.write_row(row)
                if done % BATCH == 0:
                    progress(BATCH)
        progress(len(rows) % BATCH)
        connection.execute(text("SELECT setval('divisions_id_seq', (SELECT max(id) FROM divisions))"))


def _rename(plan: ListPlan, known: dict[str, tuple[int, str]]) -> None:
    """A new name in the list replaces the shown one unless an official corrected that; the old one is kept."""
    for code, old_name, new_name in plan.renamed:
        division = db.session.get_one(Division, known[code][0])
        if division.name == old_name:
            _keep_past(division)
            division.name = new_name
        division.listed_name = new_name


def _keep_past(division: Division) -> None:
    past = DivisionPast(
        division_id=division.id,
        code=division.code,
        name=division.name,
        kind=division.kind,
        parent_id=division.parent_id,
        from_on=division.since_on,
        until_on=clock.today(),
    )
    db.session.add(past)
    division.since_on = clock.today()


def _mark_listed(codes: list[str], *, listed: bool) -> None:
    for start in range(0, len(codes), 500):
        part = codes[start : start + 500]
        db.session.execute(update(Division).where(Division.code.in_(part)).values(listed=listed))


def correct(*, division: Division, name: str, kind: Kind, reason: str, actor: Actor) -> None:
    """An official's override of name or kind, with its reason. Raises Refusal(NO_REASON, SAME, AREA_ONLY)."""
    refuse_if(not reason.strip(), DivisionReason.NO_REASON, "reason")
    refuse_if((kind is Kind.AREA) != (division.level is not Level.UNIT), DivisionReason.AREA_ONLY, "kind")
    before = {"place_name": division.name, "kind": division.kind.value}
    changed = {"place_name": name, "kind": kind.value}
    refuse_if(changed == before, DivisionReason.SAME, "name")
    _keep_past(division)
    division.name, division.kind = name, kind
    after = {**changed, "reason": reason}
    record(DivisionTag.CORRECTED, subject=division, actor=actor, place_id=division.id, before=before, after=after)


def move(*, division: Division, parent: Division, reason: str, actor: Actor) -> None:
    """Hang a place with all below it under another parent; offices held above the old place lose it at once (A5).

    Raises Refusal(NO_REASON, WRONG_LEVEL_ABOVE).
    """
    refuse_if(not reason.strip(), DivisionReason.NO_REASON, "reason")
    fits = rules.may_lie_in(division.level, parent.level) and not parent.lies_in(division)
    refuse_if(not fits, DivisionReason.WRONG_LEVEL_ABOVE, "parent", name=parent.name)
    before = {"parent": division.parent.name if division.parent else ""}
    _keep_past(division)
    old, new = division.path, f"{parent.path}{division.id}/"
    division.parent = parent
    db.session.flush()
    below = update(Division).where(Division.path.between(old, old[:-1] + "0"))
    moved = below.values(path=literal(new) + func.substr(Division.path, len(old) + 1))
    db.session.execute(moved, execution_options={"synchronize_session": "fetch"})
    after = {"parent": parent.name, "reason": reason}
    record(DivisionTag.MOVED, subject=division, actor=actor, place_id=division.id, before=before, after=after)
