"""The canonical form of a notice and its fingerprint. Pure; an outsider can recompute both from the export."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from villagegov.deadlines import Deadline
from villagegov.notices.vocabulary import BOARD_ARTICLE, REPOST_ARTICLE, BoardState

#: Printed in groups of four so that it can be compared by eye.
GROUP = 4
#: D-06: so many days after the posting there is a photograph from the board (design choice).
PHOTO_DAYS = 3
#: D-05: what was taken down early hangs again so many days later (design choice; the duty itself is analog).
REPOST_DAYS = 1


@dataclass(frozen=True)
class Field:
    """One named value of a notice, and the salt that its commitment is made with."""

    name: str
    value: str
    salt: str

    @property
    def commitment(self) -> str:
        """What the fingerprint covers in place of the value: sha256(salt‖value), in hex."""
        return hashlib.sha256(bytes.fromhex(self.salt) + self.value.encode()).hexdigest()


def canonical_form(heading: Mapping[str, str], fields: Sequence[Field]) -> str:
    """The text that is hashed: heading lines, then one line per field, each "name<TAB>commitment"; LF at line ends."""
    head = [f"{name}\t{value}" for name, value in heading.items()]
    return "\n".join(["villagegov notice 1", *head, *(f"{one.name}\t{one.commitment}" for one in fields)]) + "\n"


def fingerprint_of(canonical: str) -> str:
    """SHA-256 of the canonical form, in hex."""
    return hashlib.sha256(canonical.encode()).hexdigest()


def grouped(fingerprint: str) -> str:
    """The fingerprint in groups of four, in capitals."""
    text = fingerprint.upper()
    return " ".join(text[at : at + GROUP] for at in range(0, len(text), GROUP))


class Hang(Protocol):
    """One sheet on one board."""

    @property
    def taken_down_on(self) -> date | None: ...

    @property
    def hangs_through(self) -> date: ...


def is_early(hang: Hang) -> bool:
    """Village law 2025 art. 35 (D-05): its last day ends at 24:00, so it may be taken down from the day after."""
    return hang.taken_down_on is not None and hang.taken_down_on <= hang.hangs_through


def board_state(hangs: Sequence[Hang], today: date) -> BoardState:
    """Village law 2025 art. 35, residents' law art. 34 (D-05, D-06): one sheet that hung long enough will do."""
    kept = [hang for hang in hangs if not is_early(hang)]
    if not kept:
        return BoardState.EARLY if hangs else BoardState.MISSING
    up = all(hang.taken_down_on is None and today <= hang.hangs_through for hang in kept)
    return BoardState.UP if up else BoardState.DONE


def board_deadline(posted_on: date, hangs: Sequence[Hang]) -> Deadline:
    """D-05, D-06: by when the photograph is due, or, after an early removal, the sheet hangs again."""
    taken_down = [hang.taken_down_on for hang in hangs if hang.taken_down_on is not None]
    if taken_down:
        return Deadline(max(taken_down), REPOST_DAYS, REPOST_ARTICLE)
    return Deadline(posted_on, PHOTO_DAYS, BOARD_ARTICLE)
