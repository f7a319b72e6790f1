"""What is stored of a session: its plan, its seats, its log, and the projections written with the log."""

from sessions.tables.after import OwedAnswer
from sessions.tables.ballots import Participation, UrnSum
from sessions.tables.before import Alternate, Attendance, AttendanceReminder, PaperObjection
from sessions.tables.beside import ChatMessage, NoSound
from sessions.tables.links import SeatLink
from sessions.tables.log import ActDone, LogEntry, Outbox, Presence, Snapshot
from sessions.tables.minutes import Minutes, MinutesEntry
from sessions.tables.plan import DraftItem, Paper, Seat, Session
from sessions.tables.projections import Agreement
from sessions.tables.reserves import ItemReserve
from sessions.tables.silence import Silence
from sessions.tables.slower import Slower

__all__ = [
    "ActDone", "Agreement", "Alternate", "Attendance", "AttendanceReminder", "ChatMessage", "DraftItem",
    "ItemReserve", "LogEntry", "Minutes", "MinutesEntry", "NoSound", "Outbox", "OwedAnswer", "Paper",
    "PaperObjection", "Participation", "Presence", "Seat", "SeatLink", "Session", "Silence", "Slower", "Snapshot",
    "UrnSum",
]  # fmt: skip
