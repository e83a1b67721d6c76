"""How a list of divisions becomes a tree, and how two lists differ. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from villagegov.divisions.vocabulary import DivisionReason, Kind, Level

LEVELS = {2: Level.PROVINCE, 4: Level.PREFECTURE, 6: Level.COUNTY, 9: Level.TOWNSHIP, 12: Level.UNIT}
LENGTHS = (9, 6, 4, 2)


def level_of(code: str) -> Level | None:
    """The level a code of the list stands for; None when its length or letters are wrong."""
    return LEVELS.get(len(code)) if code.isascii() and code.isdigit() else None


def kind_of(code: str) -> Kind:
    """By the last three digits of a unit's code: 001–199 residents, 200–399 village, the rest neither."""
    if len(code) != 12:
        return Kind.AREA
    number = int(code[9:])
    if 1 <= number <= 199:
        return Kind.RESIDENTS
    return Kind.VILLAGE if 200 <= number <= 399 else Kind.OTHER


def parent_code(code: str, known: Mapping[str, object] | set[str]) -> str | None:
    """The code one level up that is known; 东莞 and 中山 have no county, so the longest known prefix counts."""
    for length in LENGTHS:
        if length < len(code) and code[:length] in known:
            return code[:length]
    return None


@dataclass(frozen=True)
class Fault:
    """A line of the file that cannot be taken."""

    line: int
    code: str
    reason: DivisionReason


@dataclass
class ListPlan:
    """What importing a list would do. Each entry is (code, name) or (code, old name, new name)."""

    added: list[tuple[str, str]] = field(default_factory=list)
    renamed: list[tuple[str, str, str]] = field(default_factory=list)
    returned: list[str] = field(default_factory=list)
    vanished: list[tuple[str, str]] = field(default_factory=list)
    unchanged: int = 0
    faults: list[Fault] = field(default_factory=list)


def plan_list(rows: Iterable[tuple[int, str, str]], known: Mapping[str, tuple[str, bool]]) -> ListPlan:
    """Compare a list, as (line, code, name), with what is known, as code → (listed name, still listed).

    A place counts as vanished only within the provinces that the list itself holds.
    """
    plan, seen = ListPlan(), set[str]()
    for line, code, name in rows:
        fault = _fault_of(code, seen, known)
        if fault is not None:
            plan.faults.append(Fault(line, code, fault))
            continue
        seen.add(code)
        _compare(plan, code, name, known.get(code))
    provinces = {code[:2] for code in seen}
    plan.vanished = [
        (code, name) for code, (name, listed) in known.items() if listed and code not in seen and code[:2] in provinces
    ]
    return plan


def _fault_of(code: str, seen: set[str], known: Mapping[str, object]) -> DivisionReason | None:
    if level_of(code) is None:
        return DivisionReason.BAD_CODE
    if code in seen:
        return DivisionReason.TWICE
    if len(code) > 2 and parent_code(code, seen) is None and parent_code(code, known) is None:
        return DivisionReason.NO_PARENT
    return None


def _compare(plan: ListPlan, code: str, name: str, before: tuple[str, bool] | None) -> None:
    if before is None:
        plan.added.append((code, name))
        return
    if before[0] != name:
        plan.renamed.append((code, before[0], name))
    elif before[1]:
        plan.unchanged += 1
    if not before[1]:
        plan.returned.append(code)


def shown_path(names: Iterable[str]) -> str:
    """Names from the province down as one text; a level named like the one above is shown once (design 3)."""
    shown: list[str] = []
    for name in names:
        if not shown or shown[-1] != name:
            shown.append(name)
    return "".join(shown)
