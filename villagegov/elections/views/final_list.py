"""The way from vetted nominees to the final list: where it stands, standing down, making it, its order."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections import queries as elections
from villagegov.elections.forms.final_list import (
    StandDownForm,
    Standing,
    make_list_form,
    order_form,
    order_typed,
    strokes_typed,
)
from villagegov.elections.models import Election, Nominee
from villagegov.elections.operations import final_list as operations
from villagegov.elections.operations.final_list import refuse_unless
from villagegov.elections.queries import final_list as queries
from villagegov.elections.queries.nominations import nominee as nominee_numbered
from villagegov.elections.rules.law import law_of
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary import Origin
from villagegov.elections.vocabulary.final_list import FinalStep
from villagegov.law.vocabulary import Field
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard


@blueprint.get("/elections/<int:election_id>/final-list")
@guard(Permission.VIEW_ELECTION, load=elections.election)
def final_list(election: Election) -> ResponseReturnValue:
    """Post by post who is on the list, who was cut, and the one next step."""
    found, law = queries.preparation_of(election), law_of(election)
    return render_template(
        "elections/final_list/index.html",
        election=election,
        found=found,
        steps=FinalStep,
        down=queries.stood_down(election),
        pre_votes=queries.pre_votes_of(election),
        body_article=law.cited(Field.PRESELECT_BODY),
        woman_article=law.cited(Field.MIN_WOMEN_CANDIDATES),
    )


@blueprint.route("/nominees/<int:nominee_id>/choose", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=nominee_numbered)
def choose_post(nominee: Nominee) -> ResponseReturnValue:
    """Named for two posts, he chose this one in writing."""
    form = StandDownForm()
    if form.submitted():
        with transaction(nominee, form) as answer:
            day, paper = form.written_on.value, form.paper.data.strip()
            operations.choose_post(nominee=nominee, written_on=day, paper=paper, actor=current_user)
            answer.to(url_for(".final_list", election_id=nominee.election_id), _("已登记选定的职务。"))
        return answer.redirect()
    others = queries.other_posts(nominee)
    return render_template("elections/final_list/choose.html", form=form, nominee=nominee, others=others)


@blueprint.route("/nominees/<int:nominee_id>/stand-down", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=nominee_numbered)
def stand_down(nominee: Nominee) -> ResponseReturnValue:
    """Somebody on the initial list does not want to stand."""
    form = StandDownForm()
    if form.submitted():
        with transaction(nominee, form) as answer:
            day, paper = form.written_on.value, form.paper.data.strip()
            operations.stand_down(nominee=nominee, written_on=day, paper=paper, actor=current_user)
            answer.to(url_for(".final_list", election_id=nominee.election_id), _("已登记书面放弃。"))
        return answer.redirect()
    return render_template("elections/final_list/stand_down.html", form=form, nominee=nominee)


@blueprint.route("/nominees/<int:nominee_id>/stand-down/undo", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=nominee_numbered)
def take_back_stand_down(nominee: Nominee) -> ResponseReturnValue:
    """That was entered by mistake."""
    form = ConfirmForm(obj=nominee)
    if form.submitted():
        with transaction(nominee, form) as answer:
            operations.take_back_stand_down(nominee=nominee, actor=current_user)
            answer.to(url_for(".final_list", election_id=nominee.election_id), _("已撤销登记。"))
        return answer.redirect()
    return render_template("elections/final_list/take_back.html", form=form, nominee=nominee)


@blueprint.route("/elections/<int:election_id>/final-list/make", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=elections.election)
def make_final_list(election: Election) -> ResponseReturnValue:
    """One press makes the list; no name is typed."""
    found = queries.preparation_of(election)
    if request.method in {"GET", "HEAD"}:
        refuse_unless(found, FinalStep.MAKE)
    form = make_list_form(found.unknown_letters)
    if form.submitted():
        with transaction(election, form) as answer:
            told = strokes_typed(form, found.unknown_letters)
            made = operations.make_list(election=election, strokes=told, actor=current_user)
            answer.to(url_for(".candidates", election_id=election.id), _("名单已形成，共 %(n)s 名。", n=len(made)))
        return answer.redirect()
    return render_template("elections/final_list/make.html", form=form, election=election, found=found)


@blueprint.route("/elections/<int:election_id>/final-list/unmake", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=elections.election)
def unmake_final_list(election: Election) -> ResponseReturnValue:
    """Take it apart before it hangs."""
    form = ConfirmForm(obj=election)
    if form.submitted():
        with transaction(election, form) as answer:
            operations.unmake_list(election=election, actor=current_user)
            answer.to(url_for(".final_list", election_id=election.id), _("名单已撤销。"))
        return answer.redirect()
    return render_template("elections/final_list/unmake.html", form=form, election=election)


@blueprint.route("/elections/<int:election_id>/final-list/order", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=elections.election)
def reorder_final_list(election: Election) -> ResponseReturnValue:
    """Another order, with the reason."""
    rows = [one for one in election.candidates if one.origin is Origin.LISTED]
    listed = [Standing(one.id, one.post, one.name) for one in rows]
    form = order_form(listed)
    if form.submitted():
        with transaction(election, form) as answer:
            order, reason = order_typed(form, listed), form.reason.data.strip()
            operations.reorder(election=election, order=order, reason=reason, actor=current_user)
            answer.to(url_for(".candidates", election_id=election.id), _("已改正次序。"))
        return answer.redirect()
    return render_template("elections/final_list/order.html", form=form, election=election, listed=listed)
