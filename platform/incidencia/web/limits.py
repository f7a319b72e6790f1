"""What a request may weigh, and what becomes of a refusal nobody caught."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from incidencia.web import errors
from incidencia.web.refusals import Refused

Handler = Callable[[HttpRequest], HttpResponse]

MOST_WITH_FILES = 30_000_000  # bytes of a form that carries files, at least three of the largest


class LimitsMiddleware:
    """Answers 413 before a form is read, 409 for a refusal, and a page for a bare 405.

    Synchronous on purpose, and last in the list: Django then runs the whole chain in the thread of the
    request, not one hop for each middleware.
    """

    sync_capable = True
    async_capable = False

    def __init__(self, get_response: Handler) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _weight(request) > _most(request):
            return errors.too_large(request)
        response = self._get_response(request)
        if response.status_code == 405 and request.method == "GET" and not response.content:
            page = errors.not_allowed(request)
            page["Allow"] = response["Allow"]
            return page
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn a refusal into its page; leave everything else to Django."""
        return errors.refused(request, exception) if isinstance(exception, Refused) else None


def _weight(request: HttpRequest) -> int:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdecimal() else 0


def _most(request: HttpRequest) -> int:
    if request.content_type == "multipart/form-data":
        return max(MOST_WITH_FILES, 3_000_000 * settings.ATTACHMENT_MB)
    return settings.DATA_UPLOAD_MAX_MEMORY_SIZE or MOST_WITH_FILES
