"""The table of acts: all that can be done in a room, with the words, the form and the moment of each."""

from sessions.acting import Part, Spec
from sessions.acts import agenda, decisions, door, floor, motions, session, speaking, votes

_ALL = (*agenda.ACTS, *decisions.ACTS, *votes.ACTS, *floor.ACTS, *door.ACTS, *session.ACTS, *motions.ACTS,
        *speaking.ACTS)  # fmt: skip

ACTS: dict[str, Spec] = {spec.name: spec for spec in _ALL}

# The acts of a seat, in the order of the dock; the first that fits is its large button.
MINE = ("ask_admission", "cast_vote", "cast_ballot", "show_temperature", "request_floor", "withdraw_request",
        "end_speech", "relay_text", "raise_point", "count_hall", "object_late", "enter_reservation", "ask_quorum",
        "leave", "request_floor_for", "request_floor_against", "appeal_ruling", "ask_reply", "withdraw_reply",
        "slow_down", "mark_language", "ask_expert", "move_procedural", "move_reconsider")  # fmt: skip
MINE_LARGE = MINE[: MINE.index("raise_point")]
DECIDING = ("object", "withdraw_objection", "stand_aside", "change_vote", "explain_vote", "oppose_motion",
            "support_motion", "withdraw_motion", "request_recount")  # fmt: skip
APART = {*MINE, *DECIDING, "undo"}


def console() -> dict[Part, list[Spec]]:
    """The acts of the desk, by part, in the order of the table."""
    return {part: [s for s in _ALL if s.part is part and s.name not in APART] for part in Part}


def shortcuts() -> list[Spec]:
    """The acts that have a key."""
    return [s for s in _ALL if s.shortcut]


def for_others() -> list[Spec]:
    """What the secretariat may do on behalf of somebody on the telephone, in the hall or on paper."""
    return [s for s in _ALL if s.behalf]
