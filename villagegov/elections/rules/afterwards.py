"""What follows a posted result: which steps are done and by when each is due. Computed from facts, never stored."""

from dataclasses import dataclass, replace
from datetime import date

from villagegov.deadlines import Deadline
from villagegov.elections.vocabulary import Stage
from villagegov.elections.vocabulary.filing import After
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import Field, Status

#: Step → the field that counts its days from the day the result was posted.
DAYS = {
    After.FILING: Field.FILING_DAYS,
    After.CERTIFICATES: Field.CERT_DAYS,
    After.HANDOVER: Field.HANDOVER_DAYS,
    After.ARCHIVE: Field.ARCHIVE_DAYS,
}
#: Step → the stage it brings about (rulebook 1.0).
STAGES = {
    After.FILING: Stage.FILED,
    After.CERTIFICATES: Stage.CERTIFIED,
    After.HANDOVER: Stage.HANDED_OVER,
    After.ARCHIVE: Stage.ARCHIVED,
}


@dataclass(frozen=True, kw_only=True)
class AfterFacts:
    """What has happened since the result was posted."""

    sent: bool = False
    accepted_on: date | None = None
    certified_on: date | None = None
    seals_on: date | None = None
    handed_on: date | None = None
    archived_on: date | None = None

    def done(self, step: After) -> bool:
        """Whether this step is over."""
        return {
            After.FILING: self.accepted_on is not None,
            After.CERTIFICATES: self.certified_on is not None,
            After.HANDOVER: self.handed_on is not None,
            After.ARCHIVE: self.archived_on is not None,
        }[step]


def open_steps(facts: AfterFacts) -> list[After]:
    """The steps still to be taken, in their order."""
    return [one for one in After if not facts.done(one)]


def stage_after(facts: AfterFacts) -> Stage | None:
    """The furthest stage that is reached (rulebook 1.0); None while nothing followed the posting."""
    return next((STAGES[one] for one in reversed(After) if facts.done(one)), None)


def deadline_after(step: After, result_on: date, profile: Profile) -> Deadline:
    """E-93, E-95: so many days after the new committee was formed, that is after its result was posted."""
    return ours_if_uncited(profile.after(result_on, DAYS[step]))


def ours_if_uncited(deadline: Deadline) -> Deadline:
    """A limit that no law gives says that it is ours."""
    return replace(deadline, article=deadline.article or Status.DESIGN.label)
