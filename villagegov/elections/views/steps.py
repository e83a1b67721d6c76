"""The task list of an election as the page shows it."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import LazyString
from flask_babel import gettext as _

from villagegov.accounts.models import Account
from villagegov.accounts.permissions import Permission
from villagegov.accounts.queries import may
from villagegov.elections.models import Election
from villagegov.elections.rules import calendar
from villagegov.elections.rules.tasks import Facts, done_tasks, next_task
from villagegov.elections.vocabulary import Task
from villagegov.law.profiles import PROFILES

#: Task → endpoint of its page, and who may open it.
PAGES: dict[Task, tuple[str, Permission]] = {
    Task.SEATS: ("elections.seats", Permission.PREPARE_ELECTION),
    Task.ROLL: ("elections.roll", Permission.VIEW_ROLL),
    Task.ROLL_POST: ("elections.post_roll", Permission.KEEP_ROLL),
    Task.ROLL_FREEZE: ("elections.freeze_roll", Permission.KEEP_ROLL),
    Task.CANDIDATES: ("elections.candidates", Permission.VIEW_ELECTION),
    Task.CANDIDATES_POST: ("elections.post_candidates", Permission.PREPARE_ELECTION),
    Task.STATIONS: ("elections.stations", Permission.VIEW_ELECTION),
    Task.POLLING: ("turnout.day", Permission.REPORT_TURNOUT),
    Task.COUNT: ("elections.sheets", Permission.ENTER_COUNT),
    Task.DECIDE: ("elections.verdict", Permission.VIEW_ELECTION),
    Task.NOTICE: ("elections.post_result", Permission.POST_RESULT),
}
#: Pages worth opening again after their step is done.
STAYS_OPEN = {Task.ROLL, Task.CANDIDATES, Task.STATIONS, Task.POLLING, Task.COUNT, Task.DECIDE}


@dataclass(frozen=True)
class TaskStep:
    """One row of the list; at most one has `is_next`."""

    name: LazyString
    state: str
    tone: str
    note: str
    url: str
    is_next: bool
    action: str = ""


def steps_of(election: Election, facts: Facts, account: Account) -> list[TaskStep]:
    """Every step with its state; the link only where the reader may open it."""
    done, following, notes = done_tasks(facts), next_task(facts), _notes(election, facts)
    return [
        TaskStep(
            name=task.label,
            state=_("已完成") if task in done else _("未开始"),
            tone="good" if task in done else "",
            note=notes.get(task, ""),
            url=_url(task, election, account) if task is following or task in done & STAYS_OPEN else "",
            is_next=task is following,
        )
        for task in Task
    ]


def _url(task: Task, election: Election, account: Account) -> str:
    endpoint, permission = PAGES[task]
    return url_for(endpoint, election_id=election.id) if may(account, permission, election.unit) else ""


def _notes(election: Election, facts: Facts) -> dict[Task, str]:
    """Deadlines with their sums and articles; figures where there are any."""
    profile, day = PROFILES[election.profile], election.polling_day
    notes = {
        Task.ROLL_POST: _(
            "选举日的 %(days)s 日前：%(day)s − %(days)s 天 ＝ 最迟 %(last)s（第十七条）",
            day=day,
            days=profile.roll_post_days,
            last=calendar.latest_roll_post(day, profile),
        ),
        Task.CANDIDATES_POST: _(
            "选举日的 %(days)s 日前：%(day)s − %(days)s 天 ＝ 最迟 %(last)s",
            day=day,
            days=profile.candidate_post_days,
            last=calendar.latest_candidate_post(day, profile),
        ),
        Task.POLLING: _("选举日 %(day)s", day=day),
        Task.NOTICE: _(
            "投票后 %(days)s 日内：最迟 %(last)s",
            days=profile.result_post_days,
            last=calendar.last_result_post(day, profile),
        ),
    }
    if facts.registered:
        notes[Task.ROLL] = _("登记 %(count)s 人", count=f"{facts.registered:,}")
    if facts.roll_posted_on is not None:
        notes[Task.ROLL_FREEZE] = _(
            "公布后 %(days)s 天：%(posted)s ＋ %(days)s 天 ＝ 最早 %(first)s",
            days=profile.freeze_days,
            posted=facts.roll_posted_on,
            first=calendar.earliest_freeze(facts.roll_posted_on, profile),
        )
    if facts.sheets:
        notes[Task.COUNT] = _("%(done)s / %(all)s 张一致", done=facts.sheets_agreed, all=facts.sheets)
    return notes
