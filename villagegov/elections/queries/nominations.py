"""Nominations: found, counted by nominee, and what a new one is judged by."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from villagegov.elections.models import Election, InitialList, Nomination, Nominator, Nominee, Roll, RollEntry
from villagegov.elections.queries.roll import batches
from villagegov.elections.queries.setup import roll_of
from villagegov.elections.rules.nominations import Known, order_on_list
from villagegov.elections.vocabulary import Post
from villagegov.elections.vocabulary.nominations import NominationSource
from villagegov.extensions import db


@dataclass(frozen=True)
class Standing:
    """One nominee with the nominations that were not withdrawn."""

    nominee: Nominee
    votes: int
    sources: tuple[NominationSource, ...]
    #: The last of the days that its nominations and its acceptance bear.
    newest: date | None

    @property
    def is_listed(self) -> bool:
        """Whether the nominee comes onto the initial list: nominated and accepted in writing."""
        return bool(self.sources) and self.nominee.accepted_on is not None


def nominee(nominee_id: int) -> Nominee | None:
    """One nominee with the person and the election."""
    return db.session.get(Nominee, nominee_id, options=[joinedload(Nominee.entry), joinedload(Nominee.election)])


def nomination(nomination_id: int) -> Nomination | None:
    """One nomination with its nominee."""
    loading = joinedload(Nomination.nominee)
    return db.session.get(Nomination, nomination_id, options=[loading.joinedload(Nominee.entry)])


def nominations_of(nominee: Nominee) -> Select[Nomination]:
    """The nominations of one nominee with who made them, in their order; to be paged."""
    loading = selectinload(Nomination.nominators).joinedload(Nominator.entry)
    return select(Nomination).where(Nomination.nominee_id == nominee.id).options(loading).order_by(Nomination.id)


def first_made(nominee: Nominee) -> date | None:
    """The day of the first nomination that stands; None when all were withdrawn."""
    query = select(func.min(Nomination.made_on)).where(
        Nomination.nominee_id == nominee.id, Nomination.withdrawn_on.is_(None)
    )
    return db.session.scalar(query)


def initial_list_of(election: Election) -> InitialList | None:
    """The initial list, once it was posted; also when nominations were opened again since."""
    return db.session.scalars(select(InitialList).where(InitialList.election_id == election.id)).one_or_none()


def hanging_list_of(election: Election) -> InitialList | None:
    """The initial list while it hangs."""
    found = initial_list_of(election)
    return found if found is not None and found.is_closed else None


def standings_of(election: Election) -> dict[Post, list[Standing]]:
    """Post → its nominees, whoever has most votes first; equal ones in the order of the roll (F-12)."""
    found: dict[int, list[tuple[NominationSource, int, date]]] = {}
    query = (
        select(Nomination.nominee_id, Nomination.source, func.sum(Nomination.votes), func.max(Nomination.made_on))
        .join(Nominee)
        .where(Nominee.election_id == election.id, Nomination.withdrawn_on.is_(None))
        .group_by(Nomination.nominee_id, Nomination.source)
    )
    for nominee_id, source, votes, newest in db.session.execute(query):
        found.setdefault(nominee_id, []).append((source, int(votes), newest))
    by_post: dict[Post, list[Standing]] = {one.post: [] for one in election.seats}
    for one in nominees_of(election):
        by_post.setdefault(one.post, []).append(_standing(one, found.get(one.id, [])))
    for standings in by_post.values():
        standings.sort(key=lambda one: order_on_list(votes=one.votes, number=one.nominee.entry.number))
    return by_post


def nominees_of(election: Election) -> list[Nominee]:
    """Everybody who was named for a post, with the entry on the roll."""
    query = select(Nominee).where(Nominee.election_id == election.id).options(joinedload(Nominee.entry))
    return list(db.session.scalars(query.order_by(Nominee.id)))


def _standing(nominee: Nominee, found: list[tuple[NominationSource, int, date]]) -> Standing:
    days = [day for _source, _votes, day in found]
    days += [nominee.accepted_on] if nominee.accepted_on is not None and days else []
    named = {source for source, _votes, _day in found}
    sources = tuple(one for one in NominationSource if one in named)
    return Standing(nominee, sum(votes for _source, votes, _day in found), sources, max(days, default=None))


def entries_numbered(roll: Roll, numbers: Collection[int]) -> dict[int, RollEntry]:
    """Number on the roll → person, of those that are there."""
    found: dict[int, RollEntry] = {}
    for batch in batches(sorted(set(numbers))):
        query = select(RollEntry).where(RollEntry.roll_id == roll.id, RollEntry.number.in_(batch))
        found.update({one.number: one for one in db.session.scalars(query)})
    return found


def known_of(election: Election, numbers: Collection[int]) -> Known:
    """What nominations that name these numbers are judged by."""
    roll = roll_of(election)
    known = Known(
        names={number: one.name for number, one in entries_numbered(roll, numbers).items()},
        posts={one.post for one in election.seats},
        registered=roll.registered,
        roll_posted_on=roll.posted_on,
    )
    standing = (
        select(RollEntry.number, Nominee.post, Nomination.source, func.sum(Nomination.votes))
        .join(Nominee, Nominee.roll_entry_id == RollEntry.id)
        .join(Nomination, Nomination.nominee_id == Nominee.id)
        .where(Nominee.election_id == election.id, Nomination.withdrawn_on.is_(None))
        .group_by(RollEntry.number, Nominee.post, Nomination.source)
    )
    for number, post, source, votes in db.session.execute(standing):
        known.votes[number, post] = known.votes.get((number, post), 0) + int(votes)
        if source is NominationSource.PARTY:
            known.by_party.add((number, post))
    for number, post, nominator in db.session.execute(_named(election)):
        known.named_by.setdefault((number, post), set()).add(nominator)
    return known


def _named(election: Election) -> Select[int, Post, int]:
    """Nominee's number and post, and the number of each who put his name to it."""
    whose = select(RollEntry.id, RollEntry.number).subquery()
    return (
        select(whose.c.number, Nominee.post, RollEntry.number)
        .select_from(Nominator)
        .join(Nominee, Nominee.id == Nominator.nominee_id)
        .join(whose, whose.c.id == Nominee.roll_entry_id)
        .join(RollEntry, RollEntry.id == Nominator.roll_entry_id)
        .where(Nominee.election_id == election.id)
    )
