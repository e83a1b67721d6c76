"""How far a unit is taken over from paper: computed from what has been entered. Pure."""

from collections.abc import Collection
from dataclasses import dataclass

from villagegov.bodies.vocabulary import Body, Office, SetUp

#: Steps that not every unit has; the list does not wait for them.
OPTIONAL = (SetUp.GROUPS, SetUp.REPRESENTATIVES, SetUp.RULES)
#: What stands at the end of the list, once everything was entered.
_LAST = (SetUp.CONFIRM, SetUp.CLOSE)
#: S-03.
_SUPERVISORS_MIN = 3


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is there: offices entered (waiting ones too), counts, whether anything waits."""

    offices: Collection[Office] = ()
    #: How many seats the law gives the committee at least (E-03, E-04).
    committee_min: int = 3
    groups: int = 0
    has_standing: bool = False
    rules: int = 0
    #: Whether the opening balance was entered, and whether it waits for the second person.
    balance: bool = False
    balance_waits: bool = False
    waiting: int = 0
    taken_over: bool = False

    def count(self, body: Body) -> int:
        """How many are entered for a body."""
        return sum(one.body is body for one in self.offices)


def done_steps(facts: Facts) -> frozenset[SetUp]:
    """The steps whose fact is whole (S-01, S-03: a supervision committee of three at least, one of them its head)."""
    done = {
        SetUp.GROUPS: facts.groups > 0,
        SetUp.STANDING: facts.has_standing,
        SetUp.COMMITTEE: _is_led(facts) and facts.count(Body.COMMITTEE) >= facts.committee_min,
        SetUp.SUPERVISION: _is_supervised(facts) and Office.SUPERVISION_HEAD in facts.offices,
        SetUp.STAFF: Office.BOOKKEEPER in facts.offices and Office.CASHIER in facts.offices,
        SetUp.REPRESENTATIVES: facts.count(Body.REPRESENTATIVES) > 0,
        SetUp.RULES: facts.rules > 0,
        SetUp.BALANCE: facts.balance and not facts.balance_waits,
        SetUp.CONFIRM: bool(facts.offices) and facts.waiting == 0,
        SetUp.CLOSE: facts.taken_over,
    }
    return frozenset(step for step, is_done in done.items() if is_done)


def _is_led(facts: Facts) -> bool:
    """Seats may be vacant (X-45); somebody has to lead."""
    return Office.CHAIR in facts.offices or Office.VICE in facts.offices


def _is_supervised(facts: Facts) -> bool:
    return facts.count(Body.SUPERVISION) >= _SUPERVISORS_MIN


def begun_steps(facts: Facts) -> frozenset[SetUp]:
    """Steps begun, and not whole: a committee with empty seats, accounts whose cash the township keeps."""
    begun = {
        SetUp.COMMITTEE: facts.count(Body.COMMITTEE) > 0,
        SetUp.SUPERVISION: facts.count(Body.SUPERVISION) > 0,
        SetUp.STAFF: facts.count(Body.STAFF) > 0,
        SetUp.BALANCE: facts.balance,
        SetUp.CONFIRM: facts.waiting > 0,
    }
    return frozenset(step for step, is_begun in begun.items() if is_begun) - done_steps(facts)


def enough_steps(facts: Facts) -> frozenset[SetUp]:
    """Steps that do not hold the others up (X-45: seats may stay empty; a second person may come later)."""
    enough = {
        SetUp.COMMITTEE: _is_led(facts),
        SetUp.SUPERVISION: _is_supervised(facts),
        SetUp.STAFF: Office.BOOKKEEPER in facts.offices,
        SetUp.BALANCE: facts.balance,
    }
    return done_steps(facts) | {step for step, is_enough in enough.items() if is_enough}


def next_step(facts: Facts) -> SetUp | None:
    """The one step to go on with: the first that is not whole while any holds up; None once the unit is taken over."""
    if facts.taken_over:
        return None
    entered = [step for step in SetUp if step not in (*OPTIONAL, *_LAST)]
    if any(step not in enough_steps(facts) for step in entered):
        return next(step for step in entered if step not in done_steps(facts))
    return SetUp.CLOSE if SetUp.CONFIRM in done_steps(facts) else SetUp.CONFIRM


def missing_to_close(facts: Facts) -> list[SetUp]:
    """Steps without which a unit is not taken over: those every unit has, and every office confirmed (design 3)."""
    needed = (SetUp.STANDING, SetUp.COMMITTEE, SetUp.SUPERVISION, SetUp.STAFF, SetUp.CONFIRM)
    return [step for step in needed if step not in enough_steps(facts)]
