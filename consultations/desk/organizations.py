"""What waits for somebody about organizations: verifications to decide, vouchers, networks and accreditations."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.desk.asked import Asked
from consultations.desk.reach import Reach
from consultations.desk.row import Act, Waiting
from incidencia.organizations import networks
from incidencia.organizations.models import Accreditation, Affiliation
from incidencia.organizations.queries import accreditations_awaiting
from incidencia.organizations.verification import queries
from incidencia.organizations.verification.models import Verification, Voucher


def to_decide(reach: Reach) -> Asked:
    """Verifications whose proof is complete."""
    rows = queries.undecided(reach.person, reach.coordinates).filter(ready_at__isnull=False)
    return Asked(rows, _to_decide(rows, reach))


def _to_decide(rows: QuerySet[Verification], reach: Reach) -> Iterator[Waiting]:
    for row in rows:
        title = _("Verify: %(name)s") % {"name": row.organization.name}
        href = reverse("verification_page", args=[row.pk])
        deadline = queries.deadline_of(row, reach.closed.of(row.agency.acronym))
        due = deadline.due_at if deadline else None
        yield Waiting(Act.DECIDE, title, href, due, row.agency.acronym)


def to_appeal(reach: Reach) -> Asked:
    """Refusals about the organizations one speaks for that can still be appealed, once."""
    rows = queries.refused(reach.organizations)
    return Asked(rows, _to_appeal(rows))


def _to_appeal(rows: QuerySet[Verification]) -> Iterator[Waiting]:
    for row in rows:
        said = _("Not verified: %(name)s. Appeal it once, or ask with another proof")
        title = said % {"name": row.organization.name}
        yield Waiting(Act.DECIDE, title, reverse("verification_page", args=[row.pk]), where=row.agency.acronym)


def to_vouch(reach: Reach) -> Asked:
    """Vouchers asked of one's organization."""
    rows = queries.vouchers_asked_of_any(reach.organizations)
    return Asked(rows, _to_vouch(rows))


def _to_vouch(rows: QuerySet[Voucher]) -> Iterator[Waiting]:
    for voucher in rows:
        title = _("A voucher for %(name)s") % {"name": voucher.verification.organization.name}
        href = reverse("voucher_give", args=[voucher.pk])
        yield Waiting(Act.CONFIRM, title, href, where=voucher.organization.name)


def to_affiliate(reach: Reach) -> Asked:
    """Networks that propose to take one's organization in."""
    rows = networks.proposals_to_any(reach.organizations)
    return Asked(rows, _to_affiliate(rows))


def _to_affiliate(rows: QuerySet[Affiliation]) -> Iterator[Waiting]:
    for proposed in rows:
        title = _("%(name)s proposes to take you in as a member") % {"name": proposed.network.name}
        href = reverse("affiliation_page", args=[proposed.pk])
        yield Waiting(Act.CONFIRM, title, href, where=proposed.member.name)


def to_speak(reach: Reach) -> Asked:
    """Accreditations offered to one's address."""
    rows = accreditations_awaiting(reach.person)
    return Asked(rows, _to_speak(rows))


def _to_speak(rows: QuerySet[Accreditation]) -> Iterator[Waiting]:
    for offer in rows:
        title = _("Speak for %(name)s") % {"name": offer.organization.name}
        yield Waiting(Act.CONFIRM, title, reverse("accreditation_page", args=[offer.token]))
