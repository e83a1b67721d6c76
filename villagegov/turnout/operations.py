"""Reporting how many ballots a station has issued."""

from datetime import datetime

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.accounts.operations import refuse_other_station
from villagegov.audit.record import record
from villagegov.elections.models import Pickup, Poll, RollEntry, Station
from villagegov.elections.operations.pickups import draw_ballots, undo_pickup
from villagegov.elections.operations.steps import refuse_candidate
from villagegov.elections.queries import proxies
from villagegov.elections.queries.electors import base_of
from villagegov.elections.queries.pickups import drawn_at
from villagegov.elections.vocabulary import ElectionReason, StationKind
from villagegov.elections.vocabulary.pickups import PickupReason
from villagegov.elections.vocabulary.proxies import ProxyReason
from villagegov.extensions import db
from villagegov.refusal import refuse_if
from villagegov.turnout import queries
from villagegov.turnout.models import TurnoutFigure
from villagegov.turnout.vocabulary import TurnoutTag


def report_figure(
    *, poll: Poll, station: Station, own: int, proxy: int, taken_at: datetime, reason: str, actor: Account
) -> TurnoutFigure:
    """Ballots a station has issued by `taken_at`: cumulative, never lower without a reason, never over the roll."""
    refuse_candidate(poll.election, actor)
    refuse_other_station(actor, station.id)
    refuse_if(poll.election.pickup_register, PickupReason.ON)
    refuse_if(poll.closed_at is not None, ElectionReason.POLL_CLOSED)
    refuse_if(station not in poll.stations, ElectionReason.STATION_NOT_OPEN)
    day = poll.held_on
    refuse_if(clock.day_of(taken_at) < day, ElectionReason.NOT_POLLING_DAY, "taken", day=day)
    refuse_if(taken_at > clock.now(), ElectionReason.IN_THE_FUTURE, "taken")
    before = queries.newest(poll, station)
    lower = before is not None and (own < before.own or proxy < before.proxy)
    told = before.voted if before else 0
    refuse_if(lower and not reason.strip(), ElectionReason.LOWER_FIGURE, "reason", before=told)
    _refuse_too_many(poll, station, own + proxy, proxy)
    figure = TurnoutFigure(
        poll=poll,
        station=station,
        own=own,
        proxy=proxy,
        taken_at=taken_at,
        entered_at=clock.now(),
        entered_by_id=actor.id,
        entered_by_name=actor.name,
        correction_reason=reason.strip() if lower else "",
    )
    db.session.add(figure)
    db.session.flush()
    after = {"station": station.name, "own": own, "proxy": proxy, "reason": figure.correction_reason}
    tag = TurnoutTag.CORRECTED if lower else TurnoutTag.REPORTED
    record(tag, subject=poll, actor=actor, place_id=poll.election.unit_id, after=after)
    return figure


def _refuse_too_many(poll: Poll, station: Station, voted: int, proxy: int) -> None:
    """E-71, E-60: no more ballots than registered persons, than posted proxies, nor, at a mobile box, than its list."""
    newest = queries.newest_by_station(poll)
    others = [one.voted for key, one in newest.items() if key != station.id]
    registered, total = base_of(poll.election), sum(others) + voted
    posted = proxies.valid_proxies(poll.election) if poll.election.proxies_posted_on else None
    drawn = sum(one.proxy for key, one in newest.items() if key != station.id) + proxy
    refuse_if(posted is not None and drawn > posted, ProxyReason.MORE_THAN_POSTED, "proxy", proxy=drawn, posted=posted)
    refuse_if(total > registered, ElectionReason.OVER_REGISTERED, "own", voted=total, registered=registered)
    listed = station.listed_voters
    over = station.kind is StationKind.MOBILE and listed is not None and voted > listed
    refuse_if(over, ElectionReason.OVER_LISTED, "own", listed=listed)


def give_ballots(*, poll: Poll, station: Station, entry: RollEntry, actor: Account) -> Pickup:
    """A tick in the pick-up register; the station's figure on the board is the sum of its ticks from that moment."""
    made = draw_ballots(poll=poll, station=station, entry=entry, actor=actor)
    _follow_register(poll, station, "", actor)
    return made


def take_back_tick(*, pickup: Pickup, reason: str, actor: Account) -> None:
    """A tick by mistake is undone; the figure falls with it, and says why."""
    undo_pickup(pickup=pickup, reason=reason, actor=actor)
    _follow_register(pickup.poll, pickup.station, reason, actor)


def _follow_register(poll: Poll, station: Station, reason: str, actor: Account) -> None:
    """One figure for each quarter of an hour: the last one moves on until its quarter is over."""
    now, newest = clock.now(), queries.newest(poll, station)
    own, proxy = drawn_at(poll, station)
    if newest is None or reason or newest.correction_reason or _quarter(newest.taken_at) != _quarter(now):
        newest = TurnoutFigure(poll=poll, station=station)
        db.session.add(newest)
    newest.own, newest.proxy, newest.taken_at, newest.entered_at = own, proxy, now, now
    newest.entered_by_id, newest.entered_by_name, newest.correction_reason = actor.id, actor.name, reason
    db.session.flush()


def _quarter(moment: datetime) -> int:
    return int(moment.timestamp()) // 900
