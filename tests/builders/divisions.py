"""A small tree of invented places."""

from dataclasses import dataclass
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
    made = Division(
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
    db.session.add(made)
    db.session.flush()
    made.path = f"{parent.path}{made.id}/"
    db.session.commit()
    return made


def unit(*, parent: Division, code: str = "", name: str = "石桥村民委员会") -> Division:
    """One more village (or, by its code, community) below `parent`."""
    count = db.session.query(Division).filter(Division.parent_id == parent.id).count()
    return division(code=code or f"{parent.code}{210 + count}", name=name, parent=parent)


def division_tree() -> Tree:
    """The tree, stored."""
    top = root()
    province = division(code="99", name="示例省", parent=top)
    prefecture = division(code="9901", name="示例市", parent=province)
    county = division(code="990101", name="甲县", parent=prefecture)
    township = division(code="990101001", name="东溪镇", parent=county)
    other_county = division(code="990102", name="乙县", parent=prefecture)
    other_township = division(code="990102001", name="西坪镇", parent=other_county)
    return Tree(
        root=top,
        province=province,
        prefecture=prefecture,
        county=county,
        township=township,
        village=division(code="990101001201", name="石桥村民委员会", parent=township),
        neighbour=division(code="990101001202", name="南岗村民委员会", parent=township),
        community=division(code="990101001001", name="河畔社区居民委员会", parent=township),
        other_county=other_county,
        other_township=other_township,
        far=division(code="990102001201", name="北岭村民委员会", parent=other_township),
    )
