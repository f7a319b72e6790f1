"""What is read of contributions on agendas."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from consultations.models import TakenUp
from consultations.spine.models import Contribution
from consultations.spine.rules import readable
from sessions import queries as sessions
from sessions.core.state import Item
from sessions.models import Session


@dataclass(frozen=True, slots=True)
class OnItem:
    """An item of an agenda and the contributions that it takes up."""

    item: Item
    rows: list[TakenUp]


def agenda_with_contributions(session: Session, reader: Any) -> list[OnItem]:
    """Promise the agenda, each item with what it takes up and `reader` may read.

    Two queries and the log; one more for each activity whose contributions are not public.
    """
    by_item: dict[str, list[TakenUp]] = defaultdict(list)
    named = session.taken_up.select_related(
        "contribution__author", "contribution__organization", "contribution__activity",
        "contribution__consultation__coordinator__person", "contribution__consultation__agency",
    )  # fmt: skip
    may = readable(reader, (row.contribution for row in named))
    for row in named:
        if row.contribution_id in may:
            by_item[row.item].append(row)
    return [OnItem(item, by_item[item.plan.id]) for item in sessions.agenda_of(session)]


def agendas_of(contribution: Contribution) -> list[TakenUp]:
    """Promise where a contribution is on the agenda, the latest last. One query."""
    return list(contribution.taken_up.select_related("session").order_by("at", "pk"))
