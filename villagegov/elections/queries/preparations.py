"""Staff, lists and postings of polling day: found, counted, and what is still due of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import joinedload

from villagegov.due import Due
from villagegov.elections.models import (
    Candidate,
    Election,
    MobileVoter,
    Poll,
    PollPosting,
    PollWorker,
    RollEntry,
    Station,
    WritingHelp,
)
from villagegov.elections.models.setup import OfAnElection
from villagegov.elections.queries.roll import entries_with_ids
from villagegov.elections.queries.setup import election as election_with
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.preparations import barred_from_staff, latest_posting, wanted_postings
from villagegov.elections.vocabulary.preparations import DUE, OTHERWISE, Posted, StaffRole
from villagegov.extensions import db
from villagegov.people.queries import person_with_key, persons_with_keys, ties_among
from villagegov.people.rules.kin import kin_of
from villagegov.people.vocabulary import Kin


@dataclass(frozen=True)
class ListOf(OfAnElection):
    """One of the lists of an election."""

    election: Election
    kind: Posted


def list_of(election_id: int, kind: str) -> ListOf | None:
    """The list of this kind; none of an unknown kind."""
    found, known = election_with(election_id), next((one for one in Posted if one == kind), None)
    return ListOf(found, known) if found is not None and known is not None else None


Row = TypeVar("Row", MobileVoter, WritingHelp)


@dataclass(frozen=True)
class KinCheck:
    """What somebody is to one candidate, as far as it was declared."""

    candidate: Candidate
    relation: Kin | None
    is_self: bool
    bars: bool


def kin_checks(election: Election, entry: RollEntry) -> list[KinCheck]:
    """E-66: this voter held against every candidate."""
    law, person = law_of(election), person_with_key(entry.person_key)
    rows = {one.id: one for one in entries_with_ids([one.roll_entry_id for one in election.candidates])}
    known = persons_with_keys([one.person_key for one in rows.values()])
    kin: dict[int, Kin] = {}
    if person is not None:
        kin = kin_of(person.id, ties_among({person.id, *(one.id for one in known.values())}))
    found = []
    for one in election.candidates:
        other = known.get(rows[one.roll_entry_id].person_key)
        relation, same = kin.get(other.id) if other else None, one.roll_entry_id == entry.id
        bars = same or barred_from_staff(relation, profile=law, polling_day=election.polling_day)
        found.append(KinCheck(one, relation, same, bars))
    return found


def first_of(query: Select[Row], most: int) -> list[Row]:
    """The first of a list."""
    return list(db.session.scalars(query.limit(most)))


def worker(worker_id: int) -> PollWorker | None:
    """One of the staff."""
    return db.session.get(PollWorker, worker_id)


def workers_of(election: Election) -> list[PollWorker]:
    """The staff by role, in the order they were entered."""
    query = select(PollWorker).where(PollWorker.election_id == election.id).options(joinedload(PollWorker.station))
    order = list(StaffRole)
    return sorted(db.session.scalars(query.order_by(PollWorker.id)), key=lambda one: order.index(one.role))


def workers_at(station: Station) -> list[PollWorker]:
    """The staff of one place."""
    return list(db.session.scalars(select(PollWorker).where(PollWorker.station_id == station.id)))


def conflicting_workers(election: Election) -> list[PollWorker]:
    """Staff who became candidates or near kin of one since they were entered."""
    workers = [one for one in workers_of(election) if one.roll_entry_id is not None]
    rows = {one.id: one for one in entries_with_ids([one.roll_entry_id for one in workers if one.roll_entry_id])}
    return [one for one in workers if any(each.bars for each in kin_checks(election, rows[one.roll_entry_id or 0]))]


def mobile_voter(voter_id: int) -> MobileVoter | None:
    """One line of a mobile box's list."""
    return db.session.get(MobileVoter, voter_id, options=[joinedload(MobileVoter.entry)])


def mobile_list(station: Station) -> Select[MobileVoter]:
    """The voters of a mobile box by number on the roll; to be paged."""
    query = select(MobileVoter).join(MobileVoter.entry).where(MobileVoter.station_id == station.id)
    return query.options(joinedload(MobileVoter.entry)).order_by(RollEntry.number)


