"""A page of a list of submissions or issues: filters, fifty rows, who signed on."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import QuerySet

from consultations.modes.opinion import queries
from consultations.modes.opinion.models import Position, Question, Submission

PER_PAGE = 50
LONGEST = 200  # characters of a search


def listed(
    rows: QuerySet[Submission], asked: Mapping[str, str], questions: Sequence[Question] = ()
) -> dict[str, Any]:
    """Promise what the list shows of `rows` for what was `asked`: words, question, position, page. Six queries."""
    words = asked.get("q", "").replace("\x00", "")[:LONGEST]
    number, position = asked.get("question", ""), asked.get("position", "")
    if words.strip():
        rows = queries.having(rows, words)
    if chosen := next((q for q in questions if str(q.place) == number), None):
        rows = rows.filter(question=chosen)
    if position in Position.values:
        rows = rows.filter(position=position)
    page = Paginator(rows, PER_PAGE).get_page(asked.get("page"))
    sent = list(page.object_list)
    joined, answered = queries.joined(sent), queries.answers_of(sent)
    kept = {"q": words.strip(), "question": number if chosen else "", "position": position}
    return {
        "page": page,
        "rows": [(one, joined.get(one.pk), answered.get(one.pk)) for one in sent],
        "questions": questions,
        "positions": Position.choices if questions else (),
        "asked": {name: value for name, value in kept.items() if value},
        "query": urlencode({name: value for name, value in kept.items() if value}),
    }
