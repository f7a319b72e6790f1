"""The tables of level II."""

from consultations.modes.dialogue.tables.concluding import Conclusion, Dissent
from consultations.modes.dialogue.tables.experts import ExpertOpinion
from consultations.modes.dialogue.tables.meetings import Meeting, MeetingVersion, Remark
from consultations.modes.dialogue.tables.posts import Post, PostVersion, Quote, ThreadAnswer, ThreadQuestion
from consultations.modes.dialogue.tables.threads import End, Party, Thread, Turn

__all__ = [
    "Conclusion", "Dissent", "End", "ExpertOpinion", "Meeting", "MeetingVersion", "Party", "Post", "PostVersion",
    "Quote", "Remark", "Thread", "ThreadAnswer", "ThreadQuestion", "Turn",
]  # fmt: skip
