"""What is stored of a session: its plan, its seats, its log, and the projections written with the log."""

from sessions.tables.after import OwedAnswer
from sessions.tables.ballots import Participation, UrnSum
from sessions.tables.before import Alternate, Attendance, AttendanceReminder, PaperObjection
from sessions.tables.beside import ChatMessage, NoSound
from sessions.tables.log import ActDone, LogEntry, Outbox, Presence, Snapshot
from sessions.tables.minutes import Minutes, MinutesEntry
from sessions.tables.plan import DraftItem, Paper, Seat, Session
from sessions.tables.projections import Agreement

__all__ = [
    "ActDone", "Agreement", "Alternate", "Attendance", "AttendanceReminder", "ChatMessage", "DraftItem", "LogEntry",
    "Minutes", "MinutesEntry", "NoSound", "Outbox", "OwedAnswer", "Paper", "PaperObjection", "Participation",
    "Presence", "Seat", "Session", "Snapshot", "UrnSum",
]  # fmt: skip
