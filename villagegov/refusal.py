"""A lawful "no": what the reader did that cannot be, and what to do instead."""

from collections.abc import Sequence
from typing import NoReturn

from villagegov.vocabulary import Term, _l

#: Stands between the items of a list in a sentence.
BETWEEN = _l("、")


class Reason(Term):
    """Base of each room's reasons; the label is a whole sentence with %(name)s places for its values."""


class Refusal(Exception):
    """Raised by operations before anything is saved; shown at `field` and at the top of the form."""

    def __init__(self, reason: Reason, field: str = "", **values: object) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.field = field
        self.values = values
        #: Further faults found at the same time, so that the reader mends all of them at once.
        self.others: tuple[Refusal, ...] = ()

    @property
    def sentence(self) -> str:
        """The reason in the reader's language, with its values filled in."""
        return str(self.reason.label) % {name: _in_words(value) for name, value in self.values.items()}


def _in_words(value: object) -> object:
    return str(BETWEEN).join(map(str, value)) if isinstance(value, list) else value


def refuse(reason: Reason, field: str = "", **values: object) -> NoReturn:
    """Raise a Refusal for `reason`."""
    raise Refusal(reason, field, **values)


def refuse_if(condition: bool, reason: Reason, field: str = "", **values: object) -> None:
    """Raise a Refusal for `reason` when `condition` holds."""
    if condition:
        raise Refusal(reason, field, **values)


def refuse_all(faults: Sequence[Refusal]) -> None:
    """Raise all of `faults` as one, if there are any."""
    if faults:
        faults[0].others = tuple(faults[1:])
        raise faults[0]
