"""Which databases a test runs on: both, unless what it asks has nothing to do with the database."""

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
    """Cases beyond the first of a test on PostgreSQL: other figures, the same statements; SQLite tries them all."""
    seen: set[str] = set()
    spare = set()
    for item in items:
        if on_postgresql(item) and item.path.parent.name not in EACH_CASE:
            name = item.nodeid.partition("[")[0]
            spare |= {item} if name in seen else set()
            seen.add(name)
    return spare
