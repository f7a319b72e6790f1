"""The response matrix as page and CSV, and how punctual agencies are. Everybody reads them."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultations.finding import consultation_for
from consultations.modes.opinion import records
from consultations.modes.opinion.reporting.agencies import standings
from consultations.modes.opinion.reporting.matrix import Shown, matrix
from consultations.modes.opinion.tabular import lines
from incidencia.clock import now


@require_safe
def response_matrix(request: HttpRequest, reference: str) -> HttpResponse:
    """Each proposal and issue with its disposition and reasons, or the clock of what is owed."""
    consultation = consultation_for(request, reference, "consultation_view")
    shown = request.GET.get("estado", "")
    context = {
        "consultation": consultation, "instant": now(),
        **matrix(consultation, shown if shown in Shown.values else "", request.GET.get("page")),
    }
    return render(request, "consultations/modes/opinion/reporting/response_matrix.html", context)


@require_safe
def response_matrix_data(request: HttpRequest, reference: str) -> StreamingHttpResponse:
    """The whole matrix as CSV, in constant memory."""
    consultation = consultation_for(request, reference, "consultation_view")
    rows = records.of_consultation(consultation)
    answer = StreamingHttpResponse(lines(rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{consultation.reference}-respuestas.csv"'
    return answer


@require_safe
def punctuality_page(request: HttpRequest) -> HttpResponse:
    """How punctual each agency is with what it owes."""
    return render(request, "consultations/modes/opinion/reporting/punctuality_page.html", {"standings": standings()})
