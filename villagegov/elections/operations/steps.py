"""Steps in their order, and persons kept from their own election."""

from villagegov.accounts.models import Account
from villagegov.elections import queries
from villagegov.elections.models import Election
from villagegov.elections.queries.polling import stands_in
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.tasks import missing_before
from villagegov.elections.vocabulary import ElectionReason, Task
from villagegov.elections.vocabulary.audit import OutgoingReason
from villagegov.law.vocabulary import Field
from villagegov.refusal import refuse, refuse_if


def refuse_unless_ready(election: Election, task: Task) -> None:
    """Raise Refusal(STEP_MISSING) naming the first step that `task` waits for (C10)."""
    missing = missing_before(task, queries.facts_of(election))
    if missing is Task.AUDIT:
        article = law_of(election).cited(Field.AUDIT_BEFORE_DAYS)
        refuse(OutgoingReason.MISSING, article=article, step=missing.label)
    refuse_if(missing is not None, ElectionReason.STEP_MISSING, step=missing.label if missing else "")


def refuse_candidate(election: Election, actor: Account) -> None:
    """Raise Refusal(OWN_ELECTION) when the actor stands in this election (design 3, roles)."""
    refuse_if(stands_in(election, actor), ElectionReason.OWN_ELECTION)
