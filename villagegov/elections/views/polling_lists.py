"""Who votes at a mobile box, and who gets help in writing."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections import queries as elections
from villagegov.elections.forms.preparations import MobileListForm, WritingHelpForm
from villagegov.elections.models import Election, MobileVoter, RollEntry, Station, WritingHelp
from villagegov.elections.operations import staff as operations
from villagegov.elections.queries import preparations as queries
from villagegov.elections.queries.roll import entry_numbered
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.nominations import numbers_in
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary import ElectionReason
from villagegov.elections.vocabulary.preparations import MobileGround, Posted
from villagegov.law.vocabulary import Field
from villagegov.refusal import refuse
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard
from villagegov.web.paging import paged


@blueprint.route("/stations/<int:station_id>/voters", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=elections.station)
def mobile_voters(station: Station) -> ResponseReturnValue:
    """The list of a mobile box, with the ground for those who keep it; more are added by number."""
    form, election = MobileListForm(), station.election
    if form.submitted():
        with transaction(station, form) as answer:
            numbers, ground = numbers_in(form.numbers.data), MobileGround(form.ground.data)
            made = operations.list_mobile_voters(station=station, numbers=numbers, ground=ground, actor=current_user)
            answer.to(url_for(".mobile_voters", station_id=station.id), _("已列入 %(count)s 人。", count=len(made)))
        return answer.redirect()
    posted = queries.postings_of(election).get(Posted.MOBILE)
    page = paged(queries.mobile_list(station))
    fixed = posted is not None or elections.newest_poll(election) is not None
    return render_template(
        "elections/preparations/mobile.html", form=form, station=station, page=page, posted=posted, fixed=fixed
    )


@blueprint.route("/mobile-voters/<int:voter_id>/remove", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.mobile_voter)
def unlist_mobile_voter(voter: MobileVoter) -> ResponseReturnValue:
    """Take a voter off the list."""
    form, station_id = ConfirmForm(obj=voter), voter.station_id
    if form.submitted():
        with transaction(voter, form) as answer:
            operations.unlist_mobile_voter(voter=voter, actor=current_user)
            answer.to(url_for(".mobile_voters", station_id=station_id), _("已移出名单。"))
        return answer.redirect()
    return render_template("elections/preparations/unlist.html", form=form, voter=voter)


@blueprint.route("/elections/<int:election_id>/writing-help", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=elections.election)
def writing_help(election: Election) -> ResponseReturnValue:
    """Who writes for whom."""
    form, law = WritingHelpForm(), law_of(election)
    if form.submitted():
        with transaction(election, form) as answer:
            made = operations.add_writing_help(
                election=election,
                voter=_voter(election, form.voter.value, "voter"),
                writer=_voter(election, form.writer.value, "writer"),
                actor=current_user,
            )
            said = _("已登记：%(writer)s 替 %(voter)s 代写。", writer=made.writer.name, voter=made.voter.name)
            answer.to(url_for(".writing_help", election_id=election.id), said)
        return answer.redirect()
    posted = queries.postings_of(election).get(Posted.SCRIBES)
    return render_template(
        "elections/preparations/writing_help.html",
        form=form,
        election=election,
        page=paged(queries.writing_helps_of(election)),
        posted=posted,
        fixed=posted is not None or elections.newest_poll(election) is not None,
        most=law.scribe_max,
        article=law.cited(Field.SCRIBE_MAX),
    )


def _voter(election: Election, number: int, field: str) -> RollEntry:
    return entry_numbered(elections.roll_of(election), number) or refuse(ElectionReason.NOT_ON_ROLL, field)


@blueprint.route("/writing-helps/<int:help_id>/remove", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.writing_help)
def remove_writing_help(help_: WritingHelp) -> ResponseReturnValue:
    """The voter needs nobody, or wants another."""
    form, election_id = ConfirmForm(obj=help_), help_.election_id
    if form.submitted():
        with transaction(help_, form) as answer:
            operations.remove_writing_help(help_=help_, actor=current_user)
            answer.to(url_for(".writing_help", election_id=election_id), _("已撤销代写。"))
        return answer.redirect()
    return render_template("elections/preparations/remove_help.html", form=form, help=help_)
