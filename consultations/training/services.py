"""Acts on training: planned, changed, cancelled; attendance confirmed or recorded (G30)."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from consultations.capacities import of_convener, of_member
from consultations.members.queries import membership_of
from consultations.models import Consultation
from consultations.services import locked as consultation_locked
from consultations.training.models import Attendance, Training
from consultations.training.topics import Audience, Direction, Topic
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.files.services import atomic_with_files, attach_all
from incidencia.organizations import capacities
from incidencia.web.refusals import Refused, stated

MOST_FILES = 10
TEXTS = ("title_es", "title_en", "given_by", "where", "about_es", "about_en", "links")


def training_plan(
    *, consultation: Consultation, values: Mapping[str, Any], files: Collection[Any] = (), by: Person
) -> Training:
    """Plan a training, or put one on record that was held. The same twice on the same day is put once.

    `values` are fields of Training. Raises Refused before the call is published, without title, giver, topic or hour.
    """
    with atomic_with_files():
        consultation = consultation_locked(consultation)
        if consultation.published_at is None:
            raise Refused(
                "call-not-published", _("The call is not published yet."), rule="G13",
                advice=_("Publish the call first: training is for its members."),
            )  # fmt: skip
        made = Training(consultation=consultation, by=by, acted_as=of_convener(by, consultation))
        _write(made, values)
        twin = consultation.trainings.filter(
            topic=made.topic, title_es=made.title_es, title_en=made.title_en, starts_at=made.starts_at,
            cancelled_at__isnull=True,
        ).first()  # fmt: skip
        if twin is not None:
            return twin
        made.place = (consultation.trainings.aggregate(last=Max("place"))["last"] or 0) + 1
        made.save()
        made.attachments.set(attach_all(files, by=by, most=MOST_FILES))
        return made


def training_change(
    *, training: Training, values: Mapping[str, Any], files: Collection[Any] = (), by: Person
) -> Training:
    """Change a training or add materials to it; files are added, none goes. Raises Refused once it was cancelled.

    The hour of a training that was attended does not move into the future.
    """
    with atomic_with_files():
        training = held(training)
        _refuse_cancelled(training)
        _write(training, values)
        if training.starts_at > now() and training.attendances.exists():
            raise Refused(
                "attended-already", _("Somebody attended it: it can't be still to come."), rule="G30",
                advice=_("Write the hour at which it was held, or plan another one."),
            )  # fmt: skip
        kept = list(training.attachments.all())
        if len(kept) + len(files) > MOST_FILES:
            raise Refused(
                "too-many-files", _("A training has %(n)s files at most.") % {"n": MOST_FILES},
                advice=_("Put several documents in one, or link to them."),
            )  # fmt: skip
        training.save()
        training.attachments.add(*attach_all(files, by=by, most=MOST_FILES))
        return training


@transaction.atomic
def training_cancel(*, training: Training, reason: str, by: Person) -> Training:
    """Cancel it, with a reason that everybody reads. Again changes nothing. Raises Refused once its hour has come."""
    training = held(training)
    if training.cancelled_at is not None:
        return training
    if training.held:
        raise Refused("held-already", _("Its hour has come."), rule="G30", advice=_("What was held stays on record."))
    training.cancelled_because = stated(reason, rule="G30")
    training.cancelled_at, training.cancelled_by = now(), by
    training.cancelled_as = of_convener(by, training.consultation)
    training.save()
    return training


@transaction.atomic
def training_attend(*, training: Training, by: Person) -> Attendance:
    """Confirm that one attended. Again changes nothing. Raises Refused before its hour, and for who was not asked."""
    training = held(training)
    _refuse_not_held(training)
    return _attended(training, by, by)


@transaction.atomic
def training_forget(*, training: Training, by: Person) -> None:
    """Take back that one attended. Where nothing was confirmed, nothing changes."""
    Attendance.objects.filter(training=held(training), person=by).delete()


@transaction.atomic
def training_record(*, training: Training, people: Collection[Person], by: Person) -> int:
    """Record which members attended; answer how many are new. Who is on record stays. Raises Refused before its hour,
    and for people who are not members."""
    training = held(training)
    _refuse_not_held(training)
    members = set(training.consultation.memberships.in_force().values_list("person", flat=True))
    if any(person.pk not in members for person in people):
        raise Refused(
            "not-members", _("Somebody on the list is no member."), rule="G30",
            advice=_("Whoever is no member confirms by themselves, where it was open to everybody."),
        )  # fmt: skip
    known = set(training.attendances.values_list("person", flat=True))
    fresh = [person for person in people if person.pk not in known]
    for person in fresh:
        _attended(training, person, by)
    return len(fresh)


def held(training: Training) -> Training:
    """Promise the training as it is now, held until the transaction ends."""
    rows = Training.objects.select_for_update(of=("self",))
    return rows.select_related("consultation__agency", "consultation__coordinator__person").get(pk=training.pk)


def _attended(training: Training, person: Person, by: Person) -> Attendance:
    if known := training.attendances.filter(person=person).first():
        return known
    member = membership_of(training.consultation, person)
    convener = of_convener(by, training.consultation)
    if member is None and training.audience == Audience.MEMBERS and not convener:
        raise Refused(
            "not-invited", _("This training was for the members of the process."), rule="G30",
            advice=_("Its materials may be of use to you all the same."),
        )  # fmt: skip
    said = convener if person != by or member is None else of_member(member)
    try:
        with transaction.atomic():
            return Attendance.objects.create(
                training=training, person=person, side=member.side if member else "", by=by,
                acted_as=said or capacities.ONESELF,
            )  # fmt: skip
    except IntegrityError:  # confirmed and recorded at the same moment
        return Attendance.objects.get(training=training, person=person)


def _write(training: Training, values: Mapping[str, Any]) -> None:
    for name in TEXTS:
        setattr(training, name, str(values.get(name, "")).strip())
    if not (training.title_es or training.title_en):
        raise Refused("training-without-title", _("The training has no title."),
                      advice=_("Write it in at least one language."))  # fmt: skip
    if not training.given_by:
        raise Refused("training-without-giver", _("Say who gives it."), rule="G30, E13",
                      advice=_("The office, organization or person."))  # fmt: skip
    training.topic, training.direction = Topic(values["topic"]), Direction(values["direction"])
    training.audience, training.starts_at = Audience(values["audience"]), values["starts_at"]


def _refuse_cancelled(training: Training) -> None:
    if training.cancelled_at is not None:
        raise Refused("training-cancelled", _("This training was cancelled."), advice=_("Plan another one."))


def _refuse_not_held(training: Training) -> None:
    _refuse_cancelled(training)
    if not training.held:
        raise Refused(
            "not-held-yet", _("This training has not been held yet."), rule="G30",
            advice=_("Attendance is confirmed from its hour on."),
        )  # fmt: skip
