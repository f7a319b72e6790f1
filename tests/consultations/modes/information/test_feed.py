"""The feed as people read it: found, counted, what changed since, for programs, and live."""

import asyncio
import json
from collections.abc import Callable
from datetime import timedelta
from xml.etree import ElementTree

import pytest
import time_machine
from asgiref.sync import sync_to_async
from django.db import connection
from django.test import Client
from icalendar import Calendar
from starlette.applications import Starlette
from starlette.routing import Route

from consultations.activities.models import Activity
from consultations.models import Consultation
from consultations.modes.information import stream as live
from consultations.modes.information.mode import Information
from incidencia.accounts.models import Person
from incidencia.clock import now
from tests.conftest import Cast
from tests.consultations.conftest import queries_of, refused, warm
from tests.day import local_day
from tests.factories import information as make
from tests.factories.sessions import session_convened

ClientOf = Callable[..., Client]
ATOM = "{http://www.w3.org/2005/Atom}"


def at(feed: Activity) -> str:
    """The page of the feed."""
    return f"/procesos/{feed.consultation.reference}/actividades/{feed.place}/"


@pytest.mark.engine
@pytest.mark.django_db
def test_it_is_found_by_words_without_accents_and_by_kind(feed: Activity, alba: Person, client: Client) -> None:
    make.published(feed, alba, title_es="Posición del país", kind="position")
    make.published(feed, alba, title_es="Aviso de sede", kind="notice")
    assert "Posición del país" in client.get(at(feed), {"q": "POSICION"}).content.decode()
    assert "Aviso de sede" not in client.get(at(feed), {"q": "posicion"}).content.decode()
    assert "Posición del país" not in client.get(at(feed), {"kind": "notice"}).content.decode()
    assert client.get(at(feed), {"kind": "otra", "q": "\x00", "page": "z"}).status_code == 200


@pytest.mark.engine
@pytest.mark.django_db
@pytest.mark.guideline("G27.II")
def test_it_says_what_changed_since_the_last_visit(
    feed: Activity, alba: Person, bruno: Person, client_of: ClientOf
) -> None:
    client, instant = client_of(bruno), now()
    old, other = make.published(feed, alba, title_es="Viejo"), make.published(feed, alba, title_es="Otro")
    client.get(at(feed))
    with time_machine.travel(instant + timedelta(hours=1)):
        make.corrected(old, alba, summary_es="Corregido")
        fresh = make.published(feed, alba, title_es="Fresco")
    with time_machine.travel(instant + timedelta(hours=2)):
        page = client.get(at(feed)).content.decode()
        assert "?since=visit" in page
        page = client.get(at(feed), {"since": "visit"}).content.decode()
        assert fresh.reference in page
        assert old.reference in page
        assert other.reference not in page
    with time_machine.travel(instant + timedelta(hours=4)):
        assert "?since=visit" not in client.get(at(feed)).content.decode()


@pytest.mark.django_db
def test_the_page_asks_as_often_for_two_items_as_for_sixty(
    feed: Activity, alba: Person, bruno: Person, client_of: ClientOf
) -> None:
    client = warm(client_of(bruno))
    make.published(feed, alba)
    make.published(feed, alba)
    client.get(at(feed))
    few = queries_of(lambda: client.get(at(feed)))
    for _n in range(58):
        make.published(feed, alba)
    assert queries_of(lambda: client.get(at(feed))) == few
    assert few <= 15


@pytest.mark.django_db
def test_programs_follow_it_in_both_languages(
    operating: Consultation, feed: Activity, alba: Person, client: Client
) -> None:
    item = make.published(feed, alba, title_en="Zero draft", summary_en="It has <b>34</b> paragraphs & more.")
    make.corrected(item, alba, summary_en="It has <b>35</b> paragraphs & more.")
    make.drafted(feed, alba, title_es="Sin publicar")
    base = f"/en/procesos/{operating.reference}"
    root = ElementTree.fromstring(client.get(f"{base}/informacion.atom").content)
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["Zero draft"]
    assert entries[0].findtext(f"{ATOM}id", "").endswith(f"/r/{item.reference}")
    assert entries[0].findtext(f"{ATOM}summary") == "It has &lt;b&gt;35&lt;/b&gt; paragraphs &amp; more."
    told = json.loads(client.get(f"{base}/informacion.json").content)
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert [one["title"] for one in told["items"]] == ["Zero draft"]
    assert told["items"][0]["_incidencia"] == {"reference": item.reference, "version": 2, "reserved": False}


@pytest.mark.django_db
def test_the_calendar_has_meetings_terms_and_windows(
    operating: Consultation, feed: Activity, alba: Person, client: Client
) -> None:
    day = local_day() + timedelta(days=30)
    met = make.published(feed, alba, kind="meeting", place="Viena", starts_on=day, ends_on=day + timedelta(days=1))
    due = make.published(feed, alba, read_by=now() + timedelta(days=3))
    make.reserved(feed, alba, kind="meeting", place="Ginebra", starts_on=day, ends_on=day)
    made = Calendar.from_ical(client.get(f"/procesos/{operating.reference}/calendario.ics").content)
    events = {str(event["UID"]).partition("@")[0]: event for event in made.walk("VEVENT")}
    assert set(events) == {met.reference, f"{due.reference}-read"}
    assert events[met.reference]["DTEND"].dt == day + timedelta(days=2)
    assert str(events[met.reference]["LOCATION"]) == "Viena"


