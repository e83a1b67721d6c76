"""The number and the code of a voter card. Pure."""

import hmac
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

#: Cards of one file, fifty sheets of A4: set in some seconds.
PER_BATCH = 400
_DIGITS = 12


class Batch(NamedTuple):
    """A stretch of the roll whose cards go into one file."""

    first: int
    last: int

    @property
    def key(self) -> str:
        """As a form sends it."""
        return f"{self.first}-{self.last}"


def batches_of(highest: int) -> list[Batch]:
    """The whole roll in stretches of numbers."""
    starts = range(1, highest + 1, PER_BATCH)
    return [Batch(start, min(start + PER_BATCH - 1, highest)) for start in starts]


def card_words(entry_id: int, issue: int) -> str:
    """What the code is a keyed hash of: the row and how often it was issued; nothing of the person."""
    return f"voter card\n{entry_id}\n{issue}"


def card_code(keyed: bytes) -> str:
    """Twelve digits in three groups, 40 bits that only the key gives."""
    digits = f"{int.from_bytes(keyed, 'big') % 10**_DIGITS:0{_DIGITS}}"
    return " ".join(digits[at : at + 4] for at in range(0, _DIGITS, 4))


def is_code(typed: str, code: str) -> bool:
    """Whether this code was typed; blanks, hyphens and full width make no difference."""
    return hmac.compare_digest(plain(typed).encode(), plain(code).encode())


def plain(typed: str) -> str:
    """The digits of what was typed."""
    letters = unicodedata.normalize("NFKC", typed[:60])
    return "".join(letter for letter in letters if letter.isascii() and letter.isdigit())


def card_number(number: int, issue: int) -> str:
    """The number printed on a card: that of the roll, and from the second issue on which one it is."""
    return str(number) if issue == 1 else f"{number}-{issue}"


def printed_in(batch: Batch, sheets: Sequence[tuple[int, int]]) -> bool:
    """Whether the cards of this stretch were put on paper at once."""
    return any(first <= batch.first and batch.last <= last for first, last in sheets)
