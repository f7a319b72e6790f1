"""Words about silence: off the record, and reserves."""

from sessions.core.reserves import NEVER
from sessions.core.rules.meeting import BEFORE, SITTING
from sessions.core.state import Room
from sessions.core.terms import ItemState, Phase


def of_status(room: Room) -> dict[str, bool]:
    """What the bar says of it."""
    return {
        "off_record": room.off_record is not None,
        "may_go_off": room.rules.off_record and room.off_record is None,
        "record_or_plan": room.phase in (*BEFORE, *SITTING, Phase.CLOSED),
    }


def of_agenda(room: Room) -> dict[str, bool]:
    """What the agenda says of it. A reserve that its last day ended stays marked: the form no longer offers it."""
    standing = [r for r in room.reserves if r.lifted is None]
    return {
        "reservable": any(i.plan.kind not in NEVER and i.state is not ItemState.CONCLUDED for i in room.items),
        "reserved": bool(standing),
        "reserve_pending": any(not r.decision for r in standing),
    }


def of_people(room: Room) -> dict[str, bool]:
    """What the list of people says of it."""
    return {"somebody_cleared": bool(room.cleared)}
