"""The household or residents' representatives who vote."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.audit.vocabulary import Look
from villagegov.elections.forms.electors import ElectorsForm
from villagegov.elections.models import Roll
from villagegov.elections.operations.electors import set_electors
from villagegov.elections.queries import roll as rolls
from villagegov.elections.queries.electors import electors_of, electors_on
from villagegov.elections.rules.electors import numbers_in
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary.electors import ELECTORS, ElectorReason
from villagegov.law.vocabulary import Method
from villagegov.refusal import refuse_if
from villagegov.transaction import transaction
from villagegov.web.guards import guard
from villagegov.web.paging import PER_PAGE, paged
from villagegov.web.readings import note_look


@blueprint.route("/elections/<int:election_id>/electors", methods=["GET", "POST"])
@guard(Permission.KEEP_ROLL, load=rolls.roll_of_election)
def electors(roll: Roll) -> ResponseReturnValue:
    """The list, thirty to a page, and the numbers it is made from."""
    refuse_if(roll.election.method is Method.VOTERS, ElectorReason.ALL_VOTE)
    form, who = ElectorsForm(), ELECTORS[roll.election.method]
    if form.submitted():
        numbers, wrong = numbers_in(form.numbers.data)
        refuse_if(bool(wrong), ElectorReason.NUMBERS, "numbers", word=wrong[:20])
        with transaction(roll, form) as answer:
            set_electors(roll=roll, numbers=numbers, actor=current_user)
            told = _("已登记%(who)s %(count)s 人。", who=who, count=len(numbers))
            answer.to(url_for(".electors", election_id=roll.election_id), told)
        return answer.redirect()
    note_look(Look.PAGE, roll, persons=PER_PAGE)
    return render_template(
        "elections/electors.html", form=form, roll=roll, who=who, count=electors_on(roll), page=paged(electors_of(roll))
    )
