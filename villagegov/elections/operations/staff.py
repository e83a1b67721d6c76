"""Who works on polling day (E-66), who votes at a mobile box (E-64), who gets help in writing (E-63)."""

from collections.abc import Sequence

from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections import queries as elections
from villagegov.elections.models import Election, MobileVoter, PollWorker, RollEntry, Station, WritingHelp
from villagegov.elections.operations.preparations import refuse_polling, refuse_posted
from villagegov.elections.operations.steps import refuse_candidate
from villagegov.elections.queries import preparations as queries
from villagegov.elections.queries.proxies import who_named_a_proxy
from villagegov.elections.queries.roll import entries_named, first_of, stands
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.preparations import may_write_for_more
from villagegov.elections.vocabulary import StationKind
from villagegov.elections.vocabulary.preparations import (
    MobileGround,
    Posted,
    PreparationReason,
    PreparationTag,
    StaffRole,
)
from villagegov.extensions import db
from villagegov.law.vocabulary import Field
from villagegov.refusal import refuse, refuse_if


def add_worker(
    *, election: Election, entry: RollEntry | None, name: str, role: StaffRole, station: Station | None, actor: Account
) -> PollWorker:
    """One of the staff, from the roll or (by name) from outside. Raises Refusal of candidates and their near kin."""
    elections.locked(election)
    refuse_candidate(election, actor)
    refuse_polling(election)
    if entry is not None:
        refuse_barred(election, entry)
    else:
        _refuse_on_roll(election, name)
    made = PollWorker(
        election_id=election.id,
        roll_entry_id=entry.id if entry else None,
        station_id=station.id if station else None,
        role=role,
        name=entry.name if entry else name,
    )
    db.session.add(made)
    db.session.flush()
    after = {"name": made.name, "staff_role": role.value, "station": station.name if station else None}
    record(PreparationTag.STAFF_ADDED, subject=made, actor=actor, place_id=election.unit_id, after=after)
    return made


def refuse_barred(election: Election, entry: RollEntry) -> None:
    """E-66: candidates and their near kin do not work at the poll; nobody does two things."""
    law, told = law_of(election), {"name": entry.name}
    article = law.cited(Field.STAFF_KIN_BAR)
    if not election.open_ballot_by:
        refuse_if(election.candidates_posted_on is None, PreparationReason.NO_CANDIDATES)
    for one in queries.kin_checks(election, entry):
        refuse_if(one.is_self, PreparationReason.CANDIDATE, "number", article=article, **told)
        if one.bars and one.relation is not None:
            kin = {"other": one.candidate.name, "relation": one.relation.label}
            refuse(PreparationReason.KIN, "number", article=article, **told, **kin)
    known = next((one for one in queries.workers_of(election) if one.roll_entry_id == entry.id), None)
    if known is not None:
        refuse(PreparationReason.TWICE, "number", role=known.role.label, **told)


def _refuse_on_roll(election: Election, name: str) -> None:
    for one in first_of(entries_named(elections.roll_of(election), name), 5):
        refuse_if(one.name == name, PreparationReason.OUTSIDER, "name", name=name, number=one.number)


def remove_worker(*, worker: PollWorker, actor: Account) -> None:
    """Somebody else does it, or nobody."""
    election = elections.locked(worker.election)
    refuse_candidate(election, actor)
    refuse_polling(election)
    before = {"name": worker.name, "staff_role": worker.role.value}
    db.session.delete(worker)
    record(PreparationTag.STAFF_REMOVED, subject=election, actor=actor, place_id=election.unit_id, before=before)


