"""Which databases a test runs on: both, unless what it asks has nothing to do with the database."""

import pytest

ENGINES = ("sqlite", "postgresql")
#: Long walks over every route, whose answers come from the same code over either database; each has one of them.
ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True, scope="session")
ON_POSTGRESQL = pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True, scope="session")
