"""Complaints about an election: entered, and answered by the township or the county (E-94)."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.audit.queries import history
from villagegov.elections import queries
from villagegov.elections.forms.disputes import DisputeAnswerForm, DisputeForm
from villagegov.elections.models import Dispute, Election
from villagegov.elections.operations import disputes as operations
from villagegov.elections.queries import disputes as known
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary.disputes import DisputeAnswer, DisputeMatter
from villagegov.transaction import transaction
from villagegov.web.guards import guard


@blueprint.get("/elections/<int:election_id>/disputes")
@guard(Permission.VIEW_ELECTION, load=queries.election)
def disputes(election: Election) -> ResponseReturnValue:
    """Each with its clock and its answer; who complained and of what, only officials see."""
    found = known.disputes_of(election)
    return render_template(
        "elections/disputes/index.html",
        election=election,
        disputes=found,
        dues={one.id: known.answer_due(one) for one in found},
        today=clock.today(),
    )


@blueprint.route("/elections/<int:election_id>/disputes/new", methods=["GET", "POST"])
@guard(Permission.OVERSEE_ELECTION, load=queries.election)
def new_dispute(election: Election) -> ResponseReturnValue:
    """One came in."""
    form = DisputeForm()
    if form.submitted():
        with transaction(election, form) as answer:
            made = operations.enter_dispute(
                election=election,
                matter=DisputeMatter(form.matter.data),
                complainant=(form.complainant.data or "").strip(),
                claim=form.claim.data.strip(),
                received_on=form.received_on.value,
                actor=current_user,
            )
            answer.to(url_for(".dispute", dispute_id=made.id), _("已登记。期限从收到的那一天起算。"))
        return answer.redirect()
    return render_template("elections/disputes/new.html", form=form, election=election)


@blueprint.get("/disputes/<int:dispute_id>")
@guard(Permission.OVERSEE_ELECTION, load=known.dispute)
def dispute(dispute: Dispute) -> ResponseReturnValue:
    """One complaint whole."""
    return render_template(
        "elections/disputes/show.html",
        dispute=dispute,
        due=known.answer_due(dispute),
        today=clock.today(),
        entries=history(dispute),
    )


@blueprint.route("/disputes/<int:dispute_id>/answer", methods=["GET", "POST"])
@guard(Permission.OVERSEE_ELECTION, load=known.dispute)
def answer_dispute(dispute: Dispute) -> ResponseReturnValue:
    """The authority answers."""
    form = DisputeAnswerForm(version=dispute.version)
    if form.submitted():
        with transaction(dispute, form) as answer:
            operations.answer_dispute(
                dispute=dispute,
                finding=DisputeAnswer(form.finding.data),
                answer=form.answer.data.strip(),
                document=(form.document.data or "").strip(),
                answered_on=form.answered_on.value,
                actor=current_user,
            )
            answer.to(url_for(".dispute", dispute_id=dispute.id), _("已答复。"))
        return answer.redirect()
    return render_template("elections/disputes/answer.html", form=form, dispute=dispute)
