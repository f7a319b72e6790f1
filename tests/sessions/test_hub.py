"""The hub: news reach everybody in order and without gaps, and nobody who is slow holds anybody else."""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest
import time_machine

from incidencia.clock import now
from sessions import chat, doorbell, presence, render
from sessions.audiences import Audience
from sessions.core import commands as c
from sessions.core.terms import Effect
from sessions.core.touches import DESK_REGIONS, REGIONS
from sessions.hub import codes, frames
from sessions.models import Session
from tests.factories.sessions import admit, lively, play, seat_of, session_open
from tests.sessions.sockets import Remembers, gaps, hub_of, listens, outside

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def session() -> Session:
    session = session_open()
    session.public_live = True
    session.save(update_fields=["public_live"])
    return session


@pytest.mark.engine
async def test_what_is_done_reaches_everybody_in_order(session: Session) -> None:
    async with hub_of() as hub:
        lines = [(await listens(hub, session, who))[0] for who in ("bruno", "elias", "fatima")]
        for n in range(6):
            await outside(play, session, "alba", c.AddItem(f"Punto {n}", "", 5, "Se agrega"))
        for line in lines:
            await line.reaches(session.seq)
            assert gaps(line) == []
            assert [x["seq"] for f in line.told[1:] for x in f["journal"]] == list(
                range(session.seq - 5, session.seq + 1)
            )


