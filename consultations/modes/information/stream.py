"""News on open pages: a stream of events that says only that something changed; the page then asks for itself.

One look at the database every few seconds serves all who listen in this process, however many they are. What was
scheduled arrives at its instant, because the look reads the clock.
"""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor

from django.db import connection
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from consultations.modes.information.queries import marks

LOOK = 3.0  # seconds between looks
BEAT = 20.0  # seconds of silence after which a comment keeps the line open
LIFE = 600.0  # seconds after which a browser asks again
MOST = 2000  # listeners in one process
LONGEST = 19  # figures: no database has a longer key

_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="news")


class Watch:
    """Who listens to which feed, and the one loop that looks for them while somebody listens."""

    def __init__(self) -> None:
        self._listening: dict[int, set[asyncio.Queue[str]]] = {}
        self._told: dict[int, str] = {}
        self._loop: asyncio.Task[None] | None = None

    @property
    def number(self) -> int:
        """How many listen."""
        return sum(len(found) for found in self._listening.values())

    def join(self, activity: int, mark: str) -> asyncio.Queue[str]:
        """Promise the line on which the marks after `mark` come."""
        line: asyncio.Queue[str] = asyncio.Queue()
        self._listening.setdefault(activity, set()).add(line)
        self._told.setdefault(activity, mark)
        if self._loop is None or self._loop.done():
            self._loop = asyncio.create_task(self._look())
        return line

    def leave(self, activity: int, line: asyncio.Queue[str]) -> None:
        """Promise that nothing is kept for this listener any more."""
        found = self._listening.get(activity, set())
        found.discard(line)
        if not found:
            self._listening.pop(activity, None)
            self._told.pop(activity, None)

    async def _look(self) -> None:
        while self._listening:
            await asyncio.sleep(LOOK)
            if not self._listening:
                return
            try:
                news = await look(list(self._listening))
            except Exception:
                continue
            for activity, mark in news.items():
                if self._told.get(activity) != mark and activity in self._listening:
                    self._told[activity] = mark
                    for line in self._listening[activity]:
                        line.put_nowait(mark)


watch = Watch()


async def stream(request: Request) -> Response:
    """The news of one public feed; 404 for any other, 503 when too many listen."""
    word = request.path_params["activity"]
    activity = int(word) if word.isascii() and word.isdecimal() and len(word) < LONGEST else 0
    known = (await look([activity])).get(activity)
    if known is None:
        return PlainTextResponse("Not found", status_code=404)
    if watch.number >= MOST:
        return PlainTextResponse("Busy", status_code=503, headers={"Retry-After": "60"})
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no", "X-Content-Type-Options": "nosniff"}
    return StreamingResponse(_events(activity, known), media_type="text/event-stream", headers=headers)


async def look(activities: list[int]) -> dict[int, str]:
    """Promise the marks of those feeds that are public. One query, on a thread of its own."""
    return await asyncio.get_running_loop().run_in_executor(_thread, _look, activities)


async def _events(activity: int, mark: str) -> AsyncIterator[str]:
    line, until = watch.join(activity, mark), asyncio.get_running_loop().time() + LIFE
    try:
        yield f"retry: 5000\nevent: news\ndata: {mark}\n\n"
        while asyncio.get_running_loop().time() < until:
            try:
                mark = await asyncio.wait_for(line.get(), BEAT)
            except TimeoutError:
                yield ": \n\n"
                continue
            yield f"event: news\ndata: {mark}\n\n"
    finally:
        watch.leave(activity, line)


def _look(activities: list[int]) -> dict[int, str]:
    try:
        return marks(activities)
    finally:
        connection.close()
