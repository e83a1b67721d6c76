"""`flask accounts first-administrator`: the only account that no page makes."""

import click
from flask.cli import AppGroup

from villagegov.accounts import operations, passwords
from villagegov.accounts.vocabulary import Role
from villagegov.audit.record import CommandLine
from villagegov.divisions.queries import root
from villagegov.refusal import Refusal
from villagegov.transaction import transaction

accounts = AppGroup("accounts", help="Accounts.")


@accounts.command("first-administrator")
@click.argument("sign_in_name")
@click.option("--name", prompt="姓名", help="The administrator's own name.")
def first_administrator(sign_in_name: str, name: str) -> None:
    """Make the system administrator SIGN_IN_NAME and print a password to be changed at the first sign-in."""
    password = passwords.new_temporary()
    password_hash = passwords.hash_of(password)
    actor = CommandLine()
    try:
        with transaction():
            account = operations.create_account(
                sign_in_name=sign_in_name, name=name, person_key=None, password_hash=password_hash, actor=actor
            )
            operations.add_grant(account=account, role=Role.ADMINISTRATOR, division=root(), until_on=None, actor=actor)
    except Refusal as refusal:
        raise click.ClickException(refusal.sentence) from None
    click.echo(f"系统管理员 {sign_in_name} 的一次性密码：{password}")
    click.echo("首次登录后必须修改，14 天内有效。")
