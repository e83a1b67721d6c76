"""The roll: filled from a file, posted, frozen."""

from collections.abc import Mapping, Sequence
from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections.models import Roll
from villagegov.elections.operations.electors import refuse_without_electors
from villagegov.elections.operations.movements import note_arrivals, refuse_unbalanced
from villagegov.elections.operations.objections import refuse_while_open
from villagegov.elections.operations.papers import refuse_without_papers
from villagegov.elections.operations.roll_rows import NewEntry, insert_entries
from villagegov.elections.operations.steps import refuse_unless_ready
from villagegov.elections.queries import roll as queries
from villagegov.elections.queries.changes import highest_entry_number, waiting_changes
from villagegov.elections.queries.movements import carryover_of
from villagegov.elections.rules import calendar
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.roll import latest_birth
from villagegov.elections.vocabulary import ElectionReason, ElectionTag, RollReason, Task
from villagegov.elections.vocabulary.changes import ChangeReason
from villagegov.elections.vocabulary.movements import Ground
from villagegov.people.vocabulary import Sex
from villagegov.refusal import refuse_if


def import_roll(*, roll: Roll, rows: Sequence[NewEntry], sha256: str, skipped: int, actor: Account) -> None:
    """Enter everybody in `rows`, or nobody; nobody who is there is touched. One audit entry for all.

    Raises Refusal when the roll is posted or nobody is new; somebody registered elsewhere a moment ago breaks
    uq_roll_entries_round_id_person_key (E-31).
    """
    refuse_if(roll.posted_on is not None, ElectionReason.ROLL_CLOSED)
    refuse_if(not rows, RollReason.NOTHING_NEW)
    before = {"registered": roll.registered}
    insert_entries(roll, rows, first_number=highest_entry_number(roll) + 1)
    if carryover_of(roll) is not None:
        read = [voter for voter, _key, _sealed in rows]
        grounds = ((one.group_name, Sex(one.sex), Ground(one.ground or Ground.OTHER_IN)) for one in read)
        note_arrivals(roll, grounds)
    roll.registered += len(rows)
    after = {"registered": roll.registered, "added": len(rows), "skipped": skipped, "sha256": sha256}
    _note(ElectionTag.ROLL_IMPORTED, roll, actor, before=before, after=after)


def post_roll(*, roll: Roll, posted_on: date, actor: Account) -> None:
    """The roll was put up for all to read. Raises Refusal for an empty one, a day to come, or too late (E-35)."""
    election = roll.election
    refuse_if(roll.posted_on is not None, RollReason.ALREADY_POSTED, day=roll.posted_on)
    refuse_if(not roll.registered, ElectionReason.ROLL_EMPTY)
    refuse_unless_ready(election, Task.ROLL_POST)
    refuse_if(posted_on > clock.today(), ElectionReason.POSTED_IN_FUTURE, "posted_on")
    profile = law_of(election)
    in_time = calendar.roll_posted_in_time(posted_on=posted_on, polling_day=election.polling_day, profile=profile)
    last = calendar.latest_roll_post(election.polling_day, profile)
    refuse_if(not in_time, ElectionReason.ROLL_LATE, "posted_on", days=profile.roll_post_days, last=last)
    refuse_without_electors(roll)
    _refuse_under_age(roll)
    refuse_while_waiting(roll)
    refuse_without_papers(roll)
    refuse_unbalanced(roll)
    roll.posted_on, roll.posted_for = posted_on, election.polling_day
    _note(ElectionTag.ROLL_POSTED, roll, actor, after={"posted_on": posted_on, "registered": roll.registered})


def _refuse_under_age(roll: Roll) -> None:
    """The polling day may have moved after they entered (E-23)."""
    young = queries.born_after(roll, latest_birth(roll.election.polling_day))
    refuse_if(bool(young), RollReason.SOME_UNDER_AGE, count=len(young), numbers=young[:20])


def freeze_roll(*, roll: Roll, actor: Account) -> None:
    """The list is final and gets its fingerprint. Raises Refusal before objections are over (E-36, E-37, E-39)."""
    refuse_if(roll.frozen_at is not None, RollReason.ALREADY_FROZEN)
    refuse_unless_ready(roll.election, Task.ROLL_FREEZE)
    profile = law_of(roll.election)
    first = calendar.earliest_freeze(roll.posted_on, profile) if roll.posted_on is not None else clock.today()
    refuse_if(clock.today() < first, ElectionReason.ROLL_FROZEN_EARLY, first=first)
    refuse_while_open(roll)
    refuse_while_waiting(roll)
    refuse_without_papers(roll)
    roll.fingerprint = queries.roll_fingerprint(roll)
    roll.frozen_at = clock.now()
    _note(ElectionTag.ROLL_FROZEN, roll, actor, after={"registered": roll.registered, "fingerprint": roll.fingerprint})


def note_export(*, roll: Roll, actor: Account) -> None:
    """The list left the system as a file."""
    _note(ElectionTag.ROLL_EXPORTED, roll, actor, after={"registered": roll.registered})


def refuse_while_waiting(roll: Roll) -> None:
    """Denominator audit: no change is left half done when a list is posted or made final."""
    lines = waiting_changes(roll)
    numbers = [one.number for one in lines[:20]]
    refuse_if(bool(lines), ChangeReason.WAITING, count=len(lines), numbers=numbers)


def _note(
    tag: ElectionTag,
    roll: Roll,
    actor: Account,
    *,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
) -> None:
    record(tag, subject=roll, actor=actor, place_id=roll.unit.id, before=before, after=after)
