"""The acts of level VI, in one place for who plays them: tests, the demonstration."""

from consultations.modes.surveillance.designing.services import (
    checklist_design,
    item_add,
    item_change,
    item_drop,
    items_import,
)
from consultations.modes.surveillance.finding.services import finding_correct, finding_write
from consultations.modes.surveillance.holding.services import round_announce, round_plan, round_publish, round_send
from consultations.modes.surveillance.library.services import template_save
from consultations.modes.surveillance.replying.services import claim_write, reply_complete
from consultations.modes.surveillance.team.services import (
    monitor_accept,
    monitor_decline,
    monitor_end,
    monitor_invite,
    monitor_shield,
)

__all__ = [
    "checklist_design", "claim_write", "finding_correct", "finding_write", "item_add", "item_change", "item_drop",
    "items_import", "monitor_accept", "monitor_decline", "monitor_end", "monitor_invite", "monitor_shield",
    "reply_complete", "round_announce", "round_plan", "round_publish", "round_send", "template_save",
]  # fmt: skip
