"""Corrections of a published call: what changed, as it is stored and as a page shows it."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from consultations.kinds import Coverage, Modality, Type
from consultations.levels import Level
from consultations.models import CallCorrection, Consultation
from incidencia.organizations.states import State
from incidencia.web.templatetags.ui import when

_WORDS: dict[str, Any] = {"type": Type, "modality": Modality, "coverage": Coverage}
_INSTANTS = ("applications_open_at", "applications_close_at", "starts_at", "ends_at")


def changes_of(consultation: Consultation, values: Mapping[str, Any]) -> list[str]:
    """Promise the names in `values` whose value differs from what the consultation has."""
    return [name for name, value in values.items() if getattr(consultation, name) != value]


def as_stored(value: Any) -> str:
    """Promise a value of the call as text that does not depend on any language."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat()
    return json.dumps(value) if isinstance(value, list) else str(value)


def levels_as_stored(chosen: Mapping[Level, Mapping[str, str]]) -> str:
    """Promise the chosen levels with their texts, in order, as text."""
    rows = {level.value: dict(chosen[level]) for level in Level if level in chosen}
    return json.dumps(rows, ensure_ascii=False, sort_keys=True) if rows else ""


def name_of(correction: CallCorrection) -> str:
    """Promise what was corrected, in words."""
    if correction.part == "levels":
        return _("levels of incidence")
    return label_of(correction.part)


def label_of(field: str) -> str:
    """Promise the name of a field of the call, in words."""
    return str(getattr(Consultation._meta.get_field(field), "verbose_name", field))


def shown(part: str, stored: str, zone: str) -> str:
    """Promise a stored value as a reader understands it."""
    if not stored:
        return _("nothing")
    if part in _WORDS:
        return str(_WORDS[part](stored).label)
    if part in _INSTANTS:
        return when(datetime.fromisoformat(stored), zone)
    if part == "states":
        return ", ".join(str(State(code).label) for code in json.loads(stored)) or _("nothing")
    if part == "levels":
        return _levels(json.loads(stored))
    return stored


def _levels(rows: Mapping[str, Mapping[str, str]]) -> str:
    lines = []
    for code, texts in sorted(rows.items(), key=lambda row: Level(row[0]).number):
        said = [text for text in texts.values() if text]
        lines.append(f"{Level(code).label}: {' / '.join(said)}" if said else str(Level(code).label))
    return "\n".join(lines)
