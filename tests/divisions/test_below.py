"""A5: whether a place lies in another, asked of the code in two ways and of an independent reference."""

import random

from flask import Flask
from sqlalchemy import select

from tests.builders.divisions import division
from villagegov.accounts.queries import within
from villagegov.audit.record import CommandLine
from villagegov.divisions import operations
from villagegov.divisions.models import Division
from villagegov.divisions.queries import root
from villagegov.extensions import db
from villagegov.transaction import transaction

PAIRS = 2000


def grown(dice: random.Random) -> list[Division]:
    """A random tree of five levels, the codes of neighbours beginning alike."""
    levels, places = [[root()]], []
    for digits in (2, 2, 2, 3, 3):
        level = []
        for parent in levels[-1]:
            stem = "" if parent.code == "0" else parent.code
            for number in dice.sample(range(1, 25), dice.randint(1, 3)):
                level.append(division(code=f"{stem}{number:0{digits}}", name=f"地{number}", parent=parent))
        levels.append(level)
        places += level
    return places


def parents() -> dict[int, int | None]:
    """Id → id of the parent, as the rows say."""
    return {place.id: place.parent_id for place in db.session.scalars(select(Division))}


def is_below(one: int, other: int, above: dict[int, int | None]) -> bool:
    """The reference: climb from `one` and see whether `other` is met."""
    place: int | None = one
    while place is not None:
        if place == other:
            return True
        place = above[place]
    return False


def moved(places: list[Division], dice: random.Random) -> int:
    """Move random places below random others of their parents' level; how many went."""
    count = 0
    for _try in range(12):
        one = dice.choice([place for place in places if place.level != "province"])
        fitting = [other for other in places if other.level == one.parent.level]  # type: ignore[union-attr] # no root
        with transaction():
            operations.move(division=one, parent=dice.choice(fitting), reason="撤并", actor=CommandLine())
        count += 1
    return count


def test_who_lies_below_whom_is_answered_as_by_climbing_the_tree(app: Flask) -> None:
    dice = random.Random(20261122)
    places = grown(dice)

    assert moved(places, dice) == 12
    db.session.expire_all()

    above = parents()
    areas = [place for place in places if place.level != "unit"]
    differing = []
    for _pair in range(PAIRS):
        one, other = dice.choice(places), dice.choice(areas)
        if one.lies_in(other) != is_below(one.id, other.id, above):
            differing.append((one.path, other.path))
    assert not differing


def test_the_database_finds_exactly_the_places_below(app: Flask) -> None:
    dice = random.Random(20261123)
    places = grown(dice)
    moved(places, dice)

    above = parents()
    for area in [root(), *dice.sample(places, 40)]:
        found = set(db.session.scalars(select(Division.id).where(within(Division.path, [area]))))
        assert found == {key for key in above if is_below(key, area.id, above)}


def test_an_official_loses_a_moved_place_and_another_gains_it(app: Flask) -> None:
    stem = division(code="99", name="示例省", parent=root())
    old, new = (division(code=code, name=code, parent=stem) for code in ("9901", "9902"))
    county = division(code="990101", name="甲县", parent=old)
    village = division(code="990101001", name="东溪镇", parent=county)

    with transaction():
        operations.move(division=county, parent=new, reason="划归9902", actor=CommandLine())

    assert village.lies_in(new)
    assert not village.lies_in(old)
