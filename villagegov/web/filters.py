"""What a list is narrowed by, read from the address."""

from flask import abort, request


def one_asked(name: str) -> str:
    """The value of a parameter of the address; empty without one. Given twice, it is no question (A12)."""
    given = request.args.getlist(name)
    if len(given) > 1:
        abort(400)
    return given[0] if given else ""


def words_asked(name: str = "q") -> str:
    """The words searched for, shortened and without control characters."""
    text = one_asked(name).strip()[:50]
    return "".join(letter for letter in text if letter.isprintable())
