"""The facilitator's walk: from preparing a session to minutes that an outsider finds in the archive."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from consultations.members.kinds import Role, Side
from consultations.models import Consultation
from consultations.services import operation_start
from incidencia.clock import now
from sessions.models import Session
from sessions.skeleton import BLANK_ES
from tests.conftest import Cast
from tests.factories import consultations as make
from tests.journeys.conftest import Visit
from tests.journeys.place import Place, fill

pytestmark = [pytest.mark.browser, pytest.mark.engine]

WORDS = "Conservar la perspectiva de género en el párrafo 6."
OBJECTION = "Falta nombrar a las personas cuidadoras."
RESERVATION = "Aceptamos, y pedimos que el plazo se revise en un año."
STATEMENT = "Pide conservar la perspectiva de género."


def test_a_meeting_from_convening_to_the_archive(visit: Visit, cast: Cast, agency: object, red_norte: object) -> None:
    process = _process(cast, agency, red_norte)
    alba = visit(cast["alba"])
    reference = _prepared(alba, process)
    _convened(alba, reference)
    assert {m.to[0] for m in mail.outbox} >= {cast[n].email for n in ("bruno", "dora", "elias", "fatima")}

    desk = Place(alba, reference).enter()
    desk.act("open_lobby")
    dora, bruno, elias, fatima = (
        Place(visit(cast["dora"]), reference),
        Place(visit(cast["bruno"], viewport={"width": 390, "height": 844}), reference),
        Place(visit(cast["elias"]), reference),
        Place(visit(cast["fatima"]), reference),
    )
    everybody = (desk, dora, bruno, elias, fatima)
    _let_in(desk, dora, bruno, elias, fatima)
    _opened(desk, everybody)
    _floor(desk, bruno, elias, everybody)
    _decision(desk, dora, bruno, everybody)
    assert all(one.stayed() for one in everybody), "a page was loaded again"
    assert bruno.page.evaluate("document.documentElement.scrollWidth") <= 390
    _closed(desk, everybody)
    _minutes(desk, dora, bruno, elias)
    _found_by_an_outsider(visit(), reference)


def _process(cast: Cast, agency: object, red_norte: object) -> Consultation:
    made = make.published(agency, cast["alba"])  # type: ignore[arg-type]
    make.member(made, cast["bruno"], organization=red_norte)  # type: ignore[arg-type]
    make.member(made, cast["dora"], side=Side.PUBLIC, capacity="Directora")  # type: ignore[arg-type]
    make.member(made, cast["elias"], side=Side.PUBLIC, capacity="Subdirector")  # type: ignore[arg-type]
    make.member(made, cast["fatima"], side=Side.GUEST, role=Role.OBSERVER, body="Senado")  # type: ignore[arg-type]
    return make.fresh(operation_start(consultation=made, by=cast["alba"]))


def _save(page: Page, section: str, **fields: object) -> None:
    form = page.locator(f"form:has(input[name=section][value={section}]):not(:has(input[name=item]))")
    if not form.is_visible():
        page.locator(f"details:has(> form input[name=section][value={section}]) > summary").last.click()
    fill(form, **{f"{section}-{name}": value for name, value in fields.items()})
    form.locator("button[type=submit]").click()
    page.wait_for_load_state()


def _prepared(page: Page, process: Consultation) -> str:
    """Alba drafts the session of the process and fills in what convening asks for."""
    page.goto(f"/procesos/{process.reference}/sesiones/nueva/")
    soon = (now() + timedelta(days=10)).astimezone(ZoneInfo(process.zone)).strftime("%Y-%m-%dT%H:%M")
    chair = process.memberships.get(person__name__startswith="Dora")
    fill(page.locator("main form"), title_es="Tercera sesión", starts_at=soon, presides=str(chair.pk))
    page.locator("main form button").click()
    page.wait_for_url("**/preparar/**")
    found = re.search(r"/sesiones/([^/]+)/preparar/", page.url)
    assert found
    blank = page.locator(f"form:has(input[value='{BLANK_ES}'])")
    page.locator(f"details:has(input[value='{BLANK_ES}']) > summary").click()
    fill(blank, **{"item-title_es": "Reducción de daños", "item-minutes": "45"})
    blank.locator("button").click()
    page.wait_for_load_state()
    _save(page, "paper", title="Borrador de posición", language="es", text="Uno.\n\nDos.")
    _save(page, "contact", conference_url="https://video.example.org/sala", phone_number="55 0000 0000")
    _save(page, "rules", objection_seconds="3", speech_seconds="60", seal_seconds="0")
    rules = Session.objects.get(reference=found[1]).rules
    assert (rules["objection_seconds"], rules["seal_seconds"]) == (3, 0)
    return found[1]


def _convened(page: Page, reference: str) -> None:
    page.reload()
    page.locator("a[href$='/convocar/']").first.click()
    page.locator("main form button").click()
    page.wait_for_url(f"**/sesiones/{reference}/")
    expect(page.locator("#papers + * , ul.plain-list").first).to_contain_text("Borrador de posición")


def _let_in(desk: Place, *others: Place) -> None:
    """Everybody knocks; alba admits one by one, and the rest at once. Their pages open the room by themselves."""
    chair, *rest = others
    chair.enter().act("ask_admission")  # whoever presides sees the room before it opens
    for one in rest:
        one.knock()
    desk.sees("lobby", "Fátima Nájera")
    desk.act("admit", "li:has-text('Dora Ibarra')")
    desk.present()
    desk.act("admit_waiting")
    for one in others:
        one.inside()


def _opened(desk: Place, everybody: tuple[Place, ...]) -> None:
    desk.act("open_session")
    for one in everybody:
        one.present()
        one.inside()
        expect(one.region("status").locator(".tag.live")).to_be_visible()
    desk.act("verify_quorum")
    desk.present()
    desk.act("open_item", "li:has-text('Reducción de daños')")
    desk.act("open_list")


def _floor(desk: Place, bruno: Place, elias: Place, everybody: tuple[Place, ...]) -> None:
    bruno.act("request_floor")
    expect(bruno.page.locator("[data-place]")).to_be_visible()
    expect(bruno.region("list").locator("li[data-mine]")).to_be_visible()
    desk.present()
    desk.act("give_floor")
    for one in everybody:
        expect(one.region("floor").locator("h2")).to_have_text("Bruno Sosa")
    elias.act("raise_point", text="El quórum del apartado no se ha leído.")
    for one in everybody:
        one.sees("floor", "El quórum del apartado")
        expect(one.region("floor").locator(".card.paused")).to_be_visible()
    desk.act("rule_point", upheld="no", ruling="Se leyó al abrir.")
    bruno.present()
    bruno.act("end_speech")
    desk.present()
    desk.act("note_statement", statement=STATEMENT)
    for one in everybody:
        one.sees("journal", STATEMENT)


def _decision(desk: Place, dora: Place, bruno: Place, everybody: tuple[Place, ...]) -> None:
    dora.act("propose", text=WORDS, effect="binds", power="Nombramiento 12/2026")
    bruno.act("object", reason=OBJECTION)
    for one in everybody:
        one.sees("decision", WORDS)
        one.sees("decision", OBJECTION)
    bruno.act("withdraw_objection")
    for one in everybody:
        one.sees("agreements", WORDS)
    bruno.act("enter_reservation", text=RESERVATION)
    for one in everybody:
        one.sees("agreements", RESERVATION)
    desk.act("read_agreement")
    desk.present()
    desk.act("conclude_item", outcome="Hubo un acuerdo.")


def _closed(desk: Place, everybody: tuple[Place, ...]) -> None:
    desk.present()
    desk.act("close_session")
    for one in everybody:
        one.sees("floor", "La sesión terminó")
    desk_and_chair, others = everybody[:2], everybody[2:]
    for one in desk_and_chair:
        expect(one.region("floor").locator("a[href$='/acta/']")).to_be_visible()
    for one in others:  # nobody is led to minutes that they may not read yet
        expect(one.region("floor").locator(f"a[href$='/sesiones/{one.reference}/']")).to_be_visible()
        expect(one.page.locator("a[href$='/acta/']")).to_have_count(0)


def _minutes(desk: Place, dora: Place, bruno: Place, elias: Place) -> None:
    desk.region("floor").locator("a[href$='/acta/']").click()
    expect(desk.page.locator("article.minutes")).to_contain_text(WORDS)
    _minutes_act(desk, "circular")
    bruno.region("floor").locator(f"a[href$='/sesiones/{bruno.reference}/']").click()
    bruno.page.locator("main a[href$='/acta/']").first.click()  # circulated: the session page leads there
    expect(bruno.page.locator("article.minutes")).to_contain_text(WORDS)
    _minutes_act(bruno, "confirmar/t1")
    for one in (bruno, elias):
        _minutes_act(one, "respuesta", answer="accept")
    _minutes_act(dora, "aprobar")
    _minutes_act(desk, "publicar")


def _minutes_act(one: Place, what: str, **fields: str) -> None:
    one.page.goto(f"/sesiones/{one.reference}/acta/")
    one.page.locator(f"a[href$='/acta/{what}/']").first.click()
    form = one.page.locator("main form:has([name=key])")
    fill(form, **fields)
    form.locator("button").click()
    one.page.wait_for_url(re.compile(rf"/sesiones/{one.reference}/acta/(#.*)?$"))


def _found_by_an_outsider(page: Page, reference: str) -> None:
    page.goto("/actas/")
    page.locator("#q").fill("perspectiva de genero")
    page.locator("form[role=search] button").click()
    page.locator(f"main a[href$='/sesiones/{reference}/acta/']").click()
    minutes = page.locator("article.minutes")
    for words in (WORDS, RESERVATION, STATEMENT):
        expect(minutes).to_contain_text(words)
