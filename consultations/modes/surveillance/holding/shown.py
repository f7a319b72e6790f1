"""A round as a page shows it: each item with what was found, by whom, and what the authority says of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from consultations.modes.surveillance.clock import Timed
from consultations.modes.surveillance.following import stands_until
from consultations.modes.surveillance.models import AgencyClaim, Finding, FindingCorrection, FrozenItem
from consultations.modes.surveillance.names import shown_name
from incidencia.clock import now


@dataclass(frozen=True, slots=True)
class Corrected:
    """One correction after notice, and the name shown of who made it."""

    correction: FindingCorrection
    monitor: str


@dataclass(frozen=True, slots=True)
class ItemShown:
    """One item of a round. Without findings to read, `finding` and `claim` are None."""

    item: FrozenItem
    finding: Finding | None = None
    monitor: str = ""
    corrections: Sequence[Corrected] = ()
    claim: AgencyClaim | None = None
    late: bool = False  # the claim came after its term
    until: datetime | None = None  # until when the finding stands

    @property
    def is_expired(self) -> bool:
        """Whether the months are over in which the finding stands."""
        return self.until is not None and self.until <= now()

    @property
    def evidence(self) -> list[str]:
        """What the finding rests on: its address, the names of its files."""
        if self.finding is None:
            return []
        names = [file.name for file in self.finding.attachments.all()]
        return [self.finding.link, *names] if self.finding.link else names


def rows_shown(timed: Timed, items: Iterable[FrozenItem], *, to_team: bool = False) -> list[ItemShown]:
    """Promise each item with what was read of it (`queries.asked_in`). No query."""
    return [_shown(timed, one, to_team) for one in items]


def _shown(timed: Timed, item: FrozenItem, to_team: bool) -> ItemShown:
    finding, claim = _known(item, "finding"), _known(item, "claim")
    if finding is None and claim is None:
        return ItemShown(item)
    checklist, ends = timed.round.checklist, timed.instants.replies_until
    corrections = [
        Corrected(one, shown_name(one.monitor, checklist, to_team=to_team)) for one in finding.corrections.all()
    ] if finding else []  # fmt: skip
    return ItemShown(
        item, finding, shown_name(finding.monitor, checklist, to_team=to_team) if finding else "", corrections, claim,
        claim is not None and ends is not None and claim.first_at > ends,
        stands_until(timed.round, item.months) if finding else None,
    )  # fmt: skip


def _known(item: FrozenItem, name: str) -> Any:
    """What was read with the item; what was not asked for is not fetched: it may not be shown."""
    if name in item._state.fields_cache:
        return getattr(item, name, None)
    return None
