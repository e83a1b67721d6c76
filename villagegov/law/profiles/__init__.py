"""The five law profiles of rulebook 0.5 and the choice among them."""

from datetime import date

from villagegov.law.profiles import residents, village
from villagegov.law.profiles.profile import Profile
from villagegov.law.profiles.provision import Article, Document, Provision, Source, Value, source_from_code
from villagegov.law.vocabulary import CommitteeKind

__all__ = [
    "PROFILES",
    "Article",
    "Document",
    "Profile",
    "Provision",
    "Source",
    "Value",
    "profile_for",
    "source_from_code",
]

VILLAGE, RESIDENTS = CommitteeKind.VILLAGE, CommitteeKind.RESIDENTS

PROFILES: dict[str, Profile] = {
    profile.key: profile
    for profile in (
        Profile("V-2010", VILLAGE, None, date(2018, 12, 28), village.UNTIL_2018),
        Profile("V-2018", VILLAGE, date(2018, 12, 29), date(2025, 12, 31), village.UNTIL_2025),
        Profile("V-2026", VILLAGE, date(2026, 1, 1), None, village.SINCE_2026),
        Profile("R-1990", RESIDENTS, None, date(2025, 12, 31), residents.UNTIL_2025),
        Profile("R-2026", RESIDENTS, date(2026, 1, 1), None, residents.SINCE_2026),
    )
}


def profile_for(kind: CommitteeKind, polling_day: date) -> Profile:
    """Village law 2025 and residents' law 2025 in force from 2026-01-01 (rulebook 0.5): chosen by polling day.

    A rerun, revote or redo passes the polling day of its first poll; a by-election its own (0.5 note c).
    """
    return next(one for one in PROFILES.values() if one.kind is kind and one.in_force(polling_day))
