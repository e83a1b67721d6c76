"""B1, B3: the commands say in words what they did, with the same check code on both sides."""

from pathlib import Path

from flask import Flask

from tests.backups.test_restore import folder
from tests.builders.accounts import account
from tests.builders.divisions import division_tree

__all__ = ["folder"]


def test_a_backup_made_checked_and_restored_by_command_tells_one_check_code(app: Flask, folder: Path) -> None:
    account(division=division_tree().village)
    file, target = str(folder / "one.backup"), f"sqlite:///{folder / 'other.db'}"
    run = app.test_cli_runner()

    made = run.invoke(args=["backup", file])
    whole = run.invoke(args=["backup", "--check", file])
    back = run.invoke(args=["restore", file, "--into", target])
    again = run.invoke(args=["restore", file, "--into", target])

    code = made.output.partition("校验码 ")[2][:19]
    assert "备份完成" in made.output
    assert f"校验码 {code}" in whole.output
    assert f"恢复完成：与备份时一致（校验码 {code}）" in back.output
    assert (again.exit_code, "--replace" in again.output) == (1, True)
