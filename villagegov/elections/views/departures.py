"""Who leaves office in a unit before the term is over, who stands aside, who acts for the chair (E-98 to E-106)."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.bodies.models import Term
from villagegov.bodies.queries.meetings import committee_unit
from villagegov.bodies.queries.offices import term, terms_of
from villagegov.bodies.vocabulary import Body
from villagegov.divisions.models import Division
from villagegov.elections.forms.departures import (
    ActingForm,
    CeaseForm,
    DayAndNoteForm,
    PaperForm,
    PostedOnForm,
    ResignationForm,
    SuspensionForm,
    VoteOnResignationForm,
)
from villagegov.elections.models import Departure
from villagegov.elections.operations import acting
from villagegov.elections.operations import departures as operations
from villagegov.elections.queries import departures as known
from villagegov.elections.queries.recall import recalls_in
from villagegov.elections.rules.departures import meeting_due, notice_due
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary.departures import CeaseGround, DepartureReason
from villagegov.files.operations import keep_file
from villagegov.law.vocabulary import Field
from villagegov.refusal import refuse_if
from villagegov.transaction import transaction
from villagegov.web.attachments import ACCEPTED, LIMIT, checked, send_stored
from villagegov.web.guards import guard


@blueprint.get("/units/<int:unit_id>/departures")
@guard(Permission.VIEW_BODIES, load=committee_unit)
def departures(unit: Division) -> ResponseReturnValue:
    """Who sits, whose office is open to question, who acts."""
    today = clock.today()
    law, cases = known.law_in(unit, today), known.departures_in(unit)
    dues = {
        one.id: notice_due(one.closed_on, law) if one.closed_on else meeting_due(one.kind, one.filed_on, law)
        for one in cases
    }
    return render_template(
        "elections/departures/index.html",
        unit=unit,
        sitting=terms_of(unit, today, body=Body.COMMITTEE),
        open_by_term={one.term_id: one for one in cases if one.closed_on is None},
        cases=cases,
        recalls=recalls_in(unit),
        dues=dues,
        acting=known.acting_chairs(unit, today),
        chair=known.sitting_chair(unit, today),
        today=today,
    )


def _case(of: Term, form: PaperForm, page: str, said: str) -> ResponseReturnValue:
    """One of the three ways out, on its paper."""
    if form.submitted():
        sent = checked(form.photo, unit=of.unit, needed=True)
        with transaction(of, form) as answer:
            stored = keep_file(checked=sent[0], unit=of.unit, actor=current_user, field="photo")
            document, note = form.document.data.strip(), (form.note.data or "").strip()
            paper = operations.Paper(on=form.on.value, document=document, file=stored, note=note)
            if isinstance(form, CeaseForm):
                ground, first = CeaseGround(form.ground.data), form.first_rated_on.data
                operations.cease(term=of, ground=ground, paper=paper, first_rated_on=first, actor=current_user)
            elif isinstance(form, ResignationForm):
                operations.file_resignation(term=of, paper=paper, actor=current_user)
            else:
                operations.suspend(term=of, paper=paper, actor=current_user)
            answer.to(url_for(".departures", unit_id=of.unit_id), said)
        return answer.redirect()
    law = known.law_in(of.unit, clock.today())
    article = law.cited(Field.RESIGN_MEETING_DAYS)
    return render_template(
        f"elections/departures/{page}.html", form=form, term=of, article=article, accepted=ACCEPTED, limit=LIMIT
    )


@blueprint.route("/terms/<int:term_id>/resignation", methods=["GET", "POST"])
@guard(Permission.END_OFFICE, load=term)
def file_resignation(term: Term) -> ResponseReturnValue:
    """A written resignation came in."""
    return _case(term, ResignationForm(version=term.version), "resign", _("已登记辞职，等会议表决。"))


@blueprint.route("/terms/<int:term_id>/ceased", methods=["GET", "POST"])
@guard(Permission.END_OFFICE, load=term)
def cease_office(term: Term) -> ResponseReturnValue:
    """The office ended by itself."""
    return _case(term, CeaseForm(version=term.version), "cease", _("职务已终止。请张贴公告。"))


@blueprint.route("/terms/<int:term_id>/suspension", methods=["GET", "POST"])
@guard(Permission.END_OFFICE, load=term)
def suspend_office(term: Term) -> ResponseReturnValue:
    """Somebody stands aside."""
    return _case(term, SuspensionForm(version=term.version), "suspend", _("已登记中止职务。"))


@blueprint.route("/departures/<int:departure_id>/vote", methods=["GET", "POST"])
@guard(Permission.END_OFFICE, load=known.departure)
def settle_resignation(departure: Departure) -> ResponseReturnValue:
    """What the meeting made of it."""
    refuse_if(departure.closed_on is not None, DepartureReason.CLOSED)
    decisions, unit_id = known.voting_decisions(departure), departure.unit_id
    labels = {key: f"{one.meeting.held_on} {one.meeting.kind.label}：{one.matter}" for key, one in decisions.items()}
    form = VoteOnResignationForm(version=departure.version, decisions=labels)
    if form.submitted():
        with transaction(departure, form) as answer:
            chosen = decisions.get(form.decision.data)
            operations.settle_resignation(departure=departure, decision=chosen, actor=current_user)
            answer.to(
                url_for(".departures", unit_id=unit_id), str(departure.outcome.label) if departure.outcome else ""
            )
        return answer.redirect()
    return render_template("elections/departures/vote.html", form=form, departure=departure)


@blueprint.route("/departures/<int:departure_id>/withdraw", methods=["GET", "POST"])
@guard(Permission.END_OFFICE, load=known.departure)
def withdraw_resignation(departure: Departure) -> ResponseReturnValue:
    """The one who resigned takes it back."""
    form, unit_id = DayAndNoteForm(version=departure.version), departure.unit_id
    if form.submitted():
        with transaction(departure, form) as answer:
            operations.withdraw_resignation(
                departure=departure, on=form.on.value, note=form.note.data, actor=current_user
            )
            answer.to(url_for(".departures", unit_id=unit_id), _("已登记撤回辞职。"))
        return answer.redirect()
    return render_template("elections/departures/withdraw.html", form=form, departure=departure)


@blueprint.route("/departures/<int:departure_id>/lift", methods=["GET", "POST"])
@guard(Permission.END_OFFICE, load=known.departure)
def lift_suspension(departure: Departure) -> ResponseReturnValue:
    """The suspension is over."""
    form, unit_id = DayAndNoteForm(version=departure.version), departure.unit_id
    if form.submitted():
        with transaction(departure, form) as answer:
            operations.lift(departure=departure, on=form.on.value, note=form.note.data, actor=current_user)
            answer.to(url_for(".departures", unit_id=unit_id), _("已恢复职务。账号岗位请上级重新授予。"))
        return answer.redirect()
    return render_template("elections/departures/lift.html", form=form, departure=departure)


@blueprint.route("/departures/<int:departure_id>/posting", methods=["GET", "POST"])
@guard(Permission.END_OFFICE, load=known.departure)
def post_departure(departure: Departure) -> ResponseReturnValue:
    """The notice of it hangs."""
    form, unit_id = PostedOnForm(version=departure.version), departure.unit_id
    if form.submitted():
        with transaction(departure, form) as answer:
            operations.note_posted(departure=departure, posted_on=form.on.value, actor=current_user)
            answer.to(url_for(".departures", unit_id=unit_id), _("已登记张贴。"))
        return answer.redirect()
    return render_template("elections/departures/post.html", form=form, departure=departure)


@blueprint.get("/departures/<int:departure_id>/paper")
@guard(Permission.VIEW_BODIES, load=known.departure)
def departure_paper(departure: Departure) -> ResponseReturnValue:
    """The paper it stands on."""
    return send_stored(departure.file)


@blueprint.route("/units/<int:unit_id>/acting-chair", methods=["GET", "POST"])
@guard(Permission.KEEP_BODIES, load=committee_unit)
def act_for_chair(unit: Division) -> ResponseReturnValue:
    """Who acts for a chair that is missing."""
    acting.refuse_unless_missing(unit)
    ordered = known.stand_ins(unit, clock.today())
    refuse_if(not ordered, DepartureReason.NOBODY)
    people = {
        one.id: _("%(name)s，%(office)s，得票 %(votes)s", name=one.person.name, office=one.office.label,
                  votes="—" if standing.votes is None else standing.votes)
        for one, standing in ordered
    }  # fmt: skip
    form = ActingForm(people=people)
    if form.submitted():
        sent = checked(form.photo, unit=unit, needed=True)
        with transaction(form=form) as answer:
            acting.act_for_chair(
                unit=unit,
                term_id=form.term_id.data,
                from_on=form.from_on.value,
                until_on=form.until_on.data,
                document=form.document.data.strip(),
                photo=keep_file(checked=sent[0], unit=unit, actor=current_user, field="photo"),
                reason=(form.reason.data or "").strip(),
                actor=current_user,
            )
            answer.to(url_for(".departures", unit_id=unit.id), _("已登记代理主任，等第二人确认。"))
        return answer.redirect()
    return render_template("elections/departures/acting.html", form=form, unit=unit, accepted=ACCEPTED, limit=LIMIT)
