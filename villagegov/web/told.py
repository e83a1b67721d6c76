"""The words of every room in one place, so that any page can tell who changed what.

A room adds its acts to ACTS, the names of what it notes to DETAILS, and the word list of a noted value to VALUES.
"""

from collections.abc import Iterable

from villagegov.accounts.permissions import Permission
from villagegov.accounts.vocabulary import AccountDetail, AccountTag, Role
from villagegov.audit.sentences import Words, by_value
from villagegov.divisions.vocabulary import DivisionDetail, DivisionTag, Kind
from villagegov.elections.vocabulary import ElectionDetail, ElectionTag, Gate, Origin, Post, Stage, StationKind
from villagegov.law.vocabulary import Method
from villagegov.notices.vocabulary import NoticeTag
from villagegov.turnout.vocabulary import TurnoutTag
from villagegov.vocabulary import Term

ACTS: tuple[type[Term], ...] = (AccountTag, DivisionTag, ElectionTag, TurnoutTag, NoticeTag)
DETAILS: tuple[type[Term], ...] = (AccountDetail, DivisionDetail, ElectionDetail)
VALUES: dict[str, Iterable[Term]] = {
    "role": Role,
    "permission": Permission,
    "kind": (*Kind, *StationKind),
    "method": Method,
    "post": Post,
    "origin": Origin,
    "gate": Gate,
    "status": Stage,
}

WORDS = Words(acts=by_value(ACTS), labels=by_value(DETAILS), values=VALUES)
