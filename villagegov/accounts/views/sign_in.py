"""In, with one step or two, and out."""

from flask import flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user, login_user, logout_user

from villagegov.accounts import operations, passwords, queries
from villagegov.accounts.forms import CodeForm, SignInForm
from villagegov.accounts.models import Account, SignInAttempt
from villagegov.accounts.views.blueprints import blueprint
from villagegov.accounts.views.device import device_for, remember_device
from villagegov.accounts.views.proof import await_code, awaited, counted_code, typed_code
from villagegov.accounts.vocabulary import AccountReason
from villagegov.refusal import refuse
from villagegov.transaction import transaction
from villagegov.web.filters import one_asked
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import public
from villagegov.web.reader import local_address
from villagegov.web.sessions import note_seen


@blueprint.route("/sign-in", methods=["GET", "POST"])
@public
def sign_in() -> ResponseReturnValue:
    """The way in; what fails says the same whether the name exists or not."""
    form = SignInForm()
    if form.submitted():
        account, proven_hash, attempt = _proven(form.sign_in_name.data.strip(), form.password.data)
        if account.second_secret is not None:
            with transaction(account):
                operations.prove_password(account=account, proven_hash=proven_hash, attempt=attempt)
            await_code(account)
            return redirect(url_for(".sign_in_code", next=one_asked("next") or None), code=303)
        with transaction(account):
            token = operations.sign_in(account=account, proven_hash=proven_hash, attempt=attempt)
        return welcomed(account, token)
    return render_template("accounts/sign_in.html", form=form)


def _proven(sign_in_name: str, password: str) -> tuple[Account, str, SignInAttempt]:
    """The account whose password this is, the hash it fits, and the counted try. Raises Refusal(LOCKED, WRONG)."""
    attempt = counted(sign_in_name, device_for(sign_in_name))
    account = queries.account_named(sign_in_name)
    proven_hash = account.password_hash if account is not None else None
    if not passwords.matches(proven_hash, password) or account is None or proven_hash is None:
        refuse(AccountReason.WRONG, "password")
    return account, proven_hash, attempt


@blueprint.route("/sign-in/code", methods=["GET", "POST"])
@public
def sign_in_code() -> ResponseReturnValue:
    """The second step: a code of the phone, or one on paper."""
    account, form = awaited(), CodeForm()
    if account is None:
        flash(str(AccountReason.CODE_LATE.label), "warning")
        return redirect(url_for(".sign_in", next=one_asked("next") or None))
    if form.submitted():
        proven_hash = account.password_hash
        attempt, typed = counted_code(account), typed_code(account, form.code.data)
        with transaction(account):
            token = operations.sign_in_with_code(
                account=account,
                proven_hash=proven_hash,
                step=typed.step,
                recovery_hash=typed.recovery_hash,
                attempt=attempt,
            )
        return welcomed(account, token)
    return render_template("accounts/sign_in_code.html", form=form)


def welcomed(account: Account, token: str) -> ResponseReturnValue:
    """To the start page, or where the reader wanted to go."""
    _start_session(account, token)
    response = redirect(local_address(one_asked("next"), url_for("desk.start")), code=303)
    return remember_device(response, account)


def counted(sign_in_name: str, device: str) -> SignInAttempt:
    """This try, stored before it is evaluated, so that guesses at the same moment count too."""
    with transaction():
        return operations.note_attempt(sign_in_name=sign_in_name, device=device, address=request.remote_addr or "")


def _start_session(account: Account, token: str) -> None:
    session.clear()
    note_seen()
    account.token = token
    login_user(account)


@blueprint.post("/sign-out")
@public
def sign_out() -> ResponseReturnValue:
    """The way out; the cookie is worthless afterwards, here and wherever it was copied."""
    response = redirect(url_for("desk.home"), code=303)
    pressed = ConfirmForm().submitted()
    if not current_user.is_authenticated:  # half an hour ago the machine did it by itself
        return response
    if not pressed:
        flash(_("页面已过期，您还没有退出。请再按一次“退出”。"), "error")
        return response
    with transaction():
        operations.sign_out(token=current_user.token, actor=current_user)
    end_session(_("您已退出。"))
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def end_session(message: str) -> None:
    logout_user()
    session.clear()
    flash(message)
