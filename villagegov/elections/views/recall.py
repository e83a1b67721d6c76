"""Recall: petition, check, defence, vote read by two, verdict, handover (E-101 to E-104, F-31)."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.audit.queries import history
from villagegov.bodies.models import Term
from villagegov.bodies.queries.meetings import committee_kind
from villagegov.bodies.queries.offices import term
from villagegov.elections.forms.recall import (
    CheckForm,
    DefenceForm,
    FirstRecallCountForm,
    HandedForm,
    PetitionForm,
    RecallCountForm,
)
from villagegov.elections.models import Recall
from villagegov.elections.operations import recall as operations
from villagegov.elections.queries import recall as known
from villagegov.elections.queries.departures import law_in
from villagegov.elections.rules import recall as rules
from villagegov.elections.rules.law import law_of
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary.recall import Petitioners
from villagegov.files.operations import keep_file
from villagegov.law.vocabulary import CommitteeKind, Field, Method
from villagegov.transaction import transaction
from villagegov.web.attachments import ACCEPTED, LIMIT, checked, send_stored
from villagegov.web.guards import guard


@blueprint.get("/recalls/<int:recall_id>")
@guard(Permission.VIEW_BODIES, load=known.recall)
def recall(recall: Recall) -> ResponseReturnValue:
    """One recall: how far it is, with every sum and article."""
    law, count, by = law_of(recall), known.count_of(recall), recall.petitioners
    settled = recall.verdict is not None and count is not None and recall.method is not None
    log = (
        rules.decide_recall(count, method=recall.method, profile=law)[1] if settled and count and recall.method else ()
    )
    return render_template(
        "elections/recall/show.html",
        recall=recall,
        parts=rules.petition_parts(by, law),
        article=law.cited(rules.petition_field(by)),
        enough=rules.petition_suffices(signers=recall.signers, base=recall.base, by=by, profile=law),
        count=count if settled else None,
        log=log,
        call=known.call_due(recall),
        handing=known.handover_due(recall),
        today=clock.today(),
        entries=history(recall),
    )


@blueprint.route("/terms/<int:term_id>/recall", methods=["GET", "POST"])
@guard(Permission.END_OFFICE, load=term)
def petition_recall(term: Term) -> ResponseReturnValue:
    """A petition came in."""
    committee, law = committee_kind(term.unit), law_in(term.unit, clock.today())
    form = PetitionForm(by=[one for one in Petitioners if rules.may_petition(one, committee)], version=term.version)
    if form.submitted():
        sent = checked(form.photo, unit=term.unit, needed=True)
        with transaction(term, form) as answer:
            asked = operations.Petition(
                on=form.on.value,
                by=Petitioners(form.by.data),
                base=form.base.value,
                signers=form.signers.value,
                reason=form.reason.data.strip(),
                new_facts=form.new_facts.data,
            )
            file = keep_file(checked=sent[0], unit=term.unit, actor=current_user, field="photo")
            made = operations.petition(term=term, asked=asked, file=file, actor=current_user)
            answer.to(url_for(".recall", recall_id=made.id), _("已登记，请另一人核对签名。"))
        return answer.redirect()
    article = law.cited(Field.RECALL_PARTS)
    told = {"parts": law.recall_parts, "reps": law.recall_reps_parts, "article": article}
    return render_template(
        "elections/recall/petition.html", form=form, term=term, told=told, accepted=ACCEPTED, limit=LIMIT
    )


@blueprint.route("/recalls/<int:recall_id>/check", methods=["GET", "POST"])
@guard(Permission.END_OFFICE, load=known.recall)
def check_recall(recall: Recall) -> ResponseReturnValue:
    """Another person counts the signatures."""
    form, recall_id = CheckForm(version=recall.version), recall.id
    if form.submitted():
        with transaction(recall, form) as answer:
            valid, day = form.valid.value, form.checked_on.value
            enough = operations.check(recall=recall, valid=valid, checked_on=day, actor=current_user)
            said = _("人数够，罢免要求成立。请登记申辩，召集表决。") if enough else _("人数不够，罢免要求没有成立。")
            answer.to(url_for(".recall", recall_id=recall_id), said)
        return answer.redirect()
    return render_template("elections/recall/check.html", form=form, recall=recall)


@blueprint.route("/recalls/<int:recall_id>/defence", methods=["GET", "POST"])
@guard(Permission.END_OFFICE, load=known.recall)
def defend_recall(recall: Recall) -> ResponseReturnValue:
    """What the member answers."""
    form, recall_id = DefenceForm(defence=recall.defence, on=recall.defence_on, version=recall.version), recall.id
    if form.submitted():
        with transaction(recall, form) as answer:
            words = form.defence.data.strip()
            operations.note_defence(recall=recall, defence=words, on=form.on.value, actor=current_user)
            answer.to(url_for(".recall", recall_id=recall_id), _("已登记申辩。"))
        return answer.redirect()
    return render_template("elections/recall/defence.html", form=form, recall=recall)


@blueprint.route("/recalls/<int:recall_id>/count", methods=["GET", "POST"])
@guard(Permission.END_OFFICE, load=known.recall)
def count_recall(recall: Recall) -> ResponseReturnValue:
    """The first reading of the vote."""
    operations.refuse_unvotable(recall)
    village = committee_kind(recall.unit) is CommitteeKind.VILLAGE
    form = FirstRecallCountForm(methods=[Method.VOTERS] if village else list(Method), version=recall.version)
    recall_id = recall.id
    if form.submitted():
        with transaction(recall, form) as answer:
            method, vote_on = Method(form.method.data), form.vote_on.value
            operations.enter_count(
                recall=recall, count=form.count(), method=method, vote_on=vote_on, actor=current_user
            )
            answer.to(url_for(".recall", recall_id=recall_id), _("已保存。请第二人独立录入。"))
        return answer.redirect()
    return render_template("elections/recall/count.html", form=form, recall=recall, second=False)


@blueprint.route("/recalls/<int:recall_id>/confirm", methods=["GET", "POST"])
@guard(Permission.END_OFFICE, load=known.recall)
def confirm_recall_count(recall: Recall) -> ResponseReturnValue:
    """The second reading, without seeing the first; equal, the law decides."""
    operations.refuse_unvotable(recall)
    form, recall_id = RecallCountForm(version=recall.version), recall.id
    if form.submitted():
        with transaction(recall, form) as answer:
            verdict = operations.confirm_count(recall=recall, count=form.count(), actor=current_user)
            answer.to(url_for(".recall", recall_id=recall_id), str(verdict.label))
        return answer.redirect()
    return render_template("elections/recall/count.html", form=form, recall=recall, second=True)


@blueprint.route("/recalls/<int:recall_id>/handover", methods=["GET", "POST"])
@guard(Permission.END_OFFICE, load=known.recall)
def hand_over_after_recall(recall: Recall) -> ResponseReturnValue:
    """The recalled has handed over."""
    form, recall_id = HandedForm(version=recall.version), recall.id
    if form.submitted():
        with transaction(recall, form) as answer:
            operations.note_handover(recall=recall, on=form.on.value, actor=current_user)
            answer.to(url_for(".recall", recall_id=recall_id), _("已登记移交。"))
        return answer.redirect()
    return render_template("elections/recall/handed.html", form=form, recall=recall)


@blueprint.get("/recalls/<int:recall_id>/paper")
@guard(Permission.END_OFFICE, load=known.recall)
def recall_paper(recall: Recall) -> ResponseReturnValue:
    """The signed petition; whoever may not act on it does not see the names (P-13)."""
    return send_stored(recall.file)
