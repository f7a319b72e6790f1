"""The fixed skeleton of a session: what every agenda starts from (decisions, the live room, 15)."""

from dataclasses import dataclass

from sessions.core.terms import ItemKind


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the agenda as the template has it; `minutes` is the time planned for it."""

    kind: ItemKind
    title_es: str
    title_en: str
    minutes: int


SKELETON = (
    Point(ItemKind.ATTENDANCE, "Lista de asistencia y quórum", "Attendance and quorum", 5),
    Point(ItemKind.AGENDA, "Orden del día", "Agenda", 5),
    Point(ItemKind.PREVIOUS_MINUTES, "Lectura y aprobación del acta anterior", "Previous minutes", 5),
    Point(ItemKind.FOLLOW_UP, "Seguimiento de acuerdos", "Follow-up of agreements", 10),
    Point(ItemKind.SUBJECT, "", "", 40),
    Point(ItemKind.OTHER_MATTERS, "Asuntos generales", "Other matters", 10),
    Point(ItemKind.READING, "Lectura de acuerdos", "Reading of agreements", 10),
    Point(ItemKind.CLOSING, "Clausura", "Closing", 5),
)

# A point of its own to be filled: these words mean "not filled yet" and convening refuses them.
BLANK_ES, BLANK_EN = "Asunto por definir", "Subject to be defined"

FIRST = (ItemKind.ATTENDANCE,)
LAST = (ItemKind.READING, ItemKind.CLOSING)
NEEDED = (*FIRST, *LAST)
