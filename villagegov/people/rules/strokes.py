"""The order of names by strokes (姓氏笔画), as lists of equals are posted."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

_FILE = Path(__file__).with_name("strokes.txt")
#: After every known character of as many strokes.
_LAST = 1 << 20
_UNKNOWN = 1 << 10

#: Strokes, and the place among those of as many strokes.
Place = tuple[int, int]


@cache
def _places() -> Mapping[str, Place]:
    found: dict[str, Place] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        number, _, letters = line.partition(" ")
        if number.isdigit():
            found.update({letter: (int(number), place) for place, letter in enumerate(letters)})
    return MappingProxyType(found)


def strokes_of(letter: str) -> int | None:
    """How many strokes a character has; None for one that the list does not know."""
    place = _places().get(letter)
    return place[0] if place else None


def unknown_surname(name: str) -> str:
    """The first character of a name when its strokes are not known; empty when they are."""
    first = name[:1]
    return "" if strokes_of(first) is not None else first


def by_strokes(name: str, told: Mapping[str, int] | None = None) -> tuple[tuple[int, int, str], ...]:
    """E-52 (姓氏笔画): the sorting key of a name, character by character; fewer strokes first, then 横竖撇点折.

    `told` gives the strokes of characters that the list does not know; one that nobody knows comes last.
    """
    return tuple(_key(letter, told or {}) for letter in name)


def _key(letter: str, told: Mapping[str, int]) -> tuple[int, int, str]:
    strokes, place = _places().get(letter, (told.get(letter, _UNKNOWN), _LAST))
    return strokes, place, letter
