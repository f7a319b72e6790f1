"""An organization asks the desk of an agency, with its proof; takes it back; appeals once (A8, G4, G8.II)."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from incidencia import clock
from incidencia.accounts.models import Person
from incidencia.files.checking import Checked
from incidencia.files.services import atomic_with_files, attach_all
from incidencia.organizations import queries as organizations
from incidencia.organizations import speaking
from incidencia.organizations.categories import Category
from incidencia.organizations.models import Agency, Organization
from incidencia.organizations.verification.matters import RULES, Matter, Proof, Result, proofs_for
from incidencia.organizations.verification.models import ProofFile, Verification
from incidencia.organizations.verification.standing import holds, may_appeal
from incidencia.web.refusals import Refused


@atomic_with_files()
def verification_ask(
    *,
    organization: Organization,
    by: Person,
    matter: Matter,
    agency: Agency,
    proof: Proof,
    text: str = "",
    attachments: Sequence[Checked] = (),
    which: str = "",
) -> Verification:
    """Ask the desk of `agency` to verify `matter`, with `proof` in words (register number, public address) or files.

    Its clock runs at once; with vouchers, from the day two independent ones are given. Raises Refused when `by`
    doesn't speak for the organization, the proof is not one of its category or says nothing, the matter waits or is
    verified already, or nobody holds the desk.
    """
    organization = _locked(organization)
    voice = speaking.voice_of(by, str(organization.pk))
    which = which.strip() if matter is Matter.OTHER else ""
    _refuse_proof(organization, matter, proof, bool(text.strip() or attachments), which)
    _refuse_repeated(organization, matter, which)
    _refuse_empty_desk(agency)
    made = Verification.objects.create(
        organization=organization,
        matter=matter,
        which=which,
        agency=agency,
        proof=proof,
        text=text.strip(),
        name_then=organization.folded_name,
        category_then=organization.category,
        asked_by=by,
        asked_as=voice.capacity,
        ready_at=None if proof == Proof.VOUCHERS else clock.now(),
    )
    _attach(made, attachments)
    return made


@transaction.atomic
def verification_withdraw(*, verification: Verification, by: Person) -> Verification:
    """Take a question back before it is decided. Raises Refused when it is not theirs or no longer waits."""
    row = waiting_row(verification)
    voice = speaking.voice_of(by, str(row.organization_id))
    row.result, row.decided_by, row.decided_as, row.decided_at = Result.WITHDRAWN, by, voice.capacity, clock.now()
    row.save()
    return row


@atomic_with_files()
def verification_appeal(
    *, verification: Verification, by: Person, text: str, attachments: Sequence[Checked] = ()
) -> Verification:
    """Appeal a refusal, once (G8.II). Somebody else than who refused decides it, with the same term.

    Raises Refused when it was not refused, was appealed, says nothing, or the matter waits or is verified by now.
    """
    organization = _locked(verification.organization)
    row = Verification.objects.select_related("appeal", "agency").get(pk=verification.pk)
    voice = speaking.voice_of(by, str(organization.pk))
    if not may_appeal(row):
        raise Refused(
            "appealed-already",
            _("A refusal can be appealed once, and this one was, or it is not a refusal."),
            rule="G8.II",
            advice=_("Ask again with another proof."),
        )
    if not text.strip():
        raise Refused("appeal-without-reasons", _("Say why the refusal is wrong."), rule="G8.II")
    _refuse_repeated(organization, Matter(row.matter), row.which)
    made = Verification.objects.create(
        organization=organization,
        matter=row.matter,
        which=row.which,
        agency=row.agency,
        proof=row.proof,
        text=text.strip(),
        name_then=row.name_then,
        category_then=row.category_then,
        appeal_of=row,
        asked_by=by,
        asked_as=voice.capacity,
        ready_at=clock.now(),
    )
    _attach(made, attachments)
    return made


def waiting_row(verification: Verification) -> Verification:
    """Promise the row as it is now, under the lock of its organization. Raises Refused when it no longer waits."""
    organization = _locked(verification.organization)
    row = Verification.objects.select_related("agency", "appeal_of").get(pk=verification.pk)
    row.organization = organization
    if row.result:
        raise Refused(
            "verification-over",
            _("This was already decided or withdrawn."),
            advice=_("The page of the organization shows how it stands."),
        )
    return row


def _attach(row: Verification, attachments: Sequence[Checked]) -> None:
    for attachment in attach_all(attachments, by=row.asked_by):
        ProofFile.objects.create(verification=row, attachment=attachment)


def _locked(organization: Organization) -> Organization:
    """One act at a time on what is verified of it: what was checked still holds when it is written."""
    return Organization.objects.select_for_update().get(pk=organization.pk)


def _refuse_proof(organization: Organization, matter: Matter, proof: Proof, is_shown: bool, which: str) -> None:
    category = Category(organization.category)
    if proof not in proofs_for(matter, category):
        raise Refused(
            "proof-not-of-the-category",
            _("%(proof)s is not a proof asked of this category: %(category)s.")
            % {"proof": Proof(proof).label, "category": category.label},
            rule="G4",
            advice=_("Choose one of: %(proofs)s.")
            % {"proofs": "; ".join(str(one.label) for one in proofs_for(matter, category))},
        )
    if proof != Proof.VOUCHERS and not is_shown:
        raise Refused(
            "proof-says-nothing",
            _("The proof is missing."),
            rule=RULES[matter],
            advice=_("Write where it can be seen (number, register, address, date, who signs), or attach it."),
        )
    if matter is Matter.OTHER and not which:
        raise Refused(
            "criterion-without-name", _("Say which criterion."), rule="A8", advice=_("As the call words it.")
        )


def _refuse_repeated(organization: Organization, matter: Matter, which: str) -> None:
    rows = list(organization.verifications.filter(matter=matter, which=which))
    if any(not row.result for row in rows):
        raise Refused(
            "verification-waits",
            _("This is being looked at already."),
            advice=_("Wait for the answer, or withdraw it to ask with another proof."),
        )
    if any(holds(organization, row) for row in rows):
        raise Refused("verified-already", _("This is verified already."), advice=_("Nothing needs to be done."))


def _refuse_empty_desk(agency: Agency) -> None:
    if not organizations.coordinators_of(agency).exists():
        raise Refused(
            "desk-without-people",
            _("Nobody holds the office of coordination of %(agency)s now.") % {"agency": agency.acronym},
            rule="G23",
            advice=_("Choose another agency."),
        )
