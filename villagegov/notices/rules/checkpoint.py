"""A checkpoint: the log's size and root as a signed text (C2SP tlog-checkpoint, signed-note). Pure."""

import base64
import binascii
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

#: Letters and figures of the code that is typed from paper: 80 bits.
CODE = 16
#: The same for the whole digest, as a QR code holds it: 256 bits.
WHOLE_CODE = 52
#: The kind of signature in a signed note: Ed25519.
ED25519 = b"\1"
_FORM = re.compile(r"(\S+)\n(0|[1-9][0-9]{0,17})\n([A-Za-z0-9+/]{43}=)\n((?:[^\n]+\n)*)", re.ASCII)
_SIGNED = re.compile(r"— (\S+) ([A-Za-z0-9+/]+={0,2})", re.ASCII)


class AuditHead(NamedTuple):
    """Where the record of a unit stood: number and digest of its last entry."""

    place_id: int
    number: int
    digest: str


@dataclass(frozen=True)
class Head:
    """What a checkpoint says."""

    origin: str
    size: int
    root: bytes
    #: When it was made, and where the records of the units stood that posted something with it.
    at: datetime | None = None
    audits: Sequence[AuditHead] = ()

    @property
    def text(self) -> str:
        """The text that is signed, LF at each line's end."""
        lines = [self.origin, str(self.size), base64.b64encode(self.root).decode()]
        if self.at is not None:
            lines.append(f"time {self.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")
        lines += [f"audit {one.place_id} {one.number} {one.digest}" for one in self.audits]
        return "".join(f"{line}\n" for line in lines)


class Note(NamedTuple):
    """A signed text as it was read: the text, what it says, and by whom it is signed: name, key mark, signature."""

    text: str
    head: Head
    signatures: list[tuple[str, bytes, bytes]]


def digest_of(text: str) -> bytes:
    """SHA-256 of a checkpoint's text, without its signatures."""
    return hashlib.sha256(text.encode()).digest()


def code_of(digest: bytes) -> str:
    """The first 80 bits in 16 letters and figures (A–Z, 2–7)."""
    return base64.b32encode(digest[:10]).decode()


def whole_code_of(digest: bytes) -> str:
    """All 256 bits in 52 letters and figures."""
    return base64.b32encode(digest).decode().rstrip("=")


def key_mark(name: str, public: bytes) -> bytes:
    """C2SP signed-note: the four bytes by which a signature names its key."""
    return hashlib.sha256(name.encode() + b"\n" + ED25519 + public).digest()[:4]


def verifier_key(name: str, public: bytes) -> str:
    """C2SP signed-note: a public key as it is handed out."""
    return f"{name}+{key_mark(name, public).hex()}+{base64.b64encode(ED25519 + public).decode()}"


def signed_note(text: str, name: str, public: bytes, signature: bytes) -> str:
    """C2SP signed-note: the text, an empty line, the signature."""
    return f"{text}\n— {name} {base64.b64encode(key_mark(name, public) + signature).decode()}\n"


def note_of(signed: str) -> Note:
    """A signed checkpoint read again. Raises ValueError."""
    text, gap, tail = signed.partition("\n\n")
    found = _FORM.fullmatch(text + "\n")
    if not gap or found is None:
        raise ValueError("no checkpoint")
    origin, size, root, rest = found.groups()
    signatures = [_signature(line) for line in tail.removesuffix("\n").split("\n")]
    return Note(text + "\n", _head(origin, int(size), base64.b64decode(root), rest.splitlines()), signatures)


def _head(origin: str, size: int, root: bytes, rest: Sequence[str]) -> Head:
    told = [line.split(" ") for line in rest]
    times = [datetime.strptime(one[1], "%Y-%m-%dT%H:%M:%SZ") for one in told if one[0] == "time" and len(one) == 2]  # noqa: DTZ007 # Z is UTC
    audits = [AuditHead(int(one[1]), int(one[2]), one[3]) for one in told if one[0] == "audit" and len(one) == 4]
    return Head(origin, size, root, times[0].replace(tzinfo=UTC) if times else None, audits)


def _signature(line: str) -> tuple[str, bytes, bytes]:
    found = _SIGNED.fullmatch(line)
    if found is None:
        raise ValueError("no signature")
    try:
        raw = base64.b64decode(found[2], validate=True)
    except binascii.Error:
        raise ValueError("no signature") from None
    return found[1], raw[:4], raw[4:]
