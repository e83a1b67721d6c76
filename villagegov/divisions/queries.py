"""Places: found, listed, and their path in words."""

from collections.abc import Iterable

from sqlalchemy import Select, and_, case, func, or_, select
from sqlalchemy.orm import aliased

from villagegov.divisions.models import Division, DivisionPast
from villagegov.divisions.rules import shown_path
from villagegov.divisions.vocabulary import Kind
from villagegov.extensions import db

ROOT_ID = 1
COMMITTEES = (Kind.VILLAGE, Kind.RESIDENTS)
LONGEST_CODE = 12


def root() -> Division:
    """The root of the tree, above all provinces."""
    return db.session.get_one(Division, ROOT_ID)


def division(division_id: int) -> Division | None:
    """One division by its id."""
    return db.session.get(Division, division_id)


def division_coded(code: str) -> Division | None:
    """The division that carries this code now."""
    if not _is_code(code):
        return None
    return db.session.scalars(select(Division).where(Division.code == code)).one_or_none()


def unit_coded(code: str) -> Division | None:
    """The village or residents' committee with this code."""
    found = division_coded(code)
    return found if found is not None and found.kind in COMMITTEES else None


def unit_with_names(code: str) -> tuple[Division, list[DivisionPast]] | None:
    """A unit and how it was called before, in one query; None when there is no such unit."""
    if not _is_code(code):
        return None
    query = select(Division, DivisionPast).outerjoin(DivisionPast, DivisionPast.division_id == Division.id)
    query = query.where(Division.code == code, Division.kind.in_(COMMITTEES))
    rows = db.session.execute(query.order_by(DivisionPast.until_on.desc(), DivisionPast.id.desc())).all()
    return (rows[0][0], [past for _unit, past in rows if past is not None]) if rows else None


def _is_code(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_CODE


def children(parent: Division) -> Select[Division]:
    """What lies directly below, by code; to be paged."""
    return select(Division).where(Division.parent_id == parent.id).order_by(Division.code)


def named(words: str) -> Select[Division]:
    """Divisions of any level whose name holds `words`, or whose code begins with them; to be paged."""
    query = select(Division).where(Division.id != ROOT_ID)
    if _is_code(words):
        query = query.where(Division.code >= words, Division.code < words + ":")
    else:
        query = query.where(Division.name.contains(words, autoescape=True))
    return query.order_by(Division.code)


def committees_named(words: str) -> Select[Division]:
    """Villages and communities for which each of `words` is in their own name or in that of a place above them.

    Those whose own name holds the last word come first. To be paged.
    """
    town, county, city = aliased(Division), aliased(Division), aliased(Division)
    query = select(Division).join(town, Division.parent_id == town.id)
    query = query.outerjoin(county, town.parent_id == county.id).outerjoin(city, county.parent_id == city.id)
    query = query.where(Division.kind.in_(COMMITTEES))
    if _is_code(words):
        return query.where(Division.code >= words, Division.code < words + ":").order_by(Division.code)
    parts = words.split()
    for part in parts:
        query = query.where(or_(*(one.name.contains(part, autoescape=True) for one in (Division, town, county, city))))
    own = Division.name.contains(parts[-1] if parts else "", autoescape=True)
    return query.order_by(case((own, 0), else_=1), Division.code)


def odd() -> Select[Division]:
    """Units whose entry looks like a slip, as `rules.oddities` tells; to be paged."""
    ends_in = Division.name.endswith
    no_committee = and_(Division.kind == Kind.OTHER, or_(ends_in("委会"), ends_in("委员会")))
    numbered = and_(Division.kind == Kind.VILLAGE, or_(ends_in("居民委员会"), ends_in("社区居委会")))
    village = and_(numbered, func.substr(Division.code, 10, 1).in_(("2", "3")))
    return select(Division).where(or_(no_committee, village, ends_in("委会会"))).order_by(Division.code)


def above(place: Division) -> list[Division]:
    """The divisions from the province down to `place`, itself included, in one query."""
    return paths([place])[place.id]


def paths(places: Iterable[Division]) -> dict[int, list[Division]]:
    """For each place its divisions from the province down, itself included, all in one query."""
    ids = {place.id: [int(part) for part in place.path.split("/") if part] for place in places}
    wanted = {one for chain in ids.values() for one in chain} - {ROOT_ID}
    found = {one.id: one for one in db.session.scalars(select(Division).where(Division.id.in_(wanted)))}
    return {place_id: [found[one] for one in chain if one in found] for place_id, chain in ids.items()}


def words_above(places: Iterable[Division]) -> dict[int, str]:
    """For each place the path of what it lies in, in words: 广东省广州市荔湾区沙面街道."""
    ids = {place.id: [int(part) for part in place.path.split("/") if part][1:-1] for place in places}
    wanted = {one for chain in ids.values() for one in chain}
    query = select(Division.id, Division.name).where(Division.id.in_(wanted))
    names = {key: name for key, name in db.session.execute(query)} if wanted else {}  # noqa: C416 # rows are no pairs to mypy
    return {place_id: shown_path(names[one] for one in chain if one in names) for place_id, chain in ids.items()}


def path_words(place: Division) -> str:
    """The path of a place in words, its own name included."""
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


def words_of(place_ids: Iterable[int]) -> dict[int, str]:
    """The path of each of these places in words, in two queries; that of the root is its own name."""
    places = list(db.session.scalars(select(Division).where(Division.id.in_(set(place_ids)))))
    chains = paths(places)
    return {place.id: shown_path(one.name for one in chains[place.id] or [place]) for place in places}
