"""A page of a list of submissions or issues: filters, fifty rows, who signed on."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import QuerySet

from consultations.activities.models import Activity
from consultations.models import Consultation
from consultations.moderation.queries import rules_of
from consultations.modes.opinion import queries
from consultations.modes.opinion.clock import deadlines_of
from consultations.modes.opinion.models import Position, Submission
from incidencia.text import clean

PER_PAGE = 50
LONGEST = 200  # characters of a search


def listed(
    rows: QuerySet[Submission], asked: Mapping[str, str], consultation: Consultation, activity: Activity | None = None
) -> dict[str, Any]:
    """Promise what the list shows of `rows` for what was `asked` (words, filters, page). Constant queries.

    All rows are of `consultation`, and of `activity` if there is one.
    """
    questions = list(activity.questions.all()) if activity else []
    words = asked.get("q", "").replace("\x00", "")[:LONGEST]
    number, position = asked.get("question", ""), asked.get("position", "")
    if words.strip():
        rows = queries.having(rows, words)
    if chosen := next((q for q in questions if str(q.place) == number), None):
        rows = rows.filter(question=chosen)
    if position in Position.values:
        rows = rows.filter(position=position)
    page = Paginator(rows, PER_PAGE).get_page(asked.get("page"))
    kept = {"q": words.strip(), "question": number if chosen else "", "position": position}
    return {
        "page": page,
        "rows": _shown(list(page.object_list), consultation, activity),
        "questions": questions,
        "positions": Position.choices if questions else (),
        "asked": {name: value for name, value in kept.items() if value},
        "query": urlencode({name: value for name, value in kept.items() if value}),
    }


def _shown(sent: list[Submission], consultation: Consultation, activity: Activity | None) -> list[tuple[Any, ...]]:
    for one in sent:
        one.contribution.consultation, one.contribution.activity = consultation, activity
    clocks, joined = deadlines_of(sent), queries.joined(sent)
    for one in sent:
        one.excerpt = clean.unmarked(one.excerpt)  # type: ignore[attr-defined]
    hidden = rules_of([one.contribution for one in sent])
    return [
        (one, joined.get(one.pk), queries.answer_of(one), clocks[one.pk], hidden.get(one.contribution_id))
        for one in sent
    ]
