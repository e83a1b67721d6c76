"""How far a unit is taken over from paper: computed from what has been entered. Pure."""

from collections.abc import Collection
from dataclasses import dataclass

from villagegov.bodies.vocabulary import Body, Office, SetUp

#: Without these a unit cannot work here; the others do not exist everywhere.
_NEEDED = (SetUp.STANDING, SetUp.COMMITTEE, SetUp.SUPERVISION, SetUp.STAFF)
#: Steps that not every unit has; the list does not wait for them.
OPTIONAL = (SetUp.GROUPS, SetUp.REPRESENTATIVES, SetUp.RULES)
#: S-03.
_SUPERVISORS_MIN = 3


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is there: offices entered (waiting ones too), counts, whether anything waits."""

    offices: Collection[Office] = ()
    groups: int = 0
    has_standing: bool = False
    rules: int = 0
    balance: bool = False
    waiting: int = 0
    taken_over: bool = False

    def count(self, body: Body) -> int:
        """How many are entered for a body."""
        return sum(one.body is body for one in self.offices)


def done_steps(facts: Facts) -> frozenset[SetUp]:
    """The steps whose fact is there (S-01, S-03: a supervision committee of three at least)."""
    staffed = Office.BOOKKEEPER in facts.offices and Office.CASHIER in facts.offices
    done = {
        SetUp.GROUPS: facts.groups > 0,
        SetUp.STANDING: facts.has_standing,
        SetUp.COMMITTEE: Office.CHAIR in facts.offices or Office.VICE in facts.offices,
        SetUp.SUPERVISION: facts.count(Body.SUPERVISION) >= _SUPERVISORS_MIN,
        SetUp.STAFF: staffed,
        SetUp.REPRESENTATIVES: facts.count(Body.REPRESENTATIVES) > 0,
        SetUp.RULES: facts.rules > 0,
        SetUp.BALANCE: facts.balance,
        SetUp.CONFIRM: bool(facts.offices) and facts.waiting == 0,
        SetUp.CLOSE: facts.taken_over,
    }
    return frozenset(step for step, is_done in done.items() if is_done)


def next_step(facts: Facts) -> SetUp | None:
    """The first step not done among those every unit has; None once the unit is taken over."""
    settled = {*done_steps(facts), *OPTIONAL}
    return None if facts.taken_over else next((step for step in SetUp if step not in settled), None)


def missing_to_close(facts: Facts) -> list[SetUp]:
    """Steps without which a unit is not taken over: the needed ones, and every office confirmed (design 3)."""
    done = done_steps(facts)
    return [step for step in (*_NEEDED, SetUp.CONFIRM) if step not in done]
