"""Offices ended, one or a whole body at once, with the roles of the account that belonged to them."""

from collections.abc import Sequence
from datetime import date, timedelta

import villagegov.clock as clock
from villagegov.accounts import queries as accounts
from villagegov.accounts.models import Account
from villagegov.accounts.operations import end_grants_of_person
from villagegov.accounts.vocabulary import Role
from villagegov.audit.record import Actor, record
from villagegov.bodies.models import Term
from villagegov.bodies.queries import offices as queries
from villagegov.bodies.queries.offices import noted_of
from villagegov.bodies.rules import offices as rules
from villagegov.bodies.vocabulary import BodyReason, BodyTag, EndReason
from villagegov.deadlines import in_words
from villagegov.refusal import refuse_if

A_DAY = timedelta(days=1)


def end_term(*, term: Term, on: date, reason: EndReason, note: str, actor: Account) -> None:
    """`on` is the first day without the office; the roles that belong to it end with it, at once (A9)."""
    queries.lock_offices(term.unit)
    refuse_if(term.ended_on is not None, BodyReason.ENDED_ALREADY)
    refuse_if(term.confirmed_at is None, BodyReason.NOT_CONFIRMED)
    above = any(
        one.role is Role.OFFICIAL and term.unit.lies_in(one.division)
        for one in accounts.grants_on(actor, clock.today())
    )
    refuse_if(rules.ends_from_above(term.office) and not above, BodyReason.FROM_ABOVE)
    fits = reason in rules.ends_of(term.office)
    refuse_if(not fits, BodyReason.END_REASON, "reason", office=term.office.label, why=reason.label)
    refuse_if(on > clock.today(), BodyReason.FUTURE, "on")
    refuse_if(on < term.from_on, BodyReason.BEFORE_FROM, "on", day=in_words(term.from_on))
    refuse_if(not note.strip(), BodyReason.NOTE_NEEDED, "note")
    close_term(term=term, on=on, reason=reason, note=note.strip(), actor=actor)


def end_terms(*, terms: Sequence[Term], on: date, reason: EndReason, note: str, actor: Account) -> int:
    """All of these or none: the representatives of a term that is over, an election committee after its handover."""
    refuse_if(not terms, BodyReason.NOTHING_CHOSEN, "chosen")
    for one in terms:
        end_term(term=one, on=on, reason=reason, note=note, actor=actor)
    return len(terms)


def withdraw_term(*, term: Term, note: str, actor: Account) -> None:
    """Take back what was entered and not confirmed; it never counted. Raises Refusal(CONFIRMED_ALREADY, WHY)."""
    queries.lock_offices(term.unit)
    refuse_if(term.ended_on is not None, BodyReason.ENDED_ALREADY)
    refuse_if(term.confirmed_at is not None, BodyReason.CONFIRMED_ALREADY)
    refuse_if(not note.strip(), BodyReason.WHY, "note")
    close_term(term=term, on=term.from_on, reason=EndReason.ENTERED_WRONGLY, note=note.strip(), actor=actor)


def end_lapsed(*, actor: Actor) -> int:
    """Contracts and stand-ins that ran out: the office is over by itself, and so are the roles it gave (A9)."""
    found = queries.lapsed(clock.today())
    for one in found:
        last = one.until_on or clock.today()
        close_term(term=one, on=last + A_DAY, reason=EndReason.EXPIRED, note=one.document, actor=actor)
    return len(found)


def close_term(*, term: Term, on: date, reason: EndReason, note: str, actor: Actor) -> None:
    """End an office on lawful ground; who asks whether the ground is lawful stands before this."""
    waiting = term.confirmed_at is None
    term.ended_on, term.end_reason, term.end_note = on, reason, note
    after = {**noted_of(term), "ended_on": on, "end_reason": reason.value, "reason": note}
    tag = BodyTag.WITHDRAWN if waiting else BodyTag.ENDED
    record(tag, subject=term, actor=actor, place_id=term.unit_id, after=after)
    held = [one for one in queries.offices_of_person(term.person, clock.today()) if one.unit_id == term.unit_id]
    roles = rules.roles_ending(term.office, [one.office for one in held])
    if roles and not waiting:
        end_grants_of_person(
            person_key=term.person.person_key, unit=term.unit, roles=roles, reason=str(reason.label), actor=actor
        )
