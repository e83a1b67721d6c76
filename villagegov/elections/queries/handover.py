"""The handover of an election, who may sign it, and the archive."""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.accounts.permissions import Permission
from villagegov.accounts.queries import may
from villagegov.bodies.queries.offices import term_of_account
from villagegov.bodies.vocabulary import Body
from villagegov.elections.models import (
    Archive,
    Election,
    HandoverItem,
    HandoverSignature,
    Outcome,
    Poll,
    Round,
    WorkHandover,
)
from villagegov.elections.queries.filing import result_days
from villagegov.elections.rules.handover import party_of
from villagegov.elections.vocabulary.handover import ItemClass, Party
from villagegov.extensions import db

ORDER = list(ItemClass)


def handover_of(election: Election) -> WorkHandover | None:
    """The handover with its list and its signatures; None before anything of it was entered."""
    return handover_of_election(election.id)


def handover_of_election(election_id: int) -> WorkHandover | None:
    """The same, by the election's id."""
    query = select(WorkHandover).where(WorkHandover.election_id == election_id)
    loading = (
        selectinload(WorkHandover.items),
        selectinload(WorkHandover.signatures).joinedload(HandoverSignature.file),
    )
    return db.session.scalars(query.options(*loading)).one_or_none()


def handovers_by_election(ids: Iterable[int]) -> dict[int, WorkHandover]:
    """Election id → its handover, the list left out."""
    return {
        one.election_id: one
        for one in db.session.scalars(select(WorkHandover).where(WorkHandover.election_id.in_(ids)))
    }


def items_of(handover: WorkHandover | None) -> list[HandoverItem]:
    """The list, class by class, each in the order in which it was entered."""
    return sorted(handover.items, key=lambda one: (ORDER.index(one.item_class), one.id)) if handover else []


def handover_item(item_id: int) -> HandoverItem | None:
    """One line with its handover."""
    loading = joinedload(HandoverItem.handover).joinedload(WorkHandover.election)
    return db.session.get(HandoverItem, item_id, options=[loading])


def handover_signature(signature_id: int) -> HandoverSignature | None:
    """One signature with its picture."""
    return db.session.get(HandoverSignature, signature_id, options=[joinedload(HandoverSignature.file)])


def party_for(election: Election, account: Account) -> Party | None:
    """For which party this account can sign; one that signed already is named too."""
    known, posted = handover_of(election), result_days([election]).get(election.id)
    before = (posted or clock.today()) - timedelta(days=1)
    found = (term_of_account(account, election.unit, body=Body.COMMITTEE, day=day) for day in (before, clock.today()))
    sat_before, sits_now = (one is not None for one in found)
    return party_of(
        sat_before=sat_before,
        sits_now=sits_now,
        oversees=may(account, Permission.OVERSEE_ELECTION, election.unit),
        taken=[one.party for one in known.signatures] if known else [],
    )


def archive_of(election: Election) -> Archive | None:
    """Where its papers are kept."""
    return archives_by_election([election.id]).get(election.id)


def archives_by_election(ids: Iterable[int]) -> dict[int, Archive]:
    """Election id → its archive."""
    return {one.election_id: one for one in db.session.scalars(select(Archive).where(Archive.election_id.in_(ids)))}


def ballots_collected(election: Election) -> int:
    """Ballots collected in all its polls."""
    query = select(func.coalesce(func.sum(Outcome.collected), 0)).join(Poll, Poll.id == Outcome.poll_id)
    return int(db.session.scalar(query.where(Poll.election_id == election.id)) or 0)


def next_election_done(election: Election) -> date | None:
    """The day on which the result of the unit's next general election was posted; None while there is none."""
    query = (
        select(Election)
        .join(Election.round)
        .where(
            Election.unit_id == election.unit_id,
            Election.number > election.number,
            Round.by_election.is_(False),
            Election.result_notice_id.is_not(None),
        )
    )
    following = list(db.session.scalars(query.order_by(Election.number).limit(1)))
    return next(iter(result_days(following).values()), None)
