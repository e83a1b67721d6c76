"""Entering, revoking and posting proxies."""

from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections import queries
from villagegov.elections.models import Election, Proxy, RollEntry
from villagegov.elections.queries import proxies as known
from villagegov.elections.queries.pickups import drew_with
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.proxies import article_of, latest_posting, proxy_fault
from villagegov.elections.vocabulary import ElectionReason
from villagegov.elections.vocabulary.calendar import CalendarReason
from villagegov.elections.vocabulary.pickups import PickupReason
from villagegov.elections.vocabulary.proxies import ProxyReason, ProxyTag, Relation
from villagegov.extensions import db
from villagegov.refusal import refuse, refuse_if

#: The field of the form at which a refusal stands.
AT = {
    ProxyReason.TWICE: "principal",
    ProxyReason.PRINCIPAL_HOLDS: "principal",
    ProxyReason.ON_MOBILE_LIST: "principal",
    ProxyReason.NOT_KIN: "relation",
}


def enter_proxy(
    *,
    election: Election,
    principal: RollEntry,
    holder: RollEntry,
    relation: Relation,
    reason: str,
    written_on: date,
    actor: Account,
) -> Proxy:
    """A voter names another in writing (E-56). Raises Refusal; two at once break uq_proxies_standing."""
    _refuse_posted(election)
    refuse_if(written_on > min(clock.today(), election.polling_day), ProxyReason.WRITTEN_LATER, "written_on")
    law, asked = law_of(election), known.asked_of(election, principal, holder, relation)
    fault = proxy_fault(asked, law)
    if fault is not None:
        name = principal.name if AT.get(fault) == "principal" else holder.name
        told = {"name": name, "holder": known.holder_of(principal), "count": asked.holder_holds, "cap": law.proxy_cap}
        refuse(fault, AT.get(fault, "holder"), article=article_of(fault, law), profile=law.key, **told)
    made = Proxy(
        election=election,
        number=known.next_proxy_number(election),
        principal=principal,
        holder=holder,
        relation=relation,
        reason=reason,
        written_on=written_on,
        revoked_reason="",
    )
    db.session.add(made)
    db.session.flush()
    after = {"principal": principal.name, "holder": holder.name, "written_on": written_on}
    record(ProxyTag.ENTERED, subject=made, actor=actor, place_id=election.unit_id, after=after)
    return made


def revoke_proxy(*, proxy: Proxy, reason: str, actor: Account) -> None:
    """The voter comes himself after all, or chose another; once the list is posted, with a reason."""
    election = proxy.election
    refuse_if(proxy.revoked_at is not None, ProxyReason.REVOKED_ALREADY)
    refuse_if(election.proxies_posted_on is not None and not reason, ProxyReason.REASON_NEEDED, "reason")
    poll = queries.newest_poll(election)
    refuse_if(poll is not None and poll.closed_at is not None, ElectionReason.POLL_CLOSED)
    refuse_if(drew_with(proxy), PickupReason.PROXY_DRAWN, name=proxy.holder.name)
    end_proxy(proxy=proxy, reason=reason, actor=actor)


def end_proxy(*, proxy: Proxy, reason: str, actor: Account) -> None:
    """It is valid no more; whether it may end now was asked before."""
    proxy.revoked_at, proxy.revoked_reason = clock.now(), reason
    record(
        ProxyTag.REVOKED,
        subject=proxy,
        actor=actor,
        place_id=proxy.election.unit_id,
        before={"principal": proxy.principal.name, "holder": proxy.holder.name},
        after={"reason": reason} if reason else {},
    )


def post_proxies(*, election: Election, posted_on: date, actor: Account) -> None:
    """The list hangs (E-60); what is not on it is not valid. Raises Refusal(LATE, NOW_CANDIDATES, NONE_TO_POST)."""
    _refuse_posted(election)
    law = law_of(election)
    refuse_if(posted_on > clock.today(), ElectionReason.POSTED_IN_FUTURE, "posted_on")
    last = latest_posting(election.polling_day, law)
    told = {"days": law.proxy_post_days, "sum": last.sum, "article": last.article}
    refuse_if(posted_on > last.last, ProxyReason.LATE, "posted_on", **told)
    count = known.standing_proxies(election)
    refuse_if(not count, ProxyReason.NONE_TO_POST)
    now_candidates = [] if law.candidate_may_hold_proxies else known.holders_who_stand(election)
    refuse_if(bool(now_candidates), ProxyReason.NOW_CANDIDATES, names=now_candidates)
    election.proxies_posted_on = posted_on
    after = {"posted_on": posted_on, "count": count}
    record(ProxyTag.POSTED, subject=election, actor=actor, place_id=election.unit_id, after=after)


def _refuse_posted(election: Election) -> None:
    posted = election.proxies_posted_on
    refuse_if(posted is not None, ProxyReason.LIST_POSTED, day=posted)
    refuse_if(queries.voting_begun(election), CalendarReason.POLL_BEGUN)
