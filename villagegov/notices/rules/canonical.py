"""The canonical form of a notice and its fingerprint. Pure; an outsider can recompute both from the export."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: Printed in groups of four so that it can be compared by eye.
GROUP = 4


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
