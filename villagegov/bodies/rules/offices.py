"""On what ground each office may be held, how long, and which roles of an account belong to it. Pure."""

from collections.abc import Iterable
from datetime import date, timedelta

from villagegov.accounts.vocabulary import Role
from villagegov.bodies.vocabulary import Basis, Body, EndReason, MeetingKind, Office
from villagegov.law.vocabulary import CommitteeKind

#: Grounds that may be typed; an election's winners are seated by its posted result and by nothing else (design 3).
_BASES = {
    Body.COMMITTEE: (Basis.TAKEN_OVER,),
    Body.SUPERVISION: (Basis.CHOSEN, Basis.TAKEN_OVER),
    Body.ELECTION: (Basis.CHOSEN, Basis.TAKEN_OVER),
    Body.REPRESENTATIVES: (Basis.CHOSEN, Basis.TAKEN_OVER),
    Body.GROUP: (Basis.CHOSEN, Basis.TAKEN_OVER),
    Body.STAFF: (Basis.HIRED, Basis.TAKEN_OVER),
}
#: What an account may do because its holder has this office; it ends with the office. A committee's common member
#: needs no role of his own, and the clerk at the desk is staff.
_ROLES = {
    Office.CHAIR: frozenset({Role.CHAIR}),
    Office.VICE: frozenset({Role.CHAIR}),
    Office.SUPERVISION_HEAD: frozenset({Role.SUPERVISOR}),
    Office.SUPERVISION_MEMBER: frozenset({Role.SUPERVISOR}),
    Office.ELECTION_HEAD: frozenset({Role.TELLER}),
    Office.ELECTION_VICE: frozenset({Role.TELLER}),
    Office.ELECTION_MEMBER: frozenset({Role.TELLER}),
    Office.VILLAGE_CLERK: frozenset({Role.CLERK}),
    Office.BOOKKEEPER: frozenset({Role.CLERK}),
    Office.CASHIER: frozenset({Role.CLERK}),
}
OF_A_GROUP = frozenset({Office.REPRESENTATIVE, Office.GROUP_LEADER})
#: Whose meeting chooses whom (S-02, E-14, E-109).
_CHOOSERS = {
    Body.SUPERVISION: frozenset({MeetingKind.ASSEMBLY, MeetingKind.REPRESENTATIVES}),
    Body.ELECTION: frozenset({MeetingKind.ASSEMBLY, MeetingKind.REPRESENTATIVES, MeetingKind.GROUP}),
    Body.REPRESENTATIVES: frozenset({MeetingKind.GROUP}),
    Body.GROUP: frozenset({MeetingKind.GROUP}),
}
#: Households choose representatives without a meeting; those who oversee others are chosen by nothing but one.
_ONLY_BY_DECISION = frozenset({Body.SUPERVISION, Body.ELECTION})
#: Who sits in a committee and may stand in for its chair (E-106).
STAND_INS = frozenset({Office.VICE, Office.MEMBER})
_ENDS = frozenset({EndReason.EXPIRED, EndReason.RESIGNED, EndReason.DIED, EndReason.ENTERED_WRONGLY})
_OF_THE_CHOSEN = _ENDS | {EndReason.RECALLED, EndReason.CEASED}
#: Nobody replaces whom residents chose (E-13); who is hired may be moved.
#: Members of a committee resign, cease and are recalled by the acts of the elections room, on their papers and votes.
_OF_A_COMMITTEE = frozenset({EndReason.EXPIRED, EndReason.DIED, EndReason.ENTERED_WRONGLY})
_ENDS_OF = {
    Body.COMMITTEE: _OF_A_COMMITTEE,
    Body.STAFF: _ENDS | {EndReason.REPLACED},
    Body.ELECTION: _OF_THE_CHOSEN | {EndReason.NOMINATED},
}


def bases_of(office: Office) -> tuple[Basis, ...]:
    """Village law 2025 arts. 14, 37 (E-13, E-14, S-02, E-106): the grounds on which this office is entered by hand."""
    grounds = _BASES[office.body]
    return (*grounds, Basis.ACTING) if office is Office.CHAIR else grounds


def may_rest_on(office: Office, basis: Basis) -> bool:
    """Village law 2025 art. 12 (E-01): whether this office may be entered on this ground."""
    return basis in bases_of(office)


def may_choose(office: Office, kind: MeetingKind, committee: CommitteeKind) -> bool:
    """Village law 2025 arts. 15, 29, 32, 37 (E-14, E-109, S-02): whether such a meeting chooses for this office."""
    residents = committee is CommitteeKind.RESIDENTS
    if residents and office.body is Body.ELECTION and kind is MeetingKind.GROUP:
        return False
    return kind in _CHOOSERS.get(office.body, frozenset())


def paper_suffices(office: Office, *, set_up_closed: bool) -> bool:
    """Village law 2025 arts. 15, 37 (E-14, S-02, E-97): once the unit works here, overseers need a meeting's vote."""
    return not (set_up_closed and office.body in _ONLY_BY_DECISION)


def may_act(held: Iterable[Office]) -> bool:
    """Hainan measures art. 45 (E-106, by analogy): who sits in the committee stands in for the chair, nobody else."""
    return not STAND_INS.isdisjoint(held)


def ends_of(office: Office) -> frozenset[EndReason]:
    """Village law 2025 art. 14 (E-13, E-16, S-10): the reasons for which this office ends; only staff are replaced."""
    return _ENDS_OF.get(office.body, _OF_THE_CHOSEN)


def taken_over_is_open(*, elected_here: bool, set_up_closed: bool) -> bool:
    """Design 3, offices: paper counts before the unit's first election here, or while its set-up is open."""
    return not elected_here or not set_up_closed


def goes_on(office: Office, basis: Basis) -> bool:
    """Village law 2025 arts. 14, 24 (E-01, E-95): bodies serve until handover; contracts and stand-ins do not."""
    return office.stays_on and basis is not Basis.ACTING


def roles_ending(office: Office, still_held: Iterable[Office]) -> frozenset[Role]:
    """Design 3, roles (A9): the roles that end with `office`, unless another office of the same person gives them."""
    kept = frozenset(role for one in still_held for role in _ROLES.get(one, ()))
    return _ROLES.get(office, frozenset()) - kept


def ends_from_above(office: Office) -> bool:
    """S-10, A10: those who supervise are not sent away by those whom they supervise."""
    return office.body is Body.SUPERVISION


def last_day_of_term(from_on: date, years: int) -> date:
    """Village law 2025 art. 14 (E-01): the day before the same day so many years later."""
    leap_only = (from_on.month, from_on.day) == (2, 29)
    start = date(from_on.year, 3, 1) if leap_only else from_on
    return start.replace(year=from_on.year + years) - timedelta(days=1)
