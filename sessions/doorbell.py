"""Rings when a log grew: within this process at once, between processes through the hub's channel layer.

Losing a ring loses nothing: each hub also asks the database while somebody listens to a room.
"""

import logging
from collections.abc import Callable

logger = logging.getLogger(__name__)

_listeners: list[Callable[[int, int], None]] = []


def listen(heard: Callable[[int, int], None]) -> Callable[[], None]:
    """Call `heard(session_id, seq)` at every ring of this process, in the ringing thread; answers how to stop."""
    _listeners.append(heard)
    return lambda: _listeners.remove(heard)


def ring(session_id: int, seq: int) -> None:
    """Tell this process that the log of a session reached `seq`. Never fails, never waits."""
    for heard in tuple(_listeners):
        try:
            heard(session_id, seq)
        except Exception:
            logger.exception("a listener of the doorbell failed")
