"""`flask accounts …`: the only account that no page makes, and the way back for whom nobody stands above."""

import click
from flask.cli import AppGroup

from villagegov.accounts import operations, passwords, queries
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
    password_hash = passwords.code_hash_of(password)
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


@accounts.command("reset-second-factor")
@click.argument("sign_in_name")
def reset_second_factor(sign_in_name: str) -> None:
    """Take the second factor of SIGN_IN_NAME away; for the administrator above whom nobody stands."""
    account = queries.account_named(sign_in_name)
    if account is None or account.second_secret is None:
        raise click.ClickException(f"没有登录名是 {sign_in_name} 而且设了动态码的账号。请核对登录名。")
    with transaction(account):
        operations.reset_by_machine(account=account, actor=CommandLine())
    click.echo(f"{sign_in_name} 的动态码已取消，已登录的设备都退出了。下次登录后请重新设置。")
