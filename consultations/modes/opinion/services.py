"""What happens at level III, by name: the acts live beside what they act on."""

from consultations.modes.opinion.asking.services import question_add, question_change, question_remove
from consultations.modes.opinion.sending.drafts import draft_leave, draft_save
from consultations.modes.opinion.sending.signing import sign_off, sign_on
from consultations.modes.opinion.sending.submitting import correct, submit

__all__ = [
    "correct", "draft_leave", "draft_save", "question_add", "question_change", "question_remove", "sign_off",
    "sign_on", "submit",
]  # fmt: skip
