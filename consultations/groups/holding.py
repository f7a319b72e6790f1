"""Holding a group while an act within it is done: acts on one group happen one after the other."""

from django.utils.translation import gettext as _

from consultations.groups.models import Group
from incidencia.web.refusals import Refused


def held(group: Group, *, working: bool = True) -> Group:
    """Promise the row as it is now, held until the transaction ends. Raises Refused where it is closed.

    Without `working` a closed one is held too.
    """
    rows = Group.objects.select_for_update(of=("self",)).select_related(
        "consultation__agency", "consultation__coordinator__person"
    )
    found = rows.get(pk=group.pk)
    if working and not found.is_open:
        raise Refused(
            "group-closed", _("This group is closed."), rule="G26",
            advice=_("Convene another one; what it did stays readable as it was."),
        )  # fmt: skip
    return found
