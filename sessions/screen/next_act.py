"""The chair's next step: the sentence to read aloud, one act with its key, and why it is that one."""

from typing import Any

from sessions.acts import ACTS
from sessions.audiences import Audience
from sessions.core import next_act as steps
from sessions.core.state import Room
from sessions.core.terms import Phase
from sessions.models import Session
from sessions.screen import moments, script
from sessions.wording import next_act as wording

# The field of an act's form that holds its target.
TARGETS = {"open_item": "item", "read_agreement": "agreement", "waive_circulation": "paper"}


def next_act(session: Session, room: Room, audience: Audience) -> dict[str, Any]:
    """The step of the room. In the lobby one query, for how many are entitled."""
    if audience is not Audience.DESK:
        return {"step": None}
    step = steps.next_act(room, _entitled(session, room))
    spec = ACTS.get(step.act)
    field = TARGETS.get(step.act, "")
    return {
        "step": step,
        "spec": spec,
        "label": wording.LABELS.get(step.act) or (spec.label if spec else ""),
        "once": spec is not None and (spec.once or bool(step.target and field and step.command)),
        "query": f"?{field}={step.target}" if field and step.target else "",
        "about": wording.about(room, step),
        "why": wording.why(room, step),
        "script": script.sentence(room, step),
        "zone": session.zone,
        **moments.of_turn(room),
    }


def _entitled(session: Session, room: Room) -> int:
    return session.seats.filter(votes=True).count() if room.phase is Phase.LOBBY else 0
