"""A lesson is written, put in the public library by the coordination of its process, or not, with a reason."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.capacities import of_convener
from consultations.exchange import emails
from consultations.exchange.models import Lesson
from consultations.exchange.offering import offers_as
from consultations.exchange.parts import PARTS
from consultations.models import Consultation
from consultations.rules import convenes
from consultations.services import locked
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.speaking import voice_of
from incidencia.web.keys import own_key
from incidencia.web.refusals import Refused, stated


@transaction.atomic
def lesson_write(
    *, consultation: Consultation, words: Mapping[str, str], by: Person, speaking_as: str, key: str
) -> Lesson:
    """Write a lesson; whoever convenes puts it in the library by writing it, a member's waits for them (G28).

    Sent again with the same `key` it is the same lesson. Raises Refused for who neither takes part nor convenes, and
    for who does not speak for that organization.
    """
    consultation = locked(consultation)
    key = own_key(key, by, consultation.pk)
    if known := Lesson.objects.filter(key=key, author=by).first():
        return known
    officer, acted_as = offers_as(consultation, by)
    voice = voice_of(by, speaking_as)
    capacity = acted_as if officer or voice.organization is None else voice.capacity
    made = Lesson.objects.create(
        consultation=consultation, title=words["title"], language=words["language"], author=by, capacity=capacity,
        organization=None if officer else voice.organization, key=key, **{name: words[name] for name in PARTS},
    )  # fmt: skip
    return _published(made, by, acted_as) if officer else made


@transaction.atomic
def lesson_publish(*, lesson: Lesson, by: Person) -> Lesson:
    """Put a member's lesson in the public library. Again changes nothing. Raises Refused once it was declined."""
    lesson = _held(lesson)
    acted_as = _decides(lesson, by)
    if lesson.is_in_library:
        return lesson
    if lesson.ended_at is not None:
        raise Refused("decided", _("That was decided before."), rule="G28", advice=_("Its author may write it anew."))
    emails.lesson_decided(_published(lesson, by, acted_as))
    return lesson


@transaction.atomic
def lesson_decline(*, lesson: Lesson, reason: str, by: Person) -> Lesson:
    """Not put it in the library, or its author takes it out, with a reason. Raises Refused without one, and again."""
    lesson = _held(lesson)
    own = lesson.author_id == by.pk
    acted_as = lesson.capacity if own else _decides(lesson, by)
    if lesson.ended_at is not None or (lesson.published_at is not None and not own):
        raise Refused(
            "decided", _("That was decided before."), rule="G28",
            advice=_("What is in the library is taken out by its author alone."),
        )  # fmt: skip
    lesson.ended_at, lesson.ended_by, lesson.ended_as = now(), by, acted_as
    lesson.ended_because = stated(reason, rule="G28")
    lesson.save(update_fields=["ended_at", "ended_by", "ended_as", "ended_because"])
    if not own:
        emails.lesson_decided(lesson)
    return lesson


def _published(lesson: Lesson, by: Person, acted_as: str) -> Lesson:
    lesson.published_at, lesson.published_by, lesson.published_as = now(), by, acted_as
    lesson.save(update_fields=["published_at", "published_by", "published_as"])
    return lesson


def _decides(lesson: Lesson, by: Person) -> str:
    if not convenes(by, lesson.consultation):
        raise Refused(
            "not-convening", _("Whoever convenes the process decides that."), rule="G28", advice=_("Ask them.")
        )
    return of_convener(by, lesson.consultation)


def _held(lesson: Lesson) -> Lesson:
    rows = Lesson.objects.select_for_update(of=("self",)).select_related(
        "consultation__agency", "consultation__coordinator__person", "author"
    )
    return rows.get(pk=lesson.pk)
