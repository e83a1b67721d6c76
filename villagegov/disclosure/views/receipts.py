"""Receipt codes: made for whoever asks, shown to him for half an hour, and taken back from whoever types one.

A code comes from the key of this installation, a word in the asker's own session and the key of the form he was shown:
a second press gives the same code, and nothing that is stored gives it away.
"""

import secrets

from flask import session

import villagegov.clock as clock
from villagegov.disclosure.rules.questions import receipt_code, words_of_code
from villagegov.web.keyring import keys

#: The session's notes: its own word, what was asked last, and which receipt was opened.
WORD, ASKED, OPENED = "asker", "asked", "opened"
LASTS_SECONDS = 30 * 60


def begin(once: str) -> bytes:
    """Remember in the session that this form was pressed; the hash of its code, to be stored with what is asked."""
    word = session.setdefault(WORD, secrets.token_urlsafe(16))
    session[ASKED] = [f"{word}\n{once or secrets.token_urlsafe(16)}", _now()]
    return hash_of(asked_code())


def asked_code() -> str:
    """The code of what was asked in this session within half an hour; empty when there is none."""
    seed, since = session.get(ASKED, ["", 0])
    return receipt_code(keys().fingerprint(f"receipt\n{seed}")) if seed and _lasts(since) else ""


def hash_of(code: str) -> bytes:
    """What is stored of a code. Raises Refusal(CODE_SHORT)."""
    return keys().fingerprint(words_of_code(code))


def open_receipt(code_hash: bytes) -> None:
    """The code was right: this session reads what belongs to it for half an hour."""
    session[OPENED] = [code_hash.hex(), _now()]


def opened_hash() -> bytes | None:
    """The hash of the code that was typed here within half an hour."""
    found, since = session.get(OPENED, ["", 0])
    return bytes.fromhex(found) if found and _lasts(since) else None


def close_receipt() -> None:
    """Nobody who comes to this screen next reads it."""
    for name in (OPENED, ASKED):
        session.pop(name, None)


def _now() -> int:
    return int(clock.now().timestamp())


def _lasts(since: int) -> bool:
    return 0 <= _now() - since < LASTS_SECONDS
