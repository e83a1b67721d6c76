"""The shape of every word list: a value that is stored, and a label that is read."""

from enum import StrEnum
from typing import Self

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

__all__ = ["LazyString", "Term", "_l"]


#: Finding a term by its value, `Role("chair")`, names no label.
NO_LABEL = LazyString(str)


class Term(StrEnum):
    """A stored value with its Chinese term. Rooms subclass it: `CHAIR = "chair", _l("主任")`."""

    label: LazyString

    def __new__(cls, value: str, label: LazyString = NO_LABEL) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member
