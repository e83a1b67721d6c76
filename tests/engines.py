"""Which databases a test runs on: both, unless what it asks has nothing to do with the database."""

import inspect
from collections import Counter

import pytest

ENGINES = ("sqlite", "postgresql")
#: Long walks over every route, whose answers come from the same code over either database; each has one of them.
ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True, scope="session")
ON_POSTGRESQL = pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True, scope="session")

#: Folders whose cases are things of their own: drills, migrations, routes.
EACH_CASE = ("drills", "backups", "house")


def on_postgresql(item: pytest.Item) -> bool:
    """Whether this case stands on PostgreSQL."""
    return "[postgresql" in item.name or "-postgresql" in item.name


def spare_cases(items: list[pytest.Item]) -> set[pytest.Item]:
    """What PostgreSQL leaves to SQLite, which tries everything.

    Of a test with many cases all but the first: other figures, the same statements. Of the tests of a file that go
    through pages every second: the pages themselves are opened and their buttons pressed there by the walks over all
    routes, and operations and queries are tried there whole.
    """
    both = {_test_of(item) for item in items if not on_postgresql(item)}
    seen, pages, spare = set[str](), Counter[object](), set[pytest.Item]()
    for item in items:
        name = _test_of(item)
        if not on_postgresql(item) or name not in both or item.path.parent.name in EACH_CASE:
            continue
        if name in seen or (through_pages(item) and pages[item.path] % 2):
            spare.add(item)
        pages[item.path] += name not in seen and through_pages(item)
        seen.add(name)
    return spare


def through_pages(item: pytest.Item) -> bool:
    """Whether this test sends requests, as a browser does."""
    return isinstance(item, pytest.Function) and "client" in inspect.getsource(item.function)


def _test_of(item: pytest.Item) -> str:
    return item.nodeid.partition("[")[0]
