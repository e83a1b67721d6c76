"""A roll begun with the names of the last one; what moves since is noted so that the sum can be shown (E-40)."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, insert, literal, select

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections.models import Carryover, ChangeGround, Movement, Roll, RollChange, RollEntry
from villagegov.elections.operations.steps import refuse_candidate, refuse_unless_ready
from villagegov.elections.queries import movements as queries
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.movements import allowed_grounds, balance, summed
from villagegov.elections.vocabulary import ElectionReason, Task
from villagegov.elections.vocabulary.movements import Ground, MovementReason, MovementTag
from villagegov.extensions import db
from villagegov.people.vocabulary import Sex
from villagegov.refusal import refuse, refuse_if

#: Copied as they are; number, roll and round are new. Papers are of one election and are brought anew.
COLUMNS = ("group_name", "name", "sex", "born_on", "category", "person_key", "sealed_id")


@dataclass(frozen=True)
class Why:
    """Why a change of the roll is made; the evidence sealed before the transaction."""

    ground: Ground
    decided_as: str = ""
    sealed_evidence: bytes | None = None


#: Of a change that nobody gave a ground for.
OTHER_IN, OTHER_OUT = Why(Ground.OTHER_IN), Why(Ground.OTHER_OUT)


def carry_over(*, roll: Roll, actor: Account) -> Carryover:
    """Begin an empty roll with everybody on the unit's last final one who is not registered elsewhere (E-31, E-40).

    Raises Refusal(ROLL_CLOSED, NOT_EMPTY, NO_SOURCE, STEP_MISSING, OWN_ELECTION).
    """
    refuse_candidate(roll.election, actor)
    refuse_unless_ready(roll.election, Task.ROLL)
    refuse_if(roll.posted_on is not None, ElectionReason.ROLL_CLOSED)
    refuse_if(roll.registered > 0, MovementReason.NOT_EMPTY)
    source = queries.last_frozen(roll)
    if source is None:
        refuse(MovementReason.NO_SOURCE)
    carried = _copied(source, roll)
    made = Carryover(
        roll=roll,
        source=source,
        carried=carried,
        left_elsewhere=source.registered - carried,
        carried_at=clock.now(),
        carried_by_id=actor.id,
        carried_by_name=actor.name,
    )
    db.session.add(made)
    roll.registered = carried
    db.session.flush()
    after = {"from_election": source.election.round.name, "carried": carried, "left_elsewhere": made.left_elsewhere}
    record(MovementTag.CARRIED, subject=roll, actor=actor, place_id=roll.unit.id, after=after)
    return made


def _copied(source: Roll, roll: Roll) -> int:
    """Copy within the database, numbered anew: how many."""
    round_id = roll.election.round_id
    taken = select(RollEntry.person_key).where(RollEntry.round_id == round_id)
    columns = [getattr(RollEntry, name) for name in COLUMNS]
    number = func.row_number().over(order_by=RollEntry.number)
    found = select(literal(roll.id), literal(round_id), number, *columns).where(
        RollEntry.roll_id == source.id, RollEntry.person_key.not_in(taken)
    )
    db.session.execute(insert(RollEntry).from_select(["roll_id", "round_id", "number", *COLUMNS], found))
    return db.session.scalar(select(func.count()).where(RollEntry.roll_id == roll.id)) or 0


def note_arrivals(roll: Roll, arrivals: Iterable[tuple[str, Sex, Ground]]) -> None:
    """Those whom a file added to a roll that was carried over, by group, sex and ground."""
    now = clock.now()
    made = [
        {"roll_id": roll.id, "group_name": group, "sex": sex, "ground": ground, "moved_at": now}
        for group, sex, ground in arrivals
    ]
    if made:
        db.session.execute(insert(Movement), made)


def note_change(change: RollChange) -> None:
    """A change of the roll was done: one name more or less."""
    why = queries.ground_of_change(change)
    if why is not None:
        note_arrivals(change.roll, [(change.before.get("group_name", change.group_name), change.sex, why.ground)])


def keep_ground(change: RollChange, why: Why) -> ChangeGround:
    """Keep why a change is made; E-33 and E-34 only where the province allows, before the freeze, with evidence.

    Raises Refusal(NOT_ALLOWED, FROZEN, EVIDENCE, DECISION).
    """
    roll = change.roll
    law = law_of(roll.election)
    barred = not why.ground.is_plus and why.ground not in allowed_grounds(law)
    refuse_if(barred, MovementReason.NOT_ALLOWED, "ground", profile=law.key)
    if why.ground.needs_decision:
        refuse_if(roll.frozen_at is not None, MovementReason.FROZEN, "ground")
        refuse_if(why.sealed_evidence is None, MovementReason.EVIDENCE, "evidence")
        refuse_if(not why.decided_as, MovementReason.DECISION, "decided_as")
    made = ChangeGround(
        change=change, ground=why.ground, decided_as=why.decided_as, sealed_evidence=why.sealed_evidence
    )
    db.session.add(made)
    db.session.flush()
    return made


def refuse_unbalanced(roll: Roll) -> None:
    """E-40: the last roll plus all that entered minus all that left is the length of the list."""
    begun = queries.carryover_of(roll)
    if begun is None:
        return
    whole = summed(queries.groups_of(roll))
    due = balance(carried=begun.carried, whole=whole)
    wrong = due != whole.total or whole.total != roll.registered
    refuse_if(wrong, MovementReason.UNBALANCED, sum=due, count=whole.total)
