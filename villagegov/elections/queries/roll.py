"""The roll of registered voters: found, listed, searched, and matched against other rolls of the round."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from villagegov.elections.models import Candidate, Election, Roll, RollEntry
from villagegov.elections.rules.fingerprint import canonical_line, fingerprint
from villagegov.extensions import db

#: Keys asked for at once; stays under every limit on values per statement.
BATCH = 2_000
Value = TypeVar("Value")


def roll_of_election(election_id: int) -> Roll | None:
    """The roll of an election, with the election, its unit and its round."""
    election = joinedload(Roll.election)
    loading = (election.joinedload(Election.unit), election.joinedload(Election.round))
    return db.session.scalars(select(Roll).where(Roll.election_id == election_id).options(*loading)).one_or_none()


def entries(roll: Roll) -> Select[RollEntry]:
    """Everybody on the roll, by number; to be paged."""
    return select(RollEntry).where(RollEntry.roll_id == roll.id).order_by(RollEntry.number)


def entries_named(roll: Roll, words: str) -> Select[RollEntry]:
    """Those whose name holds `words`, or who bear this number on the roll; by number."""
    if words.isascii() and words.isdigit():
        return entries(roll).where(RollEntry.number == int(words[:9]))
    return entries(roll).where(RollEntry.name.contains(words, autoescape=True))


def first_of(query: Select[RollEntry], most: int) -> list[RollEntry]:
    """The first few of a list."""
    return list(db.session.scalars(query.limit(most)))


def every(query: Select[RollEntry]) -> Iterator[RollEntry]:
    """All of a list, a few thousand in memory at a time."""
    return iter(db.session.scalars(query.execution_options(yield_per=BATCH)))


def entry_keyed(roll: Roll, person_key: bytes) -> Select[RollEntry]:
    """The person with this key on the roll."""
    return entries(roll).where(RollEntry.person_key == person_key)


def entry_numbered(roll: Roll, number: int) -> RollEntry | None:
    """The person with this number on the roll."""
    return db.session.scalars(entries(roll).where(RollEntry.number == number)).one_or_none()


def entry_on_roll(election_id: int, number: int) -> RollEntry | None:
    """The person with this number on the roll of an election."""
    query = select(RollEntry).join(Roll).where(Roll.election_id == election_id, RollEntry.number == number)
    return db.session.scalars(query.options(joinedload(RollEntry.roll).joinedload(Roll.election))).one_or_none()


def stands(entry: RollEntry) -> bool:
    """Whether the person is a candidate of this election."""
    return (
        db.session.scalar(
            select(Candidate.id).where(Candidate.roll_entry_id == entry.id, Candidate.taken_off.is_(False)).limit(1)
        )
        is not None
    )


def born_after(roll: Roll, day: date) -> list[int]:
    """The numbers of those on the roll who were born after `day`."""
    query = select(RollEntry.number).where(RollEntry.roll_id == roll.id, RollEntry.born_on > day)
    return list(db.session.scalars(query.order_by(RollEntry.number)))


def already_on(roll: Roll) -> dict[bytes, tuple[int, str]]:
    """Person key → number and name of everybody on the roll."""
    if not roll.registered:
        return {}
    query = select(RollEntry.person_key, RollEntry.number, RollEntry.name).where(RollEntry.roll_id == roll.id)
    return {key: (number, name) for key, number, name in db.session.execute(query)}


def taken_elsewhere(roll: Roll, keys: Sequence[bytes]) -> set[bytes]:
    """Which of these persons stand on another roll of the same round; never on which (E-31)."""
    round_id = roll.election.round_id
    query = select(RollEntry.person_key).where(RollEntry.round_id == round_id, RollEntry.roll_id != roll.id)
    if db.session.execute(query.limit(1)).first() is None:
        return set()
    found: set[bytes] = set()
    for batch in batches(keys):
        found.update(db.session.scalars(query.where(RollEntry.person_key.in_(batch))))
    return found


def batches(keys: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """So many at once as one statement takes."""
    return (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))


def entries_with_ids(entry_ids: Collection[int]) -> list[RollEntry]:
    """These entries, in the order of their ids."""
    query = select(RollEntry).where(RollEntry.id.in_(list(entry_ids))).order_by(RollEntry.id)
    return list(db.session.scalars(query))


def roll_fingerprint(roll: Roll) -> str:
    """Of the list as it stands."""
    return fingerprint(_canonical_lines(roll))


def _canonical_lines(roll: Roll) -> Iterator[str]:
    for entry in every(entries(roll)):
        yield canonical_line(
            number=entry.number,
            group=entry.group_name,
            name=entry.name,
            sex=entry.sex,
            birth_year=entry.born_on.year,
            category=entry.category,
        )
