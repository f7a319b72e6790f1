"""Dotted paths lead somewhere."""

from collections.abc import Iterator

import pytest
from django.utils.module_loading import import_string

from incidencia import wiring


def paths(value: object) -> Iterator[str]:
    """Every dotted path inside `value`: a string, or a list or dictionary of them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from paths(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from paths(part)


ALL = sorted({path for name, value in vars(wiring).items() if name.isupper() for path in paths(value)})


@pytest.mark.parametrize("path", ALL)
def test_a_path_of_the_wiring_resolves(path: str) -> None:
    assert callable(import_string(path))
