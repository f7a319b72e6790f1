"""The minuta of a meeting: written by a member of the group, confirmed by those present."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.groups.holding import held
from consultations.groups.models import GroupMeeting, Minuta, MinutaPresence
from consultations.groups.queries import could_attend, minuta_of
from consultations.groups.standing import belongs_or_refused, capacity_of
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused


@transaction.atomic
def minuta_write(
    *, meeting: GroupMeeting, text: str, language: str, present: Iterable[Person], base: int, by: Person
) -> Minuta:
    """Write what was discussed and who was present; each of them is asked to confirm it. Earlier ones stay readable.

    `base` is the number of the minuta that was read, 0 for none. Raises Refused before the meeting began, where it
    was called off, with nobody present, with who could not be, and where another one was written meanwhile.
    """
    group = held(meeting.group)
    belonging = belongs_or_refused(group, by)
    if meeting.cancelled_at is not None:
        raise Refused("cancelled", _("This meeting was called off."), rule="G26", advice=_("Call another one."))
    if meeting.starts_at > now():
        raise Refused(
            "not-begun", _("This meeting has not begun."), rule="G26", advice=_("Write its minuta once it has.")
        )
    known = {person.pk: capacity for person, capacity in could_attend(meeting)}
    came = {person.pk: person for person in present}
    if not came:
        raise Refused("nobody-present", _("Say who was present."), rule="G26", advice=_("They confirm the minuta."))
    if not came.keys() <= known.keys():
        raise Refused("not-called", _("Somebody on the list was not called to this meeting."), rule="G26")
    current = minuta_of(meeting)
    last = current.number if current else 0
    if last != base:
        raise Refused(
            "overtaken", _("Another minuta was written meanwhile."), rule="G26",
            advice=_("Read it; your words are kept here. Send them again to let yours stand."),
        )  # fmt: skip
    if current is not None and _same(current, text, came):
        return current
    made = Minuta.objects.create(
        meeting=meeting, number=last + 1, text=text, language=language, by=by,
        acted_as=capacity_of(belonging.membership),
    )  # fmt: skip
    MinutaPresence.objects.bulk_create(
        MinutaPresence(minuta=made, person=came[pk], capacity=known[pk]) for pk in sorted(came)
    )
    return made


@transaction.atomic
def minuta_confirm(*, minuta: Minuta, by: Person) -> MinutaPresence:
    """Confirm, as one who was present, what the minuta says. Again changes nothing.

    Raises Refused for who was not present, and where another minuta stands now.
    """
    held(minuta.meeting.group, working=False)
    current = minuta_of(minuta.meeting)
    if current is None or current.pk != minuta.pk:
        raise Refused(
            "overtaken", _("Another minuta was written meanwhile."), rule="G26", advice=_("Read that one first.")
        )
    row = MinutaPresence.objects.filter(minuta=minuta, person=by).first()
    if row is None:
        raise Refused(
            "not-present", _("The minuta does not say that you were present."), rule="G26",
            advice=_("If you were, ask whoever wrote it to put it right."),
        )  # fmt: skip
    if row.confirmed_at is None:
        row.confirmed_at = now()
        row.save(update_fields=["confirmed_at"])
    return row


def _same(current: Minuta, text: str, came: dict[int, Person]) -> bool:
    return current.text == text and set(current.present.values_list("person", flat=True)) == came.keys()
