"""By when each step of an election is due, with the sum and the article. Pure."""

from villagegov.deadlines import Deadline
from villagegov.elections.rules.tasks import Facts
from villagegov.elections.vocabulary import Task
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import Field


def deadline_of(task: Task, facts: Facts, profile: Profile) -> Deadline:
    """E-35, E-52, E-68, E-69, E-92: counted from polling day; steps without a day of their own share the next one's."""
    days, field = {
        Task.COMMITTEE: (-profile.roll_post_days, Field.ROLL_POST_DAYS),
        Task.SEATS: (-profile.roll_post_days, Field.ROLL_POST_DAYS),
        Task.ROLL: (-profile.roll_post_days, Field.ROLL_POST_DAYS),
        Task.ROLL_POST: (-profile.roll_post_days, Field.ROLL_POST_DAYS),
        Task.ROLL_FREEZE: (-profile.candidate_post_days, Field.CANDIDATE_POST_DAYS),
        Task.CANDIDATES: (-profile.candidate_post_days, Field.CANDIDATE_POST_DAYS),
        Task.CANDIDATES_POST: (-profile.candidate_post_days, Field.CANDIDATE_POST_DAYS),
        Task.STATIONS: (-profile.poll_post_days, Field.POLL_POST_DAYS),
        Task.AUDIT: (-profile.audit_before_days, Field.AUDIT_BEFORE_DAYS),
        Task.POLLING: (0, Field.TURNOUT),
        Task.COUNT: (0, Field.TURNOUT),
        Task.DECIDE: (0, Field.TURNOUT),
        Task.NOTICE: (profile.result_post_days, Field.RESULT_POST_DAYS),
    }[task]
    article = profile.article(field)
    return Deadline(facts.polling_day, days, article.label if article else "")
