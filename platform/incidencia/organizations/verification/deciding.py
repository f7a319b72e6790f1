"""The desk decides: verified, or refused with a reason that names its rule (A8, G4, G8.II)."""

from django.db import transaction
from django.utils.translation import gettext as _

from incidencia import clock
from incidencia.accounts.models import Person
from incidencia.organizations import capacities, emails, queries
from incidencia.organizations.models import Agency
from incidencia.organizations.verification.asking import waiting_row
from incidencia.organizations.verification.matters import Proof, Result
from incidencia.organizations.verification.models import Verification
from incidencia.organizations.verification.vouching import NEEDED, counted
from incidencia.web.refusals import Refused


@transaction.atomic
def verification_decide(
    *, verification: Verification, by: Person, result: Result, rule: str = "", reason: str = ""
) -> Verification:
    """Verify or refuse, in the capacity `by` holds today; whoever asked gets a letter.

    Raises Refused when `by` holds no office at that desk, speaks for the organization, or refused what is appealed;
    when it no longer waits or its vouchers are missing; and for a refusal without rule or reason.
    """
    row = waiting_row(verification)
    capacity = _capacity(by, row.agency)
    _refuse_party(row, by)
    if row.ready_at is None or _lacks_vouchers(row):
        raise Refused(
            "proof-incomplete",
            _("Two independent vouchers are not given yet."),
            rule="G4",
            advice=_("Its term starts with the second one. Nothing needs to be done now."),
        )
    if result is Result.REFUSED and not (rule and reason.strip()):
        raise Refused(
            "refusal-without-reason",
            _("A refusal names the requirement and says why it is not met."),
            rule="G8.II",
            advice=_("Choose the rule and write the reason."),
        )
    row.result, row.rule, row.reason = result, rule, reason.strip()
    row.decided_by, row.decided_as, row.decided_at = by, capacity, clock.now()
    row.save()
    emails.verification_decided(row)
    return row


def _capacity(by: Person, agency: Agency) -> str:
    """In which capacity `by` decides. Raises Refused when there is none."""
    office = queries.coordinators_of(agency).filter(person=by).select_related("agency").first()
    if office is not None:
        return capacities.convenes_for(office)
    if by.is_superuser:
        return capacities.ADMINISTRATION
    raise Refused(
        "not-at-the-desk",
        _("Only the coordination of %(agency)s decides this.") % {"agency": agency.acronym},
        rule="G23",
        advice=_("Ask whoever holds that office: the agency's page names them."),
    )


def _refuse_party(row: Verification, by: Person) -> None:
    if queries.speaks_for(by, row.organization):
        raise Refused(
            "decides-on-its-own",
            _("You speak for %(name)s.") % {"name": row.organization.name},
            rule="G21",
            advice=_("Another coordinator, or the administrator of this installation, decides it."),
        )
    if row.appeal_of is not None and row.appeal_of.decided_by_id == by.pk:
        raise Refused(
            "decides-own-appeal",
            _("You refused what is appealed here."),
            rule="G8.II",
            advice=_("Another coordinator, or the administrator of this installation, decides it."),
        )


def _lacks_vouchers(row: Verification) -> bool:
    if row.proof != Proof.VOUCHERS:
        return False
    asked = row.appeal_of or row
    return counted(asked.vouchers.all()) < NEEDED
