"""A preparatory meeting of eight on one text: amendments, brackets, a roll call, a secret ballot, reservations.

Dora chairs by keyboard alone, Bruno is on a phone, Elías has no script; the other five act by plain requests.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import uuid4

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from incidencia.accounts.models import Person
from sessions.core.terms import AmendmentState, Choice, Lift, Role, Side
from sessions.models import LogEntry, Session, UrnSum
from tests.conftest import Cast
from tests.factories import incidencia as make
from tests.factories.sessions import admit, room_of, seat, session_open
from tests.journeys import by_keyboard
from tests.journeys.conftest import Visit
from tests.journeys.place import Place, fill

pytestmark = [pytest.mark.browser, pytest.mark.engine]

TITLE = "Propuesta de párrafos para el periodo extraordinario de sesiones"
TEXT = (
    "Los Estados reconocen el acceso a medicamentos controlados como parte del derecho a la salud.",
    "Los Estados publicarán cada año las cifras de abasto.",
    "Las organizaciones de la sociedad civil participan en el seguimiento.",
)
BETTER = "Los Estados publicarán cada tres meses las cifras de abasto, por entidad."
RESERVATION = "Aceptamos el texto; pedimos que conste que tres meses nos parecen el plazo más largo."
POSITION = "Lo entendemos dentro de la capacidad presupuestaria de cada oficina."


@dataclass(frozen=True)
class ByPost:
    """Somebody who acts by plain requests to the page of the act."""

    client: Client
    session: Session

    def act(self, name: str, status: int = 303, **fields: str) -> str:
        """Send the act's form; answer what came back."""
        address = f"/sesiones/{self.session.reference}/sala/actos/{name}/"
        answer = self.client.post(address, {"key": uuid4().hex, **fields})
        assert answer.status_code == status, (name, answer.status_code, answer.content.decode()[-3000:])
        return str(answer.content.decode())


def test_a_preparatory_meeting_of_eight(visit: Visit, cast: Cast, client_of: Callable[[Person], Client]) -> None:
    session, people = _meeting(cast)
    posts = {name: ByPost(client_of(person), session) for name, person in people.items()}
    dora = Place(visit(cast["dora"]), session.reference).enter()
    bruno = Place(visit(cast["bruno"], viewport={"width": 390, "height": 844}), session.reference).enter()
    elias = visit(cast["elias"], java_script_enabled=False)
    _text(session, posts, dora, bruno, elias)
    _roll_call(session, posts, dora, bruno, elias)
    _brackets(session, posts, bruno, elias)
    _secret_ballot(session, posts, dora, bruno, elias)
    _reservations(session, posts, dora, bruno)
    assert all(one.stayed() for one in (dora, bruno)), "a page was loaded again"
    assert bruno.page.evaluate("document.documentElement.scrollWidth") <= 390
    _minutes(session, posts)


def _meeting(cast: Cast) -> tuple[Session, Mapping[str, Person]]:
    """The session with its eight people in it, the item of the text open."""
    session = session_open(list_open=False, subject="Texto para el periodo extraordinario de sesiones")
    more = {"gerardo": "Gerardo Luna", "nadia": "Nadia Cruz", "ximena": "Ximena Paz"}
    people = {key: make.person(name) for key, name in more.items()}
    for key, side in (("gerardo", Side.CIVIL), ("nadia", Side.CIVIL), ("ximena", Side.PUBLIC)):
        admit(session, seat(session, people[key], Role.MEMBER, side, organization="Red Sur"))
    assert len(room_of(session).present()) == 8
    return session, {**people, "alba": cast["alba"], "fatima": cast["fatima"]}


def _without_a_script(page: Page, session: Session, act: str, **fields: str) -> None:
    """From the room to the list of what one can do, to the act's page, and back to the room."""
    page.goto(f"/sesiones/{session.reference}/sala/actos/")
    page.locator(f"a[href*='/actos/{act}/']").first.click()
    fill(page.locator("form[data-send]"), **fields)
    page.locator("form[data-send] button").first.click()
    page.wait_for_url(f"**/sesiones/{session.reference}/sala/")


def _text(session: Session, posts: Mapping[str, ByPost], dora: Place, bruno: Place, elias: Page) -> None:
    """The text is put on the table; one amendment with two sponsors, one pair of brackets."""
    posts["alba"].act("present_text", kind="zero_draft", title=TITLE, language="es", words="\n\n".join(TEXT))
    for one in (dora, bruno):
        one.sees("text", TEXT[2])
    bruno.act("submit_amendment", paragraph="x1.2@1", kind="replace", words=BETTER, rationale="Sirve más pronto.")
    dora.sees("text", "tres meses")  # shown as what changes
    posts["gerardo"].act("co_sponsor", amendment="x1.a1")
    _without_a_script(elias, session, "place_bracket", paragraph="x1.1@1", quote="parte del derecho a la salud")
    dora.sees("text", "Corchetes 1: puestos por Dirección de Salud Global")
    posts["fatima"].act("submit_amendment", status=422, paragraph="x1.3@1", kind="delete")
    (text,) = room_of(session).texts
    assert [a.sponsors for a in text.amendments] == [(_key(session, "Bruno"), _key(session, "Gerardo"))]


