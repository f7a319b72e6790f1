"""A checklist that another process may copy, as data that stands on its own: a name, and items to verify.

```json
{"name": "...", "language": "es", "items": [{"question": "...", "method": "...", "weight": 1}]}
```
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from consultations.modes.surveillance.models import ChecklistTemplate
from incidencia.text.typed import readable
from incidencia.web.refusals import Refused

MOST_ITEMS = 500
LONGEST = 1000  # characters of a question


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to verify."""

    question: str
    method: str = ""
    weight: float = 1


@dataclass(frozen=True, slots=True)
class Checklist:
    """A checklist to copy."""

    name: str
    items: tuple[Entry, ...]
    language: str = "es"

    def payload(self) -> dict[str, Any]:
        """Promise the data as they are stored and given away; `read` makes the same checklist of them."""
        items = [{"question": one.question, "method": one.method, "weight": one.weight} for one in self.items]
        return {"name": self.name, "language": self.language, "items": items}


def of_template(template: ChecklistTemplate) -> Checklist:
    """Promise a template of the public library as what another process may copy. One query."""
    rows = template.items.all()
    items = tuple(Entry(row.question, row.get_method_display(), row.weight) for row in rows)
    return Checklist(template.name, items, template.language)


def read(data: Any) -> Checklist:
    """Promise the checklist that `data` say. Raises Refused for anything else: no field is guessed, none is kept
    that is not known.
    """
    if not isinstance(data, Mapping) or not isinstance(data.get("items"), list):
        raise _unreadable(_("It has a name and a list of items."))
    if not 1 <= len(data["items"]) <= MOST_ITEMS:
        raise _unreadable(_("It has between 1 and %(most)d items.") % {"most": MOST_ITEMS})
    language = _words(data.get("language", "es"), 10)
    return Checklist(_words(data.get("name"), 200), tuple(_entry(one) for one in data["items"]), language)


def _entry(data: Any) -> Entry:
    if not isinstance(data, Mapping):
        raise _unreadable(_("Each item has a question."))
    weight = data.get("weight", 1)
    if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 <= weight <= 1000:
        raise _unreadable(_("A weight is a number from 0 to 1000."))
    return Entry(_words(data.get("question"), LONGEST), _words(data.get("method", ""), LONGEST, empty=True), weight)


def _words(text: Any, most: int, *, empty: bool = False) -> str:
    if not isinstance(text, str) or len(text) > most or "\x00" in text or not (empty or text.strip()):
        raise _unreadable(_("A text is missing or too long."))
    try:
        readable(text)
    except ValidationError as error:
        raise _unreadable(" ".join(error.messages)) from error
    return text.strip()


def _unreadable(why: str) -> Refused:
    return Refused("no-checklist", _("This is no checklist that can be shared."), rule="G28", advice=why)
