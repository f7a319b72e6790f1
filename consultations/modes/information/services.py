"""What happens at level I, by name: the acts live beside what they act on."""

from consultations.modes.information.publishing import item_hold_back, item_publish
from consultations.modes.information.reading import read_mark, read_unmark, visit_note
from consultations.modes.information.writing import item_change, item_correct, item_discard, item_draft

__all__ = [
    "item_change", "item_correct", "item_discard", "item_draft", "item_hold_back", "item_publish", "read_mark",
    "read_unmark", "visit_note",
]  # fmt: skip
