"""What happens at level V, by name: the acts live beside what they act on."""

from consultations.modes.comanagement.changing.services import cancel_ask, shift_answer, shift_ask, task_withdraw
from consultations.modes.comanagement.delivering.services import deliver, note_add, result_accept, result_return
from consultations.modes.comanagement.leading.services import lead_accept, lead_decline, lead_name
from consultations.modes.comanagement.proposing.services import Proposal, propose
from consultations.modes.comanagement.stopping.services import (
    Standstill,
    dispute_settle,
    task_block,
    task_dispute,
    task_unblock,
)

__all__ = [
    "Proposal", "Standstill", "cancel_ask", "deliver", "dispute_settle", "lead_accept", "lead_decline", "lead_name",
    "note_add", "propose", "result_accept", "result_return", "shift_answer", "shift_ask", "task_block",
    "task_dispute", "task_unblock", "task_withdraw",
]  # fmt: skip
