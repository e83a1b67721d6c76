"""`flask divisions import FILE`: the list of divisions, the first time and every newer one."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import click
from flask.cli import AppGroup

from villagegov.audit.record import CommandLine
from villagegov.divisions import operations, queries, rules
from villagegov.divisions.forms import faults_of, read_list, rows_of
from villagegov.divisions.rules import ListPlan
from villagegov.refusal import Refusal
from villagegov.transaction import transaction

EXAMPLES = 5
SHOWN_FAULTS = 100

divisions = AppGroup("divisions", help="The tree of places.")


@divisions.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask before writing.")
def import_file(file: Path, yes: bool) -> None:
    """Bring the tree to the list in FILE (csv, csv.gz, xlsx or xls with the columns code and name)."""
    data = file.read_bytes()
    try:
        sheet = read_list(data, file.name)
        plan = rules.plan_list(rows_of(sheet), queries.listed_names())
        _stop_at_faults([f"第 {fault.line} 行：{fault.sentence}" for fault in faults_of(sheet, plan)])
        _tell(plan)
        if plan.changes_nothing:
            return
        if not yes:
            click.confirm("写入这些改动吗？", abort=True)
        _write(rows_of(sheet), hashlib.sha256(data).hexdigest(), len(plan.added))
    except Refusal as refusal:
        raise click.ClickException(refusal.sentence) from None


def _stop_at_faults(sentences: list[str]) -> None:
    for sentence in sentences[:SHOWN_FAULTS]:
        click.echo(sentence, err=True)
    if sentences:
        raise click.ClickException(f"有 {len(sentences)} 处要改，没有写入任何数据。")


def _tell(plan: ListPlan) -> None:
    _line("新增", [f"{code} {name}" for code, name in plan.added])
    _line("改名", [f"{code} {old} → {new}" for code, old, new in plan.renamed])
    _line("不在最新名单（保留，只作标记）", [f"{code} {name}" for code, name in plan.vanished])
    _line("重新列入", [f"{code} {name}" for code, name in plan.returned])
    click.echo(f"不变：{plan.unchanged:,}")


def _line(what: str, entries: list[str]) -> None:
    click.echo(f"{what}：{len(entries):,}")
    for entry in _first(entries):
        click.echo(f"    {entry}")


def _first(entries: list[str]) -> Iterable[str]:
    yield from entries[:EXAMPLES]
    if len(entries) > EXAMPLES:
        yield "……"


def _write(rows: list[tuple[int, str, str]], sha256: str, added: int) -> None:
    with click.progressbar(length=added, label="写入") as bar, transaction():
        operations.import_list(rows=rows, sha256=sha256, actor=CommandLine(), progress=bar.update)
    click.echo("已写入。")
