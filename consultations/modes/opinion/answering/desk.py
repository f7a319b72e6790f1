"""A page of the answer desk: by clock, found by words, alike to one, or one's own."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.db.models.functions import Substr

from consultations.models import Consultation
from consultations.modes.opinion import clock
from consultations.modes.opinion.answering import queries
from consultations.modes.opinion.answering.assigning import officials_of
from consultations.modes.opinion.answering.likeness import like, words_of
from consultations.modes.opinion.models import Assignment, Response, Submission
from consultations.modes.opinion.queries import having, joined
from consultations.modes.opinion.referring.queries import held_by, standing
from consultations.modes.opinion.terms import first_on_top, terms_of
from consultations.rules import convenes, is_official_of
from incidencia.accounts.models import Person
from incidencia.deadlines.deadline import Deadline
from incidencia.organizations.queries import agencies_coordinated_by
from incidencia.text.fold import fold

PER_PAGE = 50
MOST_COMPARED = 5000
MOST_READ = 4000  # characters of each


def desk_of(person: Person, consultation: Consultation, asked: Mapping[str, str]) -> dict[str, Any]:
    """Promise what waits for an answer as `person` may see it, for what was `asked`. Constant queries."""
    rows, responses = queries.waiting_in(consultation), queries.in_work(consultation)
    official = is_official_of(person, consultation)
    if not official:
        mine = held_by(person, consultation)
        rows = rows.filter(pk__in=mine.values("submission"))
        agencies = set(mine.values_list("agency", flat=True))
        responses = [row for row in responses if row[0].agency_id in agencies]
    words = asked.get("q", "").replace("\x00", "")[:200].strip()
    rows = having(rows, words, hidden=True) if words else rows
    own = asked.get("mine") == "1"
    rows = rows.filter(assignment__person=person) if own else rows
    likeness = _like(rows, asked.get("like", "")[:40])
    keys = list(likeness) if likeness else first_on_top(terms_of(rows))
    page = Paginator(keys, PER_PAGE).get_page(asked.get("page"))
    known = {one.pk: one for one in rows.filter(pk__in=list(page.object_list))}
    sent = [known[pk] for pk in page.object_list if pk in known]
    signed = _signing(person, consultation, responses)
    return {
        "page": page, "q": words, "own": own, "responses": signed, "rows": _shown(sent, likeness),
        "like": asked.get("like", "")[:40] if likeness else "",
        "signs": any(signs for _one, _due, signs in signed),
        "officials": list(officials_of(consultation)) if official else [],
    }  # fmt: skip


def _signing(
    person: Person, consultation: Consultation, responses: list[tuple[Response, Deadline | None]]
) -> list[tuple[Response, Deadline | None, bool]]:
    """Each response with whether `person` signs it: of the convening agency who convenes, of another its own."""
    here, agencies = convenes(person, consultation), set(agencies_coordinated_by(person).values_list("pk", flat=True))
    own = consultation.agency_id
    return [(one, due, bool(here) if one.agency_id == own else one.agency_id in agencies) for one, due in responses]


def _shown(sent: list[Submission], likeness: Mapping[int, float]) -> list[dict[str, Any]]:
    deadlines, signed, held = clock.deadlines_of(sent), joined(sent), standing(sent)
    named = Assignment.objects.filter(submission__in=[one.pk for one in sent]).select_related("person")
    assigned = {one.submission_id: one.person for one in named}
    return [
        {
            "submission": one, "deadline": deadlines[one.pk], "joined": signed.get(one.pk), "held": held.get(one.pk),
            "assigned": assigned.get(one.pk), "share": round(100 * likeness[one.pk]) if one.pk in likeness else None,
        }
        for one in sent
    ]  # fmt: skip


def _like(rows: QuerySet[Submission], reference: str) -> dict[int, float]:
    """Those that say the like of what `reference` names, the likest first: itself. Empty for nothing asked."""
    if not reference:
        return {}
    start = Substr("text", 1, MOST_READ)
    texts = rows.order_by().values_list("pk", "contribution__reference", "contribution__title", start)
    words = {}
    asked = None
    for pk, of, title, text in texts[:MOST_COMPARED]:
        words[pk] = words_of(fold(f"{title} {text}"))
        asked = words[pk] if of == reference.upper() else asked
    return like(asked, words) if asked is not None else {}
