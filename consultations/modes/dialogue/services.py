"""What happens at level II, by name: the acts live beside what they act on."""

from consultations.modes.dialogue.concluding.services import (
    conclusion_assent,
    conclusion_propose,
    conclusion_seal,
    dissent_attach,
    thread_close,
)
from consultations.modes.dialogue.experts.services import expert_ask, expert_decline, expert_forward, expert_record
from consultations.modes.dialogue.meetings.services import meeting_correct, meeting_record, meeting_remark
from consultations.modes.dialogue.opening.services import responsible_name, thread_join, thread_open
from consultations.modes.dialogue.posting.correcting import post_correct
from consultations.modes.dialogue.posting.writing import post_write

__all__ = [
    "conclusion_assent", "conclusion_propose", "conclusion_seal", "dissent_attach", "expert_ask", "expert_decline",
    "expert_forward", "expert_record", "meeting_correct", "meeting_record", "meeting_remark", "post_correct",
    "post_write", "responsible_name", "thread_close", "thread_join", "thread_open",
]  # fmt: skip
