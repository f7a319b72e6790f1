"""Why a socket is closed: a code that the page's stream acts upon, and a reason for whoever reads the wire."""

from typing import NamedTuple


class Away(NamedTuple):
    """A WebSocket close code of ours and its reason."""

    code: int
    reason: str


AGAIN = Away(4001, "your place in the room changed: come in again")
NOT_UNDERSTOOD = Away(4400, 'only {"since": n} and {"ping": true} are understood here')
TOO_MANY = Away(4429, "too many questions: wait a minute")
NO_TICKET = 4401
NO_ROOM = Away(4404, "there is no such room, or the ticket is for another one")
TOO_SLOW = 4408
FUTURE = Away(4409, "that number has not been written yet: start from 0")
FAILED = Away(1011, "that failed: try again")
CLOSING = Away(1012, "the server is starting anew: try again")