def mobile_count(station: Station) -> int:
    """How many stand on the list of a mobile box."""
    query = select(func.count()).select_from(MobileVoter).where(MobileVoter.station_id == station.id)
    return db.session.scalar(query) or 0


def listed_anywhere(entries: Sequence[RollEntry]) -> list[MobileVoter]:
    """Which of these voters stand on the list of a mobile box."""
    query = select(MobileVoter).where(MobileVoter.roll_entry_id.in_([one.id for one in entries]))
    return list(db.session.scalars(query.options(joinedload(MobileVoter.entry))))


def writing_help(help_id: int) -> WritingHelp | None:
    """One voter and who writes for him."""
    loading = (joinedload(WritingHelp.voter), joinedload(WritingHelp.writer))
    return db.session.get(WritingHelp, help_id, options=loading)


def writing_helps_of(election: Election) -> Select[WritingHelp]:
    """Who gets help, in the order entered; to be paged."""
    loading = (joinedload(WritingHelp.voter), joinedload(WritingHelp.writer))
    query = select(WritingHelp).where(WritingHelp.election_id == election.id)
    return query.options(*loading).order_by(WritingHelp.id)


def help_for(voter: RollEntry) -> WritingHelp | None:
    """Who writes for this voter."""
    return db.session.scalars(select(WritingHelp).where(WritingHelp.voter_id == voter.id)).one_or_none()


def written_for(writer: RollEntry) -> int:
    """For how many this one writes."""
    return _counted(WritingHelp.writer_id == writer.id)


def _counted(where: ColumnElement[bool]) -> int:
    return db.session.scalar(select(func.count()).select_from(WritingHelp).where(where)) or 0


def works_on_polling_day(entry: RollEntry) -> bool:
    """Whether a voter is staff, stands on a mobile box's list, or is named for writing help."""
    for query in (
        select(PollWorker.id).where(PollWorker.roll_entry_id == entry.id),
        select(MobileVoter.id).where(MobileVoter.roll_entry_id == entry.id),
        select(WritingHelp.id).where((WritingHelp.voter_id == entry.id) | (WritingHelp.writer_id == entry.id)),
    ):
        if db.session.execute(query.limit(1)).first() is not None:
            return True
    return False


def postings_by_election(ids: Iterable[int]) -> dict[int, dict[Posted, date]]:
    """Election → what hangs, since when."""
    found: dict[int, dict[Posted, date]] = {}
    for one in db.session.scalars(select(PollPosting).where(PollPosting.election_id.in_(list(ids)))):
        found.setdefault(one.election_id, {})[one.kind] = one.posted_on
    return found


def wanted_by_election(ids: Iterable[int]) -> dict[int, tuple[Posted, ...]]:
    """Election → what it has to post."""
    keys = list(ids)
    boxes = select(Station.election_id).join(MobileVoter).where(Station.election_id.in_(keys)).distinct()
    helps = select(WritingHelp.election_id).where(WritingHelp.election_id.in_(keys)).distinct()
    mobile, scribes = set(db.session.scalars(boxes)), set(db.session.scalars(helps))
    return {key: wanted_postings(mobile=key in mobile, scribes=key in scribes) for key in keys}


def postings_of(election: Election) -> dict[Posted, date]:
    """What hangs, since when."""
    return postings_by_election([election.id]).get(election.id, {})


def wanted_of(election: Election) -> tuple[Posted, ...]:
    """What this election has to post."""
    return wanted_by_election([election.id])[election.id]


def due_preparations(elections: Iterable[Election]) -> list[Due]:
    """What is still to be posted where places are set up and nobody votes yet."""
    found = {one.id: one for one in elections}
    with_stations = set(db.session.scalars(select(Station.election_id).where(Station.election_id.in_(found))))
    polled = set(db.session.scalars(select(Poll.election_id).where(Poll.election_id.in_(found))))
    keys = sorted(with_stations - polled)
    posted, items = postings_by_election(keys), []
    for key, wanted in wanted_by_election(keys).items():
        for kind in wanted:
            if kind not in posted.get(key, {}):
                one = found[key]
                deadline, here = latest_posting(kind, one.polling_day, law_of(one)), {"election_id": key}
                items.append(Due(one.unit.name, DUE[kind], deadline, OTHERWISE[kind], "elections.preparations", here))
    return items
