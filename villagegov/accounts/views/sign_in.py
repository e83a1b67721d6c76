"""In, out, and one's own password."""

from flask import flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user, login_user, logout_user

from villagegov.accounts import operations, passwords, queries, rules
from villagegov.accounts.forms import PasswordForm, SignInForm
from villagegov.accounts.models import Account, SignInAttempt
from villagegov.accounts.views.blueprints import blueprint
from villagegov.accounts.views.device import device_for, remember_device
from villagegov.accounts.vocabulary import AccountReason
from villagegov.refusal import refuse, refuse_if
from villagegov.transaction import transaction
from villagegov.web.filters import one_asked
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import public, signed_in_even_temporarily
from villagegov.web.reader import local_address
from villagegov.web.sessions import note_seen


@blueprint.route("/sign-in", methods=["GET", "POST"])
@public
def sign_in() -> ResponseReturnValue:
    """The way in; what fails says the same whether the name exists or not."""
    form = SignInForm()
    if form.submitted():
        account = _signed_in(form.sign_in_name.data.strip(), form.password.data)
        response = redirect(local_address(one_asked("next"), url_for("desk.start")), code=303)
        return remember_device(response, account)
    return render_template("accounts/sign_in.html", form=form)


def _signed_in(sign_in_name: str, password: str) -> Account:
    """The account whose password this is, signed in. Raises Refusal(LOCKED, WRONG, EXPIRED, CLOSED)."""
    attempt = _counted(sign_in_name, device_for(sign_in_name))
    account = queries.account_named(sign_in_name)
    proven_hash = account.password_hash if account is not None else None
    if not passwords.matches(proven_hash, password) or account is None or proven_hash is None:
        refuse(AccountReason.WRONG, "password")
    with transaction(account):
        token = operations.sign_in(account=account, proven_hash=proven_hash, attempt=attempt)
    _start_session(account, token)
    return account


def _counted(sign_in_name: str, device: str) -> SignInAttempt:
    """This try, stored before it is evaluated, so that guesses at the same moment count too."""
    with transaction():
        return operations.note_attempt(sign_in_name=sign_in_name, device=device, address=request.remote_addr or "")


def _start_session(account: Account, token: str) -> None:
    session.clear()
    note_seen()
    account.token = token
    login_user(account)


@blueprint.post("/sign-out")
@signed_in_even_temporarily
def sign_out() -> ResponseReturnValue:
    """The way out; the cookie is worthless afterwards, here and wherever it was copied."""
    response = redirect(url_for("desk.home"), code=303)
    if not ConfirmForm().submitted():
        flash(_("页面已过期，您还没有退出。请再按一次“退出”。"), "error")
        return response
    with transaction():
        operations.sign_out(token=current_user.token, actor=current_user)
    _end_session(_("您已退出。"))
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def _end_session(message: str) -> None:
    logout_user()
    session.clear()
    flash(message)


@blueprint.route("/password", methods=["GET", "POST"])
@signed_in_even_temporarily
def change_password() -> ResponseReturnValue:
    """One's own new password; every sign-in ends and one signs in anew."""
    form = PasswordForm()
    if form.submitted():
        _refuse_weak(form)
        attempt, proven_hash = _proven(form.old.data)
        password_hash = passwords.hash_of(form.new.data)
        with transaction(form=form):
            operations.change_password(
                account=current_user,
                proven_hash=proven_hash,
                password_hash=password_hash,
                attempt=attempt,
                actor=current_user,
            )
        _end_session(_("密码已修改，请用新密码登录。"))
        return redirect(url_for(".sign_in"), code=303)
    return render_template("accounts/password.html", form=form)


def _proven(old: str) -> tuple[SignInAttempt, str]:
    """The counted guess, and the stored hash that `old` was found to fit. Raises Refusal(LOCKED, PASSWORD_WRONG)."""
    attempt = _counted(current_user.sign_in_name, "signed in")
    proven_hash = current_user.password_hash
    refuse_if(not passwords.matches(proven_hash, old), AccountReason.PASSWORD_WRONG, "old")
    return attempt, proven_hash


def _refuse_weak(form: PasswordForm) -> None:
    """Raise Refusal for a new password that will not do (S2)."""
    new = form.new.data
    refuse_if(rules.is_too_short(new), AccountReason.PASSWORD_SHORT, "new")
    places = [one.division for one in current_user.grants]
    words = (current_user.sign_in_name, current_user.name, *(w for p in places for w in (p.code, p.name)))
    refuse_if(rules.is_easily_guessed(new, known_words=words), AccountReason.PASSWORD_COMMON, "new")
    refuse_if(new == form.old.data, AccountReason.PASSWORD_SAME, "new")
    refuse_if(new != form.again.data, AccountReason.PASSWORDS_DIFFER, "again")
