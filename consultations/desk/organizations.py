"""What waits for somebody about organizations: verifications to decide, vouchers, networks and accreditations."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.desk.row import Act, Waiting
from incidencia.accounts.models import Person
from incidencia.organizations import networks
from incidencia.organizations.queries import accreditations_awaiting
from incidencia.organizations.verification import queries


def to_decide(person: Person) -> Iterator[Waiting]:
    """Verifications whose proof is complete. One query, and one per agency."""
    for one in queries.desk_of(person):
        if one.deadline is not None:
            row = one.verification
            title = _("Verify: %(name)s") % {"name": row.organization.name}
            href = reverse("verification_page", args=[row.pk])
            yield Waiting(Act.DECIDE, title, href, one.deadline.due_at, row.agency.acronym)


def to_appeal(person: Person) -> Iterator[Waiting]:
    """Refusals about the organizations one speaks for that can still be appealed, once. One query."""
    for row in queries.refused_to(person):
        said = _("Not verified: %(name)s. Appeal it once, or ask with another proof")
        title = said % {"name": row.organization.name}
        yield Waiting(Act.DECIDE, title, reverse("verification_page", args=[row.pk]), where=row.agency.acronym)


def to_confirm(person: Person) -> Iterator[Waiting]:
    """Vouchers asked of one's organization, networks that propose to take it in, accreditations. Three queries."""
    for voucher in queries.vouchers_awaiting(person):
        title = _("A voucher for %(name)s") % {"name": voucher.verification.organization.name}
        yield Waiting(
            Act.CONFIRM, title, reverse("voucher_give", args=[voucher.pk]), where=voucher.organization.name
        )
    for proposed in networks.proposals_for(person):
        title = _("%(name)s proposes to take you in as a member") % {"name": proposed.network.name}
        yield Waiting(
            Act.CONFIRM, title, reverse("affiliation_page", args=[proposed.pk]), where=proposed.member.name
        )
    for offer in accreditations_awaiting(person):
        title = _("Speak for %(name)s") % {"name": offer.organization.name}
        yield Waiting(Act.CONFIRM, title, reverse("accreditation_page", args=[offer.token]))
