"""A clerk leaves: who takes over, and what is open."""

from collections.abc import Mapping, Sequence

import villagegov.clock as clock
from villagegov.accounts import queries
from villagegov.accounts.models import Account, Grant, Handover
from villagegov.accounts.operations.granting import end_grant
from villagegov.accounts.operations.people import disable
from villagegov.accounts.vocabulary import AccountReason, AccountTag
from villagegov.audit.record import record
from villagegov.extensions import db
from villagegov.refusal import refuse, refuse_if


def end_with_handover(*, grant: Grant, receiver_id: int | None, open_things: Sequence[str], actor: Account) -> Handover:
    """End a clerk's role and hand his open things to another clerk of the unit, or to whoever comes next."""
    end_grant(grant=grant, actor=actor)
    return _hand_over(grant, receiver_id, open_things, actor)


def disable_with_handover(
    *, account: Account, receivers: Mapping[int, int | None], open_things: Mapping[int, Sequence[str]], actor: Account
) -> None:
    """Close a clerk's account; what is open in each of his roles, by the grant's key, goes to who takes it over."""
    disable(account=account, actor=actor)
    for grant in queries.clerk_grants(account):
        _hand_over(grant, receivers.get(grant.id), open_things.get(grant.id, ()), actor)


def _hand_over(grant: Grant, receiver_id: int | None, open_things: Sequence[str], actor: Account) -> Handover:
    receiver = _chosen(grant, receiver_id)
    handed = Handover(
        division_id=grant.division_id,
        from_id=grant.account_id,
        to_id=receiver_id,
        open_things=list(open_things),
        made_at=clock.now(),
    )
    db.session.add(handed)
    db.session.flush()
    after: dict[str, object] = {"from": grant.account.name, "to": receiver.name if receiver else ""}
    if open_things:
        after["things"] = list(open_things)
    record(AccountTag.HANDED_OVER, subject=handed, actor=actor, place_id=grant.division_id, after=after)
    return handed


def _chosen(grant: Grant, receiver_id: int | None) -> Account | None:
    if receiver_id is None:
        return None
    clerks = {one.id: one for one in queries.other_clerks(grant.division, grant.account)}
    if receiver_id not in clerks:
        refuse(AccountReason.NOT_CLERK, "receiver")
    return clerks[receiver_id]


def note_seen(*, handover: Handover, actor: Account) -> None:
    """The successor has read it; whoever was named by nobody becomes the successor by this."""
    refuse_if(handover.seen_at is not None, AccountReason.ALREADY_ENDED)
    handover.to_id, handover.seen_at = actor.id, clock.now()
    record(AccountTag.HANDOVER_SEEN, subject=handover, actor=actor, place_id=handover.division_id)
