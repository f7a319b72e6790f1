"""Rows of leaving, held until the transaction ends: the consultation first, so that no two acts lock each other."""

from django.utils.translation import gettext as _

from consultations.members.models import Membership, SeparationNotice
from consultations.services import locked as consultation_locked
from incidencia.web.refusals import Refused


def membership_held(membership: Membership) -> Membership:
    """Promise the membership as it is now, with its consultation, person, organization and agency."""
    consultation = consultation_locked(membership.consultation)
    rows = Membership.objects.select_for_update(of=("self",)).select_related("person", "organization", "agency")
    row: Membership = rows.get(pk=membership.pk)
    row.consultation = consultation
    return row


def notice_held(notice: SeparationNotice) -> SeparationNotice:
    """Promise the notice as it is now, with its membership held too."""
    membership = membership_held(notice.membership)
    row = SeparationNotice.objects.select_for_update(of=("self",)).select_related("by", "decider").get(pk=notice.pk)
    row.membership = membership
    return row


def refuse_left(membership: Membership) -> None:
    """Raise Refused (`membership-over`) for somebody who takes part no more."""
    if not membership.is_in_force():
        raise Refused(
            "membership-over", _("%(name)s takes part no more.") % {"name": membership.person.name}, rule="G21",
            advice=_("There is nothing to end. The page of those who left says since when."),
        )  # fmt: skip
