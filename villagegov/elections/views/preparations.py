"""What is prepared for polling day: one page of it all, secret writing places, posting, and the notices to print."""

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
from villagegov.elections.queries.result import chinese_day
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.preparations import latest_posting
from villagegov.elections.rules.wording import committee_words, signer_words
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.views.turns import in_turn
from villagegov.elections.vocabulary import StationKind, Task
from villagegov.law.vocabulary import Field
from villagegov.transaction import transaction
from villagegov.web.guards import guard

#: Lines of a printed list.
MOST = 2_000


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
    return render_template("elections/preparations/post.html", form=form, election=election, kind=posted, last=last)


@blueprint.get("/elections/<int:election_id>/preparations/<kind>/notice")
@guard(Permission.VIEW_ELECTION, load=queries.list_of)
def preparation_notice(list_: ListOf) -> ResponseReturnValue:
    """F-15, F-16, F-17, F-20: to print for the board; no ground and no reason."""
    election = list_.election
    boxes = [one for one in election.stations if one.kind is StationKind.MOBILE]
    return render_template(
        "elections/preparations/notice.html",
        election=election,
        kind=list_.kind.value,
        workers=queries.workers_of(election),
        lists=[(one, queries.first_of(queries.mobile_list(one), MOST)) for one in boxes],
        helps=queries.first_of(queries.writing_helps_of(election), MOST),
        signer=signer_words(election.unit.name, election.committee),
        committee=committee_words(election.unit.name, election.committee),
        day=chinese_day(election.polling_day),
    )
