"""Places: found, listed, and their path in words."""

from collections.abc import Iterable

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from villagegov.divisions.models import Division, DivisionPast
from villagegov.divisions.rules import shown_path
from villagegov.divisions.vocabulary import Kind, Level
from villagegov.extensions import db

ROOT_ID = 1
COMMITTEES = (Kind.VILLAGE, Kind.RESIDENTS)


def root() -> Division:
    """The root of the tree, above all provinces."""
    return db.session.get_one(Division, ROOT_ID)


def division(division_id: int) -> Division | None:
    """One division by its id."""
    return db.session.get(Division, division_id)


def division_coded(code: str) -> Division | None:
    """The division that carries this code now."""
    return db.session.scalars(select(Division).where(Division.code == code)).one_or_none()


def unit_coded(code: str) -> Division | None:
    """The village or residents' committee with this code."""
    found = division_coded(code)
    return found if found is not None and found.kind in COMMITTEES else None


def children(parent: Division) -> Select[Division]:
    """What lies directly below, by code; to be paged."""
    return select(Division).where(Division.parent_id == parent.id).order_by(Division.code)


def named(words: str, *, units_only: bool = False) -> Select[Division]:
    """Divisions whose name holds `words`, or whose code begins with them; to be paged."""
    query = select(Division).where(Division.id != ROOT_ID, Division.listed)
    if words.isascii() and words.isdigit():
        query = query.where(Division.code >= words, Division.code < words + ":")
    else:
        query = query.where(Division.name.contains(words, autoescape=True))
    if units_only:
        query = query.where(Division.level == Level.UNIT)
    return query.order_by(Division.code)


def above(place: Division) -> list[Division]:
    """The divisions from the province down to `place`, itself included, in one query."""
    return paths([place])[place.id]


def paths(places: Iterable[Division]) -> dict[int, list[Division]]:
    """For each place its divisions from the province down, all in one query."""
    ids = {place.id: [int(part) for part in place.path.split("/") if part] for place in places}
    wanted = {one for chain in ids.values() for one in chain} - {ROOT_ID}
    found = {one.id: one for one in db.session.scalars(select(Division).where(Division.id.in_(wanted)))}
    return {place_id: [found[one] for one in chain if one in found] for place_id, chain in ids.items()}


def path_words(place: Division) -> str:
    """The path of a place in words: 广东省广州市荔湾区沙面街道."""
    return shown_path(one.name for one in above(place))


def pasts(place: Division) -> list[DivisionPast]:
    """How a division was called and placed before, newest first."""
    query = select(DivisionPast).where(DivisionPast.division_id == place.id)
    return list(db.session.scalars(query.order_by(DivisionPast.until_on.desc(), DivisionPast.id.desc())))


def listed_names() -> dict[str, tuple[str, bool]]:
    """Code → (name in the list, still listed) of every division but the root."""
    rows = db.session.execute(
        select(Division.code, Division.listed_name, Division.listed).where(Division.id != ROOT_ID)
    )
    return {code: (name, listed) for code, name, listed in rows}


def with_parent() -> Select[Division]:
    """Divisions together with the one above."""
    return select(Division).options(joinedload(Division.parent))
