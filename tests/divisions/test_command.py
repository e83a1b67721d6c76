"""`flask divisions import FILE`, as one types it on the server."""

from pathlib import Path

from click.testing import Result
from flask import Flask
from sqlalchemy import func, select

from villagegov.divisions.models import Division
from villagegov.extensions import db

LIST = "code,name\n99,示例省\n9901,示例市\n990101,甲县\n990101001,东溪镇\n990101001201,石桥村委会\n"


def typed(app: Flask, folder: Path, text: str, *options: str, answer: str = "") -> Result:
    """Run the command on a file that holds `text`."""
    file = folder / "list.csv"
    file.write_text(text, encoding="utf-8")
    return app.test_cli_runner().invoke(args=["divisions", "import", str(file), *options], input=answer)


def places() -> int:
    """How many places there are beside the root."""
    db.session.rollback()
    return (db.session.scalar(select(func.count()).select_from(Division)) or 0) - 1


def test_the_command_tells_what_it_will_write_and_writes_it(app: Flask, tmp_path: Path) -> None:
    done = typed(app, tmp_path, LIST, "--yes")

    assert done.exit_code == 0, done.output
    assert "新增：5" in done.output
    assert "990101001201 石桥村委会" in done.output
    assert places() == 5


def test_without_a_yes_nothing_is_written(app: Flask, tmp_path: Path) -> None:
    done = typed(app, tmp_path, LIST, answer="n\n")

    assert done.exit_code == 1
    assert places() == 0


def test_a_newer_list_tells_what_is_renamed_and_what_has_vanished(app: Flask, tmp_path: Path) -> None:
    typed(app, tmp_path, LIST, "--yes")

    done = typed(app, tmp_path, LIST.replace("甲县", "甲区").replace("990101001201,石桥村委会\n", ""), "--yes")

    assert "990101 甲县 → 甲区" in done.output
    assert "不在最新名单（保留，只作标记）：1" in done.output
    assert places() == 5


def test_faulty_lines_are_named_and_nothing_is_written(app: Flask, tmp_path: Path) -> None:
    done = typed(app, tmp_path, LIST + "12345,五位\n", "--yes")

    assert done.exit_code == 1
    assert "第 7 行：“12345”不是区划代码" in done.output
    assert places() == 0


def test_the_same_list_again_asks_nothing(app: Flask, tmp_path: Path) -> None:
    typed(app, tmp_path, LIST, "--yes")

    done = typed(app, tmp_path, LIST)

    assert done.exit_code == 0
    assert "不变：5" in done.output
