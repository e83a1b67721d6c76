"""A verdict, or what is wrong with a question, as JSON."""

from typing import Any

from villagegov.elections.rules import LogLine, PositionDecision
from villagegov.law.vocabulary import AskedReason
from villagegov.refusal import Refusal

ANSWERED = (
    "elected",
    "revote",
    "revote_seats",
    "short",
    "women_reserved",
    "rerun_candidates",
    "rerun_candidates_general",
)
STATUS = {AskedReason.NOT_JSON: 400, AskedReason.TOO_LARGE: 413, AskedReason.WRONG_TYPE: 415}


def answer(decision: PositionDecision) -> dict[str, Any]:
    """The fields of rulebook 9.1 and the log, every step with its numbers and its article."""
    found = {name: getattr(decision, name) for name in ANSWERED}
    return {"gate": decision.gate.value, **found, "log": [_line(one) for one in decision.log]}


def _line(line: LogLine) -> dict[str, Any]:
    article = line.article.label if line.article else None
    return {"step": line.step.value, "sentence": line.sentence, "numbers": dict(line.values), "article": article}


def refused(refusal: Refusal) -> dict[str, Any]:
    """What is wrong with a question, in a sentence for each field."""
    faults = (refusal, *refusal.others)
    return {
        "error": status_of(refusal),
        "sentence": refusal.sentence,
        "fields": {one.field: one.sentence for one in reversed(faults) if one.field},
    }


def status_of(refusal: Refusal) -> int:
    """The HTTP status of a refused question."""
    return STATUS.get(AskedReason(refusal.reason), 422)
