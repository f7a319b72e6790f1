"""The response matrix: each proposal with what was answered, or with the clock of what is owed."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from consultations.models import Consultation
from consultations.modes.opinion.clock import deadlines_of
from consultations.modes.opinion.models import ResponseTo, Submission
from consultations.modes.opinion.records import public_in
from consultations.modes.opinion.referring.queries import standing
from consultations.modes.opinion.terms import Term, first_on_top, terms_of
from incidencia.clock import now
from incidencia.deadlines.deadline import State
from incidencia.deadlines.punctuality import Duty, Punctuality, punctuality
from incidencia.text import clean

PER_PAGE = 50
EXCERPT = 600  # characters of reasons; the rest is on the response's own page


class Shown(models.TextChoices):
    """Which part of the matrix."""

    ALL = "", _("All")
    OWED = "owed", _("Without an answer")
    OVERDUE = "overdue", pgettext_lazy("which", "Overdue")
    ANSWERED = "answered", pgettext_lazy("which", "Answered")
    REFUSED = "refused", pgettext_lazy("which", "Not admitted")


def matrix(consultation: Consultation, shown: str, page: str | None) -> dict[str, Any]:
    """Promise a page of the matrix with the figures of all of it. Constant queries.

    What is owed stands by its clock, the rest as it arrived.
    """
    rows = public_in(consultation)
    terms = terms_of(rows)
    instant = now()
    owed = [term for term in terms if term.deadline.met_at is None]
    overdue = [term for term in owed if term.deadline.state(instant) is State.OVERDUE]
    keys = {Shown.OWED: owed, Shown.OVERDUE: overdue}.get(Shown(shown)) if shown in Shown.values else None
    chosen: Any = first_on_top(keys) if keys is not None else _in_order(rows, terms, shown)
    at = Paginator(chosen, PER_PAGE).get_page(page)
    return {
        "page": at, "rows": _rows(list(at.object_list)), "figures": figures(terms), "received": len(terms),
        "owed": len(owed), "overdue": len(overdue), "shown": shown, "choices": Shown.choices,
    }  # fmt: skip


def figures(terms: Iterable[Term]) -> Punctuality:
    """Promise how punctual the answers are, of those terms. No query."""
    return punctuality([Duty(term.deadline, term.inadmissible) for term in terms], now())


def _in_order(rows: QuerySet[Submission], terms: list[Term], shown: str) -> list[int]:
    if shown == Shown.ANSWERED:
        out = ResponseTo.objects.filter(submission=OuterRef("pk"), response__published_at__isnull=False)
        rows = rows.filter(Exists(out))
    keys = list(rows.order_by("contribution__at", "pk").values_list("pk", flat=True))
    if shown != Shown.REFUSED:
        return keys
    of = {term.pk for term in terms if term.inadmissible}
    return [pk for pk in keys if pk in of]


def _rows(keys: list[int]) -> list[dict[str, Any]]:
    named = Submission.objects.select_related(
        "contribution__author", "contribution__organization", "contribution__activity",
        "contribution__consultation__agency", "question",
    )  # fmt: skip
    found = {row.pk: row for row in named.filter(pk__in=keys)}
    sent = [found[pk] for pk in keys if pk in found]
    clocks, held = deadlines_of(sent), standing(sent)
    return [
        {"submission": row, "deadline": clocks[row.pk], "owed": clocks[row.pk].met_at is None,
         "held": held.get(row.pk), "refused": row.not_admitted, **_answer(row)}
        for row in sent
    ]


def _answer(row: Submission) -> dict[str, Any]:
    """Its latest published response. No query: the clock has read them."""
    published = [one for one in row.responses.all() if one.response.published_at is not None]
    last: ResponseTo | None = published[-1] if published else None
    return {"to": last, "reasons": clean.plain(last.response.reasons, EXCERPT) if last else ""}
