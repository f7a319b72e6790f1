"""The switch of language."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import translate_url
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language_from_path, get_supported_language_variant
from django.views.decorators.http import require_http_methods


@require_http_methods(["GET", "POST"])
def set_language(request: HttpRequest) -> HttpResponse:
    """Lead to `next` in `language` and remember the choice in a cookie; POST also with the person.

    A `next` on another host leads home. An unknown language changes nothing.
    """
    sent = request.POST if request.method == "POST" else request.GET
    target = _own(request, sent.get("next", ""))
    try:
        language = get_supported_language_variant(sent.get("language", ""))
    except LookupError:
        return HttpResponseRedirect(target, status=303)
    if request.method == "POST" and request.user.is_authenticated:
        request.user.language = language
        request.user.save(update_fields=["language"])
    response = HttpResponseRedirect(_translated(target, language), status=303)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=31_536_000,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


def _own(request: HttpRequest, address: str) -> str:
    own = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if own else "/"


def _translated(address: str, language: str) -> str:
    # Django finds an address only while the language it is written in is the active one.
    with translation.override(get_language_from_path(address) or settings.LANGUAGE_CODE):
        return translate_url(address, language)
