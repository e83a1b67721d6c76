"""Tellers of one polling station on one day."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select

import villagegov.clock as clock
from villagegov.accounts import queries
from villagegov.accounts.models import Account, Grant
from villagegov.accounts.permissions import excluded_beside, may_give
from villagegov.accounts.vocabulary import AccountReason, AccountTag, Role
from villagegov.audit.record import Actor, record
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.refusal import refuse_if


def give_teller_day(
    *, account: Account, division: Division, station_id: int, day: date, giver_roles: list[Grant], actor: Account
) -> Grant:
    """A teller of one station on its polling day; the sign-in of that day lasts until the station closes."""
    refuse_if(queries.same_person(account, actor), AccountReason.YOURSELF)
    giving = [one for one in giver_roles if may_give(one.role, Role.TELLER)]
    refuse_if(not giving, AccountReason.NOT_YOURS_TO_GIVE, role=Role.TELLER.label)
    refuse_if(not any(queries.reaches(one, Role.TELLER, division) for one in giving), AccountReason.OUT_OF_AREA)
    refuse_if(day < clock.today(), AccountReason.DAY_PAST, "station")
    doubled = any(one.station_id == station_id for one in queries.grants_on(account, day))
    refuse_if(doubled, AccountReason.ALREADY_HELD, "station", role=Role.TELLER.label)
    excluded = excluded_beside(Role.TELLER, queries.roles_of_person(account, clock.today()))
    refuse_if(excluded, AccountReason.EXCLUSIVE)
    grant = Grant(
        account=account, role=Role.TELLER, division=division, from_on=day, until_on=day, station_id=station_id
    )
    db.session.add(grant)
    after = {"account": account.sign_in_name, "role": Role.TELLER.value, "division": division.code, "until": day}
    record(AccountTag.GRANTED, subject=account, actor=actor, place_id=division.id, after=after)
    return grant


def close_stations(*, station_ids: Collection[int], actor: Actor) -> None:
    """The poll of these stations is over: its tellers keep their role for the count, but a pause signs them out again.

    Part of closing the poll, which is what is recorded, with its `actor`.
    """
    query = select(Grant).where(Grant.station_id.in_(station_ids), Grant.station_closed_at.is_(None))
    for grant in db.session.scalars(query):
        grant.station_closed_at = clock.now()
        after = {"account": grant.account.sign_in_name, "division": grant.division.code}
        record(AccountTag.STATION_CLOSED, subject=grant.account, actor=actor, place_id=grant.division_id, after=after)


def refuse_other_station(account: Account, station_id: int) -> None:
    """Raise Refusal(OTHER_STATION) for a teller of another station."""
    bound = queries.stations_bound_to(account, clock.today())
    refuse_if(bound is not None and station_id not in bound, AccountReason.OTHER_STATION)
