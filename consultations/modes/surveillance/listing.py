"""The checklists of an activity as a list: how the last round of each stands, the last score that is public."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator

from consultations.activities.models import Activity
from consultations.moderation.models import Hiding
from consultations.moderation.queries import rules_of
from consultations.modes.surveillance import queries
from consultations.modes.surveillance.clock import Timed, timed
from consultations.modes.surveillance.following import scored
from consultations.modes.surveillance.holding.wording import said_of
from consultations.modes.surveillance.models import Checklist, CheckRound, FrozenItem
from consultations.modes.surveillance.score import Score

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Listed:
    """One checklist: its last announced round with the words of its state, its last public score."""

    checklist: Checklist
    hiding: Hiding | None
    last: Timed | None = None
    said: Any = None
    published: CheckRound | None = None
    score: Score | None = None


def listed(activity: Activity, asked: Mapping[str, str]) -> dict[str, Any]:
    """Promise what the list of an activity shows: fifty to a page. Constant queries."""
    page = Paginator(queries.of_activity(activity.pk), PER_PAGE).get_page(asked.get("page"))
    rows = list(page.object_list)
    hidden = rules_of([one.contribution for one in rows])
    return {"page": page, "rows": _listed(rows, hidden)}


def _listed(rows: list[Checklist], hidden: Mapping[int, Hiding]) -> list[Listed]:
    lasts: dict[int, CheckRound] = {}
    published: dict[int, CheckRound] = {}
    for one in rows:
        for row in one.rounds.all():
            row.checklist = one
            if row.announced_at is not None:
                lasts[one.pk] = row
            if row.published_at is not None:
                published[one.pk] = row
    times = {one.round.checklist_id: one for one in timed(lasts.values())}
    scores = scores_of(published.values())
    return [
        Listed(
            one, hidden.get(one.pk), times.get(one.pk), said_of(times[one.pk].state) if one.pk in times else None,
            published.get(one.pk), scores[published[one.pk].pk] if one.pk in published else None,
        )
        for one in rows
    ]  # fmt: skip


def scores_of(rounds: Iterable[CheckRound]) -> dict[int, Score]:
    """Promise the score of each round by its key. One query."""
    known = {row.pk: row for row in rounds}
    items: dict[int, list[FrozenItem]] = {pk: [] for pk in known}
    for one in FrozenItem.objects.filter(round__in=known).select_related("item", "finding"):
        one.round = known[one.round_id]
        items[one.round_id].append(one)
    return {pk: scored(found) for pk, found in items.items()}
