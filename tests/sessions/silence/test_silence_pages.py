"""The silence procedure through its pages: who reads, who acts, what is typed, who gets letters, where it appears."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import translation

from consultations.desk.sources import waiting_for
from consultations.models import Consultation
from consultations.trail import Step
from incidencia.clock import now
from incidencia.mail.models import Outgoing
from sessions.core import commands as c
from sessions.core.events import Pending
from sessions.facts import _pending
from sessions.minutes.queries import agreement_address
from sessions.minutes.services import draft_after
from sessions.models import Agreement, Minutes, Session, Silence
from sessions.own_data import collect
from sessions.silence.settling import settle_due
from tests.conftest import Cast
from tests.consultations.modes.deliberation.test_taking_up import put, raised, steps
from tests.factories import sessions as make
from tests.sessions.silence.silences import WORDS, broken, place, sealed, start, typed

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]
STRINGS = json.loads((Path(__file__).parents[2] / "data" / "blns.json").read_text(encoding="utf-8"))
SEATED = {"alba", "bruno", "dora", "elias", "fatima"}
EVERYBODY = [*sorted(SEATED), "carmen", "root", "nobody"]
LATER = timedelta(days=3, minutes=2)


def test_it_goes_through_the_pages_from_its_start_to_the_agreement(
    session: Session, client_of: ClientOf, clock: time_machine.Traveller
) -> None:
    dora, bruno = client_of(make.cast("dora")), client_of(make.cast("bruno"))
    page = dora.get(place(session, "session_page")).content.decode()
    assert place(session, "silence_start") in page
    page = dora.get(place(session, "silence_start")).content.decode()
    for said in ("Silence means yes.", "Bruno Sosa", "It ends between"):
        assert said in page
    assert dora.post(place(session, "silence_start"), typed(session)).status_code == 303
    assert dora.post(place(session, "silence_start"), typed(session)).status_code == 303  # the same form twice
    assert Silence.objects.count() == 1
    page = bruno.get(place(session, "silence_page", 1)).content.decode()
    assert Silence.objects.get().sha256 in page
    assert place(session, "silence_break", 1) in page
    clock.shift(LATER)
    bruno = client_of(make.cast("bruno"))
    page = bruno.get(place(session, "silence_page", 1)).content.decode()
    assert "Nobody broke the silence" in page
    assert f"{session.reference}-A2" in page
    assert place(session, "silence_break", 1) not in page
    assert "Agreed in silence" in bruno.get(place(session, "session_page")).content.decode()


@pytest.mark.parametrize("who", EVERYBODY)
def test_each_page_before_its_hour_is_for_those_it_concerns(
    session: Session, cast: Cast, client_of: ClientOf, who: str
) -> None:
    start(session)
    client = client_of(cast[who])
    closed = 302 if who == "nobody" else 403
    page = client.get(place(session, "silence_page", 1))
    assert page.status_code == (200 if who in SEATED else 403)
    assert (WORDS in page.content.decode()) == (who in SEATED)
    assert (WORDS in client.get(place(session, "session_page")).content.decode()) == (who in SEATED)
    for name, args, may in (
        ("silence_start", (), {"alba", "dora"}),
        ("silence_withdraw", (1,), {"alba", "dora"}),
        ("silence_break", (1,), {"alba", "bruno", "dora", "elias"}),
    ):
        assert client.get(place(session, name, *args)).status_code == (200 if who in may else closed), name


@pytest.mark.parametrize("who", ["carmen", "root", "nobody", "fatima", "alba"])
def test_who_has_no_vote_breaks_nothing_by_posting(
    session: Session, cast: Cast, client_of: ClientOf, who: str
) -> None:
    start(session)
    answer = client_of(cast[who]).post(place(session, "silence_break", 1), {"reason": "No"})
    assert answer.status_code in (302, 403, 422)
    assert Silence.objects.get().broken_at is None


def test_once_it_held_whoever_reads_the_agreements_of_the_session_reads_it(
    session: Session, client_of: ClientOf, nobody: Any, clock: time_machine.Traveller
) -> None:
    start(session)
    clock.shift(LATER)
    address = place(session, "silence_page", 1)
    assert client_of(nobody).get(address).status_code == 403
    Session.objects.filter(pk=session.pk).update(public_live=True)
    page = client_of(nobody).get(address)
    assert page.status_code == 200
    assert WORDS in page.content.decode()


def test_of_what_was_broken_or_withdrawn_outsiders_read_nothing_ever(
    session: Session, client_of: ClientOf, nobody: Any, clock: time_machine.Traveller
) -> None:
    broken(start(session))
    Session.objects.filter(pk=session.pk).update(public_live=True)
    clock.shift(LATER)
    assert client_of(nobody).get(place(session, "silence_page", 1)).status_code == 403
    page = client_of(nobody).get(place(session, "session_page")).content.decode()
    assert WORDS not in page
    assert "Faltan cifras." not in page


def test_nobody_is_named_as_silent(session: Session, client_of: ClientOf, clock: time_machine.Traveller) -> None:
    start(session)
    pages = {}
    for who in ("bruno", "elias"):
        client_of(make.cast(who)).get(place(session, "silence_page", 1))
        pages[who] = client_of(make.cast("fatima")).get(place(session, "silence_page", 1)).content
    assert pages["bruno"].count(b"Bruno Sosa") == pages["elias"].count(b"Bruno Sosa") == 1


def test_who_broke_it_and_why_is_read_by_those_with_a_seat(session: Session, client_of: ClientOf) -> None:
    start(session)
    bruno = client_of(make.cast("bruno"))
    assert bruno.post(place(session, "silence_break", 1), {"reason": "Faltan <b>cifras</b>."}).status_code == 303
    page = client_of(make.cast("fatima")).get(place(session, "silence_page", 1)).content.decode()
    assert "Bruno Sosa broke the silence" in page
    assert "Faltan &lt;b&gt;cifras&lt;/b&gt;." in page
    again = client_of(make.cast("elias")).post(place(session, "silence_break", 1), {"reason": "Yo también"})
    assert again.status_code == 422
    assert "broken already" in again.content.decode()


def test_after_its_hour_a_break_is_refused_and_what_was_typed_stays(
    session: Session, client_of: ClientOf, clock: time_machine.Traveller
) -> None:
    start(session)
    clock.shift(LATER)
    late = client_of(make.cast("bruno")).post(place(session, "silence_break", 1), {"reason": "Llegué tarde"})
    assert late.status_code == 422
    assert "Llegué tarde" in late.content.decode()
    assert "the text is agreed" in late.content.decode()
    assert Agreement.objects.filter(session=session).count() == 2


@pytest.mark.parametrize(
    "changes",
    [{"until": ""}, {"until": "mañana"}, {"until": "9999-12-31T23:59"}, {"until": "0001-01-01T00:00"}, {"words": ""},
     {"words": "   "}, {"words": "x" * 20_001}, {"words": "abc\x00def"}, {"words": "abc\u202edef"}, {"item": "i99"},
     {"item": ""}, {"language": "xx"}, {"effect": "orders"}, {"key": ""}, {"key": "k" * 65}],
)  # fmt: skip
def test_bad_forms_start_nothing_and_say_so(session: Session, client_of: ClientOf, changes: dict[str, str]) -> None:
    answer = client_of(make.cast("dora")).post(place(session, "silence_start"), typed(session, **changes))
    assert answer.status_code == 422
    assert not Silence.objects.exists()


@pytest.mark.parametrize("hours", [-1, 0, 23, 24 * 90 + 2])
def test_an_hour_too_near_or_too_far_is_refused_beside_the_field(
    session: Session, client_of: ClientOf, hours: int
) -> None:
    answer = client_of(make.cast("dora")).post(place(session, "silence_start"), typed(session, hours))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "The silence has to end between" in page
    assert WORDS in page


def test_the_secretariat_says_that_the_chair_instructs_it(session: Session, client_of: ClientOf) -> None:
    alba = client_of(make.cast("alba"))
    assert alba.post(place(session, "silence_start"), typed(session)).status_code == 422
    assert alba.post(place(session, "silence_start"), typed(session, instructed="on")).status_code == 303
    assert Silence.objects.get().instructed_by == make.seat_of(session, "dora")


def test_hostile_words_and_reasons_stand_as_text_or_are_refused(session: Session, client_of: ClientOf) -> None:
    dora, bruno = client_of(make.cast("dora")), client_of(make.cast("bruno"))
    started = 0
    for n, one in enumerate(STRINGS):
        sent = dora.post(place(session, "silence_start"), typed(session, words=one, key=f"f{n}"))
        assert sent.status_code in (303, 422), one
        if sent.status_code == 422:
            continue
        started += 1
        page = bruno.get(place(session, "silence_page", started)).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        done = bruno.post(place(session, "silence_break", started), {"reason": one})
        assert done.status_code in (303, 422)
        if done.status_code == 422:
            broken(Silence.objects.get(number=started))
        page = bruno.get(place(session, "silence_page", started)).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        Outgoing.objects.all().delete()
    assert started > 100


@pytest.mark.parametrize("number", [0, 2, 10**30])
def test_a_number_that_is_none_is_not_found(session: Session, client_of: ClientOf, number: int) -> None:
    start(session)
    assert client_of(make.cast("bruno")).get(place(session, "silence_page", number)).status_code == 404


def told(session: Session, name: str) -> dict[str, Outgoing]:
    return {one.to: one for one in Outgoing.objects.filter(key__startswith=f"{name}:{session.reference}:1:")}


def test_letters_go_to_those_entitled_and_to_who_leads_and_to_nobody_else(
    session: Session, clock: time_machine.Traveller
) -> None:
    three = {make.cast(who).email for who in ("bruno", "dora", "elias")}
    silence = start(session, "alba")
    assert set(told(session, "silence_started")) == three | {make.cast("alba").email}
    clock.shift(LATER)
    for _ in range(2):
        waiting_for(make.cast("bruno"))
        agreement_address(f"{session.reference}-A2")
        settle_due()
    assert set(told(session, "silence_held")) == three | {make.cast("alba").email}
    assert silence.number == 1


def test_on_the_desk_of_those_entitled_it_waits_while_it_runs(
    session: Session, clock: time_machine.Traveller
) -> None:
    address = f"/sesiones/{session.reference}/silencio/1/"

    def waits(who: str) -> bool:
        with translation.override("es-mx"):
            return any(address in row.href for row in waiting_for(make.cast(who)))

    assert not waits("bruno")
    silence = start(session)
    assert [who for who in sorted(SEATED) if waits(who)] == ["bruno", "dora", "elias"]
    broken(silence)
    assert not waits("elias")
    start(session, key="k2")
    clock.shift(LATER)
    assert not waits("bruno")


def test_the_register_the_reference_and_the_next_follow_up_have_it(
    operating: Consultation, cast: Cast, client_of: ClientOf, nobody: Any, clock: time_machine.Traveller
) -> None:
    session = sealed(series=operating.reference, public=True)
    start(session)
    clock.shift(LATER)
    later = make.session_convened(series=operating.reference, starts_at=now() + timedelta(days=9))
    assert any(p.text == WORDS for p in _pending(later) if isinstance(p, Pending))
    client = client_of(nobody)
    register = client.get(f"/en/procesos/{operating.reference}/acuerdos/").content.decode()
    assert f"{session.reference}-A2" in register
    assert WORDS in register
    with translation.override("en"):
        assert agreement_address(f"{session.reference}-A2") == place(session, "silence_page", 1)


def test_read_first_in_the_register_it_is_there_too(
    operating: Consultation, cast: Cast, client_of: ClientOf, nobody: Any, clock: time_machine.Traveller
) -> None:
    session = sealed(series=operating.reference, public=True)
    start(session)
    address = f"/en/procesos/{operating.reference}/acuerdos/"
    assert WORDS not in client_of(nobody).get(address).content.decode()
    clock.shift(LATER)
    assert WORDS in client_of(nobody).get(address).content.decode()


def test_the_trail_of_what_its_item_took_up_has_the_step(
    operating: Consultation, cast: Cast, clock: time_machine.Traveller, django_capture_on_commit_callbacks: Any
) -> None:
    with time_machine.travel(now() - timedelta(hours=2)):
        session = make.session_convened(series=operating.reference)
        issue = raised(operating, make.cast("bruno"), "Cifras por estado")
        put(session, issue, make.cast("alba"))
        make.play(session, "alba", c.OpenLobby())
        make.admit_all(session)
        for act in (c.OpenSession(), c.OpenItem("i5"), c.CloseSession()):
            make.play(session, "alba", act)
    start(session)
    clock.shift(LATER)
    with django_capture_on_commit_callbacks(execute=True):
        settle_due()
    assert (Step.AGREED, f"{session.reference}-A1") in steps(issue)


def test_what_one_broke_is_among_ones_own_data(session: Session) -> None:
    broken(start(session))
    with translation.override("en"):
        for who, n in (("bruno", 1), ("elias", 0)):
            held = collect(make.cast(who))
            assert len(held["Silences you broke after sessions"]) == n
            assert len(held["Texts under silence that you could break, put there or withdrew"]) == 1
        assert not collect(make.cast("fatima"))["Texts under silence that you could break, put there or withdrew"]


def test_minutes_already_drafted_stay_as_they_are(session: Session, clock: time_machine.Traveller) -> None:
    draft_after(session.pk)
    before = Minutes.objects.values().get()
    start(session)
    clock.shift(LATER)
    settle_due()
    draft_after(session.pk)
    assert Minutes.objects.values().get() == before
