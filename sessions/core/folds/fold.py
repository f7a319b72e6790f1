"""What every fold is: room, event, its entry → next room."""

from collections.abc import Callable
from typing import Any

from sessions.core.events import Entry
from sessions.core.state import Room

Fold = Callable[[Room, Any, Entry], Room]
