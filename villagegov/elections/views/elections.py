"""Elections: the list, a new one, and the task list with its one next step."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.accounts.queries import areas, may
from villagegov.audit.queries import history
from villagegov.divisions.queries import paths
from villagegov.divisions.vocabulary import Kind
from villagegov.elections import queries
from villagegov.elections.forms.setup import ElectionForm
from villagegov.elections.models import Election
from villagegov.elections.operations import setup
from villagegov.elections.queries.bases import bases_of
from villagegov.elections.queries.chain import standing_of
from villagegov.elections.queries.changes import waiting_changes
from villagegov.elections.queries.due import stages_of
from villagegov.elections.queries.objections import open_objections
from villagegov.elections.queries.result import names_in
from villagegov.elections.queries.shifts import shifts_of, window_of
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.objections import deadline_of
from villagegov.elections.rules.tasks import stage_of
from villagegov.elections.rules.wording import further_words, law_words
from villagegov.elections.views.afterwards import afterwards_of
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.views.steps import steps_of
from villagegov.elections.vocabulary import Stage
from villagegov.law.vocabulary import Method
from villagegov.transaction import transaction
from villagegov.web.filters import words_asked
from villagegov.web.guards import guard
from villagegov.web.paging import paged


@blueprint.get("/elections")
@guard(Permission.VIEW_ELECTION)
def index() -> ResponseReturnValue:
    """The elections of one's area with the stage each has reached."""
    words = words_asked()
    places, practises = areas(current_user, Permission.VIEW_ELECTION), may(current_user, Permission.PREPARE_ELECTION)
    page = paged(queries.elections_in(places, words, practice=practises))
    unit_paths = paths([one.unit for one in page.rows])
    return render_template(
        "elections/index.html", page=page, words=words, stages=stages_of(page.rows), paths=unit_paths
    )


@blueprint.route("/elections/new", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION)
def create() -> ResponseReturnValue:
    """Begin the election of one's unit in a round."""
    units = {unit.id: unit for unit in areas(current_user, Permission.PREPARE_ELECTION)}
    rounds = {one.id: one for unit in units.values() for one in queries.rounds_for(unit)}
    form = ElectionForm(
        units=[(key, unit.name) for key, unit in units.items()],
        rounds=[(key, one.name) for key, one in rounds.items()],
        village=all(unit.kind is Kind.VILLAGE for unit in units.values()),
    )
    if rounds and form.submitted():
        unit = units[form.unit_id.data]
        with transaction(unit, form) as answer:
            election = setup.start_election(
                round_=rounds[form.round_id.data],
                unit=unit,
                method=Method(form.method.data),
                polling_day=form.polling_day.value,
                on_paper=form.on_paper.data,
                actor=current_user,
            )
            answer.to(url_for(".show", election_id=election.id), _("已新建选举。请按下面的步骤办理。"))
        return answer.redirect()
    return render_template("elections/new.html", form=form, rounds=rounds)


@blueprint.get("/elections/<int:election_id>")
@guard(Permission.VIEW_ELECTION, load=queries.election)
def show(election: Election) -> ResponseReturnValue:
    """Where the election stands, and exactly one next step."""
    facts = queries.facts_of(election)
    poll = queries.newest_poll(election)
    return render_template(
        "elections/show.html",
        election=election,
        facts=facts,
        stage=stage_of(facts),
        law=law_words(law_of(election)),
        steps=steps_of(election, facts, current_user),
        afterwards=afterwards_of(election, facts, current_user),
        further=_further(election),
        polled=poll is not None,
        bases=bases_of(election),
        changes=waiting_changes(queries.roll_of(election)),
        shifted=window_of(election).side_of(election.polling_day),
        shift=next(iter(shifts_of(election)), None),
        today=clock.today(),
        objections=[(one, deadline_of(one, law_of(election))) for one in open_objections(election)],
        entries=history(election, queries.roll_of(election), *([poll] if poll else [])),
    )


def _further(election: Election) -> str:
    """What the law asks for after the count: a revote, a rerun, or a new election; empty when all are elected."""
    if queries.newest_outcome(election) is None:
        return ""
    standing = standing_of(election)
    return "" if standing.stage is Stage.DECIDED else further_words(standing, names_in(election))
