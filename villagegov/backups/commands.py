"""`flask backup`, `flask restore` and `flask keys`."""

from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

import villagegov.database as database
from villagegov.audit.record import CommandLine
from villagegov.backups import making, queries, restoring, rotating, rules
from villagegov.files.store import Store
from villagegov.refusal import Refusal
from villagegov.web.keyring import keys

FILE = click.Path(dir_okay=False, path_type=Path)
THERE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("backup")
@click.argument("file", type=FILE, required=False)
@click.option(
    "--check", "checked", type=THERE, help="Read this backup to its end instead, and say whether it is whole."
)
@with_appcontext
def backup(file: Path | None, checked: Path | None) -> None:
    """Everything of this installation but its keys into one sealed FILE, restored once to prove it."""
    try:
        database.refuse_unless_current()
        if checked is not None:
            click.echo(_whole(restoring.check(checked, keys())))
            return
        made = making.make_backup(actor=CommandLine(), file=file)
    except (Refusal, database.UnfitDatabaseError) as trouble:
        raise click.ClickException(str(getattr(trouble, "sentence", trouble))) from None
    if made.fault:
        raise click.ClickException(f"备份 {made.file_name} 有问题：{made.fault}。")
    click.echo(f"备份完成：{made.file_name}，{made.size:,} 字节，已试恢复并核对（校验码 {rules.short(made.digest)}）。")
    click.echo("请把它另外存放到别的机器或移动硬盘；密钥文件也要另外保存，没有密钥打不开备份。")
    if not queries.copy_is_confirmed(keys().check_code):
        click.echo("还没有核对过密钥文件的副本：请另存一份，执行 flask keys confirm 副本。")


def _whole(found: restoring.Checked) -> str:
    return (
        f"备份完好：{found.heading.made_at} 的状态，{found.tally.rows:,} 行，校验码 {rules.short(found.tally.digest)}。"
    )


@click.command("restore")
@click.argument("file", type=THERE)
@click.option("--into", default="", help="Another database's address; the configured one unless given.")
@click.option("--files", type=click.Path(file_okay=False, path_type=Path), help="Another folder for kept files.")
@click.option("--replace", is_flag=True, help="Take the place of the data that is there now.")
@with_appcontext
def restore(file: Path, into: str, files: Path | None, replace: bool) -> None:
    """Bring back the state in FILE: checked whole first, then put in at once or not at all."""
    address = into or current_app.config["SQLALCHEMY_DATABASE_URI"]
    database.let_go()
    try:
        found = restoring.restore(
            path=file,
            keys=keys(),
            target=address,
            store=Store(files) if files else making.store(),
            replace=replace,
            scratch=making.instance() / "scratch",
        )
    except Refusal as refusal:
        raise click.ClickException(refusal.sentence) from None
    click.echo(f"恢复完成：与备份时一致（校验码 {rules.short(found.tally.digest)}）。")
    if found.tally.missing:
        click.echo(f"备份时就已缺少 {len(found.tally.missing)} 个文件：{'、'.join(found.tally.missing)}")


@click.group("keys")
def key_group() -> None:
    """The keys that ID numbers, drafts and backups are sealed with; they lie in a file outside the database."""


@key_group.command("rotate")
@with_appcontext
def rotate() -> None:
    """Seal everything under a new key. Broken off, the same command goes on where it was."""
    try:
        done = rotating.rotate(actor=CommandLine())
    except Refusal as refusal:
        raise click.ClickException(refusal.sentence) from None
    click.echo(f"已换用密钥 {done.key_id}，重新加密了 {done.renewed:,} 条。旧密钥留在密钥文件里，旧备份要用。")
    click.echo("请马上把密钥文件另存一份，再执行 flask keys confirm 副本。")
    if done.unreadable:
        raise click.ClickException(f"有 {done.unreadable:,} 条用现有的密钥打不开，没有改动。请找回当时的密钥文件。")


@key_group.command("confirm")
@click.argument("copy", type=THERE)
@with_appcontext
def confirm(copy: Path) -> None:
    """Look at a COPY of the key file and note that it holds the keys in use."""
    try:
        rotating.confirm(copy=copy, actor=CommandLine())
    except Refusal as refusal:
        raise click.ClickException(refusal.sentence) from None
    click.echo("副本和正在用的密钥相同，已记下。请和备份分开存放。")
