"""One's own password."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts import operations, passwords, rules
from villagegov.accounts.forms import PasswordForm
from villagegov.accounts.models import SignInAttempt
from villagegov.accounts.views.blueprints import blueprint
from villagegov.accounts.views.sign_in import counted, end_session
from villagegov.accounts.vocabulary import AccountReason
from villagegov.refusal import refuse_if
from villagegov.transaction import transaction
from villagegov.web.guards import signed_in_even_temporarily


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
        end_session(_("密码已修改，请用新密码登录。"))
        return redirect(url_for(".sign_in"), code=303)
    return render_template("accounts/password.html", form=form)


def _proven(old: str) -> tuple[SignInAttempt, str]:
    """The counted guess, and the stored hash that `old` was found to fit. Raises Refusal(LOCKED, PASSWORD_WRONG)."""
    attempt = counted(current_user.sign_in_name, "signed in")
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
