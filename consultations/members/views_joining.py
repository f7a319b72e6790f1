"""Pages of who came how: the table of invited and called, and the members as a file."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultations.finding import consultation_for
from consultations.members import joining

PER_PAGE = 30


@require_safe
def joined_list(request: HttpRequest, reference: str) -> HttpResponse:
    """Show who came by the call and who by direct invitation: why, and how they were assessed (G19)."""
    consultation = consultation_for(request, reference, "consultation_view")
    page = Paginator(joining.joined(consultation), PER_PAGE).get_page(request.GET.get("page"))
    context = {"consultation": consultation, "page": page, "counted": joining.counted(consultation)}
    return render(request, "consultations/members/joined_list.html", context)


@require_safe
def member_table(request: HttpRequest, reference: str) -> StreamingHttpResponse:
    """The members of today as CSV, with what their page says (G36)."""
    consultation = consultation_for(request, reference, "consultation_view")
    answer = StreamingHttpResponse(joining.lines(consultation), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{consultation.reference}-integrantes.csv"'
    return answer
