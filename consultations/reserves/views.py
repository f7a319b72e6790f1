"""The index of what is reserved, as a page and as a table."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultations.finding import consultation_for
from consultations.reserves.index import COLUMNS, index_of, rows
from consultations.tabular import table


@require_safe
def reserve_list(request: HttpRequest, reference: str) -> HttpResponse:
    """Every reserve of a process: on what ground, who decided, until when, what can be told (A9)."""
    consultation = consultation_for(request, reference, "consultation_view")
    context = {"consultation": consultation, "lines": index_of(consultation)}
    return render(request, "consultations/reserves/reserve_list.html", context)


@require_safe
def reserve_table(request: HttpRequest, reference: str) -> StreamingHttpResponse:
    """The same as a table for spreadsheets, by the columns of the official index."""
    consultation = consultation_for(request, reference, "consultation_view")
    answer = StreamingHttpResponse(table(COLUMNS, rows(consultation)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{consultation.reference}-reservas.csv"'
    return answer
