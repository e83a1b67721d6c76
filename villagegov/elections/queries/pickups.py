"""The pick-up register: who may draw how many ballots, what was drawn at a station."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from villagegov.divisions.models import Division
from villagegov.elections.models import CountSheet, Election, Pickup, Poll, Proxy, RollEntry, Station
from villagegov.elections.queries.proxies import candidates_on_roll
from villagegov.elections.queries.roll import entries_named, entry_numbered
from villagegov.elections.queries.setup import newest_poll, roll_of
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.proxies import is_valid
from villagegov.elections.vocabulary.pickups import Draw
from villagegov.extensions import db


@dataclass(frozen=True)
class Claim:
    """One voter at the table: whether ballots may be given out, and for whom else."""

    entry: RollEntry
    draw: Draw
    pickup: Pickup | None = None
    #: Whom this one votes for; and who votes for this one.
    principals: list[str] = field(default_factory=list)
    holder: str = ""

    @property
    def ballots(self) -> int:
        """How many ballots are handed over: one and one for each principal (E-62)."""
        return 1 + len(self.principals)


@dataclass(frozen=True)
class AtTable:
    """A voter who stands at a station's table."""

    station: Station
    entry: RollEntry

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.station.unit

    @property
    def is_practice(self) -> bool:
        """Whether its pages say that nothing here counts."""
        return self.station.is_practice


def at_table(station_id: int, number: int) -> AtTable | None:
    """The voter with this number on the roll, at this station."""
    station = db.session.get(Station, station_id)
    entry = entry_numbered(roll_of(station.election), number) if station is not None else None
    return AtTable(station, entry) if station is not None and entry is not None else None


def pickup(pickup_id: int) -> Pickup | None:
    """One entry of the register."""
    return db.session.get(Pickup, pickup_id, options=[joinedload(Pickup.entry), joinedload(Pickup.station)])


def claims_of(poll: Poll, found: Sequence[RollEntry]) -> list[Claim]:
    """How these voters stand in this poll."""
    ids = [one.id for one in found]
    drawn = select(Pickup).where(Pickup.poll_id == poll.id, Pickup.roll_entry_id.in_(ids), Pickup.undone_at.is_(None))
    drew = {one.roll_entry_id: one for one in db.session.scalars(drawn.options(joinedload(Pickup.station)))}
    holders: dict[int, str] = {}
    principals: dict[int, list[str]] = {}
    for one in _valid_proxies(poll.election, ids):
        holders[one.principal_id] = one.holder.name
        principals.setdefault(one.holder_id, []).append(one.principal.name)
    return [
        Claim(
            one,
            Draw.DREW if one.id in drew else Draw.AWAY if one.id in holders else Draw.MAY,
            drew.get(one.id),
            principals.get(one.id, []),
            holders.get(one.id, ""),
        )
        for one in found
    ]


def _valid_proxies(election: Election, entry_ids: Sequence[int]) -> list[Proxy]:
    """E-58, E-60, E-61: posted, not revoked, not lapsed, with one of these voters."""
    posted, law = election.proxies_posted_on is not None, law_of(election)
    with_one = Proxy.principal_id.in_(entry_ids) | Proxy.holder_id.in_(entry_ids)
    query = select(Proxy).where(Proxy.election_id == election.id, Proxy.revoked_at.is_(None), with_one)
    query = query.options(joinedload(Proxy.principal), joinedload(Proxy.holder)).order_by(Proxy.number)
    standing = candidates_on_roll(election)
    return [
        one
        for one in db.session.scalars(query)
        if is_valid(posted=posted, holder_is_candidate=one.holder_id in standing, profile=law)
    ]


def found_on_roll(election: Election, words: str, page: int, most: int) -> list[RollEntry]:
    """Those of this number or name, one more than a page holds."""
    query = entries_named(roll_of(election), words)
    return list(db.session.scalars(query.limit(most + 1).offset((page - 1) * most)))


def pickups_at(poll: Poll, station: Station) -> Select[Pickup]:
    """What was drawn at a station, the newest first, undone ones too; to be paged."""
    query = select(Pickup).where(Pickup.poll_id == poll.id, Pickup.station_id == station.id)
    return query.options(joinedload(Pickup.entry)).order_by(Pickup.id.desc())


def drawn_by_station(poll: Poll) -> dict[int, tuple[int, int]]:
    """Station id → ballots drawn for oneself and by proxy."""
    query = select(Pickup.station_id, func.sum(Pickup.own), func.sum(Pickup.proxy)).group_by(Pickup.station_id)
    rows = db.session.execute(query.where(Pickup.poll_id == poll.id, Pickup.undone_at.is_(None)))
    return {row[0]: (int(row[1]), int(row[2])) for row in rows}


def drawn_at(poll: Poll, station: Station) -> tuple[int, int]:
    """Ballots drawn at one station for oneself and by proxy."""
    return drawn_by_station(poll).get(station.id, (0, 0))


def issued_by_register(sheet: CountSheet) -> dict[str, int]:
    """Field of a count sheet → what the register says of it; nothing where none was kept."""
    if not sheet.poll.election.pickup_register:
        return {}
    return dict(zip(("own", "proxy"), drawn_at(sheet.poll, sheet.station), strict=True))


def drew_with(proxy: Proxy) -> bool:
    """Whether the holder of a proxy has drawn ballots in the newest poll."""
    poll = newest_poll(proxy.election)
    if poll is None:
        return False
    query = select(Pickup.id).where(Pickup.poll_id == poll.id, Pickup.roll_entry_id == proxy.holder_id)
    return db.session.scalar(query.where(Pickup.undone_at.is_(None)).limit(1)) is not None
