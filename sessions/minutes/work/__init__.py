"""The second stream: what people do with minutes once they are drafted. Pure; it never touches the facts.

draft → circulated → approved → published. `decide` judges an act against the document and the folded `Work`;
`evolve` folds one entry. Wording may be edited with a reason until approval; each speaker confirms or contests
their own statement while the minutes circulate; facts are corrected in the log of the room, never here.
"""

from sessions.minutes.work.commands import (
    AcceptMinutes,
    Act,
    AddNarrative,
    ApproveMinutes,
    Circulate,
    Command,
    ConfirmStatement,
    ContestStatement,
    DisputeMinutes,
    EditWording,
    PublishMinutes,
    SendStatement,
)
from sessions.minutes.work.decide import Known, decide
from sessions.minutes.work.events import Entry, Event
from sessions.minutes.work.evolve import evolve, replay
from sessions.minutes.work.refusals import Code, Refused
from sessions.minutes.work.state import Answer, Change, Passage, Reply, Standing, State, Status, Work, passage
from sessions.minutes.work.statements import Received
from sessions.minutes.work.who import is_desk, presided_last, reads, refusal

__all__ = [
    "AcceptMinutes",
    "Act",
    "AddNarrative",
    "Answer",
    "ApproveMinutes",
    "Change",
    "Circulate",
    "Code",
    "Command",
    "ConfirmStatement",
    "ContestStatement",
    "DisputeMinutes",
    "EditWording",
    "Entry",
    "Event",
    "Known",
    "Passage",
    "PublishMinutes",
    "Received",
    "Refused",
    "Reply",
    "SendStatement",
    "Standing",
    "State",
    "Status",
    "Work",
    "decide",
    "evolve",
    "is_desk",
    "passage",
    "presided_last",
    "reads",
    "refusal",
    "replay",
]  # fmt: skip
