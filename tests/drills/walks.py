"""Whole elections by the operations, from the roll to the archive and a by-election, on every lawful way and off it."""

from collections import Counter

from flask import Flask

from tests.builders.database import emptied
from tests.drills.drill import Found
from tests.drills.walk import Broken, Walk
from tests.drills.walk_aside import aside
from tests.drills.walk_checks import check, check_end
from tests.drills.walk_later import by_election
from tests.drills.walk_steps import next_step
from tests.drills.walk_wrongs import wrong_act
from villagegov import clock
from villagegov.bodies.queries.offices import terms_of
from villagegov.bodies.vocabulary import Body
from villagegov.elections.queries import chain

#: So many acts at most: a way that goes round in circles ends unfinished.
LONGEST = 90


def walked(app: Flask, number: int) -> Found:
    """So many elections, each with its own seed."""
    found, ends, acts, refused = Found(0), Counter[str](), 0, 0
    for seed in range(number):
        emptied()
        walk = Walk(seed)
        ends[_walk(walk, app)] += 1
        found.tried += 1
        found.faults += walk.faults[:3]
        acts, refused = acts + len(walk.done), refused + walk.refused
    found.note = f"{acts:,} acts done, {refused:,} refused; ends: " + ", ".join(f"{ends[one]} {one}" for one in ends)
    return found


def _walk(walk: Walk, app: Flask) -> str:
    """How it ended."""
    try:
        if not _to_the_archive(walk, app):
            return f"unfinished after {len(chain.polls_of(walk.election))} castings"
        if not terms_of(walk.election.unit, clock.today(), body=Body.COMMITTEE):
            return "archived with nobody left"
        by_election(walk)
        return "with a by-election" if _to_the_archive(walk, app) else "in a by-election"
    except Broken:
        return "broken"


def _to_the_archive(walk: Walk, app: Flask) -> bool:
    """Whether the election came to its end."""
    over = any(_turn(walk) for _turn_number in range(LONGEST))
    check_end(walk, app)
    return over


def _turn(walk: Walk) -> bool:
    """The next step, or something besides, or something wrong; True when nothing is left to do."""
    chance = walk.pick.random()
    over = False
    if chance < 0.55:
        over = not next_step(walk)
    elif chance < 0.7:
        aside(walk)
    else:
        wrong_act(walk)
    check(walk)
    return over
