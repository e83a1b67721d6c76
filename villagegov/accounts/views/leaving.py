"""A role ends, an account is closed; a clerk hands over what he leaves; a teller gets his one day."""

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts import operations, queries
from villagegov.accounts.forms import HandoverForm, TellerDayForm, closing_form
from villagegov.accounts.models import Account, Grant, Handover
from villagegov.accounts.permissions import Permission
from villagegov.accounts.views.blueprints import blueprint
from villagegov.accounts.vocabulary import Role
from villagegov.deadlines import in_words
from villagegov.desk.queries import due_for
from villagegov.elections.queries import stations_ahead
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard, signed_in
from villagegov.web.reader import in_chinese
from villagegov.web.unfinished import unfinished_of

#: A hand-over names so many things that are due; the start page has them all.
MOST_DUE = 20


@blueprint.route("/grants/<int:grant_id>/end", methods=["GET", "POST"])
@guard(Permission.MANAGE_ACCOUNTS, load=queries.grant)
def end_grant(grant: Grant) -> ResponseReturnValue:
    """End a role, after a question; a clerk hands over."""
    if grant.role is Role.CLERK and grant.ended_at is None:
        return _end_clerk(grant)
    form = ConfirmForm(obj=grant)
    if form.submitted():
        with transaction(grant, form) as answer:
            operations.end_grant(grant=grant, actor=current_user)
            answer.to(url_for(".index"), _("这个岗位已结束。"))
        return answer.redirect()
    return render_template("accounts/end_grant.html", form=form, grant=grant)


def _end_clerk(grant: Grant) -> ResponseReturnValue:
    form = HandoverForm(obj=grant, clerks=_clerks_beside(grant))
    things = _open_things(grant)
    if form.submitted():
        with transaction(grant, form) as answer:
            operations.end_with_handover(
                grant=grant, receiver_id=form.receiver_id, open_things=things, actor=current_user
            )
            answer.to(url_for(".index"), _("这个岗位已结束，接手的人会在工作台看到。"))
        return answer.redirect()
    return render_template("accounts/hand_over.html", form=form, grant=grant, things=things)


@blueprint.route("/accounts/<int:account_id>/disable", methods=["GET", "POST"])
@guard(Permission.MANAGE_ACCOUNTS, load=queries.account)
def disable(account: Account) -> ResponseReturnValue:
    """Close an account, or open a closed one again, after a question; a clerk hands over."""
    if account.disabled_at is None and queries.clerk_grants(account):
        return _disable_clerk(account)
    form = ConfirmForm(obj=account)
    if form.submitted():
        act = operations.disable if account.disabled_at is None else operations.enable
        with transaction(account, form) as answer:
            act(account=account, actor=current_user)
            answer.to(url_for(".show", account_id=account.id), _("已保存。"))
        return answer.redirect()
    return render_template("accounts/disable.html", form=form, account=account)


def _disable_clerk(account: Account) -> ResponseReturnValue:
    grants = queries.clerk_grants(account)
    form = closing_form(account, [(one.id, one.division.name, _clerks_beside(one)) for one in grants])
    things = {one.id: _open_things(one) for one in grants}
    if form.submitted():
        with transaction(account, form) as answer:
            operations.disable_with_handover(
                account=account, receivers=form.receivers, open_things=things, actor=current_user
            )
            answer.to(url_for(".show", account_id=account.id), _("账号已停用，接手的人会在工作台看到。"))
        return answer.redirect()
    return render_template("accounts/disable_clerk.html", form=form, account=account, grants=grants, things=things)


def _clerks_beside(grant: Grant) -> list[tuple[int, str]]:
    """Who could take over, by name."""
    return [(one.id, f"{one.name} · {one.sign_in_name}") for one in queries.other_clerks(grant.division, grant.account)]


def _open_things(grant: Grant) -> list[str]:
    """What he began and did not send, and what is due in the unit; kept as it stands today, so in Chinese."""
    with in_chinese():
        begun, due = unfinished_of(grant.account), due_for(grant.role, grant.division, clock.today())
        waiting = [str(_("%(what)s（最迟 %(day)s）", what=one.what, day=in_words(one.by))) for one in due[:MOST_DUE]]
        rest = len(due) - len(waiting)
        return [*begun, *waiting, *([str(_("另外还有 %(count)s 件，见工作台", count=rest))] if rest else [])]


@blueprint.post("/handovers/<int:handover_id>/seen")
@signed_in
def handover_seen(handover_id: int) -> ResponseReturnValue:
    """The successor has read it."""
    handover, form = _own_handover(handover_id), ConfirmForm()
    if form.submitted():
        with transaction(handover, form) as answer:
            operations.note_seen(handover=handover, actor=current_user)
            answer.to(url_for("desk.start"), _("已记下，交接的事请接着办。"))
        return answer.redirect()
    return render_template("accounts/handover_seen.html", form=form, handover=handover)


def _own_handover(handover_id: int) -> Handover:
    return next((one for one in queries.handovers_for(current_user) if one.id == handover_id), None) or abort(404)


@blueprint.route("/accounts/<int:account_id>/teller-days/new", methods=["GET", "POST"])
@guard(Permission.MANAGE_ACCOUNTS, load=queries.account)
def teller_day(account: Account) -> ResponseReturnValue:
    """A teller of one station on its polling day."""
    stations = {one.id: one for one in stations_ahead(account.unit, clock.today())}
    words = [(key, f"{one.election.polling_day} · {one.name}") for key, one in stations.items()]
    form = TellerDayForm(obj=account, stations=words)
    if form.submitted():
        station = stations[int(form.station.data)]
        with transaction(account, form) as answer:
            operations.give_teller_day(
                account=account,
                division=station.election.unit,
                station_id=station.id,
                day=station.election.polling_day,
                giver_roles=queries.grants_on(current_user, clock.today()),
                actor=current_user,
            )
            answer.to(url_for(".show", account_id=account.id), _("已授予一天的计票人岗位。"))
        return answer.redirect()
    return render_template("accounts/teller_day.html", form=form, account=account, stations=stations)
