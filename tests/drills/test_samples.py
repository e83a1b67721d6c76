"""A small sample of every drill; `make drill` runs them in full."""

import pytest
from flask import Flask

from tests.drills.drill import Drill
from tests.drills.drills import DRILLS
from tests.drills.full import NOT_TRIED
from tests.engines import ENGINES

SAMPLES = [
    pytest.param(engine, drill, id=f"{engine}-{drill.name}")
    for engine in ENGINES
    for drill in DRILLS
    if drill.sampled_on in ("", engine)
]


@pytest.mark.parametrize(("engine_name", "drill"), SAMPLES, indirect=["engine_name"], scope="session")
def test_a_small_sample_of_each_drill_finds_nothing(app: Flask, drill: Drill) -> None:
    found = drill.run(app, drill.sample)

    assert found.tried > 0 or found.note == NOT_TRIED
    assert not found.faults, "\n".join(found.faults)
