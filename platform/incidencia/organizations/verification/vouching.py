"""Two verified organizations vouch for a group without register, each through its own representative (G4)."""

from collections.abc import Iterable
from itertools import combinations

from django.db import transaction
from django.utils.translation import gettext as _

from incidencia import clock
from incidencia.accounts.models import Person
from incidencia.organizations import counting, emails, networks, queries, speaking
from incidencia.organizations.models import Organization
from incidencia.organizations.verification.asking import waiting_row
from incidencia.organizations.verification.matters import Proof
from incidencia.organizations.verification.models import Verification, Voucher
from incidencia.organizations.verification.queries import is_verified
from incidencia.web.refusals import Refused

NEEDED = 2
MOST = 6  # organizations that can be asked for one verification


@transaction.atomic
def voucher_ask(*, verification: Verification, organization: Organization, by: Person) -> Voucher:
    """Ask a verified organization to vouch; those who speak for it get a letter.

    Raises Refused when `by` doesn't speak for the group, vouchers are not its proof, or the organization is not
    verified, is the group itself, was asked, or would be one too many.
    """
    row = waiting_row(verification)
    speaking.voice_of(by, str(row.organization_id))
    if row.proof != Proof.VOUCHERS:
        raise Refused(
            "proof-is-another",
            _("This is shown by another proof: %(proof)s.") % {"proof": Proof(row.proof).label},
            rule="G4",
            advice=_("Withdraw it and ask again with vouchers, if its category allows them."),
        )
    _refuse_voucher(row, organization)
    made = Voucher.objects.create(verification=row, organization=organization)
    emails.voucher_asked(made)
    return made


@transaction.atomic
def voucher_give(*, voucher: Voucher, by: Person, sentence: str) -> Voucher:
    """Vouch, for the organization that was asked, with a sentence on what it knows of the group.

    With the second independent one the clock of the desk starts. Raises Refused when `by` doesn't speak for the
    organization, also speaks for the group, gave a voucher for it already, says nothing, or the organization is not
    verified (any more).
    """
    given, voice = _answered(voucher, by)
    subject = given.verification.organization
    if not sentence.strip():
        raise Refused("voucher-says-nothing", _("Say in a sentence what you know of the group."), rule="G4")
    if not is_verified(given.organization):
        raise _not_verified(given.organization)
    if queries.speaks_for(by, subject):
        raise Refused(
            "voucher-of-its-own",
            _("You speak for %(name)s yourself.") % {"name": subject.name},
            rule="G4",
            advice=_("Another representative of %(name)s can vouch.") % {"name": given.organization.name},
        )
    if given.verification.vouchers.filter(given=True, person=by).exists():
        raise Refused(
            "voucher-same-person",
            _("You vouched for %(name)s already, for another organization.") % {"name": subject.name},
            rule="G4",
            advice=_("Two vouchers come from two people. Another representative of %(name)s can vouch.")
            % {"name": given.organization.name},
        )
    given.given, given.sentence = True, sentence.strip()
    _save(given, voice)
    _start_clock(given.verification)
    return given


@transaction.atomic
def voucher_refuse(*, voucher: Voucher, by: Person) -> Voucher:
    """Decline to vouch; nothing about it is public. Raises Refused when it is not theirs or answered."""
    refused, voice = _answered(voucher, by)
    refused.given = False
    _save(refused, voice)
    return refused


def counted(vouchers: Iterable[Voucher]) -> int:
    """Promise how many of the vouchers given count, up to two. One query.

    Two from the same person, the same organization, a network and its member, or two members of one network are one.
    """
    given = [one for one in vouchers if one.given]
    above = counting.networks_above(networks.pairs())
    circles = [(one.person_id, above.get(one.organization_id, set()) | {one.organization_id}) for one in given]
    apart = any(a[0] != b[0] and not a[1] & b[1] for a, b in combinations(circles, 2))
    return NEEDED if apart else min(1, len(given))


def _start_clock(verification: Verification) -> None:
    if verification.ready_at is None and counted(verification.vouchers.all()) >= NEEDED:
        verification.ready_at = clock.now()
        verification.save(update_fields=["ready_at"])


def _answered(voucher: Voucher, by: Person) -> tuple[Voucher, speaking.Voice]:
    row = waiting_row(voucher.verification)
    asked = Voucher.objects.select_related("organization").get(pk=voucher.pk)
    asked.verification = row
    voice = speaking.voice_of(by, str(asked.organization_id))
    if asked.given is not None:
        raise Refused(
            "voucher-answered",
            _("%(name)s answered already.") % {"name": asked.organization.name},
            advice=_("An answer stays as it was given."),
        )
    return asked, voice


def _save(voucher: Voucher, voice: speaking.Voice) -> None:
    voucher.person, voucher.answered_as, voucher.answered_at = voice.person, voice.capacity, clock.now()
    voucher.save()


def _refuse_voucher(row: Verification, organization: Organization) -> None:
    if organization.pk == row.organization_id:
        raise Refused(
            "voucher-of-its-own", _("A group does not vouch for itself."), rule="G4", advice=_("Choose another one.")
        )
    if not is_verified(organization):
        raise _not_verified(organization)
    asked = list(row.vouchers.values_list("organization_id", flat=True))
    if organization.pk in asked:
        raise Refused(
            "voucher-asked",
            _("%(name)s was asked already.") % {"name": organization.name},
            advice=_("Write to its representatives: its page names them."),
        )
    if len(asked) >= MOST:
        raise Refused(
            "too-many-asked",
            _("%(most)s organizations were asked already.") % {"most": MOST},
            advice=_("Wait for their answers, or withdraw this and ask again."),
        )


def _not_verified(organization: Organization) -> Refused:
    return Refused(
        "voucher-not-verified",
        _("%(name)s is not verified.") % {"name": organization.name},
        rule="G4",
        advice=_("Only verified organizations vouch: choose one of them."),
    )
