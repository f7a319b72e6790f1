"""Rooms in which something is voted: an open roll call, one that was declared, one that waits to be declared."""

from collections.abc import Iterator, Mapping

from consultations.models import Consultation
from incidencia.accounts.models import Person
from sessions.core import commands as c
from sessions.core.terms import Choice, Method
from sessions.models import Session
from tests.factories.sessions import cast, play, session_open

CHAIR = ("put_to_vote", "close_vote", "withdraw_vote", "take_temperature", "note_temperature", "count_hall")


def pages(process: Consultation, people: Mapping[str, Person]) -> Iterator[tuple[Person, str]]:
    """Who looks at which page of these rooms."""
    alba, bruno = cast("alba"), cast("bruno")
    voting, closed, declared = (f"/sesiones/{room.reference}/sala" for room in _rooms())
    for act in ("cast_vote", "cast_ballot", "show_temperature"):
        yield bruno, f"{voting}/actos/{act}/"
    yield bruno, f"{voting}/"
    yield alba, f"{voting}/"
    for act in CHAIR:
        yield alba, f"{voting}/actos/{act}/"
    yield alba, f"{closed}/"
    yield alba, f"{closed}/actos/declare_result/"
    yield bruno, f"{declared}/"
    yield bruno, f"{declared}/actos/explain_vote/"


def _rooms() -> tuple[Session, Session, Session]:
    question = c.PutToVote("Publicar las cifras cada mes.", Method.ROLL_CALL)
    rooms = tuple(session_open(series=f"MEC-2026-51{n}") for n in range(3))
    for room in rooms:
        play(room, "dora", question)
        play(room, "elias", c.CastVote(Choice.FOR))
    voting, closed, declared = rooms
    for room in (closed, declared):
        play(room, "dora", c.CloseVote())
    play(declared, "dora", c.DeclareResult(True))
    play(declared, "elias", c.ExplainVote("v1", "Ya las reunimos."))
    return voting, closed, declared
