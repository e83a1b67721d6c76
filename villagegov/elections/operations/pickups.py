"""Ballots given out and ticked off, once per voter and poll; the register switched on before voting."""

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.accounts.operations import refuse_other_station
from villagegov.audit.record import record
from villagegov.elections import queries as elections
from villagegov.elections.models import Election, Pickup, Poll, RollEntry, Station
from villagegov.elections.operations.steps import refuse_candidate
from villagegov.elections.queries import pickups as queries
from villagegov.elections.queries.pickups import Claim
from villagegov.elections.rules.law import law_of
from villagegov.elections.vocabulary import ElectionReason, StationKind
from villagegov.elections.vocabulary.pickups import Draw, PickupReason, PickupTag
from villagegov.extensions import db
from villagegov.law.vocabulary import Field
from villagegov.refusal import refuse, refuse_if


def switch_register(*, election: Election, on: bool, actor: Account) -> None:
    """Use the pick-up register in this election, or not. Raises Refusal(BEGUN) once voting began."""
    refuse_candidate(election, actor)
    refuse_if(elections.newest_poll(election) is not None, PickupReason.BEGUN)
    if election.pickup_register == on:
        return
    election.pickup_register = on
    tag = PickupTag.SWITCHED_ON if on else PickupTag.SWITCHED_OFF
    record(tag, subject=election, actor=actor, place_id=election.unit_id)


def draw_ballots(*, poll: Poll, station: Station, entry: RollEntry, actor: Account) -> Pickup:
    """A voter draws the own ballot and those of the principals (E-58, E-62); two tables at once break
    uq_pickups_standing.

    Raises Refusal(OFF, NOT_OPEN, TWICE, HAS_PROXY, OVER_LISTED, OWN_ELECTION, OTHER_STATION).
    """
    refuse_unless_open(poll, station, actor)
    claim = queries.claims_of(poll, [entry])[0]
    _refuse_claim(claim, poll)
    sums = queries.drawn_at(poll, station)
    listed = station.listed_voters
    over = station.kind is StationKind.MOBILE and listed is not None and sum(sums) + claim.ballots > listed
    refuse_if(over, ElectionReason.OVER_LISTED, listed=listed)
    made = Pickup(
        poll=poll,
        station=station,
        entry=entry,
        own=1,
        proxy=claim.ballots - 1,
        drawn_at=clock.now(),
        drawn_by_id=actor.id,
        drawn_by_name=actor.name,
        undone_reason="",
        undone_by_name="",
    )
    db.session.add(made)
    db.session.flush()
    after = {"station": station.name, "number": entry.number, "ballots": made.drawn}
    record(PickupTag.DRAWN, subject=poll, actor=actor, place_id=poll.election.unit_id, after=after)
    return made


def _refuse_claim(claim: Claim, poll: Poll) -> None:
    name = claim.entry.name
    if claim.draw is Draw.DREW and claim.pickup is not None:
        time = f"{claim.pickup.drawn_at.astimezone(clock.CHINA):%H:%M}"
        refuse(PickupReason.TWICE, name=name, time=time, station=claim.pickup.station.name)
    law = law_of(poll.election)
    article = law.cited(Field.PROXY_HOLDER) or law.key
    refuse_if(claim.draw is Draw.AWAY, PickupReason.HAS_PROXY, name=name, holder=claim.holder, article=article)


def undo_pickup(*, pickup: Pickup, reason: str, actor: Account) -> None:
    """A tick by mistake is taken back while voting goes on; it stays to be seen.

    Raises Refusal(UNDONE, OFF, NOT_OPEN, OWN_ELECTION, OTHER_STATION).
    """
    refuse_unless_open(pickup.poll, pickup.station, actor)
    refuse_if(pickup.undone_at is not None, PickupReason.UNDONE)
    pickup.undone_at, pickup.undone_reason, pickup.undone_by_name = clock.now(), reason, actor.name
    db.session.flush()
    before = {"station": pickup.station.name, "number": pickup.entry.number, "ballots": pickup.drawn}
    place_id = pickup.poll.election.unit_id
    record(
        PickupTag.UNDONE, subject=pickup.poll, actor=actor, place_id=place_id, before=before, after={"reason": reason}
    )


def refuse_unless_open(poll: Poll, station: Station, actor: Account) -> None:
    """Raise Refusal unless this person may give out ballots here and now."""
    refuse_candidate(poll.election, actor)
    refuse_other_station(actor, station.id)
    refuse_if(not poll.election.pickup_register, PickupReason.OFF)
    refuse_if(poll.closed_at is not None or station.election_id != poll.election_id, PickupReason.NOT_OPEN)
