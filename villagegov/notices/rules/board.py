"""Whether a notice hangs on the board, and by when it has to (D-05, D-06)."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from villagegov.deadlines import Deadline
from villagegov.notices.vocabulary import BOARD_ARTICLE, REPOST_ARTICLE, BoardState

#: D-06: so many days after the posting there is a photograph from the board (design choice).
PHOTO_DAYS = 3
#: D-05: what was taken down early hangs again so many days later (design choice; the duty itself is analog).
REPOST_DAYS = 1


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
