"""Who designs, checks, replies and reads at level VI. What is not said here is denied."""

from typing import Any

import rules

from consultations.activities.models import Activity, Visibility
from consultations.activities.rules import takes_part
from consultations.activities.window import State
from consultations.members.kinds import Side
from consultations.modes.surveillance.models import Checklist, CheckRound, Monitor
from consultations.rules import is_official_of
from consultations.spine.rules import reads
from incidencia.organizations import queries as organizations
from incidencia.organizations.rules import is_signed_in
from incidencia.organizations.speaking import voices


@rules.predicate
def designs_here(user: Any, activity: Activity | None) -> bool:
    """A member of civil society, or who speaks for a verified organization. Never an official (G11.VI)."""
    if activity is None or not is_signed_in(user) or activity.state is State.DRAFT:
        return False
    if is_official(user, activity):
        return False
    seated = activity.consultation.memberships.in_force().filter(person=user, side=Side.CIVIL).exists()
    if activity.visibility != Visibility.PUBLIC and not takes_part(user, activity):
        return False
    return seated or any(voice.is_verified for voice in voices(user))


def is_official(user: Any, activity: Activity) -> bool:
    """Promise whether `user` is of the authority: an official of this process, or holds an office of any agency."""
    return is_official_of(user, activity.consultation) or organizations.offices_of(user).exists()


@rules.predicate
def leads_it(user: Any, checklist: Checklist | None) -> bool:
    """Who leads the team."""
    if checklist is None or not is_signed_in(user):
        return False
    leads = any(one.person_id == user.pk for one in _team(checklist) if one.leads)
    return leads and not is_official_of(user, checklist.contribution.consultation)


@rules.predicate
def is_of_its_team(user: Any, checklist: Checklist | None) -> bool:
    """The lead and the monitors who accepted."""
    return checklist is not None and is_signed_in(user) and any(one.person_id == user.pk for one in _team(checklist))


@rules.predicate
def reads_it(user: Any, checklist: Checklist | None) -> bool:
    """Whoever reads the contribution, while moderation does not hide it; the team always."""
    if checklist is None:
        return False
    contribution = checklist.contribution
    if is_of_its_team(user, checklist):
        return True
    return bool(reads(user, contribution)) and bool(user.has_perm("consultations.contribution_words", contribution))


@rules.predicate
def reads_findings(user: Any, row: CheckRound | None) -> bool:
    """Everybody once it is published; the officials from when it is sent for reply; the team always."""
    if row is None:
        return False
    if is_of_its_team(user, row.checklist):
        return True
    if row.published_at is not None:
        return bool(reads_it(user, row.checklist))
    return row.sent_at is not None and is_official_of(user, row.checklist.contribution.consultation)


@rules.predicate
def replies_to(user: Any, row: CheckRound | None) -> bool:
    """The officials of the process, from when it is sent for reply. Who is of the team does not reply."""
    if row is None or row.sent_at is None or is_of_its_team(user, row.checklist):
        return False
    return is_official_of(user, row.checklist.contribution.consultation)


@rules.predicate
def checks_in(user: Any, row: CheckRound | None) -> bool:
    """The team. An official never writes a finding, whatever they were before."""
    if row is None or not is_of_its_team(user, row.checklist):
        return False
    return not is_official_of(user, row.checklist.contribution.consultation)


@rules.predicate
def leads_its_team(user: Any, row: CheckRound | None) -> bool:
    """Who leads the team of the round."""
    return row is not None and bool(leads_it(user, row.checklist))


@rules.predicate
def is_invited(user: Any, monitor: Monitor | None) -> bool:
    """Whose e-mail was invited, until they answer."""
    return (
        monitor is not None and is_signed_in(user) and monitor.ended_at is None and monitor.accepted_at is None
        and monitor.email.casefold() == user.email.casefold()
    )  # fmt: skip


@rules.predicate
def is_that_monitor(user: Any, monitor: Monitor | None) -> bool:
    """The monitor, while of the team; the lead is always named."""
    if monitor is None or not is_signed_in(user) or monitor.leads:
        return False
    return monitor.person_id == user.pk and monitor.accepted_at is not None and monitor.ended_at is None


def _team(checklist: Checklist) -> list[Monitor]:
    """Those of the team today. No query once the monitors were prefetched."""
    return [one for one in checklist.monitors.all() if one.accepted_at is not None and one.ended_at is None]


rules.add_perm("consultations.checklist_design", designs_here)
rules.add_perm("consultations.checklist_read", reads_it)
rules.add_perm("consultations.checklist_keep", leads_it)
rules.add_perm("consultations.checklist_team", is_of_its_team)
rules.add_perm("consultations.round_keep", leads_its_team)
rules.add_perm("consultations.findings_read", reads_findings)
rules.add_perm("consultations.finding_write", checks_in)
rules.add_perm("consultations.claim_write", replies_to)
rules.add_perm("consultations.monitor_answer", is_invited)
rules.add_perm("consultations.monitor_shield", is_that_monitor)
