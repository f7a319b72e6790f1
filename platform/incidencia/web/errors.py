"""Pages for what went wrong, in the language of the address: what happened, why, what to do."""

import logging

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import get_language_from_path

from incidencia.web.refusals import Refused

log = logging.getLogger(__name__)

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)

# Shown when even the template fails: no style, no look-up, both languages.
LAST_RESORT = (
    '<!doctype html><html lang="es-MX"><meta charset="utf-8"><title>Error 500</title>'
    "<main><h1>Algo falló de nuestro lado</h1>"
    "<p>Nada quedó hecho a medias. Intente de nuevo en unos minutos.</p>"
    '<div lang="en"><h2>Something failed on our side</h2>'
    "<p>Nothing was left half done. Try again in a few minutes.</p></div></main>"
)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, or 413 when the reason is size. Plain: the host name itself may be what is wrong."""
    if isinstance(exception, TOO_MUCH):
        return too_large(request)
    return _plain(request, "bad_request", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403. What `PermissionDenied` says is shown, so that a refusal has its reason."""
    reason = str(exception.args[0]) if exception is not None and exception.args else ""
    return _page(request, "forbidden", 403, reason=reason)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose key is missing or old: mostly a page left open for long."""
    return _page(request, "csrf_failed", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    return _page(request, "not_found", 404)


def not_allowed(request: HttpRequest) -> HttpResponse:
    """405 for an address that only takes what a form sends, opened as a page."""
    return _page(request, "not_allowed", 405)


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """409 for a refusal that no form caught: message, rule and advice."""
    return _page(request, "refused", 409, refusal=refusal)


def too_large(request: HttpRequest) -> HttpResponse:
    """413. What was sent is not read, so the page is plain."""
    return _plain(request, "too_large", 413)


def too_many(request: HttpRequest) -> HttpResponse:
    """429, also for allauth's limits on signing in."""
    return _page(request, "too_many", 429)


def server_error(request: HttpRequest) -> HttpResponse:
    """500. Asks neither the database nor a context processor: any of them may be what failed."""
    try:
        return _plain(request, "server_error", 500)
    except Exception:
        log.exception("The page of error 500 failed")
        return HttpResponse(LAST_RESORT, status=500)


def _page(request: HttpRequest, name: str, status: int, **context: object) -> HttpResponse:
    """An error inside the usual frame, with menu and account."""
    with translation.override(_language(request)):
        return render(request, f"incidencia/errors/{name}.html", {"status": status, **context}, status=status)


def _plain(request: HttpRequest, name: str, status: int) -> HttpResponse:
    """An error in a frame that knows nobody."""
    language = _language(request)
    with translation.override(language):
        home = "/en/" if language == "en" else "/"
        context = {"status": status, "home": home, "language": "en" if language == "en" else "es-MX"}
        return HttpResponse(render_to_string(f"incidencia/errors/{name}.html", context), status=status)


def _language(request: HttpRequest) -> str:
    """The language the address is in: `/en/…` is English, everything else Spanish."""
    return get_language_from_path(request.path_info) or "es-mx"
