"""Supplementary notices to a roll: put up, read, and what everybody may see of them."""

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.audit.vocabulary import Look
from villagegov.elections.forms.setup import PostedForm
from villagegov.elections.models import Roll, Supplement
from villagegov.elections.operations import supplements as operations
from villagegov.elections.queries import changes as queries
from villagegov.elections.queries.bases import bases_of
from villagegov.elections.queries.candidate_lists import lists_of
from villagegov.elections.queries.roll import roll_of_election
from villagegov.elections.rules.fingerprint import in_blocks
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary.changes import Change, LineState
from villagegov.transaction import transaction
from villagegov.web.guards import guard, public
from villagegov.web.readings import note_look


@blueprint.route("/elections/<int:election_id>/roll/supplement", methods=["GET", "POST"])
@guard(Permission.KEEP_ROLL, load=roll_of_election)
def post_supplement(roll: Roll) -> ResponseReturnValue:
    """The confirmed changes, and the day they were put up."""
    form = PostedForm(data={"version": str(roll.version)})
    if form.submitted():
        with transaction(roll, form) as answer:
            made = operations.post_supplement(roll=roll, posted_on=form.posted_on.value, actor=current_user)
            answer.to(url_for(".supplement", supplement_id=made.id), _("已发补充公告，名单已改。"))
        return answer.redirect()
    lines = [one for one in queries.waiting_changes(roll) if one.state is LineState.CONFIRMED]
    return render_template("elections/changes/post.html", form=form, roll=roll, lines=lines)


@blueprint.get("/roll-supplements/<int:supplement_id>")
@guard(Permission.KEEP_ROLL, load=queries.supplement)
def supplement(supplement: Supplement) -> ResponseReturnValue:
    """The notice as it is printed for the board: names, no reasons (P-04)."""
    note_look(Look.PERSON, supplement.roll, persons=len(supplement.lines))
    return render_template(
        "elections/changes/supplement.html", supplement=supplement, kinds=Change, roll=supplement.roll, blocks=in_blocks
    )


@blueprint.get("/c/<code>/elections/<int:number>/roll")
@public
def public_roll(code: str, number: int) -> ResponseReturnValue:
    """How many stand on the roll, its fingerprint, and every earlier one; no name (P-12)."""
    roll = queries.public_roll(code, number) or abort(404)
    return render_template(
        "elections/public_roll.html",
        roll=roll,
        candidates=bool(lists_of(roll.election)),
        supplements=queries.supplements_of(roll),
        bases=bases_of(roll.election) if roll.election.result_notice_id else None,
        kinds=Change,
        blocks=in_blocks,
    )
