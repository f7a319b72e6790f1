"""What a step of whoever chairs is: why it is the step, the act, and when its row holds. The rows: `next_act.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sessions.core import commands as c
from sessions.core.state import Room


class Why(StrEnum):
    """Why this is the step: the key of its words and of the sentence to read aloud."""

    DOOR_SHUT = "door_shut"
    SOMEBODY_AT_THE_DOOR = "somebody_at_the_door"
    CHAIR_MISSING = "chair_missing"
    SIDE_MISSING = "side_missing"
    TOO_FEW = "too_few"
    READY = "ready"
    SUSPENDED = "suspended"
    POINT = "point"
    QUORUM_ASKED = "quorum_asked"
    OBJECTED = "objected"
    WINDOW_WAITS = "window_waits"
    WINDOW_RUNS = "window_runs"
    COUNTED = "counted"
    HALL = "hall"
    FEW_BALLOTS = "few_ballots"
    NOBODY_VOTED = "nobody_voted"
    VOTING = "voting"
    NOBODY_ANSWERED = "nobody_answered"
    ANSWERING = "answering"
    SPEAKING = "speaking"
    UNREAD = "unread"
    CLOSING = "closing"
    LISTED = "listed"
    LIST_TO_OPEN = "list_to_open"
    QUORUM_BACK = "quorum_back"
    QUORUM_LOST = "quorum_lost"
    SIDE_LOST = "side_lost"
    TO_DECIDE = "to_decide"
    NEXT_ITEM = "next_item"
    ALL_DONE = "all_done"
    OFF_RECORD = "off_record"
    MOTION_SPEAKERS = "motion_speakers"
    MOTION_LAPSES = "motion_lapses"
    MOTION_UNOPPOSED = "motion_unopposed"
    MOTION = "motion"
    MOTION_WAITS = "motion_waits"
    MOTION_CARRIED = "motion_carried"
    APPEAL = "appeal"
    AGENDA = "agenda"
    OVER = "over"
    DIVISION = "division"
    TO_ADMIT = "to_admit"
    UNSPONSORED = "unsponsored"
    OUTDATED = "outdated"
    UNORDERED = "unordered"
    AMENDMENT = "amendment"
    CONSENTED = "consented"
    BRACKET = "bracket"
    PART = "part"
    WHOLE_TEXT = "whole_text"
    POSITIONS = "positions"
    CHAIR_NOT_CLEARED = "chair_not_cleared"
    REPLY_DUE = "reply_due"
    REPLY_ASKED = "reply_asked"
    OVER_BUDGET = "over_budget"
    PAPER_LATE = "paper_late"
    APPEAL_STOPS = "appeal_stops"


@dataclass(frozen=True, slots=True)
class Next:
    """The step. `act` is the name of the act, empty while there is nothing to do but wait; `target` the id it is
    about. `command`: what it asks, unless somebody has to type. `not_before`: earlier it would be refused.
    """

    act: str
    why: Why
    target: str = ""
    command: c.Command | None = None
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A row: it holds `when` the room is so; `target` and `command` fill the step."""

    act: str
    why: Why
    when: Callable[[Room], bool]
    command: Callable[[Room], c.Command] | None = None
    target: Callable[[Room], str] = lambda room: ""
