"""Invitations: a personal link to join. Inviting civil society directly says why a call did not suffice (G19)."""

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from consultations.capacities import of_convener
from consultations.lifecycle import State
from consultations.members import emails
from consultations.members.kinds import Role, Side
from consultations.members.models import Invitation, Membership
from consultations.members.once import refuse_backwards, standing
from consultations.models import Consultation
from consultations.services import locked as consultation_locked
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.categories import Category
from incidencia.web.refusals import Refused

_OF_CIVIL = ("category", "category_other", "organization", "why_direct", "career", "experience", "other_aspects")
_OF_PUBLIC = ("agency", "appointment", "powers")
_OF_GUEST = ("body",)
_ALWAYS = ("email", "name", "language", "side", "role", "capacity", "ends_on", "expires_at")


@transaction.atomic
def invitation_send(*, consultation: Consultation, values: Mapping[str, Any], by: Person) -> Invitation:
    """Invite somebody by letter with a personal link. `values` are fields of Invitation; those of another side
    are left out.

    Raises Refused before the call is published, for a date in the past, for a term that ends before it begins, for
    what the side requires (G19, G22), or when that e-mail is already invited or takes part.
    """
    side = Side(values["side"])
    kept = {Side.CIVIL: _OF_CIVIL, Side.PUBLIC: _OF_PUBLIC, Side.GUEST: _OF_GUEST}[side]
    invitation = Invitation(
        **{name: values[name] for name in (*_ALWAYS, *kept) if name in values},
        consultation=consultation,
        by=by,
        acted_as=of_convener(by, consultation),
    )
    invitation.email = invitation.email.strip().lower()
    _refuse_untimely(consultation, invitation)
    refuse_backwards(invitation.ends_on)
    _refuse_gaps(invitation)
    _refuse_known(consultation, invitation.email)
    try:
        with transaction.atomic():
            invitation.save()
    except IntegrityError:  # the same invitation sent twice at once
        _refuse_known(consultation, invitation.email)
        raise
    emails.invitation_sent(invitation)
    return invitation


@transaction.atomic
def invitation_withdraw(*, invitation: Invitation, by: Person) -> Invitation:
    """Make the link useless. Doing it again changes nothing. Raises Refused once it was used."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if invitation.used_at is not None:
        raise Refused(
            "invitation-used",
            _("%(name)s has already joined with this invitation.") % {"name": invitation.name},
            advice=_("The page of members shows it."),
        )
    if invitation.withdrawn_at is None:
        invitation.withdrawn_at = now()
        invitation.save(update_fields=["withdrawn_at"])
    return invitation


@transaction.atomic
def invitation_accept(*, invitation: Invitation, by: Person) -> Membership:
    """Join with the link. The same person twice joins once. Raises Refused for a link that no longer admits."""
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("consultation__coordinator")
    invitation = rows.get(pk=invitation.pk)
    if invitation.used_by_id == by.pk:
        return Membership.objects.get(invitation=invitation)
    refuse_useless(invitation)
    consultation_locked(invitation.consultation)  # nobody joins twice at once, by the call and by invitation
    refuse_stranger(invitation, by)
    refuse_backwards(invitation.ends_on)
    role = Role(invitation.role)
    membership = Membership.objects.create(
        consultation=invitation.consultation,
        person=by,
        side=invitation.side,
        category=invitation.category,
        category_other=invitation.category_other,
        organization=invitation.organization,
        agency=invitation.agency,
        body=invitation.body,
        capacity=invitation.capacity,
        appointment=invitation.appointment,
        powers=invitation.powers,
        voice=role.voice,
        vote=role.vote,
        ends_on=invitation.ends_on,
        admitted_by=invitation.by,
        admitted_as=invitation.acted_as,
        invitation=invitation,
    )
    invitation.used_at, invitation.used_by = now(), by
    invitation.save(update_fields=["used_at", "used_by"])
    return membership


def refuse_useless(invitation: Invitation) -> None:
    """Raise Refused when the link was used, withdrawn or has expired."""
    ask = _("Ask the officer in charge for a new one: the page of the process names them.")
    if invitation.used_at is not None:
        raise Refused("invitation-used", _("This invitation has already been used."), advice=ask)
    if invitation.withdrawn_at is not None:
        raise Refused("invitation-withdrawn", _("This invitation has been withdrawn."), advice=ask)
    if now() >= invitation.expires_at:
        raise Refused("invitation-expired", _("This invitation has expired."), advice=ask)


def refuse_stranger(invitation: Invitation, person: Person) -> None:
    """Raise Refused when the link is somebody else's, or the person already takes part."""
    if person.email.lower() != invitation.email:
        raise Refused(
            "invitation-of-another",
            _("This invitation is personal, and you are signed in with another e-mail."),
            rule="G22, G19",
            advice=_("Sign in with the e-mail that got the invitation, or ask for one at this address."),
        )
    if invitation.consultation.coordinator.person_id == person.pk:
        raise Refused(
            "convener-joins",
            _("You are the officer in charge of this process."),
            rule="G15",
            advice=_("You take part as the secretariat: there is nothing to accept."),
        )
    if standing(invitation.consultation).filter(person=person).exists():
        raise Refused(
            "already-member", _("You already take part in this process."), advice=_("There is nothing to do.")
        )


