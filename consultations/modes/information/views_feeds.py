"""A consultation's news and dates for programs. Whatever is not public is in none of them."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from consultations.finding import consultation_for
from consultations.modes.information import calendar, syndication


@require_safe
def item_feed(request: HttpRequest, reference: str) -> HttpResponse:
    """The news as Atom."""
    consultation = consultation_for(request, reference, "consultation_view")
    return HttpResponse(syndication.atom(consultation), content_type="application/atom+xml; charset=utf-8")


@require_safe
def item_feed_json(request: HttpRequest, reference: str) -> HttpResponse:
    """The news as JSON Feed."""
    consultation = consultation_for(request, reference, "consultation_view")
    return JsonResponse(
        syndication.json_feed(consultation), content_type="application/feed+json",
        json_dumps_params={"ensure_ascii": False},
    )  # fmt: skip


@require_safe
def consultation_calendar(request: HttpRequest, reference: str) -> HttpResponse:
    """The dates as a calendar to subscribe to."""
    consultation = consultation_for(request, reference, "consultation_view")
    answer = HttpResponse(calendar.calendar_of(consultation), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="{consultation.reference}.ics"'
    return answer
