"""What a list is narrowed by, read from the address."""

from flask import request


def words_asked(name: str = "q") -> str:
    """The words searched for, shortened and without control characters."""
    text = request.args.get(name, "").strip()[:50]
    return "".join(letter for letter in text if letter.isprintable())
