"""Coming into a group: openly, by asking, by invitation."""

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.groups import emails
from consultations.groups.holding import held
from consultations.groups.kinds import Joining
from consultations.groups.models import Belonging, Group
from consultations.groups.standing import (
    belonging_of,
    capacity_of,
    coordinates_or_refused,
    fits,
    membership_in,
    pending_of,
)
from consultations.members.models import Membership
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused, stated


@transaction.atomic
def group_join(*, group: Group, words: str, by: Person) -> Belonging:
    """Join it, or ask to where its coordination decides. Who was invited joins at once.

    Raises Refused for who is no member, or of the other side; for who belongs to it or has asked; and where one comes
    by invitation alone (G26).
    """
    group = held(group)
    membership = _may_come(group, by)
    waiting = pending_of(group, by)
    if waiting is not None and waiting.invited:
        return _admitted(waiting, by, capacity_of(membership))
    if waiting is not None:
        raise Refused(
            "asked-already", _("You have asked already."), rule="G26",
            advice=_("The coordination of the group answers; you get a letter."),
        )  # fmt: skip
    if group.joining == Joining.INVITATION:
        raise Refused(
            "by-invitation", _("One comes into this group by invitation alone."), rule="G26",
            advice=_("Convene another one if you miss it: nobody's permission is needed."),
        )  # fmt: skip
    row = _new(group, membership, words=words, by=by)
    if group.joining == Joining.OPEN:
        return _admitted(row, by, row.acted_as)
    return row


@transaction.atomic
def group_invite(*, group: Group, membership: Membership, words: str, by: Person) -> Belonging:
    """Invite a member of the process; joining is theirs to say. Whoever has asked is admitted.

    Raises Refused for whoever does not coordinate it, for the other side, and for who belongs to it or is invited.
    """
    group = held(group)
    coordinator = coordinates_or_refused(group, by)
    held_today = membership_in(group.consultation, membership.person)
    if held_today is None or held_today.pk != membership.pk:
        raise Refused("no-member", _("That person is no member of this process."), rule="G26")
    _may_come(group, membership.person)
    waiting = pending_of(group, membership.person)
    if waiting is not None and not waiting.invited:
        return _let_in(waiting, by, capacity_of(coordinator.membership))
    if waiting is not None:
        raise Refused("invited-already", _("That person is invited already."), rule="G26")
    row = _new(group, membership, words=words, by=by, invited=True, acted_as=capacity_of(coordinator.membership))
    emails.group_invited(row)
    return row


@transaction.atomic
def group_admit(*, belonging: Belonging, by: Person) -> Belonging:
    """Let in whoever asked. Again changes nothing. Raises Refused for whoever does not coordinate the group."""
    group = held(belonging.group)
    coordinator = coordinates_or_refused(group, by)
    row = _held_row(belonging)
    if row.joined_at is not None and row.ended_at is None:
        return row
    _refuse_unless_asked(row)
    _may_come(group, row.person)
    return _let_in(row, by, capacity_of(coordinator.membership))


@transaction.atomic
def group_decline(*, belonging: Belonging, reason: str, by: Person) -> Belonging:
    """Don't let in whoever asked, with a reason they read; or say no to an invitation. Raises Refused."""
    group = held(belonging.group)
    row = _held_row(belonging)
    if row.person_id == by.pk:
        acted_as, because = capacity_of(row.membership), reason.strip()
    else:
        acted_as, because = capacity_of(coordinates_or_refused(group, by).membership), stated(reason, rule="G26")
    if row.joined_at is not None or row.ended_at is not None:
        raise Refused("nothing-waits", _("That was answered before."), rule="G26", advice=_("Its page says how."))
    row.ended_at, row.ended_by, row.ended_as, row.ended_because = now(), by, acted_as, because
    row.save(update_fields=["ended_at", "ended_by", "ended_as", "ended_because"])
    if row.person_id != by.pk:
        emails.group_declined(row)
    return row


def _may_come(group: Group, person: Person) -> Membership:
    membership = membership_in(group.consultation, person)
    if membership is None:
        raise Refused(
            "not-a-member", _("Only members of the process join its groups."), rule="G26",
            advice=_("Apply to take part in the process first."),
        )  # fmt: skip
    if not fits(group, membership):
        raise Refused(
            "other-side", _("This group is of one side alone, and not of that one."), rule="G26",
            advice=_("Convene a working group: both sides may join it."),
        )  # fmt: skip
    if belonging_of(group, person) is not None:
        raise Refused("in-already", _("That person belongs to the group already."), rule="G26")
    return membership


def _new(
    group: Group, membership: Membership, *, words: str, by: Person, invited: bool = False, acted_as: str = ""
) -> Belonging:
    return Belonging.objects.create(
        group=group, membership=membership, person=membership.person, invited=invited, words=words.strip(), at=now(),
        by=by, acted_as=acted_as or capacity_of(membership),
    )  # fmt: skip


def _refuse_unless_asked(row: Belonging) -> None:
    if row.ended_at is not None or row.invited:
        raise Refused("nothing-waits", _("That was answered before."), rule="G26", advice=_("Its page says how."))


def _let_in(row: Belonging, by: Person, acted_as: str) -> Belonging:
    emails.group_admitted(_admitted(row, by, acted_as))
    return row


def _admitted(row: Belonging, by: Person, acted_as: str) -> Belonging:
    row.joined_at, row.admitted_by, row.admitted_as = now(), by, acted_as
    row.save(update_fields=["joined_at", "admitted_by", "admitted_as"])
    return row


def _held_row(belonging: Belonging) -> Belonging:
    rows = Belonging.objects.select_for_update(of=("self",)).select_related("group", "membership", "person")
    return rows.get(pk=belonging.pk)
