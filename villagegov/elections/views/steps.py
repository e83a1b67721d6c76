"""The task list of an election as the page shows it."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import LazyString
from flask_babel import gettext as _

from villagegov.accounts.models import Account
from villagegov.accounts.permissions import Permission
from villagegov.accounts.queries import may
from villagegov.deadlines import Deadline
from villagegov.elections.models import Election
from villagegov.elections.rules.due import deadline_of
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.tasks import Facts, done_tasks, next_task
from villagegov.elections.vocabulary import Task
from villagegov.elections.vocabulary.practice import PracticeReason

#: Task → endpoint of its page, and who may open it.
PAGES: dict[Task, tuple[str, Permission]] = {
    Task.COMMITTEE: ("elections.committee", Permission.VIEW_ELECTION),
    Task.SEATS: ("elections.seat_plan", Permission.VIEW_ELECTION),
    Task.ROLL: ("elections.roll", Permission.VIEW_ROLL),
    Task.ROLL_POST: ("elections.post_roll", Permission.KEEP_ROLL),
    Task.ROLL_FREEZE: ("elections.freeze_roll", Permission.KEEP_ROLL),
    Task.CANDIDATES: ("elections.candidates", Permission.VIEW_ELECTION),
    Task.CANDIDATES_POST: ("elections.post_candidates", Permission.PREPARE_ELECTION),
    Task.STATIONS: ("elections.stations", Permission.VIEW_ELECTION),
    Task.AUDIT: ("elections.outgoing_audit", Permission.PREPARE_ELECTION),
    Task.SECRET_PLACES: ("elections.secret_places", Permission.PREPARE_ELECTION),
    Task.POLLING: ("turnout.day", Permission.REPORT_TURNOUT),
    Task.COUNT: ("elections.sheets", Permission.ENTER_COUNT),
    Task.DECIDE: ("elections.verdict", Permission.VIEW_ELECTION),
    Task.NOTICE: ("elections.post_result", Permission.POST_RESULT),
    Task.AGAIN: ("elections.polls", Permission.VIEW_ELECTION),
}
#: Pages worth opening again after their step is done.
STAYS_OPEN = {
    Task.SECRET_PLACES,
    Task.COMMITTEE,
    Task.SEATS,
    Task.ROLL,
    Task.CANDIDATES,
    Task.STATIONS,
    Task.POLLING,
    Task.COUNT,
    Task.DECIDE,
}


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
            url=_url(task, election, facts, account) if task is following or task in done & STAYS_OPEN else "",
            is_next=task is following,
        )
        for task in Task
        if task is not Task.AGAIN or task is following
    ]


def _url(task: Task, election: Election, facts: Facts, account: Account) -> str:
    endpoint, permission = PAGES[task]
    if task is Task.CANDIDATES and facts.initial_list and not facts.candidates_complete:
        endpoint = "elections.final_list"
    elif task is Task.CANDIDATES and facts.nominated and not facts.candidates_complete:
        endpoint = "elections.nominations"
    if task is Task.NOTICE and election.is_practice:
        return ""
    return url_for(endpoint, election_id=election.id) if may(account, permission, election.unit) else ""


def _notes(election: Election, facts: Facts) -> dict[Task, str]:
    """Deadlines with their sums and articles; figures where there are any."""
    profile = law_of(election)
    dated = (Task.ROLL_POST, Task.CANDIDATES_POST, Task.STATIONS, Task.POLLING, Task.NOTICE, Task.AGAIN)
    notes = {task: _told(deadline_of(task, facts, profile)) for task in dated}
    if election.is_practice:
        notes[Task.NOTICE] = str(PracticeReason.NOT_PUBLISHED.label)
    audit = deadline_of(Task.AUDIT, facts, profile)
    notes[Task.AUDIT] = _("最迟 %(day)s（%(article)s）", day=audit.last, article=audit.article)
    if facts.registered:
        notes[Task.ROLL] = _("登记 %(count)s 人", count=f"{facts.registered:,}")
    if facts.open_ballot:
        notes[Task.CANDIDATES] = notes[Task.CANDIDATES_POST] = _("不设候选人，由选民在选票上写名字")
    elif facts.initial_list and not facts.candidates_complete:
        notes[Task.CANDIDATES] = _("初步候选人名单已公布，审查、预选后形成正式名单")
    elif facts.nominated and not facts.candidates_complete:
        notes[Task.CANDIDATES] = _("正在提名，接着公布初步候选人名单")
    if facts.roll_posted_on is not None:
        earliest = Deadline(facts.roll_posted_on, profile.freeze_days)
        notes[Task.ROLL_FREEZE] = _("最早 %(sum)s（异议和处理的天数）", sum=earliest.sum)
    if facts.sheets:
        notes[Task.COUNT] = _("%(done)s / %(all)s 张一致", done=facts.sheets_agreed, all=facts.sheets)
    return notes


def _told(deadline: Deadline) -> str:
    if deadline.days == 0:
        return str(_("当天：%(day)s", day=deadline.last))
    return str(_("最迟 %(sum)s，依据：%(article)s", sum=deadline.sum, article=deadline.article))
