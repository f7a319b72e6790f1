"""The end of a membership: resignation, conclusion, and what every separation does (G21)."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from consultations.capacities import of_convener, of_member
from consultations.lifecycle import State
from consultations.members.kinds import Side
from consultations.members.leaving import emails
from consultations.members.leaving.holding import membership_held, refuse_left
from consultations.members.leaving.seats import Freed, seats_withdraw
from consultations.members.models import Membership, Separation, SeparationNotice
from consultations.members.tables.separation import Cause
from incidencia.accounts.models import Person
from incidencia.organizations.queries import speaks_for
from incidencia.organizations.terms import today
from incidencia.web.refusals import Refused, stated


@transaction.atomic
def resign(*, membership: Membership, words: str, by: Person) -> Separation:
    """Leave of one's own will: at once, without asking. Their coming seats are withdrawn; they get a letter.

    `words` are read by who convenes alone. Doing it again changes nothing. Raises Refused once the term is over.
    """
    membership = membership_held(membership)
    if known := Separation.objects.filter(membership=membership, cause=Cause.RESIGNATION).first():
        return known
    refuse_left(membership)
    made, _freed = separated(
        membership, Cause.RESIGNATION, by=by, acted_as=of_member(membership), words=words.strip()
    )
    emails.resigned(made)
    return made


@transaction.atomic
def membership_conclude(*, membership: Membership, reason: str, by: Person) -> tuple[Separation, Freed]:
    """End a membership because what it rested on ended: an appointment, an accreditation, the process itself.

    The member gets a letter; the reason is public. Raises Refused without reason, for who left already, for oneself,
    and for a member of civil society whose term and accreditation hold: that would separate without cause.
    """
    membership = membership_held(membership)
    refuse_left(membership)
    if membership.person_id == by.pk:
        raise Refused("own-membership", _("Nobody decides on their own place."), rule="G21",
                      advice=_("To leave, resign."))  # fmt: skip
    reason = stated(reason, rule="G21")
    _refuse_early(membership)
    _refuse_decider(membership)
    made, freed = separated(
        membership, Cause.CONCLUSION, by=by, acted_as=of_convener(by, membership.consultation), public_words=reason
    )
    emails.concluded(made)
    return made, freed


def separated(
    membership: Membership, cause: Cause, *, by: Person, acted_as: str, public_words: str = "", words: str = "",
    notice: SeparationNotice | None = None,
) -> tuple[Separation, Freed]:  # fmt: skip
    """Promise the separation: from now on the membership holds no right, and no seat in sessions to come.

    Call it inside the act's `atomic()`, with the membership held. Raises Refused when it was ended a moment ago.
    """
    try:
        with transaction.atomic():
            made = Separation.objects.create(
                membership=membership, cause=cause, notice=notice, public_words=public_words, words=words, on=today(),
                by=by, acted_as=acted_as,
            )  # fmt: skip
    except IntegrityError as error:
        raise Refused("membership-over", _("That was decided a moment ago."), rule="G21") from error
    membership.cut_short()
    return made, seats_withdraw(membership.consultation, membership.person, by=by)


def _refuse_decider(membership: Membership) -> None:
    """Nobody who has to decide on a notice is taken away before: whoever gave it would decide alone."""
    waiting = SeparationNotice.objects.filter(
        membership__consultation=membership.consultation_id, decider=membership.person_id, decided_at__isnull=True,
        membership__ended_at__isnull=True,
    ).exclude(by=membership.person_id)  # fmt: skip
    if waiting.exists():
        raise Refused(
            "decides-a-notice", _("They have to decide on a separation."), rule="G21",
            advice=_("Once that is decided, their membership can be concluded."),
        )  # fmt: skip


def _refuse_early(membership: Membership) -> None:
    """A member of civil society is not concluded while their term and what it rests on hold."""
    if membership.side != Side.CIVIL or membership.consultation.state is State.CONCLUDED:
        return
    of = membership.organization
    if of is not None and not speaks_for(membership.person, of):
        return
    raise Refused(
        "conclusion-too-early", _("Their term runs, and what it rests on holds: there is nothing to conclude."),
        rule="G21",
        advice=_("If they want to leave, they resign. For non-compliance or conflict of interest, give notice."),
    )  # fmt: skip
