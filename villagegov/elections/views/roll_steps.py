"""The roll posted and frozen."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections.forms.setup import PostedForm
from villagegov.elections.models import Roll
from villagegov.elections.operations import roll as operations
from villagegov.elections.queries import roll as queries
from villagegov.elections.queries.papers import count_without
from villagegov.elections.rules import calendar
from villagegov.elections.rules.law import law_of
from villagegov.elections.views.blueprints import blueprint
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard


@blueprint.route("/elections/<int:election_id>/roll/post", methods=["GET", "POST"])
@guard(Permission.KEEP_ROLL, load=queries.roll_of_election)
def post_roll(roll: Roll) -> ResponseReturnValue:
    """The day on which the roll was put up (E-35); from then on nobody enters or leaves it."""
    form = PostedForm(obj=roll)
    if form.submitted():
        with transaction(roll, form) as answer:
            operations.post_roll(roll=roll, posted_on=form.posted_on.value, actor=current_user)
            answer.to(url_for(".roll", election_id=roll.election_id), _("已记录名单的公布日期。"))
        return answer.redirect()
    profile = law_of(roll.election)
    last = calendar.latest_roll_post(roll.election.polling_day, profile)
    return render_template(
        "elections/roll/post.html",
        form=form,
        roll=roll,
        profile=profile,
        last=last,
        incomplete=count_without(roll),
    )


@blueprint.route("/elections/<int:election_id>/roll/freeze", methods=["GET", "POST"])
@guard(Permission.KEEP_ROLL, load=queries.roll_of_election)
def freeze_roll(roll: Roll) -> ResponseReturnValue:
    """The roll becomes final and gets its fingerprint (E-39)."""
    form = ConfirmForm(obj=roll)
    if form.submitted():
        with transaction(roll, form) as answer:
            operations.freeze_roll(roll=roll, actor=current_user)
            answer.to(url_for(".roll", election_id=roll.election_id), _("名单已定稿。"))
        return answer.redirect()
    profile = law_of(roll.election)
    first = calendar.earliest_freeze(roll.posted_on, profile) if roll.posted_on is not None else None
    return render_template(
        "elections/roll/freeze.html",
        form=form,
        roll=roll,
        profile=profile,
        first=first,
        incomplete=count_without(roll),
    )
