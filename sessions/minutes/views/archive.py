"""The archive: every published minutes, found by words without accents, by series, by year."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sessions.minutes import queries

PER_PAGE = 20


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """List published minutes. What can't be understood in a filter filters nothing."""
    asked = {name: request.GET.get(name, "").replace("\0", "").strip()[:100] for name in ("q", "series", "year")}
    year = int(asked["year"]) if asked["year"].isascii() and asked["year"].isdigit() else 0
    found = queries.archive(asked["q"], asked["series"], year if 1900 <= year <= 2200 else None)
    context = {
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("page")),
        "asked": asked,
        "is_search": any(asked.values()),
        "all_series": queries.archive_series(),
        "all_years": [str(y) for y in queries.archive_years()],
    }
    return render(request, "sessions/minutes/archive.html", context)
