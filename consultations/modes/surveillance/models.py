"""The tables of level VI."""

from consultations.modes.surveillance.tables.designing import (
    Checklist,
    ChecklistItem,
    ChecklistTemplate,
    Method,
    Monitor,
    TemplateItem,
)
from consultations.modes.surveillance.tables.rounds import (
    AgencyClaim,
    CheckRound,
    ClaimStatus,
    FieldDraft,
    Finding,
    FindingAnswer,
    FindingCorrection,
    FrozenItem,
)

__all__ = [
    "AgencyClaim", "CheckRound", "Checklist", "ChecklistItem", "ChecklistTemplate", "ClaimStatus", "FieldDraft",
    "Finding", "FindingAnswer", "FindingCorrection", "FrozenItem", "Method", "Monitor", "TemplateItem",
]  # fmt: skip
