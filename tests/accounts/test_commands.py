"""The first administrator comes from the machine itself; nobody gets a default password (S16)."""

from flask import Flask

from tests.builders.accounts import sign_in
from villagegov.accounts import queries


def test_the_first_administrator_signs_in_with_what_was_printed(app: Flask) -> None:
    said = app.test_cli_runner().invoke(args=["accounts", "first-administrator", "root", "--name", "管理员"]).output
    made = queries.account_named("root")
    assert made is not None

    client = app.test_client()

    assert sign_in(client, made, said.split("一次性密码：")[1].split()[0]).status_code == 303
    assert client.get("/accounts").location == "/password"


def test_a_second_administrator_of_the_same_name_is_refused(app: Flask) -> None:
    runner = app.test_cli_runner()
    runner.invoke(args=["accounts", "first-administrator", "root", "--name", "管理员"])

    again = runner.invoke(args=["accounts", "first-administrator", "root", "--name", "别人"])

    assert again.exit_code == 1
    assert "已有人使用" in again.output
