"""A file between preview and confirmation: judged once, kept as plain values; what was shown is what is stored."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from villagegov.elections.rules.roll import Finding, Reading, Voter
from villagegov.elections.vocabulary import RollReason
from villagegov.elections.vocabulary.movements import MovementReason
from villagegov.elections.vocabulary.papers import PaperReason
from villagegov.people.rules import IdentityReason, NameReason
from villagegov.web.sheets import Fault, Sheet, SheetReason

REASONS = {
    reason.value: reason
    for room in (SheetReason, IdentityReason, NameReason, RollReason, PaperReason, MovementReason)
    for reason in room
}
#: What could be a personal number inside a cell that a sentence quotes (P3).
_DIGITS = re.compile(r"\d{6,}[Xx]?")


@dataclass(frozen=True)
class Judged:
    """A file read and judged for one polling day. With faults none of it is imported; `skipped` lines stay out."""

    sha256: str
    polling_day: date
    voters: list[Voter]
    faults: list[Fault]
    skipped: list[Fault]
    warned: list[Fault]


def packed(sheet: Sheet, reading: Reading, polling_day: date) -> bytes:
    """The judged file as bytes to keep."""
    faults = sheet.faults_with(_faults(reading.faults))
    skipped = sorted([*sheet.skipped, *_faults(reading.skipped)], key=lambda one: one.line)
    told = [faults, skipped, reading.warned]
    whole = [sheet.sha256, polling_day.isoformat(), reading.voters, *told]
    return json.dumps(whole, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")


def unpacked(data: bytes) -> Judged:
    """The judged file again."""
    sha256, day, voters, *told = json.loads(data.decode("utf-8", "surrogatepass"))
    faults, skipped, warned = ([_fault(*one) for one in part] for part in told)
    return Judged(sha256, date.fromisoformat(day), [Voter(*one) for one in voters], faults, skipped, warned)


def _faults(findings: Iterable[Finding]) -> list[Fault]:
    return [Fault(*one) for one in findings]


def _fault(line: int, title: str, reason: str, values: list[tuple[str, object]]) -> Fault:
    """A fault may quote a cell, and the cell may hold an ID number; it is not shown again."""
    return Fault(line, title, REASONS[reason], tuple((key, _DIGITS.sub("******", str(value))) for key, value in values))
