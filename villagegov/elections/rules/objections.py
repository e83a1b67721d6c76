"""What an objection to the roll waits for, and by when. Pure."""

from datetime import date
from typing import Any, Protocol

from villagegov.deadlines import Deadline
from villagegov.elections.vocabulary.objections import ObjectionStep
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import Field


class Filed(Protocol):
    """What is asked of an objection."""

    @property
    def filed_on(self) -> Any: ...
    @property
    def decided_on(self) -> Any: ...
    @property
    def posted_on(self) -> Any: ...
    @property
    def appealed_on(self) -> Any: ...
    @property
    def appeal_decided_on(self) -> Any: ...


def filing_limit(posted_on: date, profile: Profile) -> Deadline:
    """Village law 2025 art. 17 (E-36): five days from the roll's posting."""
    return profile.after(posted_on, Field.OBJECTION_DAYS)


def appeal_limit(posted_on: date, profile: Profile) -> Deadline:
    """Hainan measures 2025 art. 17 (E-38, analog): three days from the posting of the decision."""
    return profile.after(posted_on, Field.APPEAL_DAYS)


def step_of(one: Filed) -> ObjectionStep | None:
    """The step it waits for; None when it is closed. Time alone never closes it (E-37)."""
    if one.decided_on is None:
        return ObjectionStep.DECIDE
    if one.posted_on is None:
        return ObjectionStep.POST
    if one.appealed_on is not None and one.appeal_decided_on is None:
        return ObjectionStep.DECIDE_APPEAL
    return None


def deadline_of(one: Filed, profile: Profile) -> Deadline:
    """Village law 2025 art. 17 (E-37): decided and posted within three days of receipt; an appeal likewise (E-38)."""
    if one.appealed_on is not None:
        return profile.after(one.appealed_on, Field.APPEAL_DAYS)
    return profile.after(one.filed_on, Field.DECISION_DAYS)


def may_appeal(one: Filed, profile: Profile) -> bool:
    """Hainan measures 2025 art. 17 (E-38, analog): once, after the decision was posted, where the province has it."""
    return profile.second_appeal and one.posted_on is not None and one.appealed_on is None