async def test_a_region_is_rendered_once_per_audience_and_language_and_the_same_bytes_go_to_all(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: Counter[tuple[str, str, str]] = Counter()
    real = render.region

    def counted(name: str, s: Session, room: object, audience: Audience, language: str) -> str:
        rendered[name, audience, language] += 1
        return real(name, s, room, audience, language)  # type: ignore[arg-type]

    async with hub_of() as hub:
        room = [(await listens(hub, session, who))[0] for who in ("bruno", "elias", "bruno", "elias")]
        other, _ = await listens(hub, session, "fatima", language="en")
        public, _ = await listens(hub, session, audience=Audience.PUBLIC)
        monkeypatch.setattr(render, "region", counted)
        await outside(play, session, "bruno", c.RequestFloor())
        for line in (*room, other, public):
            await line.reaches(session.seq)
    assert rendered == {("list", "room", "es-mx"): 1, ("list", "room", "en"): 1, ("list", "public", "es-mx"): 1}
    assert len({id(line.handed[-1]) for line in room}) == 1


async def test_a_slow_reader_holds_nobody_and_is_told_where_to_resume(session: Session) -> None:
    async with hub_of(patience=0.3) as hub:
        slow, _ = await listens(hub, session, "elias")
        quick, _ = await listens(hub, session, "bruno")
        at, slow.full = session.seq, True
        for n in range(5):
            await outside(play, session, "alba", c.AddItem(f"Punto {n}", "", 5, "Se agrega"))
            await quick.reaches(session.seq, 1)
        await slow.until(lambda x: x.away)
        assert slow.away == (codes.TOO_SLOW, f"too slow: resume from {at}")


async def test_a_reader_that_was_behind_gets_what_it_missed_in_one_frame(session: Session) -> None:
    async with hub_of() as hub:
        slow, _ = await listens(hub, session, "elias")
        quick, _ = await listens(hub, session, "bruno")
        at, before, slow.full = session.seq, len(slow.told), True
        for n in range(4):
            await outside(play, session, "alba", c.AddItem(f"Punto {n}", "", 5, "Se agrega"))
            await quick.reaches(session.seq)
        slow.full = False
        await slow.reaches(session.seq)
        assert len(slow.told) == before + 1
        assert slow.told[-1]["since"] == at
        assert [x["seq"] for x in slow.told[-1]["journal"]] == list(range(at + 1, session.seq + 1))


async def test_people_who_come_and_go_while_things_happen_miss_nothing(session: Session) -> None:
    """The churn that loses group messages elsewhere: here a gap would show in the numbers."""
    async with hub_of() as hub:
        over = asyncio.Event()

        async def visits() -> list[Remembers]:
            came = []
            while not over.is_set():
                line, listener = await listens(hub, session, "bruno", since=1)
                await asyncio.sleep(0.02)
                hub.leave(listener)
                came.append(line)
            return came

        async def stays() -> Remembers:
            return (await listens(hub, session, "elias", since=1))[0]

        async with asyncio.TaskGroup() as group:
            visitors = [group.create_task(visits()) for _ in range(3)]
            late = []
            for n in range(12):
                late.append(group.create_task(stays()))
                await outside(play, session, "alba", c.AddItem(f"Punto {n}", "", 5, "Se agrega"))
            over.set()
        for line in [t.result() for t in late]:
            await line.reaches(session.seq)
            assert gaps(line) == []
            seen = {x["seq"] for f in line.told for x in f["journal"]}
            assert seen == set(range(2, session.seq + 1))
        assert [gaps(line) for t in visitors for line in t.result() if gaps(line)] == []


async def test_a_lost_ring_is_made_up_for_by_the_next_look(session: Session) -> None:
    async with hub_of(look=0.2) as hub:
        hub._stop_listening()
        hub._stop_listening = lambda: None
        line, _ = await listens(hub, session, "bruno")
        await outside(play, session, "alba", c.AddItem("Punto", "", 5, "Se agrega"))
        await line.reaches(session.seq)


async def test_the_hub_settles_when_a_window_ends_though_nobody_asks(session: Session) -> None:
    async with hub_of() as hub:
        await outside(lively, session)
        line, _ = await listens(hub, session, "bruno")
        await outside(play, session, "alba", c.ProposeAdoption("Conservar el párrafo 6", Effect.BINDS))
        await line.reaches(session.seq)
        await line.until(lambda x: "agreements" in x.told[-1]["regions"], 20)  # three seconds are its rule
        await outside(session.refresh_from_db)
        assert line.told[-1]["seq"] == session.seq


async def test_lines_that_are_lost_hold_the_window_and_everybody_sees_it(session: Session) -> None:
    async with hub_of(look=0.2) as hub:
        await outside(lively, session)
        line, _ = await listens(hub, session, "bruno")
        await outside(play, session, "alba", c.ProposeAdoption("Conservar el párrafo 6", Effect.BINDS))
        await line.reaches(session.seq)
        await outside(lambda: session.seats.all() and _cut_off(session))
        await line.reaches(session.seq + 1)
        await outside(session.refresh_from_db)
        assert await outside(lambda: session.entries.last().type) == "WindowPaused"


def _cut_off(session: Session) -> None:
    for seat in session.seats.filter(votes=True):
        seat.presence.delete()


async def test_who_is_removed_is_told_to_come_in_again_and_hears_nothing_more(session: Session) -> None:
    async with hub_of() as hub:
        fatima, _ = await listens(hub, session, "fatima")
        bruno, _ = await listens(hub, session, "bruno")
        before = len(fatima.told)
        await outside(play, session, "alba", c.Remove((await outside(seat_of, session, "fatima")).key, "Grabó"))
        await fatima.until(lambda x: x.away)
        await bruno.reaches(session.seq)
        assert fatima.away == tuple(codes.AGAIN)
        assert fatima.frames[-1] == {"again": True}
        assert len(fatima.told) == before


async def test_chair_handed_over_both_are_told_to_come_in_again(session: Session) -> None:
    async with hub_of() as hub:
        dora, _ = await listens(hub, session, "dora", Audience.DESK)
        elias, _ = await listens(hub, session, "elias")
        await outside(play, session, "alba", c.HandOverChair((await outside(seat_of, session, "elias")).key))
        for line in (dora, elias):
            await line.until(lambda x: x.away)
            assert line.away == tuple(codes.AGAIN)


async def test_an_audience_is_judged_by_the_present_room_not_by_the_ticket(session: Session) -> None:
    async with hub_of() as hub:
        line, _ = await listens(hub, session, "fatima", Audience.DESK)
        assert (line.away, line.told) == (tuple(codes.AGAIN), [])


async def test_an_undone_act_brings_everything_anew_and_names_the_lines(session: Session) -> None:
    async with hub_of() as hub:
        line, _ = await listens(hub, session, "bruno")
        added = await outside(play, session, "alba", c.AddItem("Un error", "", 5, "Se pulsó"))
        await line.reaches(session.seq)
        await outside(play, session, "alba", c.Undo())
        await line.reaches(session.seq)
        assert line.told[-1]["undone"] == [x.seq for x in added.entries]
        assert set(line.told[-1]["regions"]) == set(REGIONS) - DESK_REGIONS


async def test_live_lines_are_counted_for_all_and_named_for_the_desk(session: Session) -> None:
    async with hub_of(look=0.1) as hub:
        bruno, _ = await listens(hub, session, "bruno")
        alba, _ = await listens(hub, session, "alba", Audience.DESK)
        presence.flush()
        seats = [await outside(seat_of, session, who) for who in ("bruno", "elias")]
        for seat in seats * 20:
            presence.touch(seat)
        await outside(presence.flush)
        connected = {"connected": 2, "slow": 0, "turn": ""}
        named = {**connected, "seats": sorted(s.key for s in seats)}
        await bruno.until(lambda x: {"presence": connected} in x.frames)
        await alba.until(lambda x: {"presence": named} in x.frames)
        assert len([f for f in bruno.frames if "presence" in f]) <= 2
        late, _ = await listens(hub, session, "elias")
        await late.until(lambda x: {"presence": connected} in x.frames)


async def test_those_inside_are_told_that_the_chat_changed_and_nobody_is_told_its_words(session: Session) -> None:
    async with hub_of(look=0.1) as hub:
        bruno, _ = await listens(hub, session, "bruno")
        alba, _ = await listens(hub, session, "alba", Audience.DESK)
        public, _ = await listens(hub, session, audience=Audience.PUBLIC)
        await outside(play, session, "alba", c.OpenChat())
        await bruno.reaches(session.seq)
        async with asyncio.timeout(5):
            while hub._rooms[session.pk].chat is None:  # until a look has seen the chat as it is
                await asyncio.sleep(0.01)
        seat = await outside(seat_of, session, "elias")
        await outside(chat.post, session, seat, "MARCADOR-DEL-CHAT")
        for line in (bruno, alba):
            await line.until(lambda x: any("chat" in f for f in x.frames))
            assert "MARCADOR" not in str(line.frames)
        await public.reaches(session.seq)
        assert not [f for f in public.frames if "chat" in f]


async def test_what_failed_once_is_told_at_the_next_look(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    real, failed = frames.news, []

    def fails_once(*args: object) -> object:
        if not failed:
            failed.append(True)
            raise RuntimeError("the database went away")
        return real(*args)  # type: ignore[arg-type]

    async with hub_of(look=0.2) as hub:
        line, _ = await listens(hub, session, "bruno")
        monkeypatch.setattr(frames, "news", fails_once)
        await outside(play, session, "alba", c.AddItem("Punto", "", 5, "Se agrega"))
        await line.reaches(session.seq)
        assert failed


async def test_a_ring_for_what_is_not_written_says_nothing_and_ends(session: Session) -> None:
    async with hub_of() as hub:
        line, _ = await listens(hub, session, "bruno")
        doorbell.ring(session.pk, session.seq + 1000)
        await asyncio.sleep(0.2)
        assert len(line.told) == 1
        await outside(play, session, "alba", c.AddItem("Punto", "", 5, "Se agrega"))
        await line.reaches(session.seq)


async def test_nobody_listens_and_the_database_is_not_asked(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    async with hub_of(look=0.05) as hub:
        monkeypatch.setattr("sessions.hub.rounds.look_around", lambda *a: asked.append(a))
        await asyncio.sleep(0.2)
        assert (asked, hub._rooms) == ([], {})


def test_frame_since_brings_what_was_missed_or_everything(session: Session) -> None:
    """What a page without sockets asks for."""
    at = session.seq
    play(session, "bruno", c.RequestFloor())
    news = frames.frame_since(session, Audience.ROOM, "es-mx", at)
    assert (news["since"], news["seq"], list(news["regions"]), news["whole"]) == (at, at + 1, ["list"], False)
    assert [x["seq"] for x in news["journal"]] == [at + 1]
    nothing = frames.frame_since(session, Audience.ROOM, "es-mx", at + 1)
    assert (nothing["regions"], nothing["journal"], nothing["whole"]) == ({}, [], False)
    for beginning in (0, 10**12):
        whole = frames.frame_since(session, Audience.ROOM, "es-mx", beginning)
        assert whole["whole"]
        assert set(whole["regions"]) == set(REGIONS) - DESK_REGIONS
        assert whole["seq"] == at + 1


def test_who_missed_very_much_gets_the_last_lines_and_starts_anew(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frames, "JOURNAL_MOST", 5)
    frame = frames.frame_since(session, Audience.ROOM, "es-mx", 1)
    assert frame["whole"]
    assert [x["seq"] for x in frame["journal"]] == list(range(session.seq - 4, session.seq + 1))


def test_a_late_admission_is_heard_from_the_door_on(session: Session) -> None:
    with time_machine.travel(now() + timedelta(minutes=5)):
        play(session, "elias", c.Leave())
        admit(session, "elias")
    names = frames.frame_since(session, Audience.ROOM, "es-mx", session.seq - 1)["regions"]
    assert set(names) == {"status", "people", "list", "decision", "questions"}
