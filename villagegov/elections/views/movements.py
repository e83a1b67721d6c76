"""名单结转: a roll begun from the last one, its sum, and the statistics by group (E-40, F-07)."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections.models import Roll
from villagegov.elections.operations import movements as operations
from villagegov.elections.queries import movements as queries
from villagegov.elections.queries.roll import roll_of_election
from villagegov.elections.rules.movements import balance, summed
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary import Category
from villagegov.elections.vocabulary.movements import MINUS, PLUS
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard


@blueprint.route("/elections/<int:election_id>/roll/statistics", methods=["GET", "POST"])
@guard(Permission.KEEP_ROLL, load=roll_of_election)
def roll_statistics(roll: Roll) -> ResponseReturnValue:
    """The sum of a roll that was carried over and its figures by group; on an empty one, the button that begins it."""
    form = ConfirmForm(obj=roll)
    if form.submitted():
        with transaction(roll, form) as answer:
            made = operations.carry_over(roll=roll, actor=current_user)
            said = _("已结转 %(count)s 人。请再登记增加和减少的人。", count=made.carried)
            answer.to(url_for(".roll_statistics", election_id=roll.election_id), said)
        return answer.redirect()
    begun, groups = queries.carryover_of(roll), queries.groups_of(roll)
    whole = summed(groups)
    return render_template(
        "elections/roll/statistics.html",
        form=form,
        roll=roll,
        begun=begun,
        source=queries.last_frozen(roll) if not roll.registered else None,
        groups=groups,
        whole=whole,
        due=balance(carried=begun.carried, whole=whole) if begun else 0,
        plus=PLUS,
        minus=MINUS,
        categories=list(Category),
    )
