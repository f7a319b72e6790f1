"""How punctual agencies are. Everybody reads it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultations.punctuality.queries import standings


@require_safe
def punctuality_page(request: HttpRequest) -> HttpResponse:
    """How punctual each agency is with what it owes."""
    return render(request, "consultations/punctuality/punctuality_page.html", {"standings": standings()})
