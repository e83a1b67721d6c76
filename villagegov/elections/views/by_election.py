"""Empty seats, what the law asks for, and the by-elections of a unit (E-105)."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.bodies.queries.meetings import committee_kind, committee_unit
from villagegov.divisions.models import Division
from villagegov.elections.forms.by_election import ByElectionForm
from villagegov.elections.operations import by_election as operations
from villagegov.elections.queries import by_election as known
from villagegov.elections.queries.departures import law_in
from villagegov.elections.queries.due import stages_of
from villagegov.elections.rules.by_election import methods_of
from villagegov.elections.views.blueprints import blueprint
from villagegov.law.vocabulary import Field, Method
from villagegov.transaction import transaction
from villagegov.web.guards import guard


@blueprint.get("/units/<int:unit_id>/vacancies")
@guard(Permission.VIEW_ELECTION, load=committee_unit)
def vacancies(unit: Division) -> ResponseReturnValue:
    """Which seats are empty, why they have to be filled, by when."""
    today = clock.today()
    gap, law, held = known.gap_in(unit, today), law_in(unit, today), known.by_elections_of(unit)
    return render_template(
        "elections/by_election/show.html",
        unit=unit,
        gap=gap,
        why=[known.told_of(one, gap, law) for one in gap.triggers],
        open=known.open_by_election(unit),
        held=held,
        stages=stages_of(held),
        article=law.cited(Field.BYELECTION_MONTHS),
        today=today,
    )


@blueprint.route("/units/<int:unit_id>/by-elections/new", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=committee_unit)
def start_by_election(unit: Division) -> ResponseReturnValue:
    """Begin one for the empty seats."""
    operations.refuse_unless_vacant(unit)
    vacant = known.gap_in(unit, clock.today()).vacant
    data = {post.value: number for post, number in vacant.items()}
    form = ByElectionForm(vacant=vacant, methods=methods_of(committee_kind(unit)), data=data)
    if form.submitted():
        with transaction(form=form) as answer:
            made = operations.start_by_election(
                unit=unit,
                seats=form.seats(),
                method=Method(form.method.data),
                polling_day=form.polling_day.value,
                on_paper=form.on_paper.data,
                actor=current_user,
            )
            answer.to(url_for(".show", election_id=made.id), _("已新建补选。步骤与换届选举相同。"))
        return answer.redirect()
    return render_template("elections/by_election/new.html", form=form, unit=unit)
