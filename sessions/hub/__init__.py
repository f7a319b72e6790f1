"""The hub of this process: from the log to every screen, each region rendered once per audience and language.

`hub.py` moves news to sockets; `frames.py` makes them from the log; `joining.py` brings one socket to the present;
`rounds.py` looks at the database; `between.py` rings other processes; `line.py` and `protocol.py` are the sockets.
`frame_since` is what polling pages are told, without a hub.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sessions.hub.frames import frame_since
from sessions.hub.hub import Hub

__all__ = ["Hub", "current", "frame_since", "lifespan"]

_current: Hub | None = None


def current() -> Hub | None:
    """The hub that runs in this process, or None."""
    return _current


@asynccontextmanager
async def lifespan(app: object) -> AsyncIterator[None]:
    """One hub from start-up to shut-down; `incidencia.asgi` hands it to Starlette."""
    global _current
    before, hub = _current, Hub()
    await hub.start()
    _current = hub
    try:
        yield
    finally:
        _current = before
        await hub.stop()
