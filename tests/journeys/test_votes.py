"""A roll call and a secret ballot, with one member who has no script and one who is choosing while others vote."""

import pytest
from playwright.sync_api import Page, expect

from sessions.core.terms import Choice
from sessions.models import Session, UrnSum
from tests.conftest import Cast
from tests.factories.sessions import room_of, session_open
from tests.journeys.conftest import Visit
from tests.journeys.place import Place, fill

pytestmark = [pytest.mark.browser, pytest.mark.engine]

ROLL, SECRET = "Publicar las cifras cada mes.", "Sesionar en Oaxaca."


def test_a_roll_call_and_a_secret_ballot(visit: Visit, cast: Cast) -> None:
    session = session_open()
    bruno = visit(cast["bruno"], java_script_enabled=False, viewport={"width": 390, "height": 844})
    dora, elias, fatima = (Place(visit(cast[n]), session.reference).enter() for n in ("dora", "elias", "fatima"))
    _roll_call(session, dora, elias, bruno)
    for one in (dora, elias, fatima):
        one.sees("decision", "Elías Montes: En contra")
        one.sees("agreements", ROLL)
    _secret(session, dora, elias, bruno)
    for one in (dora, elias, fatima):
        one.sees("decision", "Se necesitaban 2 votos a favor de 3")
        assert one.stayed(), "a page was loaded again"
    assert "Elías" not in fatima.region("decision").inner_text()
    assert bruno.evaluate("document.documentElement.scrollWidth") <= 390


def _roll_call(session: Session, dora: Place, elias: Place, bruno: Page) -> None:
    dora.act("put_to_vote", text=ROLL, method="roll_call", agrees=True, effect="binds", power="Nombramiento 12/2026")
    elias.sees("decision", ROLL)
    elias.act("cast_vote", choice="for")
    elias.sees("decision", "Han votado 1 de 3")
    elias.act("change_vote", choice="against")
    _without_a_script(bruno, session, "cast_vote", "El voto quedó contado.")
    dora.act("cast_vote", choice="for")
    dora.sees("decision", "Han votado 3 de 3")
    assert "A favor" not in elias.region("decision").inner_text()
    dora.act("close_vote")
    elias.sees("decision", "La presidencia declara el resultado")
    assert "A favor" not in elias.region("decision").inner_text()
    dora.act("declare_result")
    elias.act("explain_vote", text="Mi oficina no las tiene completas.")
    dora.sees("decision", "Mi oficina no las tiene completas.")


def _secret(session: Session, dora: Place, elias: Place, bruno: Page) -> None:
    dora.act("put_to_vote", text=SECRET, method="secret")
    elias.sees("decision", SECRET)
    elias.control("cast_ballot").click()
    dialog = elias.page.locator("dialog[open]")
    fill(dialog, choice="against")
    _without_a_script(bruno, session, "cast_ballot", "Su voto está en la urna.")
    elias.sees("decision", "Han votado 1 de 3")
    expect(dialog.locator("[name=choice][value=against]")).to_be_checked()  # nobody's choosing is swapped away
    dialog.locator("form button.button").first.click()
    dora.sees("decision", "Han votado 2 de 3")
    dora.act("cast_ballot", choice="for")
    assert sum(UrnSum.objects.filter(choice=Choice.FOR).values_list("count", flat=True)) == 2
    dora.act("close_vote")
    dora.act("declare_result")
    (_roll, vote) = room_of(session).votes
    assert vote.cast == ()
    assert vote.votes is not None
    assert (vote.votes.in_favour, vote.votes.against) == (2, 1)


def _without_a_script(page: Page, session: Session, act: str, said: str) -> None:
    """From the room to the list of what one can do, to the ballot, and back to the room that says it was counted."""
    page.goto(f"/sesiones/{session.reference}/sala/actos/")
    page.locator(f"a[href$='/actos/{act}/']").click()
    fill(page.locator("form[data-send]"), choice="for")
    page.locator("form[data-send] button").click()
    page.wait_for_url(f"**/sesiones/{session.reference}/sala/")
    expect(page.locator("body")).to_contain_text(said)
