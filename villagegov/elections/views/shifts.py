"""提前或者延期换届: asked for by the unit, approved by township and county (E-02)."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections import queries
from villagegov.elections.forms.shifts import ApproveShiftForm, ReturnShiftForm, ShiftForm
from villagegov.elections.models import Election, Shift
from villagegov.elections.operations import shifts as operations
from villagegov.elections.queries import shifts as known
from villagegov.elections.queries.seat_plan import proposing_decisions
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.shifts import is_long, next_approver
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary.shifts import Approver
from villagegov.law.vocabulary import Field
from villagegov.transaction import transaction
from villagegov.web.guards import guard


@blueprint.get("/elections/<int:election_id>/shift")
@guard(Permission.VIEW_ELECTION, load=queries.election)
def shift(election: Election) -> ResponseReturnValue:
    """What was asked for, who has agreed, and whom it waits for."""
    found, law, window = known.shifts_of(election), law_of(election), known.window_of(election)
    newest = next(iter(found), None)
    return render_template(
        "elections/shifts/show.html",
        election=election,
        newest=newest,
        earlier=found[1:],
        window=window,
        law=law,
        article=law.cited(Field.MAX_SHIFT_MONTHS),
        warn_article=law.cited(Field.SHIFT_WARN_MONTHS),
        long=newest is not None and is_long(day=newest.wanted_on, window=window, profile=law),
        waiting=next_approver(newest.given) if newest is not None and newest.is_open else None,
        mine=newest is not None and known.waits_for(newest, current_user),
        polled=queries.newest_poll(election) is not None,
        Approver=Approver,
    )


@blueprint.route("/elections/<int:election_id>/shift/new", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.election)
def new_shift(election: Election) -> ResponseReturnValue:
    """The unit asks, with the meeting's decision."""
    decisions = proposing_decisions(election.unit)
    told = {key: f"{one.meeting.held_on} {one.matter}" for key, one in decisions.items()}
    form = ShiftForm(decisions=told)
    if form.submitted():
        request = operations.Request(
            wanted_on=form.wanted_on.value,
            because=form.because.data.strip(),
            applied_on=form.applied_on.value,
            document=(form.document.data or "").strip(),
        )
        decision, paper = decisions.get(form.decision.data), (form.paper.data or "").strip()
        with transaction(election, form) as answer:
            operations.apply_for(election=election, request=request, decision=decision, paper=paper, actor=current_user)
            answer.to(url_for(".shift", election_id=election.id), _("已申请，等乡镇（街道）同意。"))
        return answer.redirect()
    return render_template("elections/shifts/new.html", form=form, election=election, window=known.window_of(election))


@blueprint.route("/elections/<int:election_id>/shift/approve", methods=["GET", "POST"])
@guard(Permission.APPROVE_SHIFT, load=known.open_shift_of)
def approve_shift(shift: Shift) -> ResponseReturnValue:
    """The township, then the county agrees."""
    form, election_id, step = ApproveShiftForm(obj=shift), shift.election_id, next_approver(shift.given)
    if form.submitted():
        with transaction(shift, form) as answer:
            by = operations.approve(
                shift=shift,
                approved_on=form.approved_on.value,
                document=form.document.data.strip(),
                actor=current_user,
            )
            done = (
                _("已批准，村（社区）可以改选举日了。") if by is Approver.COUNTY else _("已登记，等县（市、区）批准。")
            )
            answer.to(url_for(".shift", election_id=election_id), done)
        return answer.redirect()
    return render_template("elections/shifts/approve.html", form=form, shift=shift, step=step)


@blueprint.route("/elections/<int:election_id>/shift/give-back", methods=["GET", "POST"])
@guard(Permission.APPROVE_SHIFT, load=known.open_shift_of)
def return_shift(shift: Shift) -> ResponseReturnValue:
    """Whoever's turn it is does not agree, with the reason."""
    form, election_id = ReturnShiftForm(obj=shift), shift.election_id
    if form.submitted():
        with transaction(shift, form) as answer:
            operations.give_back(shift=shift, reason=form.reason.data.strip(), actor=current_user)
            answer.to(url_for(".shift", election_id=election_id), _("已退回。"))
        return answer.redirect()
    return render_template("elections/shifts/give_back.html", form=form, shift=shift)
