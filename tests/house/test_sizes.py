"""Files, functions, views and templates stay small enough to read at once."""

import pytest

from tests.house.figures import figures, lines_of
from tests.house.plan import TARGETS
from tests.house.reading import functions, modules

LONGEST_FILE = 300
LONGEST_FUNCTION = 50


@pytest.mark.parametrize(("figure", "most"), TARGETS.items())
def test_the_house_keeps_its_figures(figure: str, most: int) -> None:
    assert figures()[figure] <= most


def test_no_file_is_too_long_to_read() -> None:
    long = [
        f"{module.where}: {module.text.count(chr(10))}"
        for module in modules()
        if module.text.count("\n") > LONGEST_FILE and "vocabulary" not in module.where
    ]

    assert not long, "\n".join(long)


def test_no_function_is_too_long_to_read() -> None:
    long = [
        f"{module.where}:{node.lineno} {node.name}: {lines_of(node)}"
        for module in modules()
        for node in functions(module.tree)
        if lines_of(node) > LONGEST_FUNCTION
    ]

    assert not long, "\n".join(long)
