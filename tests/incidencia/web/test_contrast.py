"""WCAG 2.2 AA: text 4.5 to 1, edges of controls 3 to 1, computed from the tokens, light and dark."""

import re
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings

TOKENS = Path(settings.ROOT, "platform/incidencia/static/incidencia/tokens.css").read_text()
LIGHT = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", TOKENS.split("@media")[0]))
DARK = LIGHT | dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", TOKENS.split("@media")[1]))

GROUNDS = ("paper", "card", "sunken")
SOFT = ("accent-soft", "live-soft", "gold-soft")
TEXT = [
    *product(("ink", "ink-2"), GROUNDS + SOFT),
    *product(("accent", "live", "gold"), GROUNDS),
    *product(("accent", "live", "gold"), SOFT),
    *product(("paper",), ("accent", "accent-2", "live", "gold", "ink")),
]
EDGES = [*product(("edge", "accent"), GROUNDS)]


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2, definitions)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.guideline("G8.II")
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT, 4.5), (EDGES, 3.0)], ids=["text", "edges"])
def test_every_pair_in_use_can_be_read(tokens: dict[str, str], pairs: list[tuple[str, str]], least: float) -> None:
    poor = {pair: c for pair in pairs if (c := contrast(tokens[pair[0]], tokens[pair[1]])) < least}
    assert poor == {}
