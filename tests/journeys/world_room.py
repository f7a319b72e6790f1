"""Pages of a room besides the room itself, and what stands around its rules, its reserves and its silences."""

from collections.abc import Iterator

from consultations.models import Consultation
from incidencia.accounts.models import Person
from sessions.models import OwedAnswer, Session, Silence
from sessions.rehearsal import services as rehearsal
from tests.factories.sessions import cast, session_convened
from tests.sessions.silence import silences
from tests.sessions.test_questions import closed

# Answered with a file, a redirect or a frame; or they act, and have no page of their own.
NO_PAGE = {
    "projector_since", "projector_ticket", "room_unheard", "rehearsal_simulate", "chat_hide", "seat_leave",
    "seat_link", "seat_link_end", "sessionrules_data", "reserve_table",
}  # fmt: skip
DESK = (
    "texto", "pantalla", "guion", "chat", "preguntas", "pronunciamientos", "anotar", "puerta", "hoja-de-asistencia",
    "sobre", "enlaces",
)  # fmt: skip
MEMBER = ("texto", "preguntas", "pronunciamientos", "no-escucho", "chat")


def prepare() -> None:
    """A session to come with its rehearsal; one that is over, with an answer owed and a text under silence."""
    rehearsal.start(session_convened(series="MEC-2026-514"), by=cast("alba"))
    silences.start(silences.sealed())
    closed(promise=True)


def pages(
    live: Session, drafted: Session, written: Session, past: Session, demo: Consultation, secretary: Person
) -> Iterator[tuple[Person | None, str]]:
    """`secretary` keeps the sessions of the demonstration; the people of the other rooms are the cast."""
    alba, bruno = cast("alba"), cast("bruno")
    for name in DESK:
        yield alba, f"/sesiones/{live.reference}/sala/{name}/"
    for name in MEMBER:
        yield bruno, f"/sesiones/{live.reference}/sala/{name}/"
    yield bruno, f"/sesiones/{live.reference}/presencia/"
    yield bruno, f"/sesiones/{written.reference}/pronunciamiento/"
    yield None, f"/sesiones/{live.reference}/sala/codigo/"
    ahead = Session.objects.get(series="MEC-2026-514")
    yield alba, f"/sesiones/{ahead.reference}/ensayo/"
    (twin,) = rehearsal.rehearsals_of(ahead)
    yield alba, f"/sesiones/{twin.reference}/sala/"
    yield alba, f"/sesiones/{twin.reference}/ensayo/borrar/"
    silence = Silence.objects.get()
    under = f"/sesiones/{silence.session.reference}/silencio/{silence.number}/"
    yield bruno, under
    yield bruno, f"{under}romper/"
    yield cast("dora"), f"{under}retirar/"
    owed = OwedAnswer.objects.select_related("session").all()[0]
    yield alba, f"/sesiones/{owed.session.reference}/respuestas/{owed.question}/"
    yield secretary, f"/sesiones/{past.reference}/silencio/"
    for name in ("reservas", "reglas-de-sesiones", "reglas-de-sesiones/1"):
        yield None, f"/procesos/{demo.reference}/{name}/"
    yield secretary, f"/procesos/{demo.reference}/reglas-de-sesiones/nueva/"