def _refuse_untimely(consultation: Consultation, invitation: Invitation) -> None:
    if consultation.state in (State.DRAFT, State.CONCLUDED):
        raise Refused(
            "not-time-to-invite",
            _("Nobody can be invited now: the process is “%(state)s”.") % {"state": consultation.state.label},
            rule="G13.IV",
            advice=_("Publish the call first: whoever is invited must be able to read what they join."),
        )
    if invitation.expires_at <= now():
        raise Refused(
            "expires-in-the-past",
            _("The invitation would already have expired."),
            advice=_("Choose a later date."),
        )


def _refuse_gaps(invitation: Invitation) -> None:
    if invitation.side == Side.CIVIL:
        _refuse_civil_gaps(invitation)
    if invitation.side == Side.PUBLIC and not (invitation.appointment.strip() and invitation.agency):
        raise Refused(
            "official-without-appointment",
            _("A public official joins with an agency and an appointment."),
            rule="G22",
            advice=_("Write the number and date of the letter of appointment."),
        )
    if invitation.side == Side.GUEST and not invitation.body.strip():
        raise Refused(
            "guest-without-institution",
            _("A guest comes from an institution."),
            rule="G17",
            advice=_("Write the legislature, international body or mission they come from."),
        )
    if invitation.side == Side.GUEST and Role(invitation.role).vote:
        raise Refused(
            "guest-with-vote",
            _("Guests count on neither side, so they have no vote."),
            rule="G17",
            advice=_("Invite the guest as adviser or observer."),
        )


def _refuse_civil_gaps(invitation: Invitation) -> None:
    if not all(getattr(invitation, name).strip() for name in ("why_direct", "career", "experience")):
        raise Refused(
            "direct-without-why",
            _("A direct invitation says why the call did not suffice, and assesses career and experience."),
            rule="G19",
            advice=_("Write the three. They are public."),
        )
    if invitation.organization:
        invitation.category = invitation.organization.category
        invitation.category_other = invitation.organization.category_other
    if not invitation.category or (invitation.category == Category.OTHER and not invitation.category_other.strip()):
        raise Refused(
            "no-category", _("Say in which category the person joins."), rule="G17", advice=_("Choose one.")
        )


def _refuse_known(consultation: Consultation, email: str) -> None:
    if standing(consultation).filter(person__email=email).exists():
        raise Refused("already-member", _("Whoever has that e-mail already takes part."))
    waiting = consultation.invitations.filter(email=email, used_at__isnull=True, withdrawn_at__isnull=True)
    waiting.filter(expires_at__lte=now()).update(withdrawn_at=now())
    if waiting.exists():
        raise Refused(
            "already-invited",
            _("That e-mail already has an invitation that is valid."),
            advice=_("Withdraw it on the list of invitations to send another."),
        )
