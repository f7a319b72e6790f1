"""The tables of level III."""

from consultations.modes.opinion.tables.answering import Disposition, Outcome, Response, ResponseTo, Verdict
from consultations.modes.opinion.tables.asking import Question
from consultations.modes.opinion.tables.handling import Assignment, Inadmission, MoreTime, Pause, Referral
from consultations.modes.opinion.tables.sending import Draft, Position, SignOn, Submission, Version

__all__ = [
    "Assignment", "Disposition", "Draft", "Inadmission", "MoreTime", "Outcome", "Pause", "Position", "Question",
    "Referral", "Response", "ResponseTo", "SignOn", "Submission", "Verdict", "Version",
]  # fmt: skip
