"""A small sample of every drill; `make drill` runs them in full."""

import pytest
from flask import Flask

from tests.drills.drill import Drill
from tests.drills.drills import DRILLS
from tests.drills.full import NOT_TRIED


@pytest.mark.parametrize("drill", DRILLS, ids=[drill.name for drill in DRILLS])
def test_a_small_sample_of_each_drill_finds_nothing(app: Flask, drill: Drill) -> None:
    found = drill.run(app, drill.sample)

    assert found.tried > 0 or found.note == NOT_TRIED
    assert not found.faults, "\n".join(found.faults)
