"""Worked numbers of the rulebook, part 9: to try the page with, and to show in the service's description."""

import json
from typing import Any

from flask_babel import gettext as _

from villagegov.law.views.asked import question_in
from villagegov.law.views.question import Question

_USUAL = {
    "kind": "position",
    "method": "voters",
    "round": "first",
    "R": 1500,
    "I": 1000,
    "C": 1000,
    "invalid": 0,
    "blank": 0,
    "seats": 3,
    "margin": 1,
    "female": [],
    "woman_already": True,
}

ASKED: dict[str, dict[str, Any]] = {
    "X-04": {**_USUAL, "R": 1600, "I": 905, "C": 900, "seats": 1, "votes": {"A": 450, "B": 430}},
    "X-10": {**_USUAL, "votes": {"A": 800, "B": 700, "C": 600, "D": 600}},
    "X-19": {
        **_USUAL,
        "votes": {"M1": 800, "M2": 700, "M3": 650, "W1": 490, "W2": 120},
        "female": ["W1", "W2"],
        "woman_already": False,
    },
    "X-06": {**_USUAL, "R": 1200, "I": 1000, "C": 1001, "seats": 1, "votes": {}},
}


def question_of(asked: dict[str, Any]) -> Question:
    """The question that this JSON asks."""
    return question_in(json.dumps(asked).encode())


def to_try() -> list[tuple[str, dict[str, str]]]:
    """For the page: what the example shows, and what would have been typed."""
    titles = {
        "X-04": _("恰好半数：900 张票里得 450 票"),
        "X-10": _("末位得票相等：再次投票"),
        "X-19": _("没有妇女过半数：保留一个妇女名额"),
        "X-06": _("收回的选票多于发出的"),
    }
    return [(title, _typed(ASKED[key])) for key, title in titles.items()]


def _typed(asked: dict[str, Any]) -> dict[str, str]:
    plain = {
        name: str(asked[name]) for name in ("R", "I", "C", "invalid", "blank", "seats", "margin", "method", "round")
    }
    plain["post"] = "chair" if asked["seats"] == 1 else "member"
    if asked["woman_already"]:
        plain["woman_already"] = "y"
    for number, (name, votes) in enumerate(asked["votes"].items(), start=1):
        plain |= {f"c{number}-name": name, f"c{number}-votes": str(votes)}
        if name in asked["female"]:
            plain[f"c{number}-woman"] = "y"
    return plain
