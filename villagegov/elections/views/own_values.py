"""What the law leaves to a province or to a round, entered with the document it stands on."""

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.accounts.queries import areas
from villagegov.audit.queries import history
from villagegov.divisions.models import Division
from villagegov.divisions.vocabulary import Level
from villagegov.elections import queries
from villagegov.elections.forms.own_values import OwnValueForm, RoundValuesForm, TakeBackForm
from villagegov.elections.models import Round
from villagegov.elections.operations import own_values
from villagegov.elections.views.blueprints import blueprint
from villagegov.law import queries as law
from villagegov.law.models import Setting
from villagegov.law.own import changeable, in_words
from villagegov.law.profiles import PROFILES, profile_for
from villagegov.law.vocabulary import CommitteeKind
from villagegov.transaction import transaction
from villagegov.web.guards import guard
from villagegov.web.paging import paged


@blueprint.get("/rules/own")
@guard(Permission.SET_LAW)
def own_rules() -> ResponseReturnValue:
    """One's province's own values, and what a province may set."""
    provinces = _provinces()
    page = paged(law.settings_in(provinces))
    today = clock.today()
    open_to_provinces = [(kind, changeable(profile_for(kind, today))) for kind in CommitteeKind]
    return render_template(
        "elections/own/index.html", provinces=provinces, page=page, open=open_to_provinces, shown=in_words
    )


@blueprint.route("/rules/own/new/<committee>/<name>", methods=["GET", "POST"])
@guard(Permission.SET_LAW)
def set_own_rule(committee: str, name: str) -> ResponseReturnValue:
    """Set one value."""
    kind = next((one for one in CommitteeKind if one == committee), None) or abort(404)
    profile = profile_for(kind, clock.today())
    provision = next((one for one in changeable(profile) if one.field == name), None) or abort(404)
    provinces = {one.id: one for one in _provinces()}
    form = OwnValueForm(provision=provision, areas=[(key, one.name) for key, one in provinces.items()])
    if form.submitted():
        with transaction(form=form) as answer:
            changed = own_values.set_for_province(
                province=provinces[form.division_id.data],
                committee=kind,
                field=provision.field,
                value=form.value(),
                from_on=form.from_on.value,
                document=form.document.data.strip(),
                actor=current_user,
            )
            answer.to(url_for(".own_rules"), _applied(_("已录入。"), changed))
        return answer.redirect()
    return render_template(
        "elections/own/set.html", form=form, kind=kind, profile=profile, provision=provision, provinces=provinces
    )


@blueprint.route("/rules/own/<int:setting_id>/remove", methods=["GET", "POST"])
@guard(Permission.SET_LAW, load=law.setting)
def take_back_own_rule(setting: Setting) -> ResponseReturnValue:
    """Take a value back that was entered by mistake."""
    form = TakeBackForm()
    if form.submitted():
        with transaction(setting, form) as answer:
            changed = own_values.take_back_for_province(
                setting=setting, reason=form.reason.data.strip(), actor=current_user
            )
            answer.to(url_for(".own_rules"), _applied(_("已撤销。"), changed))
        return answer.redirect()
    return render_template(
        "elections/own/take_back.html", form=form, setting=setting, shown=in_words(setting), entries=history(setting)
    )


@blueprint.route("/rounds/<int:round_id>/values", methods=["GET", "POST"])
@guard(Permission.SET_UP_ROUND, load=queries.round_)
def round_values(round_: Round) -> ResponseReturnValue:
    """What this round decides within the law."""
    held = {name: text for name, (text, _document) in round_.own_values.items()}
    document = next((one for _text, one in round_.own_values.values()), "")
    profile = PROFILES["V-2026"]
    form = RoundValuesForm(profile=profile, data={**held, "document": document, "version": str(round_.version)})
    if form.submitted():
        values = form.values()
        with transaction(round_, form) as answer:
            changed = own_values.set_for_round(round_=round_, values=values, actor=current_user)
            answer.to(url_for(".rounds"), _applied(_("已保存。"), changed))
        return answer.redirect()
    return render_template("elections/own/round.html", form=form, round=round_)


def _provinces() -> list[Division]:
    """The provinces one answers for as a whole."""
    return [one for one in areas(current_user, Permission.SET_LAW) if one.level is Level.PROVINCE]


def _applied(said: str, changed: int) -> str:
    if not changed:
        return said
    return said + str(_("名单还没有公布的 %(count)s 次选举随之改变。", count=changed))
