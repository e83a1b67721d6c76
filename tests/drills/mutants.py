"""The decision rules, wrong in one place each: how many of these mistakes do the tests of the law notice?

A mistake is one operator or number changed: < to ≤, + to −, and to or, 1 to 2. Nine of ten must be noticed.
"""

import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from flask import Flask

from tests.drills.drill import Found
from tests.drills.mutant import ROOT, changed, places_in
from tests.drills.mutant_tests import NOWHERE

#: What decides a poll and an election (rulebook 1.6, 1.7).
MODULES = ("chain", "gates", "kin", "ledger", "margins", "poll", "position", "possible", "seating", "table", "women")
#: From how many on nine of ten are asked for.
MANY = 50
#: Mistakes that make no difference to any election, and why.
SAME: dict[tuple[str, str], str] = {
    ("margins", "if number <= 0 or len(left) < number:"): "with exactly as many, all of them stand either way",
    ("kin", "return (one.post.rank, not one.seated, 1 if one.seated else -one.votes)"): "one number for all who sit",
    ("kin", "if len(family) == 1 or family[1].seated:"): "two who are equal are both seated already or both are not",
    ("kin", "log.write(Step.KIN_TIED, Field.KIN_TIE, post=family[1].post.value, persons=list(keys))"): (
        "who ties stands for the same post"
    ),
    (
        "table",
        "seated = [Winner(one.key, one.post, 1, seated=True) for one in poll.seated if one.key not in table.out]",
    ): ("the votes of somebody who sits already are not asked for"),
    ("chain", "return list(zip(ordered, self.decision.positions, strict=False))"): "there are as many of both",
}


def mutated_and_tested(_app: Flask | None, number: int) -> Found:
    """Try so many mistakes, chosen by a fixed seed, two at a time."""
    every = [
        f"{module}:{place}"
        for module in MODULES
        for place in range(len(places_in(module)))
        if (module, changed(module, place)[1]) not in SAME
    ]
    chosen = every if number >= len(every) else random.Random(18).sample(every, number)  # a choice to be repeated
    if len(chosen) >= MANY and _noticed([f"rules:{NOWHERE}"]):
        return Found(1, ["the tests fail without any mistake"])
    with ThreadPoolExecutor(2) as pool:
        noticed = {one for found in pool.map(_noticed, (chosen[::2], chosen[1::2])) for one in found}
    kept = [told(one) for one in chosen if one not in noticed]
    # A handful only shows that the tests notice at all.
    enough = 10 * len(noticed) >= 9 * len(chosen) if len(chosen) >= MANY else bool(noticed)
    return Found(len(chosen), [] if enough else kept, f"{len(noticed)} noticed; {len(SAME)} make no difference")


def _noticed(mistakes: list[str]) -> list[str]:
    command = [sys.executable, "-m", "tests.drills.mutant_tests", *mistakes]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return [line.split()[0] for line in done.stdout.splitlines() if line.endswith(" 1")]


def told(mistake: str) -> str:
    """Where the mistake is, and how the rule reads with it."""
    module, place = mistake.split(":")
    node, _part = places_in(module)[int(place)]
    return f"{module}.py:{getattr(node, 'lineno', 0)} {changed(module, int(place))[1]}"
