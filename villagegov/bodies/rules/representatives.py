"""A list of representatives, judged line by line. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from villagegov.bodies.vocabulary import BodyReason
from villagegov.people.rules import clean_name, id_fault, normal_id
from villagegov.refusal import Reason, Refusal

#: Titles of the file, in the order in which the values come.
GROUP, NAME, ID_NUMBER, HOUSEHOLDS = TITLES = ("小组", "姓名", "身份证号", "代表户数")
_MOST_HOUSEHOLDS = 4


class Line(NamedTuple):
    """One line that may enter."""

    line: int
    #: None where the unit has no groups.
    group_id: int | None
    name: str
    id_number: str
    households: int


class Finding(NamedTuple):
    """What is wrong with one cell."""

    line: int
    title: str
    reason: Reason
    values: tuple[tuple[str, object], ...] = ()


@dataclass
class Reading:
    """The file judged; with faults none of it enters."""

    lines: list[Line] = field(default_factory=list)
    faults: list[Finding] = field(default_factory=list)


def read_representatives(
    rows: Iterable[tuple[int, Sequence[str]]], *, groups: Mapping[str, int], today: date
) -> Reading:
    """Village law 2025 art. 29 (E-109): (line, values in the order of TITLES); one person stands once (U6)."""
    reading, first = Reading(), dict[str, int]()
    for line, (group, name_text, id_text, households) in rows:
        number = normal_id(id_text)
        faults = _faults(line, group, number, households, groups, today)
        name = _name(faults, line, name_text)
        seen = first.setdefault(number, line)
        if seen != line and number:
            faults.append(Finding(line, ID_NUMBER, BodyReason.TWICE, (("other", seen),)))
        reading.faults += faults
        if not faults:
            reading.lines.append(Line(line, groups.get(_plain(group)), name, number, int(households.strip())))
    return reading


def _faults(
    line: int, group: str, number: str, households: str, groups: Mapping[str, int], today: date
) -> list[Finding]:
    found = []
    if (groups or _plain(group)) and _plain(group) not in groups:
        named = _plain(group)
        missing = Finding(line, GROUP, BodyReason.NO_GROUP_NAME)
        found.append(Finding(line, GROUP, BodyReason.NO_SUCH_GROUP, (("name", named),)) if named else missing)
    fault = id_fault(number, today)
    if fault is not None:
        found.append(Finding(line, ID_NUMBER, fault))
    if not _is_count(households.strip()):
        found.append(Finding(line, HOUSEHOLDS, BodyReason.HOUSEHOLDS))
    return found


def _plain(group: str) -> str:
    return " ".join(group.split())


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and 0 < len(text) <= _MOST_HOUSEHOLDS and int(text) > 0


def _name(faults: list[Finding], line: int, text: str) -> str:
    try:
        return clean_name(text)
    except Refusal as refusal:
        faults.append(Finding(line, NAME, refusal.reason, tuple(refusal.values.items())))
        return ""
