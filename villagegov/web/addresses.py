"""Numbers in addresses: the key of a row, written in one way only; anything else is no such page (N9)."""

from werkzeug.routing import IntegerConverter


class KeyConverter(IntegerConverter):
    """1, 2, 3 … of at most 18 digits, which both databases can hold; no 0, no 007, no other script's digits."""

    regex = r"[1-9][0-9]{0,17}"
