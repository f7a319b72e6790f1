"""How items turn from one published round to the next, and when a finding expires."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from consultations.modes.surveillance.models import Checklist, ChecklistItem, CheckRound, Finding, FrozenItem
from consultations.modes.surveillance.scale import ORDER, Answer, Turn, turn
from consultations.modes.surveillance.score import Score, score
from incidencia.deadlines.calendar import add_months


@dataclass(frozen=True, slots=True)
class Cell:
    """What a round found of an item, and how that turned since the last round that compares with it."""

    finding: Finding | None
    turn: Turn | None = None  # None: there is nothing before to compare with


@dataclass(frozen=True, slots=True)
class Compared:
    """Items by published rounds: a row for each item, a cell for each round; and the score of each round."""

    rounds: Sequence[CheckRound]
    rows: Sequence[tuple[ChecklistItem, Sequence[tuple[Cell | None, CheckRound]]]]
    scores: Sequence[Score]

    @property
    def scored(self) -> Sequence[tuple[Score, CheckRound]]:
        """Each score with its round."""
        return list(zip(self.scores, self.rounds, strict=True))


def compared(checklist: Checklist) -> Compared:
    """Promise the published rounds of a checklist side by side. Three queries."""
    rounds = list(checklist.rounds.filter(published_at__isnull=False))
    by_number = {row.pk: row for row in rounds}
    asked = FrozenItem.objects.filter(round__in=rounds).select_related("finding", "item")
    cells: dict[tuple[int, int], FrozenItem] = {}
    for one in asked:
        one.round = by_number[one.round_id]
        cells[one.item_id, one.round_id] = one
    rows = []
    for item in checklist.items.all():
        found = [cells.get((item.pk, row.pk)) for row in rounds]
        if any(found):
            rows.append((item, list(zip(_turned(found), rounds, strict=True))))
    scores = [scored([c for c in cells.values() if c.round_id == row.pk]) for row in rounds]
    return Compared(rounds, rows, scores)


def _turned(found: Iterable[FrozenItem | None]) -> list[Cell | None]:
    last: Answer | None = None
    cells: list[Cell | None] = []
    for one in found:
        finding = None if one is None or one.is_dropped else getattr(one, "finding", None)
        if one is None:
            cells.append(None)
            continue
        answer = Answer(finding.answer) if finding else None
        cells.append(Cell(finding, turn(last, answer) if last is not None and answer is not None else None))
        last = answer if answer in ORDER else last
    return cells


def scored(items: Iterable[FrozenItem]) -> Score:
    """Promise the score of a round from its items with their findings. No query; dropped items don't count."""
    found = [(one, getattr(one, "finding", None)) for one in items if not one.is_dropped]
    return score((Answer(finding.answer), one.weight) for one, finding in found if finding is not None)


def worse_in(row: CheckRound, items: Iterable[FrozenItem]) -> list[FrozenItem]:
    """Promise the items of a round that turned worse since the last published answer to compare with. One query."""
    earlier = Finding.objects.filter(
        frozen__round__checklist=row.checklist_id, frozen__round__published_at__isnull=False,
        frozen__round__number__lt=row.number,
    ).order_by("frozen__round__number")  # fmt: skip
    found = earlier.filter(answer__in=[one.value for one in ORDER])
    before = {item: Answer(answer) for item, answer in found.values_list("frozen__item", "answer")}
    return [
        one for one in items
        if not one.is_dropped and hasattr(one, "finding")
        and turn(before.get(one.item_id), Answer(one.finding.answer)) is Turn.WORSE
    ]  # fmt: skip


def stands_until(row: CheckRound, months: int) -> datetime | None:
    """Promise until when a finding of a published round stands: so many months later, at that hour of the zone."""
    if row.published_at is None:
        return None
    zone = ZoneInfo(row.checklist.contribution.consultation.zone)
    at = row.published_at.astimezone(zone)
    return datetime.combine(add_months(at.date(), months), at.timetz())
