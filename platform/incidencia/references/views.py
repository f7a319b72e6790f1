"""The permanent address of everything that has a reference."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from incidencia.references.format import parse


@require_safe
def reference(request: HttpRequest, reference: str) -> HttpResponse:
    """Send the reader to the page of `reference`, in the reader's language; 404 where there is none.

    `settings.REFERENCES` names, for each kind, the function that knows the page's address.
    """
    with translation.override(_language(request)):
        address = _address(reference)
        if address is None:
            raise Http404(_("Nothing has the reference %(reference)s.") % {"reference": reference})
    response = HttpResponseRedirect(address)
    patch_vary_headers(response, ["Cookie", "Accept-Language"])
    return response


def _address(written: str) -> str | None:
    try:
        named = parse(written)
    except ValueError:
        return None
    finder = settings.REFERENCES.get(named.kind.value)
    return import_string(finder)(str(named)) if finder else None


def _language(request: HttpRequest) -> str:
    # These addresses stand outside the language prefixes, where Django's own choice is always the default language.
    person = getattr(request, "user", None)
    chosen: str = getattr(person, "language", "") or translation.get_language_from_request(request)
    return chosen
