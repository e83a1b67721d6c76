"""Proxies of an election: listed, counted, and how two voters stand to each other."""

from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import aliased, contains_eager, joinedload

from villagegov.elections.models import Candidate, Election, Proxy, RollEntry
from villagegov.elections.queries.preparations import listed_anywhere
from villagegov.elections.queries.roll import stands
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.proxies import Asked, is_valid
from villagegov.elections.vocabulary.proxies import Relation
from villagegov.extensions import db


def proxy(proxy_id: int) -> Proxy | None:
    """One proxy with both voters."""
    return db.session.get(Proxy, proxy_id, options=[joinedload(Proxy.principal), joinedload(Proxy.holder)])


def proxies_of(election: Election, words: str = "", *, standing: bool = False) -> Select[Proxy]:
    """The proxies of an election, by holder; `words` part of a name of either; to be paged."""
    principal, holder = aliased(RollEntry), aliased(RollEntry)
    query = select(Proxy).join(Proxy.principal.of_type(principal)).join(Proxy.holder.of_type(holder))
    query = query.where(Proxy.election_id == election.id)
    if standing:
        query = query.where(Proxy.revoked_at.is_(None))
    if words:
        named = [one.name.contains(words, autoescape=True) for one in (principal, holder)]
        query = query.where(named[0] | named[1])
    loading = (contains_eager(Proxy.principal, alias=principal), contains_eager(Proxy.holder, alias=holder))
    return query.options(*loading).order_by(holder.number, principal.number)


def next_proxy_number(election: Election) -> int:
    """The number the next proxy of an election gets."""
    return (db.session.scalar(select(func.max(Proxy.number)).where(Proxy.election_id == election.id)) or 0) + 1


def asked_of(election: Election, principal: RollEntry, holder: RollEntry, relation: Relation) -> Asked:
    """How both voters stand in this election."""
    return Asked(
        method=election.method,
        same_person=principal.id == holder.id,
        relation=relation,
        principal_has_proxy=_standing(Proxy.principal_id == principal.id) > 0,
        principal_holds=_standing(Proxy.holder_id == principal.id),
        holder_has_proxy=_standing(Proxy.principal_id == holder.id) > 0,
        holder_holds=_standing(Proxy.holder_id == holder.id),
        holder_is_candidate=stands(holder),
        principal_votes_at_home=bool(listed_anywhere([principal])),
    )


def held_by(election: Election, entry_ids: Collection[int]) -> list[Proxy]:
    """The standing proxies that these voters hold."""
    query = select(Proxy).where(Proxy.election_id == election.id, Proxy.revoked_at.is_(None))
    loading = (joinedload(Proxy.principal), joinedload(Proxy.holder))
    return list(db.session.scalars(query.where(Proxy.holder_id.in_(entry_ids)).options(*loading)))


def standing_proxies(election: Election) -> int:
    """How many proxies are not revoked."""
    return _standing(Proxy.election_id == election.id)


def _standing(where: ColumnElement[bool]) -> int:
    return db.session.scalar(select(func.count()).select_from(Proxy).where(where, Proxy.revoked_at.is_(None))) or 0


def who_named_a_proxy(entries: Iterable[RollEntry]) -> list[str]:
    """Names of those among these voters for whom somebody else votes."""
    query = select(RollEntry.name).join(Proxy, Proxy.principal_id == RollEntry.id).where(Proxy.revoked_at.is_(None))
    return list(
        db.session.scalars(query.where(RollEntry.id.in_([one.id for one in entries])).order_by(RollEntry.number))
    )


def standing_with(entry: RollEntry) -> int:
    """Proxies not revoked in which a voter is one of the two."""
    return _standing((Proxy.principal_id == entry.id) | (Proxy.holder_id == entry.id))


def holder_of(principal: RollEntry) -> str:
    """Whom a voter has named; empty for nobody."""
    query = select(RollEntry.name).join(Proxy, Proxy.holder_id == RollEntry.id)
    return db.session.scalar(query.where(Proxy.principal_id == principal.id, Proxy.revoked_at.is_(None))) or ""


def candidates_on_roll(election: Election) -> set[int]:
    """Roll entries of everybody on the candidates' list."""
    return set(
        db.session.scalars(
            select(Candidate.roll_entry_id).where(Candidate.election_id == election.id, Candidate.taken_off.is_(False))
        )
    )


def holders_who_stand(election: Election) -> list[str]:
    """Names of holders who are candidates now."""
    query = select(RollEntry.name).join(Proxy, Proxy.holder_id == RollEntry.id).distinct()
    query = query.where(Proxy.election_id == election.id, Proxy.revoked_at.is_(None))
    return list(
        db.session.scalars(query.where(RollEntry.id.in_(candidates_on_roll(election))).order_by(RollEntry.name))
    )


def valid_proxies(election: Election) -> int:
    """E-60, E-61: proxies that may be used on the day."""
    law, standing = law_of(election), candidates_on_roll(election)
    holders = select(Proxy.holder_id).where(Proxy.election_id == election.id, Proxy.revoked_at.is_(None))
    posted = election.proxies_posted_on is not None
    valid = (
        is_valid(posted=posted, holder_is_candidate=one in standing, profile=law) for one in db.session.scalars(holders)
    )
    return sum(valid)
