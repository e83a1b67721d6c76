"""B6: the system administrator makes a backup, takes it away, and sees at once when the newest cannot be relied on."""

from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.backups.test_daily import made
from tests.backups.test_restore import folder
from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.divisions import division_tree
from villagegov.accounts.vocabulary import Role
from villagegov.audit.models import AuditEntry
from villagegov.backups.models import Backup
from villagegov.extensions import db

__all__ = ["folder"]
HOUR = timedelta(hours=1)


@pytest.fixture
def administrator(app: Flask, folder: Path) -> FlaskClient:
    """The system administrator's browser."""
    return client_of(app, account(role=Role.ADMINISTRATOR, division=division_tree().root))


def test_without_any_backup_the_page_says_what_to_do(administrator: FlaskClient) -> None:
    assert "还没有备份" in administrator.get("/backups").get_data(as_text=True)


def test_a_button_makes_a_backup_that_can_be_taken_away(administrator: FlaskClient, folder: Path) -> None:
    answer = press(administrator, "/backups")
    backup = db.session.query(Backup).one()

    page = administrator.get("/backups").get_data(as_text=True)
    with press(administrator, f"/backups/{backup.id}/file") as file:
        taken = file.get_data()

    assert (answer.status_code, backup.fault) == (303, "")
    assert "已试恢复" in page
    assert "notice-error" not in page
    assert taken == (folder / "backups" / backup.file_name).read_bytes()
    assert db.session.query(AuditEntry).filter_by(tag="backup:file:taken").count() == 1


@pytest.mark.parametrize(
    ("age", "fault", "red"),
    [(23 * HOUR, "", False), (25 * HOUR, "", True), (HOUR, "备份文件有损坏", True)],
)
def test_the_page_is_red_when_the_newest_is_faulty_or_old(
    administrator: FlaskClient, age: timedelta, fault: str, red: bool
) -> None:
    made(age=age, fault=fault)

    page = administrator.get("/backups").get_data(as_text=True)

    assert ("notice-error" in page) is red


def test_while_one_is_being_made_a_second_is_refused_in_words(administrator: FlaskClient) -> None:
    made(age=HOUR, ended=False)

    answer = press(administrator, "/backups")

    assert "另一次备份正在进行" in answer.get_data(as_text=True)
    assert db.session.query(Backup).count() == 1
