"""How views find a response and refuse who may not."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from consultations.modes.opinion.answering import queries
from consultations.modes.opinion.models import Response


def response_for(request: HttpRequest, reference: str, act: str) -> Response:
    """Promise the response if the reader may do `act` on it. 404 where they may not read it; 403 with the reason."""
    response = queries.found(reference)
    if response is None or not request.user.has_perm("consultations.response_view", response):
        raise Http404(_("There is no response %(reference)s.") % {"reference": reference})
    if not request.user.has_perm(f"consultations.{act}", response):
        raise PermissionDenied(_("Only the agency that answers writes this response."))
    return response
