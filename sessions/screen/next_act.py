"""The chair's next step: the sentence to read aloud, one act with its key, and why it is that one."""

from typing import Any

from sessions import flags
from sessions.acts import ACTS
from sessions.audiences import Audience
from sessions.core import next_act as steps
from sessions.core.state import Room
from sessions.core.steps import Next
from sessions.core.terms import Phase
from sessions.models import Session
from sessions.screen import moments, script
from sessions.wording import next_act as wording
from sessions.wording.undecidable import undecidable

BESIDE = ("roll_call", "reopen_session")  # what the desk may do beside the step, when it fits
# The field of an act's form that holds its target.
TARGETS = {
    "open_item": "item", "read_agreement": "agreement", "rule_division": "division", "rule_admissible": "amendment",
    "rule_out_of_order": "amendment", "decide_amendment": "about", "decide_bracket": "bracket",
    "lift_bracket": "way_to_end", "clear_seat": "seat", "give_floor_to": "request", "grant_reply": "reply",
    "waive_circulation": "paper",
}  # fmt: skip


def next_act(session: Session, room: Room, audience: Audience) -> dict[str, Any]:
    """The step of the room. In the lobby one query, for how many are entitled."""
    if audience is not Audience.DESK:
        return {"step": None}
    step = steps.next_act(room, _entitled(session, room))
    spec = ACTS.get(step.act)
    beside = (*BESIDE, "conclude_item") if step.act == "propose" else BESIDE
    field = TARGETS.get(step.act, "")
    warning = _warning(room, step)
    return {
        "step": step,
        "spec": spec,
        "label": wording.label(step) or (spec.label if spec else ""),
        "once": spec is not None and not warning and (spec.once or bool(step.command and step.target and field)),
        "query": f"?{field}={step.target}" if field and step.target else "",
        "about": wording.about(room, step),
        "why": wording.why(room, step),
        "warning": warning,
        "script": script.sentence(room, step),
        "zone": session.zone,
        "beside": next((ACTS[n] for n in beside if flags.fits(flags.flags(room), ACTS[n].when)), None),
        **moments.of_turn(room),
    }


def _warning(room: Room, step: Next) -> str:
    """What to know before the step; one click does not suffice then."""
    item = room.item(step.target) if step.act == "open_item" else None
    return " ".join(undecidable(room, item)) if item else ""


def _entitled(session: Session, room: Room) -> int:
    return session.seats.filter(votes=True).count() if room.phase is Phase.LOBBY else 0
