"""S16, D6, B8: with settings, a folder or a database that will not do, nothing starts, and one sentence says why."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from tests.builders.database import migrated
from tests.builders.processes import ran
from villagegov.extensions import db

ROOT = Path(__file__).parents[2]
RANDOM = "0123456789abcdef" * 4
SOUND = {
    "SECRET_KEY": RANDOM,
    "IDENTITY_HASH_KEY": RANDOM,
    "IDENTITY_KEYS": {"1": RANDOM},
    "IDENTITY_KEY_ID": "1",
}


def started(folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """What a server does that loads wsgi.py with these settings."""
    return ran("import wsgi", environment(folder, **settings))


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """That of a server with these settings and a database in `folder`."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("VILLAGEGOV", "FLASK"))}
    env = {**clean, "VILLAGEGOV_INSTANCE": str(folder / "instance"), "PYTHONUTF8": "1", **settings}
    env.setdefault("DATABASE_URL", f"sqlite:///{folder / 'villagegov.db'}")
    return env


def production(folder: Path, **changed: object) -> dict[str, str]:
    """Settings of production with a file of secrets."""
    file = folder / "secrets.json"
    file.write_text(json.dumps({**SOUND, **changed}))
    return {"VILLAGEGOV_CONFIG": "production", "VILLAGEGOV_SECRETS": str(file)}


def test_it_starts_on_a_migrated_database(tmp_path: Path) -> None:
    migrated(f"sqlite:///{tmp_path / 'villagegov.db'}")

    env = environment(tmp_path, **production(tmp_path))
    command = [sys.executable, "-c", "import wsgi"]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"VILLAGEGOV_CONFIG": "production"}, "VILLAGEGOV_SECRETS"),
        ({"VILLAGEGOV_CONFIG": "production", "VILLAGEGOV_SECRETS": "nowhere.json"}, "nowhere.json"),
        ({"VILLAGEGOV_CONFIG": "testing"}, "testing 的密钥写在源代码里"),
        ({"VILLAGEGOV_CONFIG": "produktion"}, "produktion 不认识"),
        ({"VILLAGEGOV_INSTANCE": str(Path(__file__) / "instance")}, "不能写入文件夹"),
        ({"DATABASE_URL": "sqlite:////nowhere/at/all.db"}, "/nowhere/at/all.db"),
        ({}, "请先执行 .venv/bin/flask --app wsgi db upgrade"),
    ],
)
def test_what_will_not_do_is_named_in_one_sentence(tmp_path: Path, settings: dict[str, str], said: str) -> None:
    done = started(tmp_path, **settings)

    assert done.returncode != 0
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "weak",
    [
        {"SECRET_KEY": ""},
        {"SECRET_KEY": "dev"},
        {"SECRET_KEY": "0" * 64},
        {"IDENTITY_HASH_KEY": "11" * 32},
        {"IDENTITY_KEYS": {"1": "22" * 32}},
        {"IDENTITY_KEY_ID": "2"},
    ],
)
def test_production_takes_no_weak_secret(tmp_path: Path, weak: dict[str, object]) -> None:
    done = started(tmp_path, **production(tmp_path, **weak))

    assert done.returncode != 0
    assert next(iter(weak)) in done.stderr


def test_production_takes_no_debugger(tmp_path: Path) -> None:
    done = started(tmp_path, **production(tmp_path), FLASK_DEBUG="1")

    assert done.returncode != 0
    assert "FLASK_DEBUG" in done.stderr


def test_a_database_of_a_newer_program_is_left_alone(app: Flask) -> None:
    stored = db.session.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
    db.session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    db.session.commit()

    upgrade = app.test_cli_runner().invoke(args=["db", "upgrade"])
    other = app.test_cli_runner().invoke(args=["audit", "verify"])

    db.session.execute(text("UPDATE alembic_version SET version_num = :stored"), {"stored": stored})
    db.session.commit()
    assert upgrade.exit_code == other.exit_code == 1
    assert "9999 不是这个程序认识的" in upgrade.output
    assert "9999 不是这个程序认识的" in other.output


def test_upgrading_a_current_database_changes_nothing(app: Flask) -> None:
    said = app.test_cli_runner().invoke(args=["db", "upgrade"])

    assert said.exit_code == 0
    assert "本来就是最新" in said.output
