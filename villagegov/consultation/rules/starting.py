"""Who may start a consultation, and when it is a duty (C-03, C-04); by integers only."""

from dataclasses import dataclass
from datetime import date

from villagegov.consultation.vocabulary import Starter, Tag
from villagegov.law.profiles import Article, profile_for
from villagegov.law.vocabulary import CommitteeKind, Law

#: C-04 [prov], borrowed from D-09: of how many one must sign.
START_SHARES = {Starter.VILLAGERS: 10, Starter.REPRESENTATIVES: 5}
#: Whose kind does not say which one it was.
NAMED = frozenset({Starter.GROUP, Starter.OWNERS})
#: C-11: matters on which owners vote under property law.
OF_OWNERS = frozenset({Tag.LIFT, Tag.PARKING})
_DUTY = {"V-2026": Article(Law.VILLAGE_2025, 33), "R-2026": Article(Law.RESIDENTS_2025, 32)}


@dataclass(frozen=True)
class Backing:
    """Whether enough signed: `have` of `base`, where `needed` are enough: one in `share`."""

    enough: bool
    have: int
    base: int
    needed: int
    share: int


def backing_of(*, starter: Starter, have: int, base: int) -> Backing | None:
    """Sichuan, Shandong, Chongqing measures by analogy (C-04): 1/10 of villagers or 1/5 of representatives, at least.

    None for a body that needs no signatures.
    """
    share = START_SHARES.get(starter)
    if share is None:
        return None
    return Backing(share * have >= base > 0, have, base, -(-base // share), share)


def duty_on(*, committee: CommitteeKind, day: date) -> Article | None:
    """Village law 2025 art. 33, residents' law 2025 art. 32 (C-03): a duty from 2026; policy only before: None."""
    return _DUTY.get(profile_for(committee, day).key)


def must_consult(*, vital: bool, committee: CommitteeKind, day: date) -> bool:
    """Village law 2025 art. 33, residents' law 2025 art. 32 (C-03): what touches vital interests is consulted on."""
    return vital and duty_on(committee=committee, day=day) is not None


def touches_owners(tag: Tag) -> bool:
    """Civil Code art. 278 (C-11): an agreement does not replace the owners' vote."""
    return tag in OF_OWNERS
