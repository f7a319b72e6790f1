"""The table of acts: all that can be done in a room, with the words, the form and the moment of each."""

from sessions.acting import Part, Spec
from sessions.acts import agenda, chat, decisions, door, floor, questions, session, statements, votes

_ALL = (*agenda.ACTS, *decisions.ACTS, *votes.ACTS, *floor.ACTS, *door.ACTS, *session.ACTS,
        *questions.ACTS, *statements.ACTS, *chat.ACTS)

ACTS: dict[str, Spec] = {spec.name: spec for spec in _ALL}

# The acts of a seat, in the order of the dock; the first that fits is its large button.
MINE = ("ask_admission", "cast_vote", "cast_ballot", "show_temperature", "request_floor", "withdraw_request",
        "end_speech", "raise_point", "count_hall", "object_late", "enter_reservation", "ask_quorum",
        "leave", "ask_question", "answer_question", "submit_statement")  # fmt: skip
MINE_LARGE = MINE[: MINE.index("raise_point")]
DECIDING = ("object", "withdraw_objection", "stand_aside", "change_vote", "explain_vote")
APART = {*MINE, *DECIDING, "undo", "support_question", "withdraw_support", "approve_question", "merge_question",
         "decline_question", "note_answered", "owe_answer"}  # each beside its question


def console() -> dict[Part, list[Spec]]:
    """The acts of the desk, by part, in the order of the table."""
    return {part: [s for s in _ALL if s.part is part and s.name not in APART] for part in Part}


def shortcuts() -> list[Spec]:
    """The acts that have a key."""
    return [s for s in _ALL if s.shortcut]


def for_others() -> list[Spec]:
    """What the secretariat may do on behalf of somebody on the telephone, in the hall or on paper."""
    return [s for s in _ALL if s.behalf]
