"""Going out of a group, by oneself or with a reason; and who coordinates it."""

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.groups import emails
from consultations.groups.holding import held
from consultations.groups.models import Belonging, Group
from consultations.groups.standing import (
    belonging_of,
    belongs_or_refused,
    capacity_of,
    coordinates_or_refused,
    has_coordination,
)
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused, stated


@transaction.atomic
def group_leave(*, group: Group, by: Person) -> None:
    """Go, without having to say why. Again changes nothing. Raises Refused for the last one who coordinates it."""
    group = held(group, working=False)
    row = belonging_of(group, by)
    if row is None:
        return
    others = Belonging.objects.standing().filter(group=group, coordinates=True).exclude(pk=row.pk)
    if group.is_open and row.coordinates and not others.exists():
        raise Refused(
            "last-coordinator", _("Nobody else coordinates this group."), rule="G26",
            advice=_("Name somebody first, or close the group."),
        )  # fmt: skip
    _end(row, by, capacity_of(row.membership), "")


@transaction.atomic
def group_remove(*, belonging: Belonging, reason: str, by: Person) -> Belonging:
    """Take somebody out, with a reason they read in a letter. Raises Refused for oneself, and for who is out."""
    group = held(belonging.group)
    coordinator = coordinates_or_refused(group, by)
    row = Belonging.objects.standing().filter(pk=belonging.pk).select_related("membership", "person", "group").first()
    if row is None:
        raise Refused("not-in-group", _("That person does not belong to the group any more."), rule="G26")
    if row.person_id == by.pk:
        raise Refused("own-act", _("To go yourself, leave the group."), rule="G26")
    _end(row, by, capacity_of(coordinator.membership), stated(reason, rule="G26"))
    emails.group_removed(row)
    return row


@transaction.atomic
def coordination_give(*, belonging: Belonging, by: Person) -> Belonging:
    """Let another member coordinate too. Where nobody does any more, any member says who. Again changes nothing."""
    group = held(belonging.group)
    if has_coordination(group):
        coordinates_or_refused(group, by)
    else:
        belongs_or_refused(group, by)
    row = Belonging.objects.standing().filter(pk=belonging.pk).select_related("membership", "person", "group").first()
    if row is None:
        raise Refused("not-in-group", _("That person does not belong to the group any more."), rule="G26")
    if not row.coordinates:
        row.coordinates = True
        row.save(update_fields=["coordinates"])
    return row


def _end(row: Belonging, by: Person, acted_as: str, because: str) -> None:
    row.ended_at, row.ended_by, row.ended_as, row.ended_because = now(), by, acted_as, because
    row.save(update_fields=["ended_at", "ended_by", "ended_as", "ended_because"])
