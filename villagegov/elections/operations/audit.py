"""The audit of outgoing members, which has to hang on the board before anybody votes (E-11)."""

from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections import queries
from villagegov.elections.models import Election, OutgoingAudit
from villagegov.elections.queries.audit import audit_of
from villagegov.elections.rules.audit import is_posted_in_time, latest_audit_post
from villagegov.elections.rules.law import law_of
from villagegov.elections.vocabulary.audit import OutgoingReason, OutgoingTag
from villagegov.extensions import db
from villagegov.law.vocabulary import Field
from villagegov.refusal import refuse_if


def note_audit(
    *, election: Election, posted_on: date | None, document: str, none_because: str, actor: Account
) -> OutgoingAudit:
    """It was posted on that day under that name; or there is nobody to be audited, and why (E-11)."""
    refuse_if_fixed(election)
    refuse_if(posted_on is not None and bool(none_because), OutgoingReason.BOTH, "none_because")
    refuse_if(posted_on is None and not none_because, OutgoingReason.NEITHER, "posted_on")
    if posted_on is not None:
        _refuse_day(election, posted_on)
        refuse_if(not document, OutgoingReason.NO_DOCUMENT, "document")
    made = audit_of(election) or OutgoingAudit(election_id=election.id)
    made.posted_on, made.document = posted_on, document if posted_on is not None else ""
    made.none_because = none_because
    db.session.add(made)
    after = {"posted_on": posted_on, "audit_document": made.document, "none_because": none_because}
    told = {name: value for name, value in after.items() if value}
    record(OutgoingTag.POSTED, subject=election, actor=actor, place_id=election.unit_id, after=told)
    return made


def _refuse_day(election: Election, posted_on: date) -> None:
    profile, polling_day = law_of(election), election.polling_day
    refuse_if(posted_on > clock.today(), OutgoingReason.FUTURE, "posted_on")
    late = not is_posted_in_time(posted_on=posted_on, polling_day=polling_day, profile=profile)
    last, ground = latest_audit_post(polling_day, profile), profile.cited(Field.AUDIT_BEFORE_DAYS)
    refuse_if(late, OutgoingReason.LATE, "posted_on", last=last, article=ground)


def refuse_if_fixed(election: Election) -> None:
    """Raise Refusal(FIXED) once voting has begun."""
    refuse_if(queries.newest_poll(election) is not None, OutgoingReason.FIXED)
