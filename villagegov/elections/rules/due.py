"""By when each step of an election is due, with the sum and the article. Pure."""

from villagegov.deadlines import Deadline
from villagegov.elections.rules.tasks import Facts
from villagegov.elections.vocabulary import Task
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import Field

#: Steps that are due some days before polling day, and the field that counts them.
BEFORE = {
    Task.COMMITTEE: Field.ROLL_POST_DAYS,
    Task.SEATS: Field.ROLL_POST_DAYS,
    Task.ROLL: Field.ROLL_POST_DAYS,
    Task.ROLL_POST: Field.ROLL_POST_DAYS,
    Task.ROLL_FREEZE: Field.CANDIDATE_POST_DAYS,
    Task.CANDIDATES: Field.CANDIDATE_POST_DAYS,
    Task.CANDIDATES_POST: Field.CANDIDATE_POST_DAYS,
    Task.STATIONS: Field.POLL_POST_DAYS,
    Task.AUDIT: Field.AUDIT_BEFORE_DAYS,
}


def deadline_of(task: Task, facts: Facts, profile: Profile) -> Deadline:
    """E-35, E-52, E-67 to E-69, E-88, E-92: counted from polling day; other steps share the next one's."""
    if task in BEFORE:
        return profile.before(facts.polling_day, BEFORE[task])
    if task is Task.NOTICE:
        return profile.after(facts.polling_day, Field.RESULT_POST_DAYS)
    if task is Task.AGAIN:
        return profile.after(facts.polling_day, Field.RERUN_DAYS)
    standing_on = Field.SECRET_PLACES if task is Task.SECRET_PLACES else Field.TURNOUT
    return Deadline(facts.polling_day, 0, profile.cited(standing_on))
