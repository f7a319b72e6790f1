"""The threads of an activity in three columns: who waits for whom, and what is settled."""

from collections.abc import Container, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from consultations.activities.models import Activity
from consultations.moderation.queries import rules_of
from consultations.modes.dialogue import clock, queries
from consultations.modes.dialogue.models import Thread
from consultations.modes.dialogue.turn import Side

PER_PAGE = 50
FIRST = 8  # of each column while all three are shown
LONGEST = 200  # characters of a search


class Column(models.TextChoices):
    """Where a thread stands."""

    AUTHORITY = "authority", _("Waits for the authority")
    SOCIETY = "society", _("Waits for civil society")
    SETTLED = "settled", _("Settled")


def listed(activity: Activity, asked: Mapping[str, str]) -> dict[str, Any]:
    """Promise the three columns with the first threads of each; of one `columna` alone, a page. Constant queries."""
    words = asked.get("q", "").replace("\x00", "")[:LONGEST].strip()
    rows = queries.sent_to(activity)
    if words:
        rows = queries.having(rows, words)
    chosen = asked.get("columna", "")
    closed = clock.closed_of(activity.consultation)
    kept = {"q": words, "columna": chosen if chosen in Column.values else ""}
    shown: dict[str, Any] = {
        "asked": {name: value for name, value in kept.items() if value},
        "words_query": urlencode({"q": words}) if words else "",
        "choices": Column.choices,
    }
    if kept["columna"]:
        column = Column(chosen)
        page = Paginator(_of(rows, column), PER_PAGE).get_page(asked.get("page"))
        found = {column: (list(page.object_list), page.paginator.count)}
        return {**shown, "page": page, "columns": _told(activity, found, closed)}
    firsts = {column: _of(rows, column) for column in Column}
    found = {column: (list(some[:FIRST]), some.count()) for column, some in firsts.items()}
    return {**shown, "page": None, "columns": _told(activity, found, closed)}


def _of(rows: QuerySet[Thread], column: Column) -> QuerySet[Thread]:
    if column is Column.SETTLED:
        return rows.exclude(end="").order_by("-ended_at", "-pk")
    return queries.waiting_for(rows, Side.PUBLIC if column is Column.AUTHORITY else Side.CIVIL)


def _told(
    activity: Activity, found: Mapping[Column, tuple[list[Thread], int]], closed: Container[date]
) -> list[dict[str, Any]]:
    every = [thread for threads, _count in found.values() for thread in threads]
    for thread in every:
        thread.contribution.consultation, thread.contribution.activity = activity.consultation, activity
    turns, hidden = queries.with_turns(every), rules_of([one.contribution for one in every])
    times = clock.hidden_of(turns)
    zone = activity.consultation.zone

    def row(thread: Thread) -> dict[str, Any]:
        turn = turns.get(thread.pk)
        return {
            "thread": thread, "turn": turn, "hiding": hidden.get(thread.pk),
            "deadline": clock.of_turn(turn, closed, zone, times.get(thread.pk, ())) if turn else None,
        }  # fmt: skip

    return [
        {"column": column, "label": column.label, "count": count, "rows": [row(one) for one in threads],
         "more": count > len(threads)}
        for column, (threads, count) in found.items()
    ]  # fmt: skip
