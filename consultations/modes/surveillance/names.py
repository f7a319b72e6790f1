"""Whose name is shown for what a monitor did: the one place that knows of shields."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from consultations.modes.surveillance.models import Checklist, Monitor
from incidencia.accounts.models import Person


def is_of_team(viewer: Person | None, monitors: Iterable[Monitor]) -> bool:
    """Promise whether `viewer` is one of the monitors today. No query."""
    return viewer is not None and any(
        one.person_id == viewer.pk and one.accepted_at is not None and one.ended_at is None for one in monitors
    )


def shown_name(monitor: Monitor, checklist: Checklist, *, to_team: bool = False) -> str:
    """Promise the name to show: the person's; shielded, that of their organization, for everybody but the team.

    A shield stands also after the monitor left. `monitor.person` and the organizations are loaded by the caller.
    """
    name = monitor.person.name if monitor.person else monitor.email if to_team else ""
    if not monitor.shielded:
        return name if monitor.organization is None else _("%(person)s, for %(organization)s") % {
            "person": name, "organization": monitor.organization.name
        }  # fmt: skip
    standing = monitor.organization or checklist.contribution.organization
    instead = standing.name if standing else _("A monitor of this team")
    return _("%(name)s (shielded: %(instead)s)") % {"name": name, "instead": instead} if to_team else instead
