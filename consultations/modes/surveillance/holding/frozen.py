"""What a round asks, frozen: the hash of it, and what the hash is made of."""

from collections.abc import Iterable
from typing import Any

from consultations.modes.surveillance.designing.forms import COLUMNS
from consultations.modes.surveillance.models import CheckRound, FrozenItem


def frozen_of(row: CheckRound, items: Iterable[FrozenItem]) -> dict[str, Any]:
    """Promise what the hash of a round is made of: `spine.services.digest` of it recounts the hash."""
    return {
        "checklist": row.checklist.contribution.reference,
        "round": row.number,
        "items": [{"number": one.number, **{name: getattr(one, name) for name in COLUMNS}} for one in items],
    }