def list_mobile_voters(
    *, station: Station, numbers: Sequence[int], ground: MobileGround, actor: Account
) -> list[MobileVoter]:
    """Put voters by their numbers on a mobile box's list, all for one ground, which stays in the office (E-64)."""
    election = elections.locked(station.election)
    refuse_candidate(election, actor)
    _refuse_closed_list(station)
    refuse_if(not numbers, PreparationReason.NOTHING, "numbers")
    entries = [(number, elections.entry_numbered(elections.roll_of(election), number)) for number in numbers]
    missing = [number for number, entry in entries if entry is None]
    refuse_if(bool(missing), PreparationReason.NUMBERS, "numbers", numbers=missing)
    found = [entry for _number, entry in entries if entry is not None]
    known = [one.entry.name for one in queries.listed_anywhere(found)]
    refuse_if(bool(known), PreparationReason.ON_LIST, "numbers", names=known)
    away, article = who_named_a_proxy(found), law_of(election).cited(Field.PROXY_HOLDER)
    refuse_if(bool(away), PreparationReason.HAS_PROXY, "numbers", names=away, article=article)
    made = [MobileVoter(station_id=station.id, roll_entry_id=entry.id, ground=ground) for entry in found]
    db.session.add_all(made)
    _count_list(station)
    after = {"station": station.name, "added": len(made), "listed_voters": station.listed_voters}
    record(PreparationTag.MOBILE_ADDED, subject=station, actor=actor, place_id=election.unit_id, after=after)
    return made


def unlist_mobile_voter(*, voter: MobileVoter, actor: Account) -> None:
    """Take a voter off the list while it does not hang."""
    station = voter.station
    election = elections.locked(station.election)
    refuse_candidate(election, actor)
    _refuse_closed_list(station)
    before = {"station": station.name, "number": voter.entry.number}
    db.session.delete(voter)
    _count_list(station)
    record(PreparationTag.MOBILE_REMOVED, subject=station, actor=actor, place_id=election.unit_id, before=before)


def _refuse_closed_list(station: Station) -> None:
    refuse_if(station.kind is not StationKind.MOBILE, PreparationReason.NOT_MOBILE, name=station.name)
    refuse_polling(station.election)
    refuse_posted(station.election, Posted.MOBILE)


def _count_list(station: Station) -> None:
    db.session.flush()
    station.listed_voters = queries.mobile_count(station)


def add_writing_help(*, election: Election, voter: RollEntry, writer: RollEntry, actor: Account) -> WritingHelp:
    """A voter asked another to write for him (E-63). Raises Refusal of candidates and beyond the greatest number."""
    elections.locked(election)
    refuse_candidate(election, actor)
    refuse_polling(election)
    refuse_posted(election, Posted.SCRIBES)
    refuse_if(voter.id == writer.id, PreparationReason.SELF, "writer")
    refuse_if(stands(writer), PreparationReason.WRITER_STANDS, "writer", name=writer.name)
    known = queries.help_for(voter)
    if known is not None:
        refuse(PreparationReason.WRITES_FOR, "voter", name=voter.name, writer=known.writer.name)
    law, count = law_of(election), queries.written_for(writer)
    told = {"name": writer.name, "count": count, "limit": law.scribe_max, "article": law.cited(Field.SCRIBE_MAX)}
    refuse_if(not may_write_for_more(count, law), PreparationReason.OVER_MAX, "writer", **told)
    made = WritingHelp(election_id=election.id, voter_id=voter.id, writer_id=writer.id)
    db.session.add(made)
    db.session.flush()
    after = {"name": voter.name, "writer": writer.name}
    record(PreparationTag.SCRIBE_ADDED, subject=made, actor=actor, place_id=election.unit_id, after=after)
    return made


def remove_writing_help(*, help_: WritingHelp, actor: Account) -> None:
    """The voter needs nobody, or wants another."""
    election = elections.locked(help_.election)
    refuse_candidate(election, actor)
    refuse_polling(election)
    refuse_posted(election, Posted.SCRIBES)
    before = {"name": help_.voter.name, "writer": help_.writer.name}
    db.session.delete(help_)
    record(PreparationTag.SCRIBE_REMOVED, subject=election, actor=actor, place_id=election.unit_id, before=before)
