"""Reads what the chair waived of a late paper; of a text it is read with the text."""

from dataclasses import replace

from sessions.core import events as e
from sessions.minutes.readings.draft import Draft, Reader


def _circulation(draft: Draft, ev: e.CirculationWaived, x: e.Entry) -> None:
    draft.papers = [
        replace(p, waived=ev.reason, rests=(*p.rests, x.seq)) if p.id == ev.paper else p for p in draft.papers
    ]


READERS: dict[type, Reader] = {e.CirculationWaived: _circulation}
