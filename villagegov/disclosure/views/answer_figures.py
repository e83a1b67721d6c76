"""How a place answers its residents, and each place below it: for everybody, every share with its denominator."""

from flask import abort, render_template
from flask.typing import ResponseReturnValue

import villagegov.clock as clock
from villagegov.disclosure.queries.answer_figures import Figures, figures_below
from villagegov.disclosure.rules.questions import ANSWER_DAYS
from villagegov.disclosure.views.blueprints import blueprint
from villagegov.divisions.queries import children, division_coded, unit_coded
from villagegov.web.guards import public
from villagegov.web.kept import kept
from villagegov.web.paging import paged


@blueprint.get("/answers/of/<code>")
@public
@kept
def answer_figures(code: str) -> ResponseReturnValue:
    """An area in all, and the places right below it."""
    place, today = division_coded(code) or abort(404), clock.today()
    page = paged(children(place))
    found = figures_below([place, *page.rows], today)
    return render_template(
        "disclosure/questions/figures.html",
        place=place,
        is_unit=unit_coded(code) is not None,
        page=page,
        whole=found.get(place.id, Figures()),
        figures={one.id: found.get(one.id, Figures()) for one in page.rows},
        days=ANSWER_DAYS,
    )
