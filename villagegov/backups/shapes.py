"""How each column is written down so that both databases say the same: typed values as plain JSON (B9)."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Dialect, Integer, LargeBinary, String, Table
from sqlalchemy.types import TypeEngine

from villagegov.columns import UTCDateTime

Change = Callable[[Any], Any]


class UnknownShapeError(Exception):
    """A column's type has no written form yet; the text names it."""


def word_of(column: Column[Any]) -> str:
    """The written type of a column: int, bool, text, bytes, moment, day or json."""
    kind: TypeEngine[Any] = column.type.impl_instance if isinstance(column.type, UTCDateTime) else column.type
    for known, word in (
        (Boolean, "bool"),
        (Integer, "int"),
        (DateTime, "moment"),
        (Date, "day"),
        (JSON, "json"),
        (LargeBinary, "bytes"),
        (String, "text"),
    ):
        if isinstance(kind, known):
            return word
    raise UnknownShapeError(f"{column.table.name}.{column.name}: {kind!r}")


def to_plain(word: str) -> Change | None:
    """From what either driver gives to what is written; None changes nothing."""
    changes: dict[str, Change] = {"bool": bool, "bytes": _hex, "moment": _moment, "day": _day}
    return changes.get(word)


def from_plain(word: str, *, sqlite: bool) -> Change | None:
    """From what is written to what the driver takes."""
    if word == "bytes":
        return bytes.fromhex
    if word == "bool" and sqlite:
        return int
    if word == "moment" and not sqlite:
        return _with_zone
    return None


def selected(table: Table, dialect: Dialect) -> str:
    """The statement that reads a table in the order of its key, texts of JSON as they are stored."""
    quote = dialect.identifier_preparer.quote
    as_text = dialect.name == "postgresql"
    names = [
        f"CAST({quote(one.name)} AS TEXT)" if as_text and word_of(one) == "json" else quote(one.name)
        for one in table.columns
    ]
    order = [f"{quote(one.name)}{_byte_order(one) if as_text else ''}" for one in table.primary_key.columns]
    return f"SELECT {', '.join(names)} FROM {quote(table.name)} ORDER BY {', '.join(order)}"  # noqa: S608 # own names


def _byte_order(column: Column[Any]) -> str:
    return ' COLLATE "C"' if word_of(column) == "text" else ""


def _hex(value: Any) -> str:
    return bytes(value).hex()


def _moment(value: Any) -> str:
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    if found.tzinfo is not None:
        found = found.astimezone(UTC).replace(tzinfo=None)
    return str(found.isoformat(" ", "microseconds"))


def _day(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _with_zone(value: str) -> str:
    return f"{value}+00"
