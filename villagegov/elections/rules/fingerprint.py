"""The fingerprint of a finished roll: anybody who holds the list can compute it again."""

import hashlib
from collections.abc import Iterable

from villagegov.elections.vocabulary import Category
from villagegov.people.vocabulary import Sex


def canonical_line(*, number: int, group: str, name: str, sex: Sex, birth_year: int, category: Category) -> str:
    """One person in the text a fingerprint covers: six fields, a tab between them, a line end after them."""
    return f"{number}\t{group}\t{name}\t{sex.value}\t{birth_year}\t{category.value}\n"


def fingerprint(lines: Iterable[str]) -> str:
    """SHA-256 in hexadecimal over the canonical lines in UTF-8, by number. No ID number enters."""
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line.encode())
    return digest.hexdigest()


def in_blocks(text: str, size: int = 4) -> str:
    """A fingerprint as it is read aloud: blocks of four."""
    return " ".join(text[at : at + size] for at in range(0, len(text), size))
