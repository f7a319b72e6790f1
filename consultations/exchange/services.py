"""What happens in the exchange, by name: the acts live beside what they act on."""

from consultations.exchange.deciding import share_accept, share_decline, share_forward
from consultations.exchange.lessons import lesson_decline, lesson_publish, lesson_write
from consultations.exchange.offering import checklist_offer, document_offer, lesson_offer

__all__ = [
    "checklist_offer", "document_offer", "lesson_decline", "lesson_offer", "lesson_publish", "lesson_write",
    "share_accept", "share_decline", "share_forward",
]  # fmt: skip
