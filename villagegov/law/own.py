"""A province's and a round's own values: which fields they may set, within what bounds, and how they are kept."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from villagegov.law.profiles import Profile, Provision, Value, profile_for
from villagegov.law.profiles.profile import OPEN, Reads
from villagegov.law.vocabulary import Field, Scope
from villagegov.vocabulary import Term

#: Least and most of the fields that are not days: beyond them a value would undo what the law itself says.
BOUNDS: dict[Field, tuple[int, int]] = {
    Field.MAX_SHIFT_MONTHS: (1, 24),
    Field.SHIFT_WARN_MONTHS: (1, 24),
    Field.MIN_WOMEN: (1, 9),
    Field.MIN_WOMEN_CANDIDATES: (1, 9),
    Field.MIN_SEATED: (1, 9),
    Field.JOINT_MIN: (1, 100),
    Field.PROXY_CAP: (1, 3),
    Field.SCRIBE_MAX: (1, 9),
    Field.MOBILE_STAFF_MIN: (1, 9),
    Field.MOBILE_SCRUTINEERS_MIN: (1, 9),
    Field.MARGIN_CHAIR: (1, 9),
    Field.MARGIN_VICE: (1, 9),
    Field.MARGIN_MEMBER_MIN: (1, 9),
    Field.MARGIN_MEMBER_MAX: (1, 9),
    Field.BALLOT_KEEP_YEARS: (1, 30),
    Field.TURNOUT_REVIEW: (500, 1000),
}
DAYS = (0, 366)
#: The fields that a rule reads; changing another would change nothing.
_READ = frozenset(one.field for one in vars(Profile).values() if isinstance(one, Reads))
Kept = Mapping[str, Sequence[str]]


def changeable(profile: Profile) -> list[Provision]:
    """Rulebook 0.2: the provisions a province may set, and of which there is something to choose."""
    return [one for one in profile.provisions if one.scope in OPEN and one.field in _READ and _has_choice(one)]


def changeable_by_round(profile: Profile) -> list[Provision]:
    """Rulebook 0.2: the provisions a round may set."""
    return [one for one in changeable(profile) if one.scope is Scope.ROUND]


def choices(provision: Provision) -> list[Term]:
    """The words a provision may be set to; empty for a number or a yes."""
    return list(type(provision.value)) if isinstance(provision.value, Term) else []


def bounds(field: Field) -> tuple[int, int]:
    """The least and the greatest number of a field."""
    return BOUNDS.get(field, DAYS)


def kept(value: Value) -> str:
    """A value as it is stored."""
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def value_of(provision: Provision, text: str) -> Value:
    """The value stored as `text`, in the type of the provision's own. Raises ValueError for one it cannot have."""
    if isinstance(provision.value, bool):
        if text not in ("true", "false"):
            raise ValueError(text)
        return text == "true"
    if isinstance(provision.value, Term):
        return next((one for one in choices(provision) if one == text), None) or _refused(text)
    least, most = bounds(provision.field)
    number = int(text)
    return number if least <= number <= most else _refused(text)


def with_own(profile: Profile, own: Kept) -> Profile:
    """The profile with the values kept for one election: field → text and document."""
    for name, (text, document) in own.items():
        field = Field(name)
        profile = profile.override({field: value_of(profile.provision(field), text)}, document)
    return replace(profile, own=own)


class Entered(Protocol):
    """A province's own value as it is stored."""

    @property
    def committee(self) -> Any: ...
    @property
    def field(self) -> Field: ...
    @property
    def value(self) -> Any: ...
    @property
    def from_on(self) -> Any: ...


def in_words(one: Entered) -> str:
    """What was entered, in the reader's language."""
    provision = profile_for(one.committee, one.from_on).provision(one.field)
    return provision.with_value(value_of(provision, one.value)).shown


def margins_agree(profile: Profile) -> bool:
    """E-48: the least margin of members is not over the greatest."""
    return profile.margin_member_min <= profile.margin_member_max


def _has_choice(one: Provision) -> bool:
    return one.value is not None and (not isinstance(one.value, Term) or len(choices(one)) > 1)


def _refused(text: str) -> Value:
    raise ValueError(text)
