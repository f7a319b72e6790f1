"""Rings between processes through the channel layer: one group, one channel per process, fire and forget.

A dead Redis delays no act and drops no socket: rings are sent from a task of their own, the listening starts anew
until it succeeds, and what was lost meanwhile is found by each hub's own look at the database.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from channels.layers import channel_layers
from django.conf import settings

logger = logging.getLogger(__name__)

GROUP = "rooms"
PATIENCE = 3.0  # seconds a ring may take to be sent
PAUSE = 1.0  # seconds before listening starts anew


class Between:
    """`heard(session_id, seq)` is called on the loop for what other processes (and we ourselves) rang."""

    def __init__(self, heard: Callable[[int, int], None]) -> None:
        self._heard = heard
        self._waiting: dict[int, int] = {}
        self._wake = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._layer: Any = None
        self._broken = False

    def start(self) -> None:
        """Begin, if there are other processes to talk to."""
        if settings.ENV.redis_url:
            self._layer = channel_layers.make_backend("default")
            self._tasks = [asyncio.create_task(self._speak()), asyncio.create_task(self._listen())]

    async def stop(self) -> None:
        """End both directions."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._layer is not None:
            await self._drop()

    def tell(self, session_id: int, seq: int) -> None:
        """Ring for the other processes. Returns at once; several rings of a room become one."""
        if self._tasks:
            self._waiting[session_id] = max(seq, self._waiting.get(session_id, 0))
            self._wake.set()

    async def _speak(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            rings, self._waiting = list(self._waiting.items()), {}
            try:
                async with asyncio.timeout(PATIENCE):
                    await self._layer.group_send(GROUP, {"type": "ring", "rings": rings})
                self._well()
            except Exception as error:
                self._ill(error)

    async def _listen(self) -> None:
        while True:
            try:
                channel = await self._layer.new_channel()
                await self._layer.group_add(GROUP, channel)
                self._well()
                while True:
                    message = await self._layer.receive(channel)
                    for session_id, seq in message["rings"]:
                        self._heard(session_id, seq)
            except Exception as error:
                self._ill(error)
            await self._drop()
            await asyncio.sleep(PAUSE)

    async def _drop(self) -> None:
        """Close what the layer holds; it opens anew when it is used again."""
        try:
            async with asyncio.timeout(PATIENCE):
                await self._layer.flush()
        except Exception as error:
            self._ill(error)

    def _well(self) -> None:
        if self._broken:
            logger.warning("rings between processes are heard again")
        self._broken = False

    def _ill(self, error: Exception) -> None:
        if not self._broken:
            logger.warning("rings between processes fail (%r); rooms are followed by asking the database", error)
        self._broken = True
