"""A receipt: the proof that a notice was in the log, to be kept outside. Pure."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from villagegov.notices.rules.canonical import fingerprint_of
from villagegov.notices.rules.checkpoint import Note, note_of
from villagegov.notices.rules.merkle import leaf_hash, root_by_inclusion

FORMAT = "villagegov receipt 1"
#: A proof among 2^64 entries.
LONGEST_PROOF = 64


@dataclass(frozen=True)
class Receipt:
    """What the file says; nothing of it is believed before it is checked."""

    fingerprint: str
    canonical: str
    position: int
    proof: Sequence[bytes]
    checkpoint: str

    @property
    def leaf(self) -> bytes:
        """The hash of the entry."""
        return leaf_hash(bytes.fromhex(fingerprint_of(self.canonical)))

    @property
    def note(self) -> Note:
        """The checkpoint that was signed."""
        return note_of(self.checkpoint)

    @property
    def is_of_its_text(self) -> bool:
        """Whether the fingerprint is that of the text."""
        return fingerprint_of(self.canonical) == self.fingerprint

    @property
    def is_included(self) -> bool:
        """Whether the proof leads from the entry to the root of the checkpoint."""
        head = self.note.head
        return root_by_inclusion(self.leaf, self.position, head.size, self.proof) == head.root

    def written(self, told: Mapping[str, object], key: str) -> str:
        """The file: what readers want to know first, then what is checked, and the public key."""
        said = {
            "format": FORMAT,
            **told,
            "fingerprint": self.fingerprint,
            "canonical": self.canonical,
            "entry": self.position,
            "leaf": self.leaf.hex(),
            "proof": [one.hex() for one in self.proof],
            "checkpoint": self.checkpoint,
            "key": key,
        }
        return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def receipt_of(text: str) -> Receipt:
    """The receipt in a file. Raises ValueError."""
    try:
        said = json.loads(text)
    except RecursionError:
        raise ValueError("no receipt") from None
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        raise ValueError("no receipt")
    words = [said.get(name) for name in ("fingerprint", "canonical", "checkpoint")]
    fingerprint, canonical, checkpoint = (one for one in words if isinstance(one, str))
    position, proof = said.get("entry"), said.get("proof")
    if type(position) is not int or not isinstance(proof, list) or len(proof) > LONGEST_PROOF:
        raise ValueError("no receipt")
    steps = [bytes.fromhex(one) if isinstance(one, str) else b"" for one in proof]
    canonical.encode()
    note_of(checkpoint)
    return Receipt(fingerprint, canonical, position, steps, checkpoint)
