"""Accounts and grants below one's own."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov import clock
from villagegov.accounts import operations, passwords, queries
from villagegov.accounts.forms import AccountForm, GrantForm
from villagegov.accounts.models import Account, Grant
from villagegov.accounts.permissions import Permission
from villagegov.accounts.views.blueprint import blueprint
from villagegov.accounts.vocabulary import AccountReason, Role
from villagegov.divisions.queries import division_coded
from villagegov.refusal import refuse
from villagegov.transaction import transaction
from villagegov.web.filters import words_asked
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard
from villagegov.web.keyring import keys
from villagegov.web.paging import paged


def _own_roles() -> list[Role]:
    return [one.role for one in queries.grants_on(current_user, clock.today())]


@blueprint.get("/accounts")
@guard(Permission.MANAGE_ACCOUNTS)
def index() -> ResponseReturnValue:
    """Accounts in one's area."""
    words = words_asked()
    places = queries.areas(current_user, Permission.MANAGE_ACCOUNTS)
    page = paged(queries.accounts_in(places, words))
    return render_template("accounts/index.html", page=page, words=words)


@blueprint.route("/accounts/new", methods=["GET", "POST"])
@guard(Permission.MANAGE_ACCOUNTS)
def create() -> ResponseReturnValue:
    """A new account; its one-time password is shown once, to be read out or printed."""
    form = AccountForm(roles=_own_roles())
    if form.submitted():
        password = passwords.new_temporary()
        password_hash = passwords.hash_of(password)
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
        return render_template("accounts/password_slip.html", account=account, password=password, is_new=True)
    return render_template("accounts/new.html", form=form)


def _give(account: Account, form: GrantForm) -> None:
    division = division_coded(form.division.data)
    if division is None:
        refuse(AccountReason.OUT_OF_AREA, "division")
    operations.give_role(
        account=account,
        role=Role(form.role.data),
        division=division,
        until_on=form.until_on.data,
        giver_roles=queries.grants_on(current_user, clock.today()),
        actor=current_user,
    )


@blueprint.get("/accounts/<int:account_id>")
@guard(Permission.MANAGE_ACCOUNTS, load=queries.account)
def show(account: Account) -> ResponseReturnValue:
    """One account: its roles, and what can be done with it."""
    return render_template("accounts/show.html", account=account, form=ConfirmForm(obj=account), today=clock.today())


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


@blueprint.route("/grants/<int:grant_id>/end", methods=["GET", "POST"])
@guard(Permission.MANAGE_ACCOUNTS, load=queries.grant)
def end_grant(grant: Grant) -> ResponseReturnValue:
    """End a role, after a question."""
    form = ConfirmForm(obj=grant)
    if form.submitted():
        with transaction(grant, form) as answer:
            operations.end_grant(grant=grant, actor=current_user)
            answer.to(url_for(".show", account_id=grant.account_id), _("这个岗位已结束。"))
        return answer.redirect()
    return render_template("accounts/end_grant.html", form=form, grant=grant)


@blueprint.route("/accounts/<int:account_id>/reset", methods=["GET", "POST"])
@guard(Permission.MANAGE_ACCOUNTS, load=queries.account)
def reset(account: Account) -> ResponseReturnValue:
    """A new one-time password; all sign-ins of the account end."""
    form = ConfirmForm(obj=account)
    if form.submitted():
        password = passwords.new_temporary()
        password_hash = passwords.hash_of(password)
        with transaction(account, form) as answer:
            operations.reset_password(account=account, password_hash=password_hash, actor=current_user)
            answer.to(url_for(".show", account_id=account.id), "")
        return render_template("accounts/password_slip.html", account=account, password=password, is_new=False)
    return render_template("accounts/reset.html", form=form, account=account)


@blueprint.route("/accounts/<int:account_id>/disable", methods=["GET", "POST"])
@guard(Permission.MANAGE_ACCOUNTS, load=queries.account)
def disable(account: Account) -> ResponseReturnValue:
    """Close an account, or open a closed one again, after a question."""
    form = ConfirmForm(obj=account)
    if form.submitted():
        act = operations.disable if account.disabled_at is None else operations.enable
        with transaction(account, form) as answer:
            act(account=account, actor=current_user)
            answer.to(url_for(".show", account_id=account.id), _("已保存。"))
        return answer.redirect()
    return render_template("accounts/disable.html", form=form, account=account)
