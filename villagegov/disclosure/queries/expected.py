"""What units should have posted and have not: asked for many at once, a fixed number of questions (D-02 to D-04)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import Select, and_, func, select

from villagegov.accounts.queries import within
from villagegov.clock import day_of
from villagegov.consultation.queries.unposted import unposted_topics
from villagegov.disclosure.models import OpeningBalance, Posting
from villagegov.disclosure.queries.catalogue import kind_of, versions_above
from villagegov.disclosure.queries.occasions import open_occasions
from villagegov.disclosure.rules.expected import Board, Event, Expected, expected_of
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.divisions.models import Division
from villagegov.divisions.queries import COMMITTEES
from villagegov.due import Due
from villagegov.elections.queries.unposted import unposted_results
from villagegov.extensions import db
from villagegov.vocabulary import _l

OTHERWISE = _l("超过期限，村（居）民会看到这一项没有公布，可以向乡镇（街道）反映。")

#: So many of a unit are named on a start page; the rest stands on the page of what it owes.
NAMED = 3
#: Pages whose rooms say themselves what is due next.
OWN_STEPS = frozenset({"elections.show", "consultation.show", "disclosure.next_month"})


def boards_of(units: Iterable[Division]) -> dict[int, Board]:
    """What the clock needs to know of each of these units."""
    found = {one.id: one for one in units}
    begun, posted = _postings(found)
    versions, events = versions_above(found.values()), _events(found)
    return {
        key: Board(
            kind=kind_of(unit),
            begun_on=begun.get(key),
            versions=versions[key][kind_of(unit)],
            posted=frozenset(posted[key]),
            events=events[key],
        )
        for key, unit in found.items()
    }


def expected_of_many(units: Iterable[Division], today: date) -> dict[int, list[Expected]]:
    """Unit → what is over and not posted, the longest due first."""
    return {key: expected_of(board, today) for key, board in boards_of(units).items()}


def _postings(ids: Iterable[int]) -> tuple[dict[int, date], dict[int, set[tuple[Item, date]]]]:
    """When each unit began here, and what it has posted since."""
    query = select(OpeningBalance.unit_id, OpeningBalance.from_month, Posting.item, Posting.period_from)
    on_board = and_(Posting.unit_id == OpeningBalance.unit_id, Posting.posted_at.is_not(None))
    query = query.outerjoin(Posting, on_board)
    query = query.where(OpeningBalance.unit_id.in_(list(ids)), OpeningBalance.confirmed_at.is_not(None))
    begun: dict[int, date] = {}
    posted: dict[int, set[tuple[Item, date]]] = defaultdict(set)
    for unit_id, month, item, first in db.session.execute(query):
        begun[unit_id] = month
        if item is not None:
            posted[unit_id].add((item, first))
    return begun, posted


def _events(ids: Iterable[int]) -> dict[int, list[Event]]:
    """What happened and was not posted: entered by hand, or known from elections (CW-06) and consultation (CW-03)."""
    found: dict[int, list[Event]] = defaultdict(list)
    for one in open_occasions(ids):
        event = Event(one.item, one.title, one.happened_on, day_of(one.recorded_at), occasion_id=one.id)
        found[one.unit_id].append(event)
    for result in unposted_results(ids):
        day = day_of(result.decided_at)
        event = Event(Item.ELECTED, result.round_name, day, day, election_id=result.election_id)
        found[result.unit_id].append(event)
    for topic in unposted_topics(ids):
        day = topic.happened_on
        found[topic.unit_id].append(Event(Item.CONSULTATION, topic.title, day, day, topic_id=topic.topic_id))
    return found


def page_of(one: Expected, unit_id: int) -> tuple[str, dict[str, int | str]] | None:
    """Name and values of the page where it is drafted; None while there is none."""
    if one.event is not None and one.event.election_id is not None:
        return "elections.show", {"election_id": one.event.election_id}
    if one.event is not None and one.event.topic_id is not None:
        return "consultation.show", {"topic_id": one.event.topic_id}
    if one.entry.item is Item.MONTHLY_ACCOUNTS:
        return "disclosure.next_month", {"unit_id": unit_id}
    here: dict[str, int | str] = {"unit_id": unit_id, "item": one.entry.item.value}
    if one.event is not None and one.event.occasion_id is not None:
        return "disclosure.draft_event", {**here, "occasion": one.event.occasion_id}
    if one.period is not None:
        return "disclosure.draft_period", {**here, "period": one.period.first.isoformat()}
    return None


def due_items(scope: list[Division], today: date) -> list[Due]:
    """What the units in `scope` have to post next beside what names its own steps: accounts, elections, talks."""
    units = {one.id: one for one in scope if one.kind in COMMITTEES}
    found: list[Due] = []
    begun = _begun(units)
    for key, missing in expected_of_many(units.values(), today).items() if units else ():
        pages = [(one, page_of(one, key)) for one in missing if (key, one.about) not in begun]
        open_ = [(one, page) for one, page in pages if page is not None and page[0] not in OWN_STEPS]
        for one, page in open_[:NAMED]:
            what = _l("公布%(what)s", what=one.words)
            found.append(Due(units[key].name, what, one.deadline, OTHERWISE, *page))
        for one, _page in open_[NAMED : NAMED + 1]:
            what, here = _l("还有 %(count)s 项要公布", count=len(open_) - NAMED), {"code": units[key].code}
            found.append(Due(units[key].name, what, one.deadline, OTHERWISE, "disclosure.public_due", here))
    return found


def _begun(ids: Iterable[int]) -> set[tuple[int, tuple[Item, date | int]]]:
    """Unit and what a draft that was begun is about; its own steps are due (`queries.due`)."""
    query = select(Posting.unit_id, Posting.item, Posting.period_from, Posting.occasion_id)
    query = query.where(Posting.unit_id.in_(list(ids)), Posting.posted_at.is_(None))
    return {(unit, (item, occasion or first)) for unit, item, first, occasion in db.session.execute(query)}


def units_begun(scope: Iterable[Division]) -> Select[Division]:
    """Units in `scope` whose accounts have begun here, the one that is furthest behind first; to be paged."""
    newest = select(func.max(Posting.period_from)).where(
        Posting.unit_id == Division.id, Posting.item == Item.MONTHLY_ACCOUNTS, Posting.posted_at.is_not(None)
    )
    behind = func.coalesce(newest.scalar_subquery(), OpeningBalance.from_month)
    query = select(Division).join(OpeningBalance, OpeningBalance.unit_id == Division.id)
    query = query.where(within(Division.path, scope), OpeningBalance.confirmed_at.is_not(None))
    return query.order_by(behind, Division.id)
