"""The team: invited by the lead, each answers for themselves and decides whether their name is public."""

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.modes.surveillance import emails
from consultations.modes.surveillance.held import as_lead, held
from consultations.modes.surveillance.models import Checklist, Monitor
from consultations.modes.surveillance.rules import is_official
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.speaking import voice_of
from incidencia.web.refusals import Refused

MOST = 30


@transaction.atomic
def monitor_invite(*, checklist: Checklist, email: str, by: Person) -> Monitor:
    """Invite somebody by e-mail; they have a letter. Raises Refused for whoever is invited or of the team already."""
    checklist = held(checklist)
    as_lead(checklist, by)
    standing = Monitor.objects.filter(checklist=checklist, ended_at__isnull=True).select_related("person")
    written = email.strip().casefold()
    for one in standing:
        if written in (one.email.casefold(), one.person.email.casefold() if one.person else ""):
            raise Refused(
                "monitor-twice", _("Somebody with that e-mail is of the team already, or was invited."),
                advice=_("The list of the team says who has not answered yet."),
            )  # fmt: skip
    if len(standing) >= MOST:
        raise Refused(
            "team-full", _("A team has at most %(n)s people.") % {"n": MOST}, advice=_("End a place first.")
        )
    made = Monitor.objects.create(checklist=checklist, email=written, invited_at=now(), invited_by=by)
    emails.monitor_invited(made)
    return made


@transaction.atomic
def monitor_accept(*, monitor: Monitor, by: Person, speaking_as: str, shielded: bool) -> Monitor:
    """Join the team, in one's own name or for an organization; `shielded`: others read the organization.

    Again changes nothing. Raises Refused to officials (G11.VI), to anybody else, and for an invitation that ended.
    """
    monitor = _held(monitor)
    _refuse_other(monitor, by)
    if monitor.accepted_at is not None:
        return monitor
    if is_official(by, monitor.checklist.contribution.activity):  # type: ignore[arg-type]
        raise Refused(
            "official", _("A checklist belongs to civil society: officials don't check it."), rule="G11.VI",
            advice=_("Officials reply to each finding once it is sent to them."),
        )  # fmt: skip
    same = Monitor.objects.filter(checklist=monitor.checklist, person=by, ended_at__isnull=True)
    if same.exists():
        raise Refused("monitor-twice", _("You are of this team already."), advice=_("Open its checklist."))
    voice = voice_of(by, speaking_as)
    monitor.person, monitor.organization, monitor.capacity = by, voice.organization, voice.capacity
    monitor.shielded, monitor.accepted_at = shielded, now()
    monitor.save()
    return monitor


@transaction.atomic
def monitor_decline(*, monitor: Monitor, by: Person) -> Monitor:
    """Say no to the invitation. Again changes nothing. Raises Refused to anybody else, and once accepted."""
    monitor = _held(monitor)
    _refuse_other(monitor, by)
    if monitor.accepted_at is not None:
        raise Refused("accepted", _("You accepted before."), advice=_("Leave the team on the page of the checklist."))
    monitor.ended_at, monitor.ended_by = now(), by
    monitor.save(update_fields=["ended_at", "ended_by"])
    return monitor


@transaction.atomic
def monitor_shield(*, monitor: Monitor, shielded: bool, by: Person) -> Monitor:
    """Show the organization instead of one's name from now on, or the name again: only the monitor decides.

    Raises Refused to anybody else and for the lead, who answers for the checklist by name.
    """
    monitor = _held(monitor)
    if monitor.leads:
        raise Refused(
            "lead-is-named", _("Who leads the team answers for the checklist by name."), rule="G11.VI",
            advice=_("Ask somebody else to lead the next checklist."),
        )  # fmt: skip
    if monitor.person_id != by.pk or monitor.ended_at is not None:
        raise Refused("not-yours", _("Only each monitor decides that."), advice=_("Ask them."))
    monitor.shielded = shielded
    monitor.save(update_fields=["shielded"])
    return monitor


@transaction.atomic
def monitor_end(*, monitor: Monitor, by: Person) -> Monitor:
    """End a place in the team: by the monitor or the lead. What they found stays, and so does the shield.

    Again changes nothing. Raises Refused for the lead's own place, and to anybody else.
    """
    monitor = _held(monitor)
    if monitor.ended_at is not None:
        return monitor
    if monitor.leads:
        raise Refused("lead-stays", _("A team has somebody who leads it."), advice=_("The checklist needs its lead."))
    if monitor.person_id != by.pk:
        as_lead(monitor.checklist, by)
    monitor.ended_at, monitor.ended_by = now(), by
    monitor.save(update_fields=["ended_at", "ended_by"])
    return monitor


def _held(monitor: Monitor) -> Monitor:
    checklist = held(monitor.checklist)
    row = Monitor.objects.select_for_update(of=("self",)).select_related("organization").get(pk=monitor.pk)
    row.checklist = checklist
    return row


def _refuse_other(monitor: Monitor, by: Person) -> None:
    if monitor.ended_at is not None or monitor.email.casefold() != by.email.casefold():
        raise Refused(
            "not-invited", _("This invitation ended, or was made to another e-mail."),
            advice=_("Ask who leads the team to invite you again."),
        )  # fmt: skip
