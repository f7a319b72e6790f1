"""Who speaks for an organization: offered, accepted, ended. Always named people, never a shared password."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from incidencia import clock
from incidencia.accounts.models import Person
from incidencia.organizations import emails, queries
from incidencia.organizations.models import Accreditation, Organization, Representation
from incidencia.organizations.terms import today
from incidencia.web.refusals import Refused


@transaction.atomic
def representation_offer(
    *, organization: Organization, by: Person, email: str, scope: str, starts_on: date, ends_on: date | None
) -> Accreditation:
    """Offer somebody, by e-mail, to speak for `organization`; the letter carries the link to answer.

    The answer is the same whether or not the e-mail has an account. Raises Refused when an offer to that e-mail is
    open, when the person already speaks for it in that term, or when the term ends before it starts or is over.
    """
    email = email.strip().lower()
    _refuse_bad_term(starts_on, ends_on)
    _lock(organization)
    if queries.accreditations_open(organization).filter(email=email).exists():
        raise Refused(
            "accreditation-open",
            _("An accreditation for that e-mail is waiting for an answer."),
            advice=_("Withdraw it to send another one."),
        )
    known = Person.objects.filter(email=email).first()
    # Whom an organization already names is public: saying so reveals nothing.
    if known and queries.overlaps(known, organization, starts_on, ends_on):
        _refuse_overlap(known, organization)
    offer = Accreditation.objects.create(
        organization=organization, email=email, scope=scope, starts_on=starts_on, ends_on=ends_on, made_by=by
    )
    emails.accreditation_offered(offer, known=known)
    return offer


@transaction.atomic
def accreditation_accept(*, accreditation: Accreditation, by: Person) -> Representation:
    """Accept: from its first day `by` speaks for the organization, and is named in public.

    Raises Refused when it was made to another e-mail, already answered, over, or would overlap.
    """
    offer = _open(accreditation, by)
    starts_on = max(offer.starts_on, today())
    if offer.ends_on and offer.ends_on < starts_on:
        raise Refused(
            "accreditation-over",
            _("The term of this accreditation is over."),
            advice=_("Ask the organization for another one."),
        )
    if queries.overlaps(by, offer.organization, starts_on, offer.ends_on):
        _refuse_overlap(by, offer.organization)
    made = Representation.objects.create(
        person=by,
        organization=offer.organization,
        scope=offer.scope,
        starts_on=starts_on,
        ends_on=offer.ends_on,
        made_by=offer.made_by,
    )
    offer.representation = made
    _answered(offer)
    return made


@transaction.atomic
def accreditation_decline(*, accreditation: Accreditation, by: Person) -> None:
    """Decline: nothing is made public. Raises Refused when it is not theirs or already answered."""
    _answered(_open(accreditation, by))


@transaction.atomic
def accreditation_withdraw(*, accreditation: Accreditation) -> None:
    """Take an offer back before it is answered. One already answered stays as it is."""
    offer = Accreditation.objects.select_for_update().get(pk=accreditation.pk)
    if offer.answered_at is None:
        _answered(offer)


@transaction.atomic
def representation_end(*, representation: Representation, by: Person) -> Representation:
    """End a representation at once. Ending what is over changes nothing."""
    mandate = Representation.objects.select_for_update().get(pk=representation.pk)
    if mandate.ended_at is None and (mandate.ends_on is None or mandate.ends_on >= today()):
        mandate.ended_by = by
        mandate.save(update_fields=["ended_by"])
        mandate.cut_short()
    return mandate


def _refuse_bad_term(starts_on: date, ends_on: date | None) -> None:
    if ends_on and ends_on < starts_on:
        raise Refused(
            "term-backwards",
            _("The term ends before it starts."),
            advice=_("Correct one of the two dates, or leave the end empty."),
        )
    if ends_on and ends_on < today():
        raise Refused("term-past", _("The term is already over."), advice=_("Choose a later end, or leave it empty."))


def _refuse_overlap(person: Person, organization: Organization) -> None:
    raise Refused(
        "representation-overlaps",
        _("%(person)s already speaks for %(organization)s in that term.")
        % {"person": person.name, "organization": organization.name},
        advice=_("End the present representation first, or choose a term after it."),
    )


def _lock(organization: Organization) -> None:
    """One act at a time on who speaks for it: what was checked still holds when it is written."""
    Organization.objects.select_for_update().get(pk=organization.pk)


def _open(accreditation: Accreditation, by: Person) -> Accreditation:
    _lock(accreditation.organization)
    offer = Accreditation.objects.select_related("organization", "made_by").get(pk=accreditation.pk)
    if offer.answered_at is not None:
        raise Refused(
            "accreditation-answered",
            _("This accreditation was already answered or withdrawn."),
            advice=_("Ask the organization for another one if you need it."),
        )
    if offer.email != by.email:
        raise Refused(
            "accreditation-of-another",
            _("This accreditation was made to another e-mail."),
            advice=_("Sign in with that e-mail, or ask the organization to accredit the one you use."),
        )
    return offer


def _answered(offer: Accreditation) -> None:
    offer.answered_at = clock.now()
    offer.save(update_fields=["answered_at", "representation"])
