"""A room in the middle of a text: amendments, one with a rival, brackets, a question, a request to speak."""

from collections.abc import Iterator

from incidencia.accounts.models import Person
from sessions.core import commands as c
from sessions.core.terms import AmendmentKind, TextKind
from sessions.models import Session
from tests.factories.sessions import cast, play, session_open

WORDS = (
    "Los Estados reconocen el acceso a medicamentos controlados como parte del derecho a la salud.",
    "Los Estados publicarán cada año las cifras de abasto.",
    "Las organizaciones de la sociedad civil participan en el seguimiento.",
)
CHAIR = (
    "rule_admissible", "rule_out_of_order", "order_amendments", "decide_amendment", "decide_bracket",
    "edit_paragraph", "adopt_text", "agree_paragraph", "open_item", "conclude_item", "go_off_record",
)  # fmt: skip
MEMBER = (
    "submit_amendment", "co_sponsor", "place_bracket", "lift_bracket", "move_division", "move_procedural",
    "raise_point",
)  # fmt: skip


def pages() -> Iterator[tuple[Person, str]]:
    """Who looks at which page of this room."""
    room = f"/sesiones/{text_room().reference}/sala"
    for path in ("", "texto/", "pantalla/", "guion/", "actos/", *(f"actos/{act}/" for act in CHAIR)):
        yield cast("dora"), f"{room}/{path}"
    for path in ("", "texto/", "actos/", *(f"actos/{act}/" for act in MEMBER)):
        yield cast("bruno"), f"{room}/{path}"
    yield cast("alba"), f"{room}/"


def text_room() -> Session:
    """Make the room."""
    room = session_open(series="MEC-2026-520", subject="Texto para el periodo extraordinario de sesiones")
    better = "Los Estados publicarán cada tres meses las cifras de abasto, por entidad."
    play(room, "alba", c.PresentText(TextKind.CHAIR, "Propuesta de párrafos", WORDS))
    play(room, "bruno", c.SubmitAmendment("x1.2", 1, AmendmentKind.REPLACE, better, "Sirve más pronto."))
    play(room, "elias", c.SubmitAmendment("x1.2", 1, AmendmentKind.DELETE))
    play(room, "elias", c.PlaceBracket("x1.1", 1, "parte del derecho a la salud", ("condición de la salud",)))
    play(room, "dora", c.OpenQuestions())
    play(room, "fatima", c.AskQuestion("¿Cuándo se publican?"))
    play(room, "bruno", c.RequestFloor())
    return room
