"""What every test may rely on, wherever it lies. Loaded by `-p tests.plugin` in pyproject.toml."""

import os

import pytest

WHY = (
    "needs real PostgreSQL and Redis, and none was started. `make test` starts them; by hand:\n"
    "    python -m tests.services -- env ENGINE=1 python -m pytest {path}"
)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test that can't run fails and says why; it is never skipped."""
    if item.get_closest_marker("services") and os.environ.get("ENGINE") != "1":
        pytest.fail(WHY.format(path=item.nodeid), pytrace=False)
