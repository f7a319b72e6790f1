"""Asks people who signed in, once per visit, about a privacy notice they have not accepted."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.deprecation import MiddlewareMixin

from incidencia import clock
from incidencia.accounts import queries

VISIT = 12 * 3600  # seconds: a browser that stays signed in begins a new visit after these
ASKED = "privacy_notice_asked_at"

# Pages one must be able to reach without answering.
OPEN = {
    *("privacy_notice", "privacy_accept", "set_language", "own_data_download"),
    *("account_logout", "account_reauthenticate"),
}


class PrivacyNoticeMiddleware(MiddlewareMixin):
    """One query per visit. Only pages a person navigates to are held back: never what they send, nor fragments."""

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Lead to `privacy_accept` when there is something to ask."""
        if not self._navigates(request) or not request.user.is_authenticated:
            return None
        instant = clock.now().timestamp()
        if instant - request.session.get(ASKED, 0) < VISIT:
            return None
        if queries.has_accepted_current(request.user):
            request.session[ASKED] = instant
            return None
        wanted = urlencode({"next": request.get_full_path()})
        return HttpResponseRedirect(f"{reverse('privacy_accept')}?{wanted}")

    @staticmethod
    def _navigates(request: HttpRequest) -> bool:
        match = request.resolver_match
        return (
            request.method == "GET"
            and (match is None or match.url_name not in OPEN)
            and request.headers.get("HX-Request") != "true"
            and request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
        )
