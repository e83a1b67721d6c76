"""What is prepared for polling day: one page of it all, secret writing places, and posting."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections import queries as elections
from villagegov.elections.forms.preparations import SecretPlacesForm
from villagegov.elections.forms.setup import PostedForm
from villagegov.elections.models import Election
from villagegov.elections.operations import preparations as operations
from villagegov.elections.queries import preparations as queries
from villagegov.elections.queries.preparations import ListOf
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.preparations import latest_posting
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.views.turns import in_turn
from villagegov.elections.vocabulary import StationKind, Task
from villagegov.elections.vocabulary.preparations import Posted
from villagegov.elections.vocabulary.printed import PaperCode
from villagegov.law.vocabulary import Field
from villagegov.transaction import transaction
from villagegov.web.guards import guard

#: List → the form that prints it.
FORMS = {
    Posted.PLACES: PaperCode.F15,
    Posted.STAFF: PaperCode.F16,
    Posted.MOBILE: PaperCode.F17,
    Posted.SCRIBES: PaperCode.F20,
}


@blueprint.get("/elections/<int:election_id>/preparations")
@guard(Permission.VIEW_ELECTION, load=elections.election)
def preparations(election: Election) -> ResponseReturnValue:
    """What is to be posted by when, what hangs, and where each list is kept."""
    law, posted = law_of(election), queries.postings_of(election)
    return render_template(
        "elections/preparations/index.html",
        election=election,
        wanted=[(one, latest_posting(one, election.polling_day, law)) for one in queries.wanted_of(election)],
        posted=posted,
        forms={kind: code.value.lower() for kind, code in FORMS.items()},
        workers=queries.workers_of(election),
        conflicts={one.id for one in queries.conflicting_workers(election)},
        fixed=elections.newest_poll(election) is not None,
        mobile=StationKind.MOBILE,
        law=law,
        staff_article=law.cited(Field.STAFF_KIN_BAR),
        secret_article=law.cited(Field.SECRET_PLACES),
    )


@blueprint.route("/elections/<int:election_id>/secret-places", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=elections.election)
def secret_places(election: Election) -> ResponseReturnValue:
    """Tick each place that has a secret writing place."""
    in_turn(election, Task.STATIONS)
    places = {one.id: one for one in election.stations if one.kind is not StationKind.MOBILE}
    form = SecretPlacesForm(places={key: one.name for key, one in places.items()})
    if form.submitted():
        with transaction(election, form) as answer:
            ticked = [one for key, one in places.items() if str(key) in form.stations.data]
            operations.check_secret_places(election=election, stations=ticked, actor=current_user)
            answer.to(url_for(".preparations", election_id=election.id), _("已记录秘密写票处。"))
        return answer.redirect()
    article = law_of(election).cited(Field.SECRET_PLACES)
    return render_template("elections/preparations/secret_places.html", form=form, election=election, article=article)


@blueprint.route("/elections/<int:election_id>/preparations/<kind>/post", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.list_of)
def post_preparation(list_: ListOf) -> ResponseReturnValue:
    """One of the lists hangs."""
    form, election, posted = PostedForm(), list_.election, list_.kind
    if form.submitted():
        with transaction(election, form) as answer:
            day = form.posted_on.value
            operations.post_preparation(election=election, kind=posted, posted_on=day, actor=current_user)
            answer.to(url_for(".preparations", election_id=election.id), _("已记录公布日期。"))
        return answer.redirect()
    last = latest_posting(posted, election.polling_day, law_of(election))
    return render_template(
        "elections/preparations/post.html",
        form=form,
        election=election,
        kind=posted,
        last=last,
        code=FORMS[posted].value.lower(),
    )
