"""The register of agreements, as a page and as a table."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultations.finding import consultation_for
from consultations.models import Consultation
from consultations.modes.deliberation.ratifying.queries import empowered_in
from consultations.modes.deliberation.register import queries
from consultations.modes.deliberation.register.listing import listed, narrowed
from consultations.modes.deliberation.register.tabular import lines
from incidencia.deadlines.queries import closed_days
from sessions.models import Agreement
from sessions.silence.settling import settle_due


@require_safe
def agreement_list(request: HttpRequest, reference: str) -> HttpResponse:
    """Every agreement of a process: words, parts, term, and what came of it."""
    consultation = consultation_for(request, reference, "consultation_view")
    ratifies = empowered_in(consultation.reference, request.user) is not None
    rows = _rows(request, consultation, ratifies)
    closed = closed_days(consultation.agency.acronym)
    context = {
        "consultation": consultation, "ratifies": ratifies,
        **listed(rows, request.GET.dict(), consultation.zone, closed),
    }  # fmt: skip
    return render(request, "consultations/modes/deliberation/register/agreement_list.html", context)


@require_safe
def agreement_table(request: HttpRequest, reference: str) -> StreamingHttpResponse:
    """The same as a table for spreadsheets, with the same filters."""
    consultation = consultation_for(request, reference, "consultation_view")
    ratifies = empowered_in(consultation.reference, request.user) is not None
    rows = narrowed(_rows(request, consultation, ratifies), request.GET.dict(), consultation.zone)
    closed = closed_days(consultation.agency.acronym)
    table = lines(rows.iterator(chunk_size=200), consultation.zone, closed)
    answer = StreamingHttpResponse(table, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{consultation.reference}-acuerdos.csv"'
    return answer


def _rows(request: HttpRequest, consultation: Consultation, ratifies: bool) -> QuerySet[Agreement]:
    settle_due()
    convenes = request.user.has_perm("consultations.consultation_edit", consultation)
    rows = queries.agreements_of(consultation, request.user, office=convenes or ratifies)
    return rows.select_related("session", "ratification__by")
