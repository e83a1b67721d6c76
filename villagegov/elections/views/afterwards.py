"""The steps that follow a posted result, as the page of the election shows them."""

from flask import url_for
from flask_babel import gettext as _

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.accounts.permissions import Permission
from villagegov.accounts.queries import may
from villagegov.elections.models import Election
from villagegov.elections.queries.afterwards import after_of
from villagegov.elections.queries.due_after import PAGES
from villagegov.elections.queries.filing import result_days
from villagegov.elections.rules.afterwards import AfterFacts, deadline_after, open_steps
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.tasks import Facts
from villagegov.elections.views.steps import TaskStep
from villagegov.elections.vocabulary import Stage
from villagegov.elections.vocabulary.filing import After


def afterwards_of(election: Election, facts: Facts, account: Account) -> list[TaskStep]:
    """Every step with its deadline; raised is the first that this reader can take. Empty before the posting."""
    posted = result_days([election]).get(election.id)
    if posted is None or facts.status is not Stage.DECIDED or election.is_practice:
        return []
    known, law, today = after_of(election), law_of(election), clock.today()
    mine = next((one for one in open_steps(known) if _is_on(one, known, election, account)), None)
    found = []
    for step in After:
        done, by = known.done(step), deadline_after(step, posted, law)
        standing = "" if done else f"{by.standing(today)}。"
        note = _("%(standing)s最迟 %(sum)s，依据：%(article)s", standing=standing, sum=by.sum, article=by.article)
        late = not done and by.days_left(today) < 0
        state, tone = (_("已完成"), "good") if done else (_waiting(step, known), "bad" if late else "")
        url = url_for(PAGES[step], election_id=election.id)
        found.append(TaskStep(step.label, state, tone, "" if done else str(note), url, step is mine))
    return found


def _is_on(step: After, known: AfterFacts, election: Election, account: Account) -> bool:
    """Whether it is this reader's turn."""
    clerk = may(account, Permission.PREPARE_ELECTION, election.unit)
    above = may(account, Permission.OVERSEE_ELECTION, election.unit)
    if step is After.FILING:
        return above if known.sent else clerk
    if step is After.CERTIFICATES:
        return above and known.accepted_on is not None
    return clerk and (step is After.HANDOVER or (known.accepted_on is not None and known.handed_on is not None))


def _waiting(step: After, known: AfterFacts) -> str:
    if step is After.FILING and known.sent:
        return str(_("等乡镇（街道）受理"))
    return str(_("未开始"))
