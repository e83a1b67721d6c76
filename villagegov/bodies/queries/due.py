"""What is due about the bodies of units; the nearest first."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import aliased

import villagegov.clock as clock
from villagegov.accounts.queries import within
from villagegov.bodies.models import Group, Meeting, Standing, Term
from villagegov.bodies.queries.avoidance import units_with_clashes
from villagegov.bodies.rules.meetings import meeting_period, sense_of
from villagegov.bodies.vocabulary import Basis, Body, MeetingKind, Office
from villagegov.deadlines import A_DAY, Deadline
from villagegov.divisions.models import Division
from villagegov.divisions.queries import COMMITTEES
from villagegov.divisions.vocabulary import Level
from villagegov.due import Due
from villagegov.extensions import db
from villagegov.law.vocabulary import CommitteeKind, Status
from villagegov.vocabulary import LazyString, _l

#: A start page shows the nearest.
MOST = 100
#: S-06, E-96 (prov): supervisors and group leaders are chosen so many days after the committee.
CHOOSE_DAYS = 30
#: Ours: a second person looks within so many days.
CONFIRM_DAYS = 7
#: A meeting of the quarter is asked for when so many days are left.
SOON = 30

_SUPERVISION = [office for office in Office if office.body is Body.SUPERVISION]


def due_items(scope: list[Division], today: date) -> list[Due]:
    """Offices that wait, posts to be filled, kin to be parted, meetings to be held, units not taken over."""
    found = [*_to_confirm(scope), *_to_choose(scope, today), *_to_part(scope, today), *_to_meet(scope, today)]
    return sorted([*found, *_to_take_over(scope, today)], key=lambda due: due.by)


def _to_confirm(scope: list[Division]) -> list[Due]:
    query = select(Division, func.min(Term.entered_at)).join(Term, Term.unit_id == Division.id)
    query = query.where(within(Division.path, scope), Term.confirmed_at.is_(None), Term.ended_on.is_(None))
    rows = db.session.execute(query.group_by(Division.id).limit(MOST)).all()
    return [
        Due(
            unit.name,
            _l("第二人确认任职"),
            Deadline(clock.day_of(entered_at), CONFIRM_DAYS, Status.DESIGN.label),
            _l("没有确认的任职不算数，本人不能履职。"),
            "bodies.confirm",
            {"unit_id": unit.id},
        )
        for unit, entered_at in rows
    ]


def _to_choose(scope: list[Division], today: date) -> list[Due]:
    """S-06, E-96: a new committee sits, and nobody was chosen to supervise, or to lead the groups, since."""
    grouped = select(Group.id).where(Group.unit_id == Division.id, Group.closed_on.is_(None)).exists()
    supervisors = (_l("推选监督委员会"), _l("没有监督委员会，财务公开就没有人审核。"))
    leaders = (_l("推选村（居）民小组组长"), _l("小组没有组长，会议没有人召集。"))
    return [
        *_chosen_since(scope, today, _SUPERVISION, supervisors),
        *_chosen_since(scope, today, [Office.GROUP_LEADER], leaders, grouped),
    ]


def _chosen_since(
    scope: list[Division],
    today: date,
    offices: list[Office],
    words: tuple[LazyString, LazyString],
    *more: ColumnElement[bool],
) -> list[Due]:
    (what, otherwise), chosen = words, aliased(Term)
    since = select(chosen.id).where(
        chosen.unit_id == Term.unit_id,
        chosen.office.in_(offices),
        chosen.from_on >= Term.from_on,
        or_(chosen.ended_on.is_(None), chosen.ended_on > today),
    )
    query = select(Division, Term.from_on).join(Term, Term.unit_id == Division.id)
    query = query.where(within(Division.path, scope), Term.basis == Basis.ELECTION, Term.office == Office.CHAIR)
    query = query.where(Term.ended_on.is_(None), ~since.exists(), *more).order_by(Term.from_on).limit(MOST)
    return [
        Due(
            unit.name,
            what,
            Deadline(from_on, CHOOSE_DAYS, Status.ANALOG.label),
            otherwise,
            "bodies.unit",
            {"unit_id": unit.id},
        )
        for unit, from_on in db.session.execute(query)
    ]


def _to_part(scope: list[Division], today: date) -> list[Due]:
    """S-05, E-09: kin, or one person, sit where the law keeps them apart; an election or a new tie brought it about."""
    return [
        Due(
            unit.name,
            _l("处理任职回避"),
            Deadline(today, 0, Status.DESIGN.label),
            _l("不合法的任职，审核和决定都可能不算数。"),
            "bodies.unit",
            {"unit_id": unit.id},
        )
        for unit in units_with_clashes(scope, today)
    ]


def _to_meet(scope: list[Division], today: date) -> list[Due]:
    """Village law 2025 art. 30, residents' law 2025 art. 29 (E-97): each quarter, or half-year, near its end."""
    found = []
    for kind in CommitteeKind:
        first, last = meeting_period(kind, today)
        if (last - today).days > SOON:
            continue
        ground = sense_of(kind=MeetingKind.REPRESENTATIVES, committee=kind, held_on=today).article
        deadline = Deadline(first - A_DAY, (last - first).days + 1, ground.label if ground else "")
        found += [
            Due(
                unit.name,
                _l("召开村（居）民代表会议"),
                deadline,
                _l("村每季度、社区每半年至少开一次；没有开的，重要事项没有人决定。"),
                "bodies.unit_meetings",
                {"unit_id": unit.id},
            )
            for unit in _not_met(scope, kind, first)
        ]
    return found


def _not_met(scope: list[Division], kind: CommitteeKind, first: date) -> Iterable[Division]:
    """Units taken over and with representatives, whose meeting has not come together since that day."""
    met = select(Meeting.id).where(
        Meeting.unit_id == Division.id,
        Meeting.kind == MeetingKind.REPRESENTATIVES,
        Meeting.held_on >= first,
        Meeting.voided_at.is_(None),
        3 * Meeting.present >= 2 * Meeting.entitled,
        Meeting.present > 0,
    )
    sits = select(Term.id).where(
        Term.unit_id == Division.id,
        Term.office == Office.REPRESENTATIVE,
        Term.confirmed_at.is_not(None),
        Term.ended_on.is_(None),
    )
    query = select(Division).join(Standing, Standing.unit_id == Division.id)
    query = query.where(within(Division.path, scope), Division.kind == kind.value, Standing.taken_over_at.is_not(None))
    return db.session.scalars(query.where(sits.exists(), ~met.exists()).order_by(Division.code).limit(MOST))


def _to_take_over(scope: list[Division], today: date) -> list[Due]:
    """Units of the caller's own that were never taken over; of an area only those where it has begun."""
    own = [place.id for place in scope if place.level is Level.UNIT]
    query = select(Division).outerjoin(Standing, Standing.unit_id == Division.id)
    begun = and_(Standing.id.is_not(None), Standing.taken_over_at.is_(None))
    untouched = and_(Standing.id.is_(None), Division.id.in_(own))
    query = query.where(within(Division.path, scope), Division.kind.in_(COMMITTEES), or_(begun, untouched))
    return [
        Due(
            unit.name,
            _l("把机构、成员和账目接手到系统里"),
            Deadline(today, 0, Status.DESIGN.label),
            _l("没有接手，就不能公布财务，也不知道谁负责审核。"),
            "bodies.set_up",
            {"unit_id": unit.id},
        )
        for unit in db.session.scalars(query.order_by(Division.code).limit(MOST))
    ]
