"""Rehearsals: a room of its own, watermarked, that nobody outside learns of, and the only log that can be deleted."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.db import IntegrityError, models, transaction
from django.test import Client
from django.urls import reverse

from incidencia.clock import now
from incidencia.web.refusals import Refused
from sessions import chat, desk, log, queries
from sessions.audiences import Audience
from sessions.core import commands as c
from sessions.core.evolve import replay
from sessions.core.refusals import Code
from sessions.core.refusals import Refused as RoomRefused
from sessions.core.terms import Method, Phase, Role, Via
from sessions.hall import links
from sessions.hub import frames
from sessions.minutes import services as minutes
from sessions.minutes.queries import archive
from sessions.models import Agreement, LogEntry, Minutes, Outbox, Seat, Session
from sessions.own_data import collect
from sessions.rehearsal import services, simulated
from tests.factories import sessions as make

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]
WATERMARK = "nada de esto cuenta"
CAST = ("alba", "dora", "bruno", "elias", "fatima")


def rehearsal(session: Session | None = None) -> Session:
    return services.start(session or make.session_convened(), by=make.cast("alba"))


def act(twin: Session, who: str, command: c.Command, **how: Any) -> None:
    desk.handle(twin.pk, c.Act(make.seat_of(twin, who).key, uuid4().hex, command, **how))
    twin.refresh_from_db()


def let(twin: Session, what: str) -> None:
    simulated.simulate(twin, make.seat_of(twin, "alba"), what)
    twin.refresh_from_db()


def opened(twin: Session) -> Session:
    act(twin, "alba", c.OpenLobby())
    let(twin, "come")
    act(twin, "alba", c.OpenSession())
    return twin


def at_the_subject(twin: Session) -> Session:
    opened(twin)
    act(twin, "alba", c.OpenItem("i5"))
    act(twin, "alba", c.OpenList())
    return twin


# --- The twin ------------------------------------------------------------------------------------------
def test_it_has_the_agenda_the_rules_and_the_seats_of_its_session_and_a_log_of_its_own() -> None:
    session = make.session_convened()
    before = session.seq
    twin = rehearsal(session)
    room, true = log.load(twin), make.room_of(session)
    assert twin.reference == f"{session.reference}-E1"
    assert [i.plan for i in room.items] == [i.plan for i in true.items]
    assert room.rules == true.rules
    seats = [list(s.seats.values_list("key", "name", "role", "votes", "person")) for s in (session, twin)]
    assert seats[0] == seats[1]
    at_the_subject(twin)
    session.refresh_from_db()
    assert session.seq == before
    assert log.load(twin) == replay(log.entries(twin))


def test_a_session_that_is_still_prepared_can_be_rehearsed_with_its_draft() -> None:
    session = make.session_drafted()
    twin = rehearsal(session)
    assert [i.plan.title_es for i in log.load(twin).items] == [i.title_es for i in session.draft_items.all()]
    session.refresh_from_db()
    assert (session.convened_at, session.seq) == (None, 0)


def test_numbers_are_never_given_twice_even_when_a_rehearsal_was_deleted() -> None:
    session = make.session_convened()
    first = rehearsal(session)
    services.delete(first, by=make.cast("alba"))
    assert rehearsal(session).reference == f"{session.reference}-E2"


def test_a_session_that_has_begun_is_not_rehearsed() -> None:
    with pytest.raises(Refused) as refused:
        rehearsal(make.session_open())
    assert refused.value.code == "rehearse_before"


def test_without_a_chair_or_one_side_there_is_nothing_to_rehearse() -> None:
    session = make.session_drafted()
    session.seats.filter(role=Role.CHAIR).delete()
    with pytest.raises(Refused) as refused:
        rehearsal(session)
    assert refused.value.code == "rehearse_with"


@pytest.mark.parametrize(("made", "why"), [
    (make.session_convened, ""), (make.session_in_lobby, ""), (make.session_open, "The session has begun."),
    (make.session_closed, "The session has begun."),
])  # fmt: skip
def test_a_rehearsal_is_offered_only_while_it_can_be_started(
    client_of: ClientOf, made: Callable[[], Session], why: str
) -> None:
    session = made()
    alba = client_of(make.cast("alba"))
    page = alba.get(reverse("rehearsal_start", args=[session.reference])).content.decode()
    link = f'href="{reverse("rehearsal_start", args=[session.reference])}"'
    on_page = link in alba.get(reverse("session_page", args=[session.reference])).content.decode()
    assert ("<form" in page.partition("<main")[2], on_page) == (not why, not why)
    assert ("notice danger" in page) is bool(why)


def test_there_are_at_most_five_at_a_time() -> None:
    session = make.session_convened()
    for _n in range(services.MOST):
        rehearsal(session)
    with pytest.raises(Refused) as refused:
        rehearsal(session)
    assert refused.value.code == "rehearsals"


def test_a_rehearsal_is_never_public() -> None:
    twin = rehearsal()
    for change in ({"public_live": True}, {"announced_at": now()}, {"search": "x"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Session.every.filter(pk=twin.pk).update(**change)


# --- One person alone ------------------------------------------------------------------------------------
def test_one_person_alone_practises_a_whole_session() -> None:
    with time_machine.travel(now(), tick=True) as clock:
        twin = at_the_subject(rehearsal())
        let(twin, "floor")
        let(twin, "floor")
        assert len(log.load(twin).floor.requests) == 2
        act(twin, "alba", c.GiveFloor())
        let(twin, "point")
        act(twin, "alba", c.RulePointOfOrder(False, "Es el mismo texto"))
        act(twin, "alba", c.EndSpeech())
        act(twin, "alba", c.ProposeAdoption("Palabras", "binds"))  # type: ignore[arg-type]
        let(twin, "object")
        assert log.load(twin).proposal.objections  # type: ignore[union-attr]
        let(twin, "withdraw")
        clock.shift(10)
        desk.settle(twin.pk)
        assert [a.id for a in log.load(Session.every.get(pk=twin.pk)).agreements] == ["A1"]
        act(twin, "alba", c.ReadAgreement("A1"))
        act(twin, "alba", c.CloseSession())
        assert twin.phase == Phase.CLOSED


@pytest.mark.parametrize("method", list(Method))
def test_simulated_members_vote_by_each_method(method: Method) -> None:
    twin = at_the_subject(rehearsal())
    act(twin, "alba", c.PutToVote("¿Se publica?", method))
    let(twin, "vote")
    let(twin, "votes")
    room = log.load(twin)
    assert room.vote is not None
    assert set(room.vote.voted) == set(room.vote.electorate)
    act(twin, "alba", c.CloseVote())
    with pytest.raises(RoomRefused):
        let(twin, "votes")


def test_a_temperature_check_is_answered_and_somebody_leaves() -> None:
    twin = at_the_subject(rehearsal())
    act(twin, "alba", c.TakeTemperature("¿Cómo lo ven?"))
    let(twin, "votes")
    assert len(log.load(twin).temperature.shown) == 3  # type: ignore[union-attr]
    present = len(log.load(twin).present())
    let(twin, "leave")
    assert len(log.load(twin).present()) == present - 1


def test_what_simulated_people_do_is_recorded_as_done_on_their_behalf() -> None:
    twin = at_the_subject(rehearsal())
    let(twin, "floor")
    entry = log.entries(twin)[-1]
    assert (entry.by, entry.via, bool(entry.on_behalf_of)) == (make.seat_of(twin, "alba").key, Via.HALL, True)


@pytest.mark.parametrize("what", ["", "come", "nonsense", "vote", "object", "withdraw", "point", "floor", "leave"])
def test_where_nobody_can_do_it_the_room_says_no_and_nothing_is_written(what: str) -> None:
    twin = rehearsal()
    if what == "come":
        opened(twin)
    before = Session.every.get(pk=twin.pk).seq
    with pytest.raises(RoomRefused):
        let(twin, what)
    assert Session.every.get(pk=twin.pk).seq == before


def test_nobody_is_simulated_in_a_true_session() -> None:
    session = make.session_open()
    with pytest.raises(RoomRefused) as refused:
        simulated.simulate(session, make.seat_of(session, "alba"), "floor")
    assert refused.value.code is Code.NOT_YOURS


# --- Who may ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize("who", [*CAST, "carmen"])
def test_the_secretariat_alone_starts_simulates_and_deletes(who: str, client_of: ClientOf) -> None:
    session = make.session_convened()
    twin = rehearsal(session)
    client, may = client_of(make.cast(who)), who == "alba"
    start = client.post(reverse("rehearsal_start", args=[session.reference]))
    assert start.status_code == (302 if may else 403)
    assert client.post(reverse("rehearsal_simulate", args=[twin.reference]), {"what": "floor"}).status_code == (
        302 if may else 403
    )
    for method in (client.get, client.post):
        assert method(reverse("rehearsal_delete", args=[twin.reference])).status_code in (
            (200, 302) if may else (403,)
        )
    assert Session.every.filter(pk=twin.pk).exists() is not may


def test_nobody_without_a_sign_in_comes_near(client: Client) -> None:
    twin = rehearsal()
    for name in ("rehearsal_start", "rehearsal_delete"):
        address = reverse(name, args=[twin.series if name == "rehearsal_start" else twin.reference])
        assert client.get(address)["Location"].startswith(reverse("account_login"))
    assert client.get(reverse("room", args=[twin.reference])).status_code == 403


def test_those_seated_enter_and_others_do_not(client_of: ClientOf) -> None:
    twin = at_the_subject(rehearsal())
    for who in CAST:
        assert client_of(make.cast(who)).get(reverse("room", args=[twin.reference])).status_code == 200
    assert client_of(make.cast("carmen")).get(reverse("room", args=[twin.reference])).status_code == 403


def test_a_true_session_is_never_deleted(client_of: ClientOf) -> None:
    session = make.session_convened()
    alba = client_of(make.cast("alba"))
    assert alba.post(reverse("rehearsal_delete", args=[session.reference])).status_code == 404
    with pytest.raises(Refused):
        services.delete(session, by=make.cast("alba"))
    for lines in (session.entries.all(), LogEntry.objects.all()):
        with pytest.raises(models.ProtectedError):
            lines.delete()
    with pytest.raises(models.ProtectedError):
        session.entries.first().delete()  # type: ignore[union-attr]
    with pytest.raises(models.ProtectedError):
        session.delete()
    assert session.entries.count() == session.seq


def test_a_rehearsal_goes_with_its_log_its_seats_and_its_draft() -> None:
    twin = closed(rehearsal())
    services.delete(twin, by=make.cast("alba"))
    assert not Session.every.filter(rehearsal=True).exists()
    assert not LogEntry.objects.filter(session_id=twin.pk).exists()
    assert not Seat.objects.filter(session_id=twin.pk).exists()
    assert not Minutes.objects.exists()


def closed(twin: Session) -> Session:
    with time_machine.travel(now(), tick=True) as clock:
        at_the_subject(twin)
        act(twin, "alba", c.ProposeAdoption("Palabras ensayadas", "binds"))  # type: ignore[arg-type]
        clock.shift(10)
        desk.settle(twin.pk)
        act(twin, "alba", c.ReadAgreement("A1"))
        act(twin, "alba", c.CloseSession())
        minutes.drafted(twin)
    return twin


# --- It says what it is ------------------------------------------------------------------------------------
def test_every_page_and_frame_bears_the_watermark(client_of: ClientOf) -> None:
    twin = at_the_subject(rehearsal())
    alba = client_of(make.cast("alba"))
    names = ["room", "room_projector", "room_script", "room_place", "act_list", "rehearsal_delete"]
    pages = [reverse(name, args=[twin.reference]) for name in names]
    pages += [reverse("act", args=[twin.reference, name]) for name in ("propose", "suspend", "put_to_vote")]
    for page in pages:
        assert WATERMARK in alba.get(page).content.decode(), page
    for audience in Audience:
        for since in (0, 1, twin.seq):
            assert WATERMARK in frames.frame_since(twin, audience, "es-mx", since)["rehearsal"]
    act(twin, "alba", c.CloseList(0))
    told = frames.news(twin.pk, twin.seq - 1, {frames.Hearer("", Audience.ROOM, "es-mx")}).frames
    assert [WATERMARK in text for text in told.values()] == [True]


def test_the_draft_of_its_minutes_bears_it_and_is_for_the_desk_alone(client_of: ClientOf) -> None:
    twin = closed(rehearsal())
    page = reverse("minutes_page", args=[twin.reference])
    for who in ("alba", "dora"):
        answer = client_of(make.cast(who)).get(page)
        assert WATERMARK in answer.content.decode()
    for who in ("bruno", "fatima", "carmen"):
        assert client_of(make.cast(who)).get(page).status_code == 403


def test_a_true_room_bears_none(client_of: ClientOf) -> None:
    session = make.session_open()
    answer = client_of(make.cast("alba")).get(reverse("room", args=[session.reference]))
    assert WATERMARK not in answer.content.decode()
    assert "rehearsal" not in frames.frame_since(session, Audience.ROOM, "es-mx", 0)


# --- Nobody outside learns of it -----------------------------------------------------------------------------
def test_nothing_of_it_is_left_for_search_follow_up_or_letters(django_capture_on_commit_callbacks: Any) -> None:
    session = make.session_convened()
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        closed(rehearsal(session))
    assert mail.outbox == []
    assert not Agreement.objects.exists()
    assert not Outbox.objects.exists()


def test_no_list_query_or_export_knows_it() -> None:
    session = make.session_convened()
    twin = closed(rehearsal(session))
    alba, bruno = make.cast("alba"), make.cast("bruno")
    assert queries.coming() == [session]
    assert list(queries.found("")) == [session]
    assert list(queries.found("tercera sesión")) == [session]
    assert queries.mine(bruno) == [session]
    assert list(queries.prepared_by(alba)) == []
    assert list(queries.of_series(make.SERIES)) == [session]
    assert list(queries.of_series(session.reference)) == []
    assert list(archive()) == []
    assert twin.reference not in str(collect(bruno))
    assert twin.reference not in str(collect(alba))


PUBLIC = ("home", "session_list", "archive", "desk", "own_data")


@pytest.mark.parametrize("who", ["alba", "dora", "bruno", ""])
def test_it_appears_on_no_page_but_its_session_s_own(who: str, client_of: ClientOf, client: Client) -> None:
    session = make.session_convened()
    twin = closed(rehearsal(session))
    one = client_of(make.cast(who)) if who else client
    for name in PUBLIC:
        answer = one.get(reverse(name))
        assert answer.status_code in (200, 302), name
        assert not re.search(rf"{twin.reference}\b", answer.content.decode()), name
    page = one.get(reverse("session_page", args=[session.reference])).content.decode()
    assert (twin.reference in page) is bool(who)


@pytest.mark.parametrize(
    "name", ["session_page", "session_calendar", "session_prepare", "session_convene", "session_cancel",
             "session_reschedule", "session_announce", "attendance_list", "minutes_json", "minutes_log",
             "minutes_changes", "minutes_circulate", "minutes_publish", "minutes_approve", "reference"]
)  # fmt: skip
def test_it_has_no_page_of_a_session_that_counts(name: str, client_of: ClientOf) -> None:
    twin = closed(rehearsal())
    assert client_of(make.cast("alba")).get(reverse(name, args=[twin.reference])).status_code == 404


def test_no_work_is_done_on_its_minutes() -> None:
    from sessions.minutes import work  # noqa: PLC0415

    twin = closed(rehearsal())
    row = Minutes.objects.get(session_id=twin.pk)
    with pytest.raises(work.Refused) as refused:
        minutes.handle_work(row.pk, work.Act(make.seat_of(twin, "alba").key, "k", work.Circulate()))
    assert refused.value.code is work.Code.REHEARSAL


def test_follow_up_shows_the_open_agreements_of_the_true_process() -> None:
    make.session_closed(starts_at=now() - timedelta(minutes=50))
    twin = opened(rehearsal(make.session_convened()))
    act(twin, "alba", c.OpenItem("i4"))
    assert [p.reference for p in log.load(twin).item("i4").pending] == [f"{make.SERIES}-S1-A1"]  # type: ignore[union-attr]


def test_its_chat_is_written_read_and_forgotten(client_of: ClientOf) -> None:
    twin = opened(rehearsal())
    make.admit(twin, "alba")
    act(twin, "alba", c.OpenChat())
    alba, page = client_of(make.cast("alba")), f"/sesiones/{twin.reference}/sala/chat/"
    assert alba.post(page, {"text": "Hola"}).status_code == 303
    assert "Hola" in alba.get(page).content.decode()
    act(twin, "alba", c.CloseSession())
    with time_machine.travel(now() + timedelta(days=log.load(twin).rules.chat_days + 1)):
        assert chat.forget() == 1


def test_a_link_to_a_seat_of_it_opens_it() -> None:
    twin = opened(rehearsal())
    made = links.link_make(twin, make.seat_of(twin, "bruno"), by=make.cast("alba"))
    answer = Client().post(f"/sesiones/{twin.reference}/sala/enlace/{made.token}/")
    assert answer.status_code == 303
