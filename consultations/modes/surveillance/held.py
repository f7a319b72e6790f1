"""Holding a checklist while an act on it is done: everything about its rounds waits in one line."""

from django.utils.translation import gettext as _

from consultations.modes.surveillance.models import Checklist, CheckRound, Monitor
from consultations.modes.surveillance.queries import WHOLE, round_of
from consultations.rules import is_official_of
from incidencia.accounts.models import Person
from incidencia.web.refusals import Refused


def held(checklist: Checklist) -> Checklist:
    """The row as it is now with what acts ask of it, held until the transaction ends."""
    rows = Checklist.objects.select_for_update(of=("self",)).select_related(*WHOLE)
    return rows.get(pk=checklist.pk)


def held_round(row: CheckRound) -> CheckRound:
    """The round as it is now; its checklist is held until the transaction ends."""
    found = round_of(held(row.checklist), row.number)
    if found is None:
        raise AssertionError("a round is never removed")
    return found


def as_monitor(checklist: Checklist, person: Person) -> Monitor:
    """Promise the place of a person in the team today. Raises Refused for all others, and officials (G11.VI)."""
    rows = Monitor.objects.filter(
        checklist=checklist, person=person, accepted_at__isnull=False, ended_at__isnull=True
    )
    monitor = rows.first()
    if monitor is None or is_official_of(person, checklist.contribution.consultation):
        raise Refused(
            "not-of-the-team", _("Only the team of this checklist writes what was found."), rule="G11.VI",
            advice=_("Officials reply to each finding in their own column."),
        )  # fmt: skip
    return monitor


def as_lead(checklist: Checklist, person: Person) -> Monitor:
    """Promise the same of who leads. Raises Refused for anybody else."""
    monitor = as_monitor(checklist, person)
    if not monitor.leads:
        raise Refused(
            "not-the-lead", _("Only who leads the team does that."), rule="G11.VI", advice=_("Ask them to do it.")
        )
    return monitor
