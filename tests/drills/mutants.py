"""The decision rules, wrong in one place each: how many of these mistakes do the tests of the law notice?

A mistake is one operator or number changed: < to ≤, + to −, and to or, 1 to 2. Nine of ten must be noticed.
"""

import ast
import os
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from flask import Flask

from tests.drills.drill import Found
from tests.drills.mutant import ROOT, places_in

#: What decides a poll and an election (rulebook 1.6, 1.7).
MODULES = ("chain", "gates", "kin", "ledger", "margins", "poll", "position", "possible", "seating", "table", "women")
#: From how many on nine of ten are asked for.
MANY = 50
#: Tests that a mistake sends round in circles are stopped, and count as a notice.
LONGEST_SECONDS = 120


class Mutant(NamedTuple):
    """One mistake: in which module, and at which of its places."""

    module: str
    place: int


def mutated_and_tested(_app: Flask, number: int) -> Found:
    """Try so many mistakes, chosen by a fixed seed, two at a time."""
    every = [Mutant(module, place) for module in MODULES for place in range(len(places_in(module)))]
    chosen = every if number >= len(every) else random.Random(18).sample(every, number)  # a choice to be repeated
    with ThreadPoolExecutor(2) as pool:
        noticed = list(pool.map(_is_noticed, chosen))
    kept = [told(one) for one, seen in zip(chosen, noticed, strict=True) if not seen]
    # A handful only shows that the tests notice at all.
    enough = 10 * sum(noticed) >= 9 * len(chosen) if len(chosen) >= MANY else any(noticed)
    return Found(len(chosen), [] if enough else kept, f"{sum(noticed)} noticed")


def _is_noticed(mutant: Mutant) -> bool:
    command = [sys.executable, "-m", "tests.drills.mutant", mutant.module, str(mutant.place)]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTEST_ADDOPTS": ""}
    try:
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, check=False, timeout=LONGEST_SECONDS
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def told(mutant: Mutant) -> str:
    """Where the mistake is."""
    node, _part = places_in(mutant.module)[mutant.place]
    return f"{mutant.module}.py:{getattr(node, 'lineno', 0)} place {mutant.place}: {ast.unparse(node)}"