def _key(session: Session, name: str) -> str:
    return str(session.seats.get(name__startswith=name).key)


def _roll_call(session: Session, posts: Mapping[str, ByPost], dora: Place, bruno: Place, elias: Page) -> None:
    """The amendment is ruled admissible and carried by name; the words of the paragraph change."""
    by_keyboard.act(dora, "rule_admissible")
    by_keyboard.act(dora, "decide_amendment", way="roll_call")
    bruno.sees("decision", BETTER)
    bruno.act("cast_vote", choice="for")
    _without_a_script(elias, session, "cast_vote", choice="against")
    for name in ("gerardo", "nadia", "ximena"):
        posts[name].act("cast_vote", choice="for", question=_question(session))
    by_keyboard.act(dora, "cast_vote", choice="abstain")
    by_keyboard.act(dora, "close_vote")
    by_keyboard.act(dora, "declare_result")
    for one in (dora, bruno):
        one.sees("decision", "Elías Montes: En contra")
        one.sees("text", BETTER)
    (text,) = room_of(session).texts
    (amendment,) = text.amendments
    assert amendment.state is AmendmentState.CARRIED
    paragraph = text.paragraph("x1.2")
    assert paragraph is not None
    assert (paragraph.words, paragraph.version) == (BETTER, 2)
    posts["alba"].act("edit_paragraph", status=422, paragraph="x1.2@1", words="Sobre lo de antes.")


def _question(session: Session) -> str:
    vote = room_of(session).vote
    assert vote is not None
    return vote.id


def _brackets(session: Session, posts: Mapping[str, ByPost], bruno: Place, elias: Page) -> None:
    """Nobody lifts them but by consent of who placed them; then the paragraphs are provisionally agreed."""
    posts["alba"].act("lift_bracket", status=422, way_to_end="x1.b1.keep")
    (text,) = room_of(session).texts
    assert text.brackets[0].lifted is None
    _without_a_script(elias, session, "lift_bracket", way_to_end="x1.b1.keep")
    (text,) = room_of(session).texts
    assert text.brackets[0].lifted is Lift.KEEP
    for paragraph in text.paragraphs:
        posts["alba"].act("agree_paragraph", paragraph=f"{paragraph.id}@{paragraph.version}")
    bruno.sees("text", "acordado provisionalmente")


def _secret_ballot(session: Session, posts: Mapping[str, ByPost], dora: Place, bruno: Place, elias: Page) -> None:
    """The whole text is adopted by ballots that the log does not tell apart."""
    by_keyboard.act(dora, "adopt_text", way="secret", effect="recommends")
    bruno.sees("decision", TEXT[2])
    bruno.act("cast_ballot", choice="for")
    _without_a_script(elias, session, "cast_ballot", choice="against")
    for name in ("gerardo", "nadia", "ximena"):
        posts[name].act("cast_ballot", choice="for", question=_question(session))
    posts["nadia"].act("cast_ballot", status=422, choice="against", question=_question(session))
    by_keyboard.act(dora, "cast_ballot", choice="for")
    assert sum(UrnSum.objects.filter(choice=Choice.FOR).values_list("count", flat=True)) == 5
    by_keyboard.act(dora, "close_vote")
    by_keyboard.act(dora, "declare_result")
    for one in (dora, bruno):
        one.sees("agreements", TEXT[0])
    stored = LogEntry.objects.filter(session=session, type="BallotCast").values_list("payload", flat=True)
    assert len(stored) == 6
    assert all("choice" not in payload for payload in stored)
    (agreement,) = room_of(session).agreements
    assert BETTER in agreement.text
    assert "[" not in agreement.text


def _reservations(session: Session, posts: Mapping[str, ByPost], dora: Place, bruno: Place) -> None:
    bruno.act("enter_reservation", agreement="A1", text=RESERVATION)
    posts["ximena"].act("explain_position", agreement="A1", text=POSITION, language="es")
    dora.sees("agreements", RESERVATION)
    by_keyboard.act(dora, "read_agreement")
    posts["alba"].act("close_session")
    bruno.sees("floor", "La sesión terminó")
    expect(dora.region("floor").locator("a[href$='/acta/']")).to_be_visible()


def _minutes(session: Session, posts: Mapping[str, ByPost]) -> None:
    """What was adopted stands once, with who reserved what; how the text came about stands in the annex."""
    page = posts["alba"].client.get(f"/sesiones/{session.reference}/acta/").content.decode()
    for words in (TITLE, BETTER, RESERVATION, POSITION, "Elías Montes"):
        assert words in page, words
    minutes, found, _annex = page.partition('id="x1-annex"')
    assert found
    assert minutes.count(TEXT[2]) == 1
