"""In, out, and one's own password."""

from flask import flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user, login_user, logout_user

from villagegov import clock
from villagegov.accounts import operations, passwords, queries, rules
from villagegov.accounts.forms import PasswordForm, SignInForm
from villagegov.accounts.models import Account
from villagegov.accounts.views.blueprint import blueprint
from villagegov.accounts.views.device import device_for, remember_device
from villagegov.accounts.vocabulary import AccountReason
from villagegov.refusal import refuse, refuse_if
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import public, signed_in_even_temporarily
from villagegov.web.reader import local_address


@blueprint.route("/sign-in", methods=["GET", "POST"])
@public
def sign_in() -> ResponseReturnValue:
    """The way in; what fails says the same whether the name exists or not."""
    form = SignInForm()
    if form.submitted():
        account = _proven(form.sign_in_name.data.strip(), form.password.data)
        response = redirect(local_address(request.args.get("next"), url_for("desk.start")), code=303)
        return remember_device(response, account)
    return render_template("accounts/sign_in.html", form=form)


def _proven(sign_in_name: str, password: str) -> Account:
    """The account whose password this is, signed in. Raises Refusal(LOCKED, WRONG)."""
    with transaction():
        attempt = operations.note_attempt(
            sign_in_name=sign_in_name, device=device_for(sign_in_name), address=request.remote_addr or ""
        )
    account = queries.account_named(sign_in_name)
    if not passwords.matches(account.password_hash if account else None, password) or account is None:
        refuse(AccountReason.WRONG, "password")
    expired = account.temporary_until is not None and account.temporary_until < clock.now()
    refuse_if(expired or account.disabled_at is not None, AccountReason.WRONG, "password")
    with transaction():
        token = operations.sign_in(account=account, attempt=attempt)
    _start_session(account, token)
    return account


def _start_session(account: Account, token: str) -> None:
    session.clear()
    session["token"] = token
    session["seen"] = int(clock.now().timestamp())
    account.token = token
    login_user(account)


@blueprint.post("/sign-out")
@signed_in_even_temporarily
def sign_out() -> ResponseReturnValue:
    """The way out; the cookie is worthless afterwards, here and wherever it was copied."""
    form = ConfirmForm()
    if form.submitted():
        with transaction():
            operations.sign_out(token=session.get("token", ""), actor=current_user)
        logout_user()
        session.clear()
        flash(_("您已退出。"))
    response = redirect(url_for("desk.home"), code=303)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@blueprint.route("/password", methods=["GET", "POST"])
@signed_in_even_temporarily
def change_password() -> ResponseReturnValue:
    """One's own new password; every sign-in ends and one signs in anew."""
    form = PasswordForm()
    if form.submitted():
        _refuse_weak(form)
        password_hash = passwords.hash_of(form.new.data)
        with transaction(form=form) as answer:
            operations.change_password(account=current_user, password_hash=password_hash)
            answer.to(url_for(".sign_in"), _("密码已修改，请用新密码登录。"))
        logout_user()
        session.clear()
        return answer.redirect()
    return render_template("accounts/password.html", form=form)


def _refuse_weak(form: PasswordForm) -> None:
    """Raise Refusal for an old password that is wrong or a new one that will not do (S2)."""
    new = form.new.data
    refuse_if(not passwords.matches(current_user.password_hash, form.old.data), AccountReason.PASSWORD_WRONG, "old")
    refuse_if(rules.is_too_short(new), AccountReason.PASSWORD_SHORT, "new")
    places = [one.division for one in current_user.grants]
    words = (current_user.sign_in_name, current_user.name, *(w for p in places for w in (p.code, p.name)))
    refuse_if(rules.is_easily_guessed(new, known_words=words), AccountReason.PASSWORD_COMMON, "new")
    refuse_if(new == form.old.data, AccountReason.PASSWORD_SAME, "new")
    refuse_if(new != form.again.data, AccountReason.PASSWORDS_DIFFER, "again")
