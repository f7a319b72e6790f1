"""Paths that hold the character NUL: no database keeps it, so nothing has such an address."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse


class NulMiddleware:
    """Answers 404 where the path holds NUL, before any view asks a database for it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info:
            raise Http404
        return self.get_response(request)
