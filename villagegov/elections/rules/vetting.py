"""Whether somebody may come onto the final list: the four bars and the joint vetting (E-45, E-46)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from villagegov.deadlines import Deadline
from villagegov.elections.vocabulary.vetting import NEEDED, Bar, Department, VettingReason, VettingResult
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import Field
from villagegov.refusal import Refusal


@dataclass(frozen=True, kw_only=True)
class Said:
    """What one department said of one nominee."""

    department: Department
    other_name: str = ""
    result: VettingResult
    bar: Bar | None = None
    reason: str = ""


def asks_for_bars(profile: Profile) -> bool:
    """Village law 2025 art. 18, residents' law 2025 art. 18 (E-45): the four bars are asked since 2026."""
    return profile.candidate_bars


def has_failed(results: Iterable[VettingResult]) -> bool:
    """Law against organised crime 2021 art. 12 (E-46): one department's "no" keeps a person off the list."""
    return VettingResult.FAIL in results


def missing_departments(found: Iterable[Department]) -> list[Department]:
    """Law against organised crime 2021 art. 12 (E-46): civil affairs, supervisory organ and police have all spoken."""
    spoken = set(found)
    return [one for one in NEEDED if one not in spoken]


def holds_back(*, profile: Profile, missing: Iterable[Department]) -> bool:
    """E-45, E-46: an unfinished vetting keeps the list from being posted where the law of the day has the bars."""
    return asks_for_bars(profile) and bool(list(missing))


def vetting_due(counted_on: date, profile: Profile) -> Deadline:
    """Hainan measures 2025 art. 35 (E-83, analog): a winner written in is vetted within 7 days of the count."""
    return profile.after(counted_on, Field.WRITEIN_VET_DAYS)


def faults_of(said: Said) -> list[Refusal]:
    """Everything that does not fit together in one result, each at its field."""
    faults, other = [], said.department is Department.OTHER
    if other and not said.other_name:
        faults.append(Refusal(VettingReason.NEEDS_NAME, "other_name"))
    if said.other_name and not other:
        faults.append(Refusal(VettingReason.NO_NAME_HERE, "other_name"))
    passed = said.result is VettingResult.PASS
    if passed and said.bar is not None:
        faults.append(Refusal(VettingReason.BAR_FAILS, "result"))
    if not passed and said.bar is None and not said.reason:
        faults.append(Refusal(VettingReason.NEEDS_REASON, "reason"))
    return faults
