"""Rulebook 9.1: every worked number of one post, as a table."""

import json
from pathlib import Path
from typing import Any

import pytest

from villagegov.elections.rules import Casting, PositionCount, decide_position
from villagegov.elections.vocabulary import PollKind, Post
from villagegov.law.profiles import PROFILES
from villagegov.law.vocabulary import Method

ORACLES = json.loads((Path(__file__).parent / "oracles.json").read_text("utf-8"))
FIELDS = ("elected", "revote", "revote_seats", "short", "women_reserved", "rerun_candidates")


@pytest.mark.parametrize("oracle", ORACLES, ids=[oracle["id"] for oracle in ORACLES])
def test_every_worked_number_of_the_rulebook_comes_out(oracle: dict[str, Any]) -> None:
    position = PositionCount(
        post=Post.MEMBER,
        votes=oracle["votes"],
        female=frozenset(oracle["female"]),
        **{name: oracle[name] for name in ("seats", "invalid", "blank", "margin")},
    )
    casting = Casting(
        profile=PROFILES["V-2026" if oracle["method"] == "voters" else "R-2026"],
        registered=oracle["R"],
        issued=oracle["I"],
        collected=oracle["C"],
        method=next(method for method in Method if method == oracle["method"]),
        kind=next(kind for kind in PollKind if kind == oracle["round"]),
    )

    decision = decide_position(position, casting, woman_already=oracle["woman_already"])

    assert decision.gate == oracle["expect"]["gate"]
    found = {name: getattr(decision, name) for name in FIELDS}
    assert found == {name: tuple(v) if isinstance(v := oracle["expect"][name], list) else v for name in FIELDS}
