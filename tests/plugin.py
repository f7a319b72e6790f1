"""What every test may rely on, wherever it lies. Loaded by `-p tests.plugin` in pyproject.toml."""

import os

import pytest
from django.utils import timezone, translation

WHY = (
    "needs real PostgreSQL and Redis, and none was started. `make test` starts them; by hand:\n"
    "    python -m tests.services -- env ENGINE=1 python -m pytest {path}"
)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test that can't run fails and says why; it is never skipped. Each starts in the language of the house."""
    # A page asked for in English leaves its thread in English.
    translation.deactivate()
    timezone.deactivate()
    if item.get_closest_marker("services") and os.environ.get("ENGINE") != "1":
        pytest.fail(WHY.format(path=item.nodeid), pytrace=False)
