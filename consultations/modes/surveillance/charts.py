"""The scores of the rounds as a drawing made by the server, and the sentence that says the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.modes.surveillance.following import Compared

WIDTH, HEIGHT, LEFT, TOP, STEP = 320, 220, 40, 20, 90
INNER = HEIGHT - 2 * TOP


@dataclass(frozen=True, slots=True)
class Bar:
    """One round: where its bar stands, how high it is, its score in words."""

    x: int
    y: int
    height: int
    label_y: int
    middle: int
    round: int
    shown: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars on a scale from 0 to 100, and what they say."""

    width: int
    bars: Sequence[Bar]
    lines: Sequence[tuple[int, int]]  # height on the page, points
    said: str


def chart_of(compared: Compared) -> Chart | None:
    """Promise the drawing of the rounds that have a score; None for fewer than two. No query."""
    scored = [(row, one) for row, one in zip(compared.rounds, compared.scores, strict=True) if one.points is not None]
    if len(scored) < 2:
        return None
    bars = []
    for n, (row, one) in enumerate(scored):
        high = round(INNER * (one.points or 0) / 100)
        x = LEFT + 20 + n * STEP
        y = TOP + INNER - high
        bars.append(Bar(x, y, high, max(y - 6, 12), x + 25, row.number, one.shown))
    lines = [(TOP + INNER - round(INNER * points / 100), points) for points in (0, 50, 100)]
    (first, then), (last, now) = scored[0], scored[-1]
    told = {"then": then.shown, "first": first.number, "now": now.shown, "last": last.number, "n": now.not_verifiable}
    said = _("From %(then)s of 100 in round %(first)s to %(now)s of 100 in round %(last)s.") % told
    unknown = ngettext(
        "In the last one %(n)s of %(all)s item could not be verified.",
        "In the last one %(n)s of %(all)s items could not be verified.", now.items,
    ) % {"n": now.not_verifiable, "all": now.items}  # fmt: skip
    return Chart(max(WIDTH, LEFT + 40 + len(bars) * STEP), bars, lines, f"{said} {unknown}")
