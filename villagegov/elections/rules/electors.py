"""Numbers of a roll as a clerk types them. Pure."""

import re

_RANGE = re.compile(r"(\d{1,7})(?:[-－—~～至](\d{1,7}))?")
_BETWEEN = re.compile(r"[\s,，、;；]+")
#: No range is longer than the largest committee of representatives could be.
LONGEST = 20_000


def numbers_in(text: str) -> tuple[list[int], str]:
    """`1、3-5` → ([1, 3, 4, 5], ""): the numbers, each once, in order; else the word that is none."""
    found: set[int] = set()
    for word in filter(None, _BETWEEN.split(text.strip())):
        match = _RANGE.fullmatch(word)
        first = int(match[1]) if match else 0
        last = int(match[2] or match[1]) if match else 0
        if not first or not first <= last < first + LONGEST:
            return [], word
        found.update(range(first, last + 1))
    return sorted(found), ""
