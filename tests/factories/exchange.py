"""Lessons and offers for tests, made by the real services."""

from typing import Any

from consultations.exchange import services
from consultations.exchange.checklist import Checklist, Entry
from consultations.exchange.models import Lesson, Share
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.ids import new_token

WORDS = {
    "title": "Preparar antes acorta la sesión", "situation": "Había poco tiempo.", "done": "Nos reunimos antes.",
    "result": "El punto se resolvió.", "otherwise": "Avisar con más días.", "language": "es",
}  # fmt: skip
CHECKLIST = Checklist("Abasto", (Entry("¿Hay existencias?", "Visita", 2), Entry("¿Se publica?")))


def lesson(of: Consultation, by: Person, **words: Any) -> Lesson:
    """A lesson: in the library at once where `by` convenes."""
    return services.lesson_write(consultation=of, words={**WORDS, **words}, by=by, speaking_as="", key=new_token())


def in_library(of: Consultation, by: Person, **words: Any) -> Lesson:
    """A lesson that a member wrote and who convenes put in the library."""
    return services.lesson_publish(lesson=lesson(of, by, **words), by=of.coordinator.person)


def checklist(of: Consultation, to: Consultation, by: Person) -> Share:
    """A checklist offered to copy."""
    return services.checklist_offer(
        source=of, to=to, checklist=CHECKLIST, source_url="/procesos/", why="Se puede copiar.", by=by
    )
