"""The second factor of one's own account, and its reset from above."""

from flask import current_app, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts import codes, operations, queries
from villagegov.accounts.forms import CodeForm, SecondFactorForm
from villagegov.accounts.models import Account
from villagegov.accounts.permissions import Permission, needs_second_factor
from villagegov.accounts.views.blueprints import blueprint
from villagegov.accounts.views.proof import counted_code, own_account, proposed_secret, sealed_text, typed_code
from villagegov.accounts.vocabulary import AccountReason
from villagegov.refusal import refuse_if
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard, signed_in_even_temporarily
from villagegov.web.keyring import keys
from villagegov.web.papers import qr_svg


@blueprint.get("/second-factor")
@signed_in_even_temporarily
def second_factor() -> ResponseReturnValue:
    """Whether it is set, and how many codes on paper are left."""
    return render_template(
        "accounts/second_factor.html", left=queries.recovery_codes_left(current_user), required=_is_required()
    )


def _is_required() -> bool:
    needed = needs_second_factor(queries.roles_on(current_user, clock.today()))
    return needed and current_app.config["SECOND_FACTOR"] == "required"


@blueprint.route("/second-factor/set-up", methods=["GET", "POST"])
@signed_in_even_temporarily
def set_second_factor() -> ResponseReturnValue:
    """A secret for the phone, proven by its first code; then ten codes on paper, shown once."""
    form = SecondFactorForm()
    secret = proposed_secret(form.sealed.data or "") or codes.new_secret()
    if form.submitted():
        step = codes.step_of(secret, form.code.data, clock.now())
        refuse_if(step is None, AccountReason.CODE_WRONG, "code")
        fresh, sealed = codes.new_recovery_codes(), keys().seal(secret.encode())
        with transaction(own_account(), form) as answer:
            operations.set_second_factor(
                account=current_user,
                sealed=sealed,
                step=step or 0,
                recovery_hashes=[codes.recovery_hash(one) for one in fresh],
                token=current_user.token,
                actor=current_user,
            )
            answer.to(url_for(".second_factor"), "")
        return render_template("accounts/recovery_codes.html", codes=fresh)
    form.sealed.data = sealed_text(secret)
    return render_template("accounts/set_second_factor.html", form=form, secret=secret, **_shown(secret))


def _shown(secret: str) -> dict[str, object]:
    """The secret as a picture, which no cache keeps, and in groups to be typed."""
    address = codes.address_of(secret, sign_in_name=current_user.sign_in_name, site=str(_("村（居）务公开")))
    groups = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    return {"qr": qr_svg.__wrapped__(address), "groups": groups, "required": _is_required()}


@blueprint.route("/second-factor/recovery-codes", methods=["GET", "POST"])
@signed_in_even_temporarily
def renew_codes() -> ResponseReturnValue:
    """Ten new codes on paper, against a code that holds now."""
    form = CodeForm()
    if form.submitted():
        attempt, typed = counted_code(current_user), typed_code(current_user, form.code.data)
        fresh = codes.new_recovery_codes()
        with transaction(own_account(), form) as answer:
            operations.renew_recovery_codes(
                account=current_user,
                step=typed.step,
                recovery_hash=typed.recovery_hash,
                recovery_hashes=[codes.recovery_hash(one) for one in fresh],
                attempt=attempt,
                actor=current_user,
            )
            answer.to(url_for(".second_factor"), "")
        return render_template("accounts/recovery_codes.html", codes=fresh)
    return render_template("accounts/renew_codes.html", form=form)


@blueprint.route("/second-factor/remove", methods=["GET", "POST"])
@signed_in_even_temporarily
def drop_second_factor() -> ResponseReturnValue:
    """Do without it, or change to another phone, against a code that holds now."""
    form = CodeForm()
    if form.submitted():
        attempt, typed = counted_code(current_user), typed_code(current_user, form.code.data)
        with transaction(own_account(), form) as answer:
            operations.drop_second_factor(
                account=current_user,
                step=typed.step,
                recovery_hash=typed.recovery_hash,
                attempt=attempt,
                actor=current_user,
            )
            answer.to(url_for(".set_second_factor"), _("原来的动态码已取消。换手机的，请在新手机上再设一次。"))
        return answer.redirect()
    if current_user.second_secret is None:
        return redirect(url_for(".second_factor"))
    return render_template("accounts/drop_second_factor.html", form=form, required=_is_required())


@blueprint.route("/accounts/<int:account_id>/second-factor/reset", methods=["GET", "POST"])
@guard(Permission.MANAGE_ACCOUNTS, load=queries.account)
def reset_second_factor(account: Account) -> ResponseReturnValue:
    """Phone and paper are lost: the level above takes the second factor away."""
    form = ConfirmForm(obj=account)
    if form.submitted():
        with transaction(account, form) as answer:
            operations.reset_second_factor(account=account, actor=current_user)
            answer.to(url_for(".show", account_id=account.id), _("动态码已取消，已登录的设备都要重新登录。"))
        return answer.redirect()
    return render_template("accounts/reset_second_factor.html", form=form, account=account)
