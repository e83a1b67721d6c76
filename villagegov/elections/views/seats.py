"""The number of seats: proposed by the village, approved by the township, filed with the county."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.elections import queries
from villagegov.elections.forms.seats import ApprovalForm, FilingForm, GiveBackForm, ProposalForm
from villagegov.elections.models import Election, SeatPlan
from villagegov.elections.operations import seat_plan as operations
from villagegov.elections.operations import setup
from villagegov.elections.queries.seat_plan import plan_of_election, proposing_decisions, seat_plan_of
from villagegov.elections.rules.committee import may_be_told_by_paper
from villagegov.elections.rules.law import law_of
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.views.turns import in_turn
from villagegov.elections.vocabulary import Task
from villagegov.law.vocabulary import Field
from villagegov.transaction import transaction
from villagegov.web.guards import guard


@blueprint.get("/elections/<int:election_id>/seat-plan")
@guard(Permission.VIEW_ELECTION, load=queries.election)
def seat_plan(election: Election) -> ResponseReturnValue:
    """How many seats there are, and how far the plan has come."""
    return render_template(
        "elections/seat_plan/show.html",
        election=election,
        plan=seat_plan_of(election),
        profile=law_of(election),
        formed=queries.facts_of(election).committee_formed,
    )


@blueprint.route("/elections/<int:election_id>/seats", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.election)
def seats(election: Election) -> ResponseReturnValue:
    """How many sit in each post, and on which decision that rests."""
    in_turn(election, Task.SEATS)
    decisions = proposing_decisions(election.unit)
    form = _proposal(election, {key: f"{one.meeting.held_on} {one.matter}" for key, one in decisions.items()})
    if form.submitted():
        with transaction(election, form) as answer:
            setup.set_seats(
                election=election,
                seats=form.seats(),
                margin=form.margin.value,
                decision=decisions.get(form.picked()),
                paper=form.told(),
                actor=current_user,
            )
            answer.to(url_for(".seat_plan", election_id=election.id), _("已保存职数。"))
        return answer.redirect()
    profile = law_of(election)
    article = profile.cited(Field.SEATS_MIN)
    return render_template("elections/seats.html", form=form, election=election, profile=profile, article=article)


def _proposal(election: Election, decisions: dict[int, str]) -> ProposalForm:
    plan = seat_plan_of(election)
    if plan is not None:
        operations.refuse_if_approved(plan)
    known = {one.post.value: one.seats for one in election.seats}
    margin = max((one.margin for one in election.seats), default=1)
    resting = {"decision": plan.decision_id or 0, "paper": plan.paper} if plan is not None else {}
    typed = {"chair": 1, "vice": 0, **known, "margin": margin, "version": str(election.version), **resting}
    late = may_be_told_by_paper(polling_day=election.polling_day, today=clock.today())
    return ProposalForm(data=typed, decisions=decisions, planned=plan is not None, late=late)


@blueprint.route("/elections/<int:election_id>/seat-plan/approve", methods=["GET", "POST"])
@guard(Permission.APPROVE_SEATS, load=plan_of_election)
def approve_seats(plan: SeatPlan) -> ResponseReturnValue:
    """The township approves."""
    form, election_id = ApprovalForm(obj=plan), plan.election_id
    if form.submitted():
        with transaction(plan, form) as answer:
            operations.approve(
                plan=plan, approved_on=form.approved_on.value, document=form.document.data, actor=current_user
            )
            answer.to(url_for(".seat_plan", election_id=election_id), _("已批准职数。请报县（市、区）备案。"))
        return answer.redirect()
    return render_template("elections/seat_plan/approve.html", form=form, election=plan.election)


@blueprint.route("/elections/<int:election_id>/seat-plan/give-back", methods=["GET", "POST"])
@guard(Permission.APPROVE_SEATS, load=plan_of_election)
def give_back_seats(plan: SeatPlan) -> ResponseReturnValue:
    """The township gives the plan back with its reason."""
    form, election_id = GiveBackForm(obj=plan), plan.election_id
    if form.submitted():
        with transaction(plan, form) as answer:
            operations.give_back(plan=plan, reason=form.reason.data, actor=current_user)
            answer.to(url_for(".seat_plan", election_id=election_id), _("已退回职数。"))
        return answer.redirect()
    return render_template("elections/seat_plan/give_back.html", form=form, election=plan.election)


@blueprint.route("/elections/<int:election_id>/seat-plan/file", methods=["GET", "POST"])
@guard(Permission.APPROVE_SEATS, load=plan_of_election)
def file_seats(plan: SeatPlan) -> ResponseReturnValue:
    """The approved plan is filed with the county."""
    form, election_id = FilingForm(obj=plan), plan.election_id
    if form.submitted():
        with transaction(plan, form) as answer:
            operations.file(
                plan=plan, filed_on=form.filed_on.value, document=form.document.data or "", actor=current_user
            )
            answer.to(url_for(".seat_plan", election_id=election_id), _("已记录职数的备案。"))
        return answer.redirect()
    return render_template("elections/seat_plan/file.html", form=form, election=plan.election)