@pytest.mark.django_db
def test_a_session_ends_at_the_same_hour_in_every_calendar(
    operating: Consultation, client: Client, cast: Cast
) -> None:
    session = session_convened(series=operating.reference)
    item = session.draft_items.get(kind="subject")
    session.draft_items.filter(pk=item.pk).update(minutes=95)
    ends = []
    for path in (f"/procesos/{operating.reference}/calendario.ics", f"/sesiones/{session.reference}/calendario.ics"):
        made = Calendar.from_ical(client.get(path).content)
        ends += [event["DTEND"].dt for event in made.walk("VEVENT") if event["UID"].startswith(session.reference)]
    assert len(ends) == 2
    assert ends[0] == ends[1]


@pytest.mark.django_db
def test_nothing_is_sent_to_a_feed_and_its_data_hides_what_is_reserved(
    seated: Cast, feed: Activity
) -> None:
    mode = Information()
    make.published(feed, seated["alba"])
    make.reserved(feed, seated["alba"])
    with refused("published-by-the-office"):
        mode.contribute(None, feed, {})  # type: ignore[arg-type]
    rows = list(mode.records(feed))
    assert [row["reserved"] for row in rows] == [True, False]
    assert make.SECRET not in json.dumps(rows, default=str)
    assert [figure.number for figure in mode.results(feed)] == [2, 0]


def _let_go() -> None:
    """Close the connection of the thread this runs in."""
    connection.close()


async def _first_news(app: Starlette, path: str, wanted: int) -> tuple[int, list[str]]:
    """The status of a stream and its first `wanted` pieces; then the reader leaves."""
    said, status, done = list[str](), 0, asyncio.Event()

    async def receive() -> dict[str, object]:
        await done.wait()
        return {"type": "http.disconnect"}

    async def send(message: dict[str, object]) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = int(str(message["status"]))
        elif message.get("body"):
            said.append(bytes(message["body"]).decode())  # type: ignore[call-overload]
        if len(said) >= wanted or message.get("more_body") is False:
            done.set()

    scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b"", "http_version": "1.1"}
    await asyncio.wait_for(app(scope, receive, send), 20)  # type: ignore[arg-type]
    return status, said


@pytest.mark.engine
@pytest.mark.django_db(transaction=True)
async def test_news_arrive_on_open_pages_and_say_nothing_but_that_they_are_there(
    operating: Consultation, feed: Activity, alba: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "LOOK", 0.05)
    app = Starlette(routes=[Route("/novedades/{activity}", live.stream)])
    heard = asyncio.create_task(_first_news(app, f"/novedades/{feed.pk}", 2))
    while not live.watch.number:
        await asyncio.sleep(0.01)
    await sync_to_async(make.reserved)(feed, alba)
    status, said = await heard
    assert status == 200
    assert said[0].endswith("data: 0.0\n\n")
    assert "data: 1." in said[1]
    assert make.SECRET not in "".join(said)
    assert live.watch.number == 0
    assert live.watch._loop is not None
    await asyncio.wait_for(live.watch._loop, 10)  # nobody listens any more: it ends by itself
    await sync_to_async(_let_go)()


@pytest.mark.django_db(transaction=True)
async def test_a_feed_that_is_not_public_has_no_stream(
    operating: Consultation, alba: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = Starlette(routes=[Route("/novedades/{activity}", live.stream)])
    inner = await sync_to_async(make.feed)(operating, alba, visibility="members")
    draft = await sync_to_async(make.feed)(operating, alba, publish=False)
    for pk in (inner.pk, draft.pk, 10**6, "9" * 5000, "x", "٣"):
        status, said = await _first_news(app, f"/novedades/{pk}", 1)
        assert (status, said) == (404, ["Not found"])
    public = await sync_to_async(make.feed)(operating, alba)
    monkeypatch.setattr(live, "MOST", 0)
    status, _said = await _first_news(app, f"/novedades/{public.pk}", 1)
    assert status == 503
    await sync_to_async(_let_go)()




@pytest.mark.django_db
@pytest.mark.guideline("A6")
def test_the_page_of_the_process_names_what_came_last_and_the_meetings_ahead(
    feed: Activity, alba: Person, client: Client
) -> None:
    day = local_day() + timedelta(days=40)
    told = {"kind": "meeting", "starts_on": day, "ends_on": day + timedelta(days=2), "place": "Viena"}
    make.published(feed, alba, title_es="Período extraordinario", **told)
    secret = {**told, "place": "Sede que no debe salir", "starts_on": day - timedelta(days=1)}
    make.reserved(feed, alba, **secret)
    make.published(feed, alba, title_es="Borrador cero")
    answer = client.get(f"/procesos/{feed.consultation.reference}/")
    page = answer.content.decode()
    assert [row.title for row in answer.context["ahead"] if row.whole_day] == ["Período extraordinario"]
    assert answer.context["latest"][0].title_es == "Borrador cero"
    assert "Viena" in page
    assert "Sede que no debe salir" not in page
