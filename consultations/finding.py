"""How views find a consultation and refuse who may not, and where they lead after an act."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.models import Consultation


def consultation_for(request: HttpRequest, reference: str, act: str) -> Consultation:
    """Promise the consultation if the reader may do `act` (`call_publish`) on it. One query.

    Raises Http404 where there is none or it is a draft of somebody else; PermissionDenied with the reason.
    """
    rows = Consultation.objects.select_related("agency", "coordinator__person")
    consultation = rows.filter(reference=reference.upper()).first()
    if consultation is None or not request.user.has_perm("consultations.consultation_view", consultation):
        raise Http404(_("There is no process %(reference)s.") % {"reference": reference})
    if not request.user.has_perm(f"consultations.{act}", consultation):
        raise PermissionDenied(_("Only the officer in charge of this process can do that."))
    return consultation


def seen_other(name: str, *args: object) -> HttpResponseRedirect:
    """Promise the answer to an act that was done: go and see that page (303)."""
    return HttpResponseRedirect(reverse(name, args=args), status=303)
