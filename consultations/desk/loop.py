"""Digests without a timer from outside: the process looks every few minutes whose is due."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from django.db import close_old_connections

from consultations.desk.services import digests_write
from sessions.silence.settling import settle_due

log = logging.getLogger(__name__)
PAUSE = 600.0  # seconds


@asynccontextmanager
async def lifespan(app: object) -> AsyncIterator[None]:
    """Look from start-up to shut-down."""
    task = asyncio.create_task(_look())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _look() -> None:
    while True:
        await asyncio.sleep(PAUSE)
        await asyncio.to_thread(_write)


def _write() -> None:
    close_old_connections()
    try:
        settle_due()  # whoever reads would; so its letters need no reader
        digests_write()
    except Exception:  # the next look finds what this one could not write
        log.exception("Digests were not written")
    finally:
        close_old_connections()
