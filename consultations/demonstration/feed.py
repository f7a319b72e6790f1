"""The feed of the demonstration: a notice, a document that was corrected, a position, a meeting, a reserve."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from consultations.activities.models import Activity
from consultations.activities.queries import found
from consultations.activities.services import activity_new, activity_publish
from consultations.demonstration import texts
from consultations.levels import Level
from consultations.models import Consultation
from consultations.modes.information.models import Item
from consultations.modes.information.services import item_correct, item_draft, item_publish, read_mark
from consultations.modes.information.writing import FACTS, WORDS
from incidencia.accounts.models import Person
from incidencia.clock import pretend

People = dict[str, Person]
At = Callable[..., datetime]
PLAIN = {
    **dict.fromkeys(WORDS, ""), **dict.fromkeys(FACTS), "place": "", "reserved": False, "ground": "", "decided_by": "",
    "supersedes": None,
}  # fmt: skip


def feed(consultation: Consultation, people: People, at: At) -> None:
    """Publish it all on the days it would have been published."""
    activity = _opened(consultation, people, at)
    days = (-70, -60, -9)
    names = ("kind", "title_es", "title_en", "summary_es", "summary_en", "body_es")
    items = []
    for day, told in zip(days, texts.ITEMS, strict=True):
        values: dict[str, Any] = dict(zip(names, told, strict=True))
        if values["kind"] == "position":
            values["read_by"] = at(3, 18)
        items.append(_out(activity, people, at(day, 9), values))
    _corrected(items[1], people, at(-52))
    title_es, title_en, summary_es, summary_en = texts.MEETING
    first = at(47).date()
    meeting = {
        "kind": "meeting", "title_es": title_es, "title_en": title_en, "summary_es": summary_es,
        "summary_en": summary_en, "place": "Nueva York", "starts_on": first, "ends_on": first + timedelta(days=2),
    }  # fmt: skip
    _out(activity, people, at(-50, 12), meeting)
    title_es, title_en, ground, decided_by = texts.RESERVED
    reserve = {
        "kind": "position", "title_es": title_es, "title_en": title_en, "reserved": True, "ground": ground,
        "decided_by": decided_by, "review_on": at(60).date(), "body_es": texts.RESERVED_BODY,
    }  # fmt: skip
    _out(activity, people, at(-6, 9), reserve)
    with pretend(at(-5, 13)):
        for who in ("bruno", "irene"):
            read_mark(item=items[2], person=people[who])


def _opened(consultation: Consultation, people: People, at: At) -> Activity:
    with pretend(at(-71)):
        values = {**texts.INFORMATION, "opens_at": at(-71)}
        made = activity_new(consultation=consultation, level=Level.INFORMATION, values=values, by=people["alba"])
        activity_publish(activity=made, by=people["alba"])
    return found().get(pk=made.pk)


def _out(activity: Activity, people: People, when: datetime, values: dict[str, Any]) -> Item:
    with pretend(when):
        made = item_draft(activity=activity, values={**PLAIN, **values}, files=(), by=people["alba"])
        return item_publish(item=made, at=None, by=people["alba"])


def _corrected(item: Item, people: People, when: datetime) -> None:
    version = item.versions.get()
    values = {**PLAIN, "kind": item.kind, **{name: getattr(version, name) for name in WORDS}}
    values["body_es"] = version.body_es.replace("19. Participación", "19 bis. Participación")
    with pretend(when):
        item_correct(
            item=item, base=version.at.isoformat(), values=values, keep=set(), files=(), by=people["alba"],
            reason="La traducción numeraba mal el párrafo sobre juventudes: en el original es el 19 bis.",
        )  # fmt: skip
