"""How a list of divisions becomes a tree, and how two lists differ. Pure."""

import re
from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass, field

from villagegov.divisions.vocabulary import DivisionReason, Kind, Level, Oddity

LEVELS = {2: Level.PROVINCE, 4: Level.PREFECTURE, 6: Level.COUNTY, 9: Level.TOWNSHIP, 12: Level.UNIT}
#: Length of a code → length of the code one level up.
LENGTHS = {12: 9, 9: 6, 6: 4, 4: 2}
LONGEST_NAME = 60
_HIDDEN = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\xad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ud800-\\udfff]")
#: After 市, 县, 镇 and the like, when more follows.
_SEAM = re.compile("(?<=[省市县区镇乡])(?=[^省市县区镇乡\\s])|(?<=街道)(?=\\S)")


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


def parent_code(code: str, known: Container[str]) -> str | None:
    """The code one level up that is known; 东莞 and 中山 have no county, so the longest known prefix counts."""
    for length in LENGTHS.values():
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
    returned: list[tuple[str, str]] = field(default_factory=list)
    vanished: list[tuple[str, str]] = field(default_factory=list)
    unchanged: int = 0
    faults: list[Fault] = field(default_factory=list)

    @property
    def changes_nothing(self) -> bool:
        """Whether the tree is as this list says already."""
        return not (self.added or self.renamed or self.returned or self.vanished)


def plan_list(rows: Collection[tuple[int, str, str]], known: Mapping[str, tuple[str, bool]]) -> ListPlan:
    """Compare a list, as (line, code, name) in any order, with what is known, as code → (listed name, still listed).

    A place counts as vanished only within the provinces that the list itself holds.
    """
    plan, seen = ListPlan(), set[str]()
    there = known.keys() | {code for _line, code, _name in rows}
    for line, code, name in rows:
        fault = _fault_of(code, name, seen, there)
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


def _fault_of(code: str, name: str, seen: set[str], there: set[str]) -> DivisionReason | None:
    if level_of(code) is None:
        return DivisionReason.BAD_CODE
    if code in seen:
        return DivisionReason.TWICE
    if len(name) > LONGEST_NAME or _HIDDEN.search(name):
        return DivisionReason.BAD_NAME
    if len(code) == 2 or code[: LENGTHS[len(code)]] in there:
        return None
    # A level may be missing above a township (东莞, 中山); a unit always lies in a township.
    return DivisionReason.NO_PARENT if len(code) == 12 or parent_code(code, there) is None else None


def _compare(plan: ListPlan, code: str, name: str, before: tuple[str, bool] | None) -> None:
    if before is None:
        plan.added.append((code, name))
        return
    if before[0] != name:
        plan.renamed.append((code, before[0], name))
    elif before[1]:
        plan.unchanged += 1
    if not before[1]:
        plan.returned.append((code, name))


def oddities(*, code: str, name: str, kind: Kind) -> list[Oddity]:
    """What in this entry of the list looks like a slip (design 3, divisions)."""
    found = []
    if kind is Kind.OTHER and name.endswith(("委会", "委员会")):
        found.append(Oddity.NUMBER_OF_NO_COMMITTEE)
    if kind is Kind.VILLAGE and kind_of(code) is Kind.VILLAGE and name.endswith(("居民委员会", "社区居委会")):
        found.append(Oddity.VILLAGE_NUMBER)
    if name.endswith("委会会"):
        found.append(Oddity.DOUBLED_ENDING)
    return found


def may_lie_in(level: Level, above: Level) -> bool:
    """Whether a place of `level` may hang in one of `above`: a unit in a township, others in any higher level."""
    order = list(Level)
    return above is Level.TOWNSHIP if level is Level.UNIT else order.index(above) < order.index(level)


def spread(words: str) -> str:
    """An address written in one piece, as its places: 示例市甲县东溪镇石桥 → 示例市 甲县 东溪镇 石桥."""
    return _SEAM.sub(" ", words)


def shown_path(names: Iterable[str]) -> str:
    """Names from the province down as one text; a level named like the one above is shown once (design 3)."""
    shown: list[str] = []
    for name in names:
        if not shown or shown[-1] != name:
            shown.append(name)
    return "".join(shown)
