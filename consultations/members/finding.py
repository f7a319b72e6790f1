"""How views find a membership and refuse who may not act on it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from consultations.members.models import Membership


def membership_for(request: HttpRequest, reference: str, pk: int, act: str, why: str) -> Membership:
    """Promise the membership if the reader may do `act` on it. 404 for none; 403 with `why`."""
    rows = Membership.objects.select_related(
        "consultation__agency", "consultation__coordinator__person", "person", "organization", "agency"
    )
    membership = rows.filter(consultation__reference=reference.upper(), pk=pk).first()
    if membership is None or not request.user.has_perm("consultations.consultation_view", membership.consultation):
        raise Http404(_("There is no such member."))
    if not request.user.has_perm(f"consultations.{act}", membership):
        raise PermissionDenied(why)
    return membership
