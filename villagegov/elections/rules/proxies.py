"""Who may vote for whom (E-56 to E-62). Pure."""

from dataclasses import dataclass
from datetime import date

from villagegov.deadlines import Deadline
from villagegov.elections.vocabulary.proxies import ProxyReason, Relation
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import Field, Method, ProxyHolder


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A proxy as it is asked for, and how both stand in this election."""

    method: Method
    same_person: bool = False
    relation: Relation = Relation.OTHER
    principal_has_proxy: bool = False
    principal_holds: int = 0
    holder_has_proxy: bool = False
    #: How many have named the holder already.
    holder_holds: int = 0
    holder_is_candidate: bool = False
    #: A mobile box comes to the house of the principal.
    principal_votes_at_home: bool = False


def proxy_fault(asked: Asked, profile: Profile) -> ProxyReason | None:
    """The first reason why this proxy cannot be; None when it can (village law 2025 art. 18, residents' art. 19)."""
    found = (
        (not proxies_allowed(asked.method, profile), ProxyReason.NONE_WITH_REPS),
        (asked.same_person, ProxyReason.SAME),
        (asked.principal_has_proxy, ProxyReason.TWICE),
        (asked.principal_votes_at_home, ProxyReason.ON_MOBILE_LIST),
        (asked.principal_holds > 0, ProxyReason.PRINCIPAL_HOLDS),
        (asked.holder_has_proxy, ProxyReason.HOLDER_IS_AWAY),
        (asked.holder_is_candidate and not profile.candidate_may_hold_proxies, ProxyReason.CANDIDATE),
        (not below_cap(asked.holder_holds, profile), ProxyReason.OVER_CAP),
        (only_kin(profile) and not asked.relation.is_kin, ProxyReason.NOT_KIN),
    )
    return next((reason for is_so, reason in found if is_so), None)


def proxies_allowed(method: Method, profile: Profile) -> bool:
    """Residents' law 2025 art. 19 (E-59): representatives vote themselves, no proxies at all."""
    return method is not Method.REPS or profile.proxies_with_reps


def below_cap(held: int, profile: Profile) -> bool:
    """Village law 2025 art. 18 (E-57): at most three principals; a fourth is refused."""
    return held < profile.proxy_cap


def only_kin(profile: Profile) -> bool:
    """Village law 2018 art. 15 (E-56): before 2026 near kin only."""
    return profile.proxy_holder is ProxyHolder.NEAR_KIN


def most_ballots(profile: Profile) -> int:
    """E-62: ballots one person may draw: his own and those of his principals."""
    return 1 + profile.proxy_cap


def is_valid(*, posted: bool, holder_is_candidate: bool, profile: Profile) -> bool:
    """E-58, E-60, E-61: it was posted, and its holder does not stand where that is barred."""
    return posted and (profile.candidate_may_hold_proxies or not holder_is_candidate)


def latest_posting(polling_day: date, profile: Profile) -> Deadline:
    """Hainan measures 2025 art. 27 (E-60, analog): the last day on which the list may be posted."""
    return profile.before(polling_day, Field.PROXY_POST_DAYS)


#: The field whose article stands behind a reason.
GROUNDS = {
    ProxyReason.NONE_WITH_REPS: Field.PROXIES_WITH_REPS,
    ProxyReason.HOLDER_NOT_ON_ROLL: Field.PROXY_HOLDER,
    ProxyReason.ON_MOBILE_LIST: Field.PROXY_HOLDER,
    ProxyReason.CANDIDATE: Field.CANDIDATE_MAY_HOLD,
    ProxyReason.OVER_CAP: Field.PROXY_CAP,
    ProxyReason.NOT_KIN: Field.PROXY_HOLDER,
}


def article_of(reason: ProxyReason, profile: Profile) -> str:
    """The article a refusal quotes, in the reader's language."""
    return profile.cited(GROUNDS[reason]) if reason in GROUNDS else ""
