"""Importing the list and correcting it."""

from collections.abc import Callable

from sqlalchemy import func, select, text, update

from villagegov import clock
from villagegov.audit.record import Actor, record
from villagegov.divisions import queries, rules
from villagegov.divisions.models import Division, DivisionPast
from villagegov.divisions.rules import ListPlan
from villagegov.divisions.vocabulary import DivisionReason, DivisionTag, Kind
from villagegov.extensions import db
from villagegov.refusal import refuse_if

BATCH = 2000
COLUMNS = ("id", "version", "code", "name", "listed_name", "level", "kind", "path", "parent_id", "listed", "since_on")
Row = tuple[int, int, str, str, str, str, str, str, int, bool, str]


def import_list(
    *, plan: ListPlan, sha256: str, actor: Actor, progress: Callable[[int], None] = lambda _done: None
) -> None:
    """Bring the tree to the plan; nothing is deleted, one audit entry says how much changed."""
    known = _insert(plan, progress)
    _rename(plan, known)
    _mark_listed([code for code, _name in plan.vanished], listed=False)
    _mark_listed(plan.returned, listed=True)
    after = {
        "sha256": sha256,
        "added": len(plan.added),
        "renamed": len(plan.renamed),
        "vanished": len(plan.vanished),
        "returned": len(plan.returned),
    }
    record(DivisionTag.IMPORTED, subject=queries.root(), actor=actor, after=after)


def _insert(plan: ListPlan, progress: Callable[[int], None]) -> dict[str, tuple[int, str]]:
    """Insert what is new, parents first. A bulk path: it leaves the ORM (speed.md)."""
    known = {
        code: (key, path) for code, key, path in db.session.execute(select(Division.code, Division.id, Division.path))
    }
    root = queries.root()
    next_id = (db.session.scalar(select(func.max(Division.id))) or queries.ROOT_ID) + 1
    rows: list[Row] = []
    today = clock.today().isoformat()
    for key, (code, name) in enumerate(sorted(plan.added, key=lambda pair: len(pair[0])), start=next_id):
        parent = rules.parent_code(code, known)
        parent_id, parent_path = known[parent] if parent is not None else (root.id, root.path)
        path = f"{parent_path}{key}/"
        known[code] = (key, path)
        level, kind = rules.LEVELS[len(code)], rules.kind_of(code)
        rows.append((key, 1, code, name, name, level.value, kind.value, path, parent_id, True, today))
    _write(rows, progress)
    return known


def _write(rows: list[Row], progress: Callable[[int], None]) -> None:
    connection = db.session.connection()
    postgresql = connection.dialect.name == "postgresql"
    marks = ", ".join(("%s" if postgresql else "?",) * len(COLUMNS))
    statement = f"INSERT INTO divisions ({', '.join(COLUMNS)}) VALUES ({marks})"  # noqa: S608 # names of our own columns
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        connection.exec_driver_sql(statement, batch)  # type: ignore[arg-type] # a list of tuples is executemany
        progress(len(batch))
    if postgresql and rows:
        connection.execute(text("SELECT setval('divisions_id_seq', (SELECT max(id) FROM divisions))"))


def _rename(plan: ListPlan, known: dict[str, tuple[int, str]]) -> None:
    """A new name in the list replaces the shown one unless an official corrected it; the old one is kept."""
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
    """An official's override of name or kind, with its reason. Raises Refusal(NO_REASON)."""
    refuse_if(not reason.strip(), DivisionReason.NO_REASON, "reason")
    before = {"name": division.name, "kind": division.kind.value}
    _keep_past(division)
    division.name, division.kind = name, kind
    after = {"name": name, "kind": kind.value, "reason": reason}
    record(DivisionTag.CORRECTED, subject=division, actor=actor, place_id=division.id, before=before, after=after)
