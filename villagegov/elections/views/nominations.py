"""Nominations: the list by post, one nomination more, acceptance, withdrawal, and posting the initial list."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections import queries as elections
from villagegov.elections.forms.nominations import AcceptanceForm, NominationForm, ReopeningForm, WithdrawalForm
from villagegov.elections.forms.setup import PostedForm
from villagegov.elections.models import Election, Nomination, Nominee
from villagegov.elections.operations import nominations as operations
from villagegov.elections.queries import nominations as queries
from villagegov.elections.queries.vetting import vettings_of
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.nominations import lawful_sources, least_jointly, wanted_qualities
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.views.turns import open_for_nominations
from villagegov.law.vocabulary import Field
from villagegov.transaction import transaction
from villagegov.web.guards import guard
from villagegov.web.paging import paged


@blueprint.get("/elections/<int:election_id>/nominations")
@guard(Permission.VIEW_ELECTION, load=elections.election)
def nominations(election: Election) -> ResponseReturnValue:
    """Who was nominated, post by post, with the votes; from its posting on, the initial list."""
    law, posted = law_of(election), queries.hanging_list_of(election)
    return render_template(
        "elections/nominations/index.html",
        election=election,
        standings=queries.standings_of(election),
        posted=posted,
        is_open=posted is None and election.candidates_posted_on is None,
        who=law.nominators.label,
        article=law.cited(Field.NOMINATORS),
        qualities=wanted_qualities(law),
    )


@blueprint.route("/elections/<int:election_id>/nominations/new", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=elections.election)
def new_nomination(election: Election) -> ResponseReturnValue:
    """One nomination from its paper."""
    open_for_nominations(election)
    law, posts = law_of(election), [one.post for one in election.seats]
    form = NominationForm(posts=posts, sources=lawful_sources(law), least=least_jointly(law))
    if form.submitted():
        with transaction(election, form) as answer:
            nominee = operations.nominate(election=election, line=form.line(), actor=current_user)
            said = _("已登记：%(name)s，%(post)s。", name=nominee.entry.name, post=nominee.post.label)
            answer.to(url_for(".nominations", election_id=election.id), said)
        return answer.redirect()
    return render_template("elections/nominations/new.html", form=form, election=election)


@blueprint.get("/nominees/<int:nominee_id>")
@guard(Permission.PREPARE_ELECTION, load=queries.nominee)
def nominee(nominee: Nominee) -> ResponseReturnValue:
    """The nominations of one person for one post, with who made them; only for those who keep them."""
    is_open = queries.hanging_list_of(nominee.election) is None and nominee.election.candidates_posted_on is None
    return render_template(
        "elections/nominations/nominee.html",
        nominee=nominee,
        page=paged(queries.nominations_of(nominee)),
        vettings=vettings_of(nominee),
        is_open=is_open,
    )


@blueprint.route("/nominees/<int:nominee_id>/acceptance", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.nominee)
def accept_nomination(nominee: Nominee) -> ResponseReturnValue:
    """The day the nominee signed."""
    open_for_nominations(nominee.election)
    form = AcceptanceForm()
    if form.submitted():
        with transaction(nominee, form) as answer:
            operations.accept(nominee=nominee, accepted_on=form.accepted_on.value, actor=current_user)
            answer.to(url_for(".nominee", nominee_id=nominee.id), _("已记录书面接受的日期。"))
        return answer.redirect()
    return render_template("elections/nominations/accept.html", form=form, nominee=nominee)


@blueprint.route("/nominations/<int:nomination_id>/withdraw", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.nomination)
def withdraw_nomination(nomination: Nomination) -> ResponseReturnValue:
    """Those who nominated took it back."""
    nominee_id = nomination.nominee_id
    open_for_nominations(nomination.nominee.election)
    form = WithdrawalForm()
    if form.submitted():
        with transaction(nomination, form) as answer:
            day = form.withdrawn_on.value
            operations.withdraw_nomination(nomination=nomination, withdrawn_on=day, actor=current_user)
            answer.to(url_for(".nominee", nominee_id=nominee_id), _("已记录撤回提名。"))
        return answer.redirect()
    return render_template("elections/nominations/withdraw.html", form=form, nomination=nomination)


@blueprint.route("/elections/<int:election_id>/nominations/post", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=elections.election)
def post_initial_list(election: Election) -> ResponseReturnValue:
    """The initial list was drawn and hangs on the board; from then on nominations are closed."""
    open_for_nominations(election)
    form = PostedForm()
    if form.submitted():
        with transaction(election, form) as answer:
            operations.post_initial_list(election=election, posted_on=form.posted_on.value, actor=current_user)
            answer.to(url_for(".nominations", election_id=election.id), _("已记录初步候选人名单的公布日期。"))
        return answer.redirect()
    standings = queries.standings_of(election)
    return render_template("elections/nominations/post.html", form=form, election=election, standings=standings)


@blueprint.route("/elections/<int:election_id>/nominations/reopen", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=elections.election)
def reopen_nominations(election: Election) -> ResponseReturnValue:
    """Too few on the initial list passed: nominations are taken again, and the list is posted anew."""
    if request.method in {"GET", "HEAD"}:
        operations.refuse_not_hanging(election)
    form = ReopeningForm()
    if form.submitted():
        with transaction(election, form) as answer:
            operations.reopen_nominations(election=election, reason=form.reason.data, actor=current_user)
            answer.to(url_for(".nominations", election_id=election.id), _("已重新开放提名。"))
        return answer.redirect()
    return render_template("elections/nominations/reopen.html", form=form, election=election)
