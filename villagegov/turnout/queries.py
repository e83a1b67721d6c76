"""Figures of polling day: the newest of each station, and the day's curve."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from villagegov.elections.models import Poll, Station
from villagegov.extensions import db
from villagegov.turnout.models import TurnoutFigure


@dataclass(frozen=True)
class Point:
    """Ballots issued at all stations by a moment."""

    at: datetime
    voted: int


def figures_of(poll: Poll) -> list[TurnoutFigure]:
    """Every figure of a poll in the order of entry."""
    query = select(TurnoutFigure).where(TurnoutFigure.poll_id == poll.id).options(joinedload(TurnoutFigure.station))
    return list(db.session.scalars(query.order_by(TurnoutFigure.id)))


def newest_by_station(poll: Poll) -> dict[int, TurnoutFigure]:
    """Station id → its newest figure."""
    return {one.station_id: one for one in figures_of(poll)}


def newest(poll: Poll, station: Station) -> TurnoutFigure | None:
    """A station's newest figure."""
    query = select(TurnoutFigure).where(TurnoutFigure.poll_id == poll.id, TurnoutFigure.station_id == station.id)
    return db.session.scalars(query.order_by(TurnoutFigure.id.desc()).limit(1)).one_or_none()


def voted_so_far(figures: Iterable[TurnoutFigure]) -> int:
    """Ballots issued: the newest figure of each station, added."""
    return sum({one.station_id: one.voted for one in figures}.values())


def curve(figures: Iterable[TurnoutFigure]) -> list[Point]:
    """The sum over all stations after each figure, in the order of entry; the clock never runs back."""
    standing: dict[int, int] = {}
    points: list[Point] = []
    for one in figures:
        standing[one.station_id] = one.voted
        at = max(one.taken_at, points[-1].at) if points else one.taken_at
        points.append(Point(at, sum(standing.values())))
    return points
