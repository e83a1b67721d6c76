"""Who acts for a chair that is missing or suspended (E-106)."""

from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.bodies.models import Term
from villagegov.bodies.operations.entering import Entry, propose_term
from villagegov.bodies.vocabulary import Basis, Office
from villagegov.divisions.models import Division
from villagegov.elections.queries import departures as queries
from villagegov.elections.rules.departures import must_act
from villagegov.elections.vocabulary.departures import DepartureReason
from villagegov.files.models import StoredFile
from villagegov.refusal import refuse, refuse_if


def act_for_chair(
    *,
    unit: Division,
    term_id: int,
    from_on: date,
    until_on: date | None,
    document: str,
    photo: StoredFile,
    reason: str,
    actor: Account,
) -> Term:
    """Enter the first in order as acting chair; another only with the reason. The second person confirms."""
    refuse_unless_missing(unit)
    ordered = queries.stand_ins(unit, clock.today()) or refuse(DepartureReason.NOBODY)
    chosen = next((term for term, one in ordered if one.term_id == term_id), None) or ordered[0][0]
    turn = must_act([one for _term, one in ordered], chosen.id)
    refuse_if(not turn and not reason, DepartureReason.OUT_OF_ORDER, "reason", name=ordered[0][0].person.name)
    paper = f"{document}（{reason}）" if reason else document
    entry = Entry(office=Office.CHAIR, basis=Basis.ACTING, from_on=from_on, until_on=until_on, document=paper)
    return propose_term(unit=unit, person=chosen.person, entry=entry, photo=photo, actor=actor)


def refuse_unless_missing(unit: Division) -> None:
    """Raise Refusal(CHAIR_SITS, ACTS_ALREADY) while nobody has to stand in."""
    today = clock.today()
    chair, acting = queries.sitting_chair(unit, today), queries.acting_chairs(unit, today)
    if chair is not None:
        refuse(DepartureReason.CHAIR_SITS, name=chair.person.name)
    if acting:
        refuse(DepartureReason.ACTS_ALREADY, name=acting[0].person.name)
