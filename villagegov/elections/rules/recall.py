"""Recall: whether a petition suffices, what a vote decides, when it may be tried again. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from villagegov.elections.rules.gates import poll_is_valid, reps_poll_is_valid
from villagegov.elections.vocabulary.recall import Petitioners, RecallStep, RecallVerdict
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import CommitteeKind, Field, Method


@dataclass(frozen=True, kw_only=True)
class RecallCount:
    """R, I and P of the rulebook, and what those said who voted."""

    registered: int
    issued: int
    collected: int
    yes: int
    no: int
    blank: int = 0
    invalid: int = 0


@dataclass(frozen=True)
class Line:
    """One step of the verdict: which, with what figures, under which article."""

    step: RecallStep
    figures: Mapping[str, int]
    article: str = ""

    @property
    def sentence(self) -> str:
        """In the reader's language."""
        return str(self.step.label) % self.figures


def petition_parts(by: Petitioners, profile: Profile) -> int:
    """Village law 2025 art. 19, residents' law 2025 art. 20 (E-101, E-102): one in so many must sign."""
    return profile.recall_reps_parts if by is Petitioners.REPS else profile.recall_parts


def petition_field(by: Petitioners) -> Field:
    """The field that a petition stands on."""
    return Field.RECALL_REPS_PARTS if by is Petitioners.REPS else Field.RECALL_PARTS


def petition_suffices(*, signers: int, base: int, by: Petitioners, profile: Profile) -> bool:
    """Village law 2025 art. 19, residents' law 2025 art. 20 (E-101, E-102): 以上 includes the number (A-02)."""
    return petition_parts(by, profile) * signers >= base


def may_petition(by: Petitioners, committee: CommitteeKind) -> bool:
    """E-101, E-102: household representatives petition in residents' communities only."""
    return by is not Petitioners.HOUSEHOLDS or committee is CommitteeKind.RESIDENTS


def decide_recall(count: RecallCount, *, method: Method, profile: Profile) -> tuple[RecallVerdict, tuple[Line, ...]]:
    """Village law 2025 art. 19, residents' law 2025 art. 20 (E-103): more than half vote, more than half of them agree.

    Where representatives elected, more than two thirds of them must vote (E-74).
    """
    faulty = _gate(count)
    if faulty is not None:
        return faulty
    two_thirds = profile.needs_two_thirds(method)
    field = Field.REPS_TWO_THIRDS if two_thirds else Field.RECALL_VOTE
    times, base = (3, 2 * count.registered) if two_thirds else (2, count.registered)
    figures = {"collected": count.collected, "times": times, "product": times * count.collected, "base": base}
    enough = (
        reps_poll_is_valid(representatives=count.registered, collected=count.collected)
        if two_thirds
        else poll_is_valid(registered=count.registered, collected=count.collected)
    )
    turnout = Line(RecallStep.TURNOUT if enough else RecallStep.TURNOUT_MISSED, figures, profile.cited(field))
    if not enough:
        return RecallVerdict.VOID_TURNOUT, (turnout,)
    passed = 2 * count.yes > count.collected
    said = {"yes": count.yes, "double": 2 * count.yes, "collected": count.collected}
    step = RecallStep.AGREED if passed else RecallStep.NOT_AGREED
    vote = Line(step, said, profile.cited(Field.RECALL_VOTE))
    return (RecallVerdict.PASSED if passed else RecallVerdict.FAILED), (turnout, vote)


def _gate(count: RecallCount) -> tuple[RecallVerdict, tuple[Line, ...]] | None:
    """E-70 to E-72: what stops a count before anybody's vote is looked at."""
    figures = vars(count)
    if count.issued > count.registered:
        return RecallVerdict.DATA_ERROR, (Line(RecallStep.ISSUED_OVER, figures),)
    if count.collected > count.issued:
        return RecallVerdict.VOID_OVERCOUNT, (Line(RecallStep.COLLECTED_OVER, figures),)
    if count.yes + count.no + count.blank + count.invalid != count.collected:
        return RecallVerdict.DATA_ERROR, (Line(RecallStep.UNBALANCED, figures),)
    return None


def months_later(day: date, months: int) -> date:
    """The same day so many months later; the last of a shorter month."""
    year, month = divmod(day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError(day)


def may_repeat_from(failed_on: date, profile: Profile) -> date:
    """Sichuan rules 2025 art. 42 (E-104, analog): on the same facts not again before so many months are over."""
    return months_later(failed_on, profile.recall_repeat_months)


def differing(first: RecallCount, second: RecallCount) -> list[str]:
    """The figures that two readers read differently."""
    return [name for name, value in vars(first).items() if value != getattr(second, name)]
