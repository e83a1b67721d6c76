"""`flask demo serve`: a fresh machine becomes a running site with a small story in it."""

import hashlib
import os
import time
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

import villagegov.database as database
from villagegov.accounts import passwords
from villagegov.audit.record import CommandLine
from villagegov.demo import samples, serving, story
from villagegov.demo.logins import LOGINS
from villagegov.demo.people import Crowd
from villagegov.divisions import operations, queries
from villagegov.divisions.forms import read_list, rows_of
from villagegov.refusal import Refusal
from villagegov.transaction import transaction
from villagegov.web.attachments import store
from villagegov.web.keyring import keys

LIST = Path(__file__).parents[1] / "divisions" / "data" / "guangdong-2022.csv.gz"
LISTED = "44"
ROLL, FAULTY_ROLL = "demo-roll.xlsx", "demo-roll-with-mistakes.xlsx"

demo = AppGroup("demo", help="A story of invented persons, to look around in. Never in production.")


@demo.command("serve")
def serve() -> None:
    """Set everything up that is not there yet, and serve it on 127.0.0.1 (PORT, 8000 unless set)."""
    _refuse_production()
    try:
        port = serving.chosen_port()
        prepare()
    except (database.UnfitDatabaseError, serving.PortRefusedError, Refusal) as trouble:
        raise click.ClickException(str(getattr(trouble, "sentence", trouble))) from None
    click.echo(f"\n请用浏览器打开  http://{serving.ADDRESS}:{port}/    按 Ctrl-C 停止。\n")
    database.let_go()
    serving.serve(port)
    click.echo("已停止。")


@demo.command("prepare")
def prepare_only() -> None:
    """The same without serving."""
    _refuse_production()
    try:
        prepare()
    except (database.UnfitDatabaseError, Refusal) as trouble:
        raise click.ClickException(str(getattr(trouble, "sentence", trouble))) from None


def _refuse_production() -> None:
    if not (current_app.config.get("DEVELOPMENT") or current_app.testing):
        raise click.ClickException(
            "演示只能在开发设置下运行：它会建立编造的人和打印出来的密码。"
            "请去掉 VILLAGEGOV_CONFIG=production，换一个空的数据库再试。"
        )


def prepare() -> None:
    """Schema, list, story, sample files; whatever is there already is left alone."""
    began = time.monotonic()
    before, after = database.upgrade()
    if before != after:
        click.echo(f"数据库已建到版本 {after}。")
    if queries.division_coded(LISTED) is None:
        _import_list()
    if not story.is_told():
        _tell()
        click.echo(f"准备好了，用了 {time.monotonic() - began:.0f} 秒。")
    current_app.config["DEMO"] = True
    _print_logins()


def _import_list() -> None:
    data = LIST.read_bytes()
    rows = rows_of(read_list(data, LIST.name))
    with click.progressbar(length=len(rows), label=f"导入真实区划名单 {len(rows):,} 行") as bar, transaction():
        digest = hashlib.sha256(data).hexdigest()
        operations.import_list(rows=rows, sha256=digest, actor=CommandLine(), progress=bar.update)


def _tell() -> None:
    chosen = {one.sign_in_name: passwords.new_temporary() for one in LOGINS}
    with click.progressbar(chosen.items(), label="为演示账号设随机密码") as bar:
        hashes = {name: passwords.hash_of(password) for name, password in bar}
    click.echo("讲演示故事：示例县，人物和数字都是编的……")
    with transaction():
        crowd = story.tell(hashes=hashes, keys=keys(), store=store())
        _write_samples(crowd)
        _write_logins(chosen)


def _instance() -> Path:
    return Path(current_app.config["INSTANCE"])


def _write_samples(crowd: Crowd) -> None:
    (_instance() / ROLL).write_bytes(samples.good_roll(crowd))
    (_instance() / FAULTY_ROLL).write_bytes(samples.roll_with_mistakes(crowd))


def _write_logins(chosen: dict[str, str]) -> None:
    """Readable by their owner only; beside it stands the database of the same machine."""
    lines = [f"{one.sign_in_name:<24}  {chosen[one.sign_in_name]}  {one.role.label}：{one.can}" for one in LOGINS]
    path = _logins_file()
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _logins_file() -> Path:
    return Path(current_app.config["DEMO_LOGINS"])


def _print_logins() -> None:
    if not _logins_file().exists():
        click.echo(f"演示已在，但密码文件 {_logins_file()} 不见了。要重新开始，请删去 {_instance()} 里的数据库再运行。")
        return
    click.echo("\n演示账号（登录名、密码、能做什么）：\n")
    click.echo(_logins_file().read_text(encoding="utf-8"))
    click.echo(f"密码存放在     {_shown(_logins_file())}")
    click.echo(f"可以试着导入   {_shown(_instance() / ROLL)}")
    click.echo(f"有错误的一份   {_shown(_instance() / FAULTY_ROLL)}")


def _shown(path: Path) -> str:
    """As one would type it here."""
    return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)
