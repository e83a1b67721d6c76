"""A small tree of invented places."""

from dataclasses import dataclass, fields
from datetime import date

from villagegov.divisions.models import Division
from villagegov.divisions.queries import root
from villagegov.divisions.rules import kind_of, level_of
from villagegov.divisions.vocabulary import Kind, Level
from villagegov.extensions import db


@dataclass(frozen=True)
class Tree:
    """Two counties of one city. `village`, `neighbour` and `community` lie in `township`, `far` in the other county."""

    root: Division
    province: Division
    prefecture: Division
    county: Division
    township: Division
    village: Division
    neighbour: Division
    community: Division
    other_county: Division
    other_township: Division
    far: Division


def division(*, code: str, name: str, parent: Division, kind: Kind | None = None) -> Division:
    """One stored place; level and kind follow from its code."""
    made = _place(code, name, parent, kind)
    _store([made])
    return made


def _place(code: str, name: str, parent: Division, kind: Kind | None = None) -> Division:
    return Division(
        code=code,
        name=name,
        listed_name=name,
        level=level_of(code) or Level.UNIT,
        kind=kind or kind_of(code),
        path="",
        parent=parent,
        listed=True,
        since_on=date(2020, 1, 1),
    )


def _store(places: list[Division]) -> None:
    """Parents first: a place's path begins with its parent's."""
    db.session.add_all(places)
    db.session.flush()
    for one in places:
        assert one.parent is not None
        one.path = f"{one.parent.path}{one.id}/"
    db.session.commit()


def unit(*, parent: Division, code: str = "", name: str = "石桥村民委员会") -> Division:
    """One more village (or, by its code, community) below `parent`."""
    count = db.session.query(Division).filter(Division.parent_id == parent.id).count()
    return division(code=code or f"{parent.code}{210 + count}", name=name, parent=parent)


def division_tree() -> Tree:
    """The tree, stored."""
    top = root()
    province = _place("99", "示例省", top)
    prefecture = _place("9901", "示例市", province)
    county = _place("990101", "甲县", prefecture)
    township = _place("990101001", "东溪镇", county)
    other_county = _place("990102", "乙县", prefecture)
    other_township = _place("990102001", "西坪镇", other_county)
    tree = Tree(
        root=top,
        province=province,
        prefecture=prefecture,
        county=county,
        township=township,
        village=_place("990101001201", "石桥村民委员会", township),
        neighbour=_place("990101001202", "南岗村民委员会", township),
        community=_place("990101001001", "河畔社区居民委员会", township),
        other_county=other_county,
        other_township=other_township,
        far=_place("990102001201", "北岭村民委员会", other_township),
    )
    _store([getattr(tree, one.name) for one in fields(Tree) if one.name != "root"])
    return tree
