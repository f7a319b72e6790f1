"""One hub per process: who listens here, to which rooms, and how news reaches them.

Everything here runs on the event loop and never waits for the database: reading and rendering are jobs for a small
pool of threads. Truth is the log: rings, looks and timers only say "something may be new".
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any, TypeVar

from django.db import connections

from incidencia.clock import now
from sessions import desk, doorbell, outbox, presence
from sessions.hub import codes, frames, rounds
from sessions.hub.between import Between
from sessions.hub.codes import Away
from sessions.hub.frames import News
from sessions.hub.joining import Joined, join
from sessions.hub.line import Frame, Line
from sessions.hub.live import NOTHING, Listener, Live
from sessions.slower import Slow
from sessions.tickets import Ticket

logger = logging.getLogger(__name__)
T = TypeVar("T")

LOOK = 2.0  # seconds between two looks at the database while somebody listens
PATIENCE = 10.0  # seconds a reader whose buffer is full may take to read it
READERS = 3  # threads that read and render


class Hub:
    """Start it on a running loop; stop it before the loop ends."""

    def __init__(self, *, look: float = 0.0, patience: float = 0.0) -> None:
        self.look, self.patience = look or LOOK, patience or PATIENCE
        self._loop = asyncio.get_running_loop()
        self._pool = ThreadPoolExecutor(READERS, "hub")
        self._rooms: dict[int, Live] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._between = Between(self._rung)
        self._stop_listening: Callable[[], None] = lambda: None

    async def start(self) -> None:
        """Listen to the doorbell and look around; do what earlier sessions left to do."""
        presence.collect()
        self._stop_listening = doorbell.listen(self._heard)
        self._between.start()
        self._spawn(self._rounds())
        self._spawn(self._in_thread(outbox.run_pending))

    async def stop(self) -> None:
        """Stop listening and write down the last signs of life."""
        self._stop_listening()
        presence.stop_collecting()
        await self._between.stop()
        for live in self._rooms.values():
            live.disarm()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._in_thread(presence.flush)
        self._pool.shutdown()

    # --- Sockets come and go ------------------------------------------------------------------------------
    def enter(self, ticket: Ticket, line: Line) -> Listener:
        """A socket with a valid ticket is here. It hears nothing until it resumes."""
        listener = Listener(ticket, line)
        self._rooms.setdefault(ticket.session_id, Live(ticket.session_id)).listeners.add(listener)
        return listener

    def leave(self, listener: Listener) -> None:
        """The socket is gone. Harmless when it went before."""
        live = self._rooms.get(listener.ticket.session_id)
        if live is None:
            return
        live.listeners.discard(listener)
        if not live.listeners:
            del self._rooms[live.session_id]
            live.disarm()

    def resume(self, listener: Listener, since: int) -> None:
        """Bring a listener of `since` to the present, soon, and let it hear the news from there on."""
        if not listener.resuming:
            listener.resuming, listener.current, listener.seq = True, False, since
            self._spawn(self._resume(listener))

    async def _resume(self, listener: Listener) -> None:
        try:
            await self._catch_up(listener)
        except Exception:
            logger.exception("a socket of room %s could not be brought to the present", listener.ticket.reference)
            self._send_away(listener, codes.FAILED)
        finally:
            listener.resuming = False

    async def _catch_up(self, listener: Listener) -> None:
        """Tell it what it missed, until it is where everybody else is."""
        live = self._rooms.get(listener.ticket.session_id)
        while live is not None and listener in live.listeners:
            joined = await self._in_thread(join, listener.ticket, listener.seq)
            if not isinstance(joined, Joined):
                return self._send_away(listener, joined)
            if not await self._taken(listener, Frame(joined.text)):
                return self._send_away(listener, _too_slow(listener))
            listener.seq = joined.seq
            if live.seq == NOTHING:
                live.seq = joined.seq
                self._next(live, joined.next_at, joined.window_open)
            if joined.seq >= live.seq:
                break
        else:
            return
        listener.current = True
        if live.lines:
            listener.line.push(live.lines.frame(listener))
        self._rung(live.session_id, joined.seq)

    async def _taken(self, listener: Listener, frame: Frame) -> bool:
        """Hand over one frame to one reader, with a deadline of its own; False when it let it pass."""
        try:
            async with asyncio.timeout(self.patience):
                while not listener.line.push(frame):
                    await listener.line.ready()
        except TimeoutError:
            return False
        return True

    def _send_away(self, listener: Listener, why: Away) -> None:
        self.leave(listener)
        listener.away = why
        if why is codes.AGAIN:
            listener.line.push(Frame('{"again": true}'))
        self._spawn(listener.line.cut(*why))

    # --- Something was written ----------------------------------------------------------------------------
    def _heard(self, session_id: int, seq: int) -> None:
        """The doorbell, in whatever thread it rang: for us here and now, for other processes by and by."""
        self._loop.call_soon_threadsafe(self._rung, session_id, seq)
        self._loop.call_soon_threadsafe(self._between.tell, session_id, seq)

    def _rung(self, session_id: int, seq: int) -> None:
        live = self._rooms.get(session_id)
        if live is None or live.seq == NOTHING or seq <= live.seq:
            return
        live.rung = max(live.rung, seq)
        if live.pump is None:
            live.pump = self._spawn(self._pump(live))

    async def _pump(self, live: Live) -> None:
        """Read, render and hand out, until nothing more is said to exist. One at a time per room."""
        try:
            while live.listeners and live.rung > live.seq:
                targets, rung = tuple(live.listeners), live.rung
                hearers = frozenset(x.hearer for x in targets)
                news = await self._in_thread(frames.news, live.session_id, live.seq, hearers)
                self._hand_out(live, targets, news)
                live.rung = live.rung if live.rung > rung else live.seq
        except Exception:
            logger.exception("news of room %s could not be told; the next look tries again", live.session_id)
        finally:
            live.pump = None

    def _hand_out(self, live: Live, targets: tuple[Listener, ...], news: News) -> None:
        """The same bytes to all of an audience and language. Nothing in here waits for anybody."""
        made = {tongue: Frame(text) for tongue, text in news.frames.items()}
        live.seq = max(live.seq, news.seq)
        self._next(live, news.next_at, news.window_open)
        for listener in targets:
            if listener.hearer in news.moved:
                self._send_away(listener, codes.AGAIN)
            elif listener.current and listener.seq < news.seq:
                self._hand(listener, made[listener.hearer.audience, listener.hearer.language], news.seq)
        for late in live.listeners.difference(targets):  # came while we were reading: were not looked at
            if late.current and late.seq < live.seq:
                self.resume(late, late.seq)

    def _hand(self, listener: Listener, frame: Frame, seq: int) -> None:
        """A reader that is behind is brought to the present in one frame, once it has read what it has."""
        if listener.line.push(frame):
            listener.seq = seq
        else:
            listener.current = False
            self._spawn(self._wait_for(listener))

    async def _wait_for(self, listener: Listener) -> None:
        try:
            async with asyncio.timeout(self.patience):
                await listener.line.ready()
        except TimeoutError:
            self._send_away(listener, _too_slow(listener))
        else:
            self.resume(listener, listener.seq)

    # --- What the clock brings -----------------------------------------------------------------------------
    def _next(self, live: Live, at: datetime | None, window_open: bool) -> None:
        """Settle at the instant when something falls due. Losing the timer only makes it later."""
        live.disarm()
        live.window_open = window_open
        if at is not None and live.listeners:
            wait = max(0.0, (at - now()).total_seconds()) + 0.01
            live.timer = self._loop.call_later(wait, self._settle, live.session_id)

    def _settle(self, session_id: int) -> None:
        self._spawn(self._in_thread(desk.settle, session_id))

    async def _rounds(self) -> None:
        while True:
            await asyncio.sleep(self.look)
            try:
                await self._round()
            except Exception:
                logger.exception("a look at the database failed; the next one is in %s s", self.look)

    async def _round(self) -> None:
        """One look for all rooms that have listeners; none when nobody listens and nobody gave a sign of life."""
        if not self._rooms and not presence.pending():
            return
        windows = [x.session_id for x in self._rooms.values() if x.window_open]
        links = frozenset(x.ticket.link for live in self._rooms.values() for x in live.listeners if x.ticket.link)
        seen = await self._in_thread(rounds.look_around, tuple(self._rooms), windows, links)
        for listener in [x for live in self._rooms.values() for x in live.listeners if x.ticket.link in seen.fallen]:
            self._send_away(listener, codes.AGAIN)  # its link ended, or was opened on another device
        for session_id, seq in seen.seqs.items():
            self._rung(session_id, seq)
        for session_id, seats in seen.connected.items():
            self._tell_lines(session_id, seats, seen.slow[session_id])
        for session_id in tuple(self._rooms):
            self._tell_chat(session_id, seen.chats.get(session_id, ""))

    def _tell_lines(self, session_id: int, seats: frozenset[str], slow: Slow) -> None:
        live = self._rooms.get(session_id)
        if live is None or (live.lines and (live.lines.seats, live.lines.slow) == (seats, slow)):
            return
        live.lines = rounds.lines(seats, slow)
        for listener in live.listeners:
            if listener.current:
                listener.line.push(live.lines.frame(listener))

    def _tell_chat(self, session_id: int, version: str) -> None:
        """Those inside are told that the chat changed; its words are asked for by whoever has it open."""
        live = self._rooms.get(session_id)
        if live is None or live.chat == version:
            return
        known, live.chat = live.chat, version
        if known is None:
            return
        frame = Frame(frames.as_text({"chat": version}))
        for listener in live.listeners:
            if listener.current and listener.ticket.audience != "public":
                listener.line.push(frame)

    # --- Threads and tasks -----------------------------------------------------------------------------------
    async def _in_thread(self, work: Callable[..., T], *args: Any) -> T:
        return await self._loop.run_in_executor(self._pool, _with_connection, work, args)

    def _spawn(self, coroutine: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        task = self._loop.create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._over)
        return task

    def _over(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            logger.error("a task of the hub failed", exc_info=error)


def _too_slow(listener: Listener) -> Away:
    return Away(codes.TOO_SLOW, f"too slow: resume from {listener.seq}")


def _with_connection(work: Callable[..., T], args: tuple[Any, ...]) -> T:
    """A job in a thread: what a pool lent is given back."""
    try:
        return work(*args)
    finally:
        connections.close_all()
