"""docs/where-is.md names places that exist."""

import re

from tests.architecture import ROOT


def test_every_place_it_names_exists() -> None:
    page = (ROOT / "docs" / "where-is.md").read_text()
    places = re.findall(r"`([\w.-]+/[\w./-]*)`", page)
    assert len(places) > 40
    assert [p for p in places if not (ROOT / p).exists()] == []
