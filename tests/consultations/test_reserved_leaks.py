"""What a reserve keeps is on no page, in no frame, letter, export, search or log line outside its circle (A9)."""

import logging
import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.exceptions import NoReverseMatch

from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.mail.models import Outgoing
from sessions import acts, log, render, veiled
from sessions.audiences import Audience
from sessions.core.terms import Circle
from sessions.hub import frames
from sessions.minutes import work as w
from sessions.minutes.services import drafted, handle_work
from sessions.models import Agreement, Minutes, Session
from tests.conftest import Cast
from tests.factories import sessions as live
from tests.sessions.everything_said import accounted
from tests.sessions.reserved import BEFORE, MARK, TOLD, ended, reserve, with_reserved_item

pytestmark = pytest.mark.django_db
Browser = Callable[[Person | AnonymousUser], Client]
LANGUAGES = ("es-mx", "en")
OUTSIDE = {
    Circle.CLOSED: (Audience.PUBLIC, Audience.ROOM),
    Circle.MEMBERS: (Audience.PUBLIC,),
}


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(now(), tick=True) as moved:
        yield moved


def addresses(session: Session) -> Iterator[str]:
    """Every address of the site that can be filled with what this session and its process have."""
    papers = [str(pk) for pk in session.papers.values_list("pk", flat=True)]
    agreements = list(Agreement.objects.filter(session=session).values_list("reference", flat=True))
    known: dict[str, list[str]] = {
        "name": list(acts.ACTS), "pk": papers or ["1"], "turn": ["t1", "t2", "t3"],
        "passage": ["i5", "i5.outcome", "t1", "t2"],
    }  # fmt: skip
    for route in sorted(set(_routes(get_resolver()))):
        names = re.findall(r"<(?:\w+:)?(\w+)>", route)
        if not names:
            yield "/" + route
            continue
        in_session, in_process = route.startswith("sesiones/"), route.startswith("procesos/")
        references = [session.reference] * (not in_process) + [session.series] * (not in_session)
        references += agreements * (not in_process and not in_session)
        for reference in references:
            for path in _filled(route, {**known, "reference": [reference], "agreement": agreements or ["A1"]}):
                yield "/" + path


def _filled(route: str, known: dict[str, list[str]]) -> list[str]:
    paths = [route]
    for found in re.finditer(r"<(?:\w+:)?(\w+)>", route):
        values = known.get(found[1], ["1"])
        paths = [p.replace(found[0], v) for p in paths for v in values]
    return paths


