"""Accounts and grants below one's own."""

from collections.abc import Iterable

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts import operations, passwords, queries
from villagegov.accounts.forms import AccountForm, GrantForm
from villagegov.accounts.models import Account, Grant
from villagegov.accounts.permissions import OF_THE_WHOLE, Permission
from villagegov.accounts.views.blueprints import blueprint
from villagegov.accounts.vocabulary import AccountReason, Role
from villagegov.audit.queries import history
from villagegov.divisions import queries as divisions
from villagegov.refusal import refuse, refuse_if
from villagegov.transaction import transaction
from villagegov.web.filters import words_asked
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard
from villagegov.web.keyring import keys
from villagegov.web.paging import paged


def _own_roles() -> list[Role]:
    return [one.role for one in queries.grants_on(current_user, clock.today())]


def _shown_grants(accounts: Iterable[Account]) -> tuple[dict[int, list[Grant]], dict[int, str]]:
    """Of each account the grants in one's own area, and each place of them in words."""
    area = queries.areas(current_user, Permission.MANAGE_ACCOUNTS)
    grants = {account.id: queries.grants_within(account, area) for account in accounts}
    return grants, divisions.words_of(one.division_id for some in grants.values() for one in some)


@blueprint.get("/accounts")
@guard(Permission.MANAGE_ACCOUNTS)
def index() -> ResponseReturnValue:
    """Accounts in one's area."""
    words = words_asked()
    area = queries.areas(current_user, Permission.MANAGE_ACCOUNTS)
    page = paged(queries.accounts_in(area, words))
    grants, places = _shown_grants(page.rows)
    return render_template(
        "accounts/index.html", page=page, words=words, grants=grants, places=places, today=clock.today()
    )


@blueprint.route("/accounts/new", methods=["GET", "POST"])
@guard(Permission.MANAGE_ACCOUNTS)
def create() -> ResponseReturnValue:
    """A new account; its one-time password is shown once, to be read out or printed."""
    form = AccountForm(roles=_own_roles())
    if form.submitted():
        password = passwords.new_temporary()
        password_hash = passwords.code_hash_of(password)
        with transaction(form=form) as answer:
            account = operations.create_account(
                sign_in_name=form.sign_in_name.data,
                name=form.name.data,
                person_key=keys().fingerprint(form.id_number.data),
                password_hash=password_hash,
                actor=current_user,
            )
            _give(account, form)
            answer.to(url_for(".show", account_id=account.id), "")
        return _slip(account, password)
    return render_template("accounts/new.html", form=form)


def _give(account: Account, form: GrantForm) -> None:
    role, code = Role(form.role.data), form.division.data
    refuse_if(role in OF_THE_WHOLE and bool(code), AccountReason.WHOLE_ONLY, "division", role=role.label)
    refuse_if(role not in OF_THE_WHOLE and not code, AccountReason.PLACE_NEEDED, "division")
    division = divisions.root() if role in OF_THE_WHOLE else divisions.division_coded(code)
    if division is None:
        refuse(AccountReason.OUT_OF_AREA, "division")
    operations.give_role(
        account=account,
        role=role,
        division=division,
        until_on=form.until_on.data,
        giver_roles=queries.grants_on(current_user, clock.today()),
        actor=current_user,
    )


def _slip(account: Account, password: str) -> ResponseReturnValue:
    """The sheet with the one-time password; it is shown once, so a second press leads to the account instead."""
    grants, places = _shown_grants([account])
    return render_template(
        "accounts/password_slip.html",
        account=account,
        password=password,
        grants=[one for one in grants[account.id] if one.holds_on(clock.today())],
        places=places,
    )


@blueprint.get("/accounts/<int:account_id>")
@guard(Permission.MANAGE_ACCOUNTS, load=queries.account)
def show(account: Account) -> ResponseReturnValue:
    """One account: its roles, and what can be done with it."""
    grants, places = _shown_grants([account])
    return render_template(
        "accounts/show.html",
        account=account,
        grants=grants[account.id],
        places=places,
        today=clock.today(),
        held=queries.is_held(account),
        entries=history(account, within=list(places)),
    )


@blueprint.route("/accounts/<int:account_id>/grants/new", methods=["GET", "POST"])
@guard(Permission.MANAGE_ACCOUNTS, load=queries.account)
def grant(account: Account) -> ResponseReturnValue:
    """One more role for an account."""
    form = GrantForm(roles=_own_roles())
    if form.submitted():
        with transaction(account, form) as answer:
            _give(account, form)
            answer.to(url_for(".show", account_id=account.id), _("已授予岗位。"))
        return answer.redirect()
    return render_template("accounts/grant.html", form=form, account=account)


@blueprint.route("/accounts/<int:account_id>/reset", methods=["GET", "POST"])
@guard(Permission.MANAGE_ACCOUNTS, load=queries.account)
def reset(account: Account) -> ResponseReturnValue:
    """A new one-time password; all sign-ins of the account end."""
    form = ConfirmForm(obj=account)
    if form.submitted():
        password = passwords.new_temporary()
        password_hash = passwords.code_hash_of(password)
        with transaction(account, form) as answer:
            operations.reset_password(account=account, password_hash=password_hash, actor=current_user)
            answer.to(url_for(".show", account_id=account.id), "")
        return _slip(account, password)
    return render_template("accounts/reset.html", form=form, account=account)


@blueprint.route("/accounts/<int:account_id>/unlock", methods=["GET", "POST"])
@guard(Permission.MANAGE_ACCOUNTS, load=queries.account)
def unlock(account: Account) -> ResponseReturnValue:
    """Let somebody try again who waits because of wrong tries, his own or a stranger's."""
    form = ConfirmForm(obj=account)
    if form.submitted():
        with transaction(account, form) as answer:
            operations.unlock(account=account, actor=current_user)
            answer.to(url_for(".show", account_id=account.id), _("已解除，现在就可以登录。"))
        return answer.redirect()
    return render_template("accounts/unlock.html", form=form, account=account)
