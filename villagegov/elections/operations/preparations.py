"""Secret writing places checked, lists posted, and what keeps voting from beginning (E-64, E-67, E-68)."""

from collections.abc import Sequence
from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections import queries as elections
from villagegov.elections.models import Election, PollPosting, Station
from villagegov.elections.operations.steps import refuse_candidate
from villagegov.elections.queries import preparations as queries
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.preparations import DAYS, latest_posting, mobile_staff_is_enough
from villagegov.elections.vocabulary import StationKind
from villagegov.elections.vocabulary.preparations import Posted, PreparationReason, PreparationTag
from villagegov.extensions import db
from villagegov.law.vocabulary import Field
from villagegov.refusal import refuse, refuse_if


def refuse_polling(election: Election) -> None:
    """Nothing is prepared any more once voting began."""
    refuse_if(elections.newest_poll(election) is not None, PreparationReason.POLLING)


def check_secret_places(*, election: Election, stations: Sequence[Station], actor: Account) -> None:
    """These places were looked at and have a secret writing place (E-67). Raises Refusal of a mobile box."""
    elections.locked(election)
    refuse_candidate(election, actor)
    refuse_polling(election)
    today = clock.today()
    for one in stations:
        refuse_if(one.kind is StationKind.MOBILE, PreparationReason.NO_SECRET_MOBILE)
        one.secret_checked_on = one.secret_checked_on or today
    names = [one.name for one in stations]
    after = {"station": names}
    record(PreparationTag.SECRET_CHECKED, subject=election, actor=actor, place_id=election.unit_id, after=after)


def post_preparation(*, election: Election, kind: Posted, posted_on: date, actor: Account) -> PollPosting:
    """One of the lists hangs. Raises Refusal for one that is late, empty or not complete (E-60 to E-68)."""
    elections.locked(election)
    refuse_candidate(election, actor)
    refuse_polling(election)
    refuse_if(posted_on > clock.today(), PreparationReason.IN_FUTURE, "posted_on")
    law = law_of(election)
    last = latest_posting(kind, election.polling_day, law)
    if posted_on > last.last:
        told = {"days": -last.days, "sum": last.sum, "article": law.cited(DAYS[kind])}
        refuse_if(True, PreparationReason.LATE, "posted_on", **told)
    _READY[kind](election)
    found = db.session.query(PollPosting).filter_by(election_id=election.id, kind=kind).one_or_none()
    made = found or PollPosting(election_id=election.id, kind=kind)
    made.posted_on = posted_on
    db.session.add(made)
    db.session.flush()
    after = {"posted_what": kind.value, "posted_on": posted_on}
    record(PreparationTag.POSTED, subject=election, actor=actor, place_id=election.unit_id, after=after)
    return made


def _places_ready(election: Election) -> None:
    refuse_if(not election.stations, PreparationReason.NO_STATIONS)
    names = [one.name for one in election.stations if not one.hours]
    refuse_if(bool(names), PreparationReason.NO_HOURS, names=names)
    _refuse_no_route(election)


def _refuse_no_route(election: Election) -> None:
    names = [one.name for one in election.stations if one.kind is StationKind.MOBILE and not one.route]
    refuse_if(bool(names), PreparationReason.NO_ROUTE, names=names)


def _staff_ready(election: Election) -> None:
    refuse_if(not queries.workers_of(election), PreparationReason.NONE_TO_POST)
    names = [one.name for one in queries.conflicting_workers(election)]
    refuse_if(bool(names), PreparationReason.CONFLICTS, names=names)


def _mobile_ready(election: Election) -> None:
    boxes = [one for one in election.stations if queries.mobile_count(one)]
    refuse_if(not boxes, PreparationReason.NONE_TO_POST)
    _refuse_no_route(election)
    law = law_of(election)
    for one in boxes:
        roles = [worker.role for worker in queries.workers_at(one)]
        if not mobile_staff_is_enough(roles, law):
            refuse(
                PreparationReason.FEW_STAFF,
                name=one.name,
                article=law.cited(Field.MOBILE_STAFF_MIN),
                staff=law.mobile_staff_min,
                watch=law.mobile_scrutineers_min,
                count=len(roles),
                found=sum(role.watches for role in roles),
            )


def _scribes_ready(election: Election) -> None:
    refuse_if(Posted.SCRIBES not in queries.wanted_of(election), PreparationReason.NONE_TO_POST)


_READY = {
    Posted.PLACES: _places_ready,
    Posted.STAFF: _staff_ready,
    Posted.MOBILE: _mobile_ready,
    Posted.SCRIBES: _scribes_ready,
}


def refuse_posted(election: Election, kind: Posted) -> None:
    """A list that hangs is not changed any more."""
    day = queries.postings_of(election).get(kind)
    refuse_if(day is not None, PreparationReason.LIST_POSTED, day=day)


def refuse_unlisted_boxes(election: Election) -> None:
    """E-64: a mobile box has its list of voters, and the list hangs, before anybody votes."""
    for one in election.stations:
        if one.kind is StationKind.MOBILE:
            refuse_if(not one.listed_voters, PreparationReason.NO_LIST, name=one.name)
    unposted = Posted.MOBILE in queries.wanted_of(election) and Posted.MOBILE not in queries.postings_of(election)
    refuse_if(unposted, PreparationReason.UNPOSTED_MOBILE, article=law_of(election).cited(Field.MOBILE_LIST_DAYS))
