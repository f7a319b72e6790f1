"""A bilateral meeting is recorded, corrected with a reason, and remarked on by the other side."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.capacities import of_official
from consultations.members.kinds import Side as Seat
from consultations.members.queries import membership_of
from consultations.models import Consultation
from consultations.modes.dialogue.models import Meeting, MeetingVersion, Remark
from consultations.modes.dialogue.standing import of_civil
from consultations.modes.dialogue.turn import Side
from consultations.rules import is_official_of
from consultations.services import locked
from consultations.spine.models import Contribution
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused, stated
from incidencia.web.times import zone_of

FIELDS = ("held_on", "place", "officials", "others", "subject", "said", "language")


@transaction.atomic
def meeting_record(*, consultation: Consultation, values: Mapping[str, Any], by: Person, key: str) -> Meeting:
    """Record a meeting under the next number. Sent again with the same `key`, it is the same record.

    Raises Refused for whoever is no member, for a day to come, and for a contribution of another process.
    """
    consultation = locked(consultation)
    if known := Meeting.objects.filter(consultation=consultation, key=key, versions__by=by).first():
        return known
    side, acted_as = side_of(by, consultation)
    told = _told(consultation, values)
    number = Meeting.objects.filter(consultation=consultation).count() + 1
    made = Meeting.objects.create(consultation=consultation, number=number, side=side.value, key=key)
    MeetingVersion.objects.create(meeting=made, number=1, at=now(), by=by, acted_as=acted_as, **told)
    return made


@transaction.atomic
def meeting_correct(*, meeting: Meeting, base: int, values: Mapping[str, Any], reason: str, by: Person) -> Meeting:
    """Write the next version, with a reason everybody reads; the earlier ones stay public.

    Raises Refused for the side that did not record it, where another version was written meanwhile and where
    nothing changes.
    """
    meeting = _held(meeting)
    side, acted_as = side_of(by, meeting.consultation)
    if side.value != meeting.side:
        raise Refused(
            "not-your-record",
            _("The side that recorded a meeting corrects it."),
            rule="G34",
            advice=_("Add a remark."),
        )
    if base != meeting.current:
        raise Refused(
            "overtaken",
            _("Version %(n)s was written meanwhile, perhaps in another window.") % {"n": meeting.current},
            advice=_("What you typed is below. Read the new version, then send yours again."),
        )  # fmt: skip
    told, last = _told(meeting.consultation, values), meeting.versions.get(number=meeting.current)
    if all(getattr(last, name) == told[name] for name in told):
        raise Refused("nothing-changed", _("Nothing changed."), advice=_("Change something, or leave it as it is."))
    MeetingVersion.objects.create(
        meeting=meeting, number=meeting.current + 1, reason=stated(reason), at=now(), by=by, acted_as=acted_as, **told
    )
    meeting.current += 1
    meeting.save(update_fields=["current"])
    return meeting


@transaction.atomic
def meeting_remark(*, meeting: Meeting, text: str, language: str, by: Person, key: str) -> Remark:
    """Add what the other side has to say of a record. Sent again with the same `key`, it is the same remark.

    Raises Refused for the side that recorded it, and without words.
    """
    meeting = _held(meeting)
    if known := Remark.objects.filter(key=key, by=by).first():
        return known
    side, acted_as = side_of(by, meeting.consultation)
    if side.value == meeting.side:
        raise Refused(
            "own-record", _("Your side recorded it; remarks are for the other side."), rule="G34",
            advice=_("Correct the record, with a reason."),
        )  # fmt: skip
    return Remark.objects.create(
        meeting=meeting, side=side.value, text=stated(text, rule="G34"), language=language, at=now(), by=by,
        acted_as=acted_as, key=key,
    )  # fmt: skip


def side_of(person: Person, consultation: Consultation) -> tuple[Side, str]:
    """Promise on which side `person` stands in a process, and as what. Raises Refused for whoever is no member."""
    if is_official_of(person, consultation):
        return Side.PUBLIC, of_official(person, consultation)
    member = membership_of(consultation, person)
    if member is None or member.side != Seat.CIVIL:
        raise Refused(
            "no-member", _("The officials and the members of this process keep its register of meetings."),
            rule="G34", advice=_("Apply to take part in it."),
        )  # fmt: skip
    return Side.CIVIL, of_civil(member)


def _told(consultation: Consultation, values: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: values[name].strip() if isinstance(values[name], str) else values[name] for name in FIELDS}
    if told["held_on"] > now().astimezone(zone_of(consultation.zone)).date():
        raise Refused("to-come", _("That day has not come: meetings are recorded afterwards."), rule="G34",
                      advice=_("Record it once it was held."))  # fmt: skip
    reference = str(values.get("reference") or "").strip().upper()
    found = Contribution.objects.filter(consultation=consultation, reference=reference).first() if reference else None
    if reference and found is None:
        raise Refused(
            "no-contribution",
            _("There is no contribution %(reference)s in this process.") % {"reference": reference},
            advice=_("Copy its reference, such as MEC-2026-014-II-003, or leave it empty."),
        )  # fmt: skip
    return {**told, "contribution": found}


def _held(meeting: Meeting) -> Meeting:
    rows = Meeting.objects.select_for_update(of=("self",)).select_related(
        "consultation__agency", "consultation__coordinator__person"
    )
    return rows.get(pk=meeting.pk)