def _routes(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for one in resolver.url_patterns:
        route = before + str(getattr(one.pattern, "_route", "") or "")
        if isinstance(one, URLResolver):
            yield from _routes(one, route)
        elif isinstance(one, URLPattern) and not str(one.pattern).startswith("^"):
            yield route


def read(browser: Client, path: str) -> str:
    """What is answered there, wherever it leads; headers too."""
    try:
        answer: Any = browser.get(path)
    except NoReverseMatch:  # pragma: no cover - a page that needs what this process has not
        return ""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return f"{answer.headers}{body.decode(errors='replace')}"


def leaks(browser: Client, session: Session) -> list[str]:
    return [path for path in addresses(session) if MARK in read(browser, path)]


def letters_to_others(circle: Circle, *inside: Person) -> list[str]:
    """The letters with the mark to whoever is outside its circle."""
    heard = {one.email for one in inside}
    return [f"{x.to}: {x.subject}" for x in Outgoing.objects.all() if MARK in _said(x) and x.to not in heard]


def _said(letter: Outgoing) -> str:
    attached = (b64decode(x["content"]).decode(errors="replace") for x in letter.attachments)
    return " ".join((letter.subject, letter.text, letter.html, str(letter.headers), *attached))


class Listening:
    """Whoever is outside the circle listens while the meeting goes on: what a frame told is not taken back."""

    def __init__(self, circle: Circle, browser: Client) -> None:
        self.circle, self.browser = circle, browser
        self.since: dict[int, int] = {}
        self.told: list[str] = []

    def heard(self, session_id: int) -> None:
        session = Session.objects.get(pk=session_id)
        since = self.since.get(session_id, 0)
        language = LANGUAGES[session.seq % 2]
        for audience in OUTSIDE[self.circle]:
            if MARK in frames.as_text(frames.frame_since(session, audience, language, since)):
                self.told.append(f"frame {since} to {session.seq} for {audience}")
        if session.seq // 9 > since // 9 and MARK in read(self.browser, f"/sesiones/{session.reference}/sala/"):
            self.told.append(f"page of the room at {session.seq}")
        self.since[session_id] = session.seq


@pytest.mark.guideline("A9")
@pytest.mark.parametrize("circle", list(Circle))
def test_nothing_typed_in_a_reserved_item_is_told_outside_its_circle(
    operating: Consultation, seated: Cast, client_of: Browser, clock: time_machine.Traveller, circle: Circle,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    """Every command there is, each of its words marked: in frames as it happens; on every page, in every export while
    the session sits and once its minutes are published; in letters and log lines.
    """
    caplog.set_level(logging.DEBUG)
    listening = Listening(circle, client_of(AnonymousUser()))
    with accounted(listening.heard) as account:
        session = with_reserved_item(circle, clock, whole=True, series=operating.reference)
    assert listening.told == []
    assert account.missing() == [], HOW_TO_PLAY
    no_frame_leaks(session, circle)
    members = [] if circle is Circle.MEMBERS else [seated["carmen"], seated["fatima"]]
    for reader in (AnonymousUser(), *members[:1]):
        assert leaks(client_of(reader), session) == [], str(reader)
    assert MARK in read(client_of(seated["bruno"]), f"/sesiones/{session.reference}/sala/")
    ended(session, clock)
    minutes = published(session, clock)
    for reader in (AnonymousUser(), seated["root"], *members[1:]):
        assert leaks(client_of(reader), session) == [], str(reader)
    page = read(client_of(AnonymousUser()), f"/en/sesiones/{session.reference}/acta/")
    assert TOLD.split(";")[0] in page
    assert BEFORE in page
    assert "Its words are reserved." in page
    assert MARK.lower() not in Minutes.objects.get(pk=minutes.pk).search
    for place in ("acta/", "acta.json"):
        assert MARK in read(client_of(seated["bruno"]), f"/sesiones/{session.reference}/{place}"), "marks nothing"
    heard = ("alba", "bruno", "dora", "elias") if members else ("alba", "bruno", "dora", "elias", "carmen", "fatima")
    assert letters_to_others(circle, *(seated[who] for who in heard)) == []
    assert MARK not in caplog.text


HOW_TO_PLAY = (
    "These commands, or these words of them, are played nowhere with the mark. Play each in"
    " tests/sessions/everything_said.py with f'… {MARK}' in its words; a field that holds an id or a code goes to IDS"
    " there; a command that is of the session, not of an item, goes to TOLD there, under its reason."
)


def no_frame_leaks(session: Session, circle: Circle) -> None:
    room = log.load(session)
    for audience in OUTSIDE[circle]:
        for language in LANGUAGES:
            for since in (0, *range(1, session.seq, 40)):
                frame = frames.as_text(frames.frame_since(session, audience, language, since))
                assert MARK not in frame, f"since {since} for {audience}"
        seen = veiled.seen(session, room, audience)
        assert MARK not in repr(seen)
        assert BEFORE in repr(seen)
    assert MARK in frames.as_text(frames.frame_since(session, Audience.CLOSED, "en", 0)), "the mark marks nothing"
    assert MARK in repr(veiled.seen(session, room, Audience.CLOSED))


@pytest.mark.guideline("A9")
def test_in_the_place_of_the_item_stands_what_can_be_told() -> None:
    session = live.session_open()
    live.play(session, "alba", reserve(Circle.CLOSED))
    room = log.load(session)
    for audience in (Audience.PUBLIC, Audience.ROOM):
        assert "This item is reserved" in render.region("floor", session, room, audience, "en")
        assert TOLD in render.region("floor", session, room, audience, "en")
        assert "its list is not shown here" in render.region("list", session, room, audience, "en")
    assert "what is said here stays here" in render.region("floor", session, room, Audience.CLOSED, "en")


def published(session: Session, clock: time_machine.Traveller) -> Minutes:
    """Worked on, circulated, confirmed by a speaker, objected to, approved and published."""
    row = drafted(session)
    assert row is not None
    keys = {who: live.seat_of(session, who).key for who in ("alba", "bruno", "elias", "dora")}
    for n, (who, act) in enumerate((
        ("alba", w.AddNarrative("i5", f"Resumen {MARK}", f"Razón {MARK}")),
        ("alba", w.EditWording("i5.outcome", f"Conclusión {MARK}", f"Razón {MARK}")),
        ("alba", w.EditWording("t1", f"Redacción {MARK}", f"Razón {MARK}")),
        ("alba", w.EditWording("t2", f"Redacción {MARK}", f"Razón {MARK}")),
        ("alba", w.Circulate()),
        ("elias", w.ContestStatement("t2", f"No dije {MARK}", base=4)),
        ("bruno", w.DisputeMinutes(f"Falta {MARK}")), ("elias", w.AcceptMinutes()),
    )):  # fmt: skip
        handle_work(row.pk, w.Act(keys[who], f"work:{n}", act))
    clock.shift(60 * 60 * 24 * 30)
    for act in (w.ApproveMinutes(), w.PublishMinutes()):
        handle_work(row.pk, w.Act(keys["alba"], f"end:{type(act).__name__}", act))
    return row


@pytest.mark.guideline("A9")
def test_when_it_ends_by_the_clock_pages_open_by_themselves(
    operating: Consultation, seated: Cast, client_of: Browser, clock: time_machine.Traveller
) -> None:
    session = with_reserved_item(Circle.CLOSED, clock, series=operating.reference)
    ended(session, clock)
    published(session, clock)
    agreements = f"/en/procesos/{operating.reference}/acuerdos/"
    minutes, anybody = f"/en/sesiones/{session.reference}/acta/", client_of(AnonymousUser())
    assert "Its words are reserved until" in read(anybody, agreements)
    clock.shift(60 * 60 * 24 * 400)
    assert f"Acordar bien {MARK}" in read(anybody, agreements)
    assert f"Acordar bien {MARK}" in read(anybody, minutes)
    room = f"/en/sesiones/{session.reference}/sala/"
    assert MARK in read(anybody, room)
