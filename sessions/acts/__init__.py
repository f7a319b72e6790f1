"""The table of acts: all that can be done in a room, with the words, the form and the moment of each."""

from sessions.acting import Part, Spec
from sessions.acts import (
    agenda,
    amending,
    chat,
    credentials,
    decisions,
    door,
    floor,
    motions,
    paper,
    positions,
    questions,
    reserves,
    roll_call,
    session,
    speaking,
    statements,
    text,
    votes,
    waiving,
)

_ALL = (*agenda.ACTS, *decisions.ACTS, *votes.ACTS, *floor.ACTS, *door.ACTS, *session.ACTS,
        *questions.ACTS, *text.ACTS,
        *amending.ACTS, *credentials.ACTS, *positions.ACTS, *motions.ACTS,
        *speaking.ACTS, *reserves.ACTS, *paper.ACTS, *statements.ACTS, *chat.ACTS,
        *roll_call.ACTS,
        *waiving.ACTS)  # fmt: skip

ACTS: dict[str, Spec] = {spec.name: spec for spec in _ALL}

# The acts of a seat, in the order of the dock; the first that fits is its large button.
MINE = ("ask_admission", "cast_vote", "cast_ballot", "show_temperature", "request_floor", "withdraw_request",
        "end_speech", "relay_text", "raise_point", "count_hall", "object_late", "enter_reservation", "explain_vote",
        "ask_quorum", "explain_position", "dissociate", "hand_in_text", "declare_conflict", "ask_question",
        "answer_question", "request_floor_for", "request_floor_against", "appeal_ruling", "ask_reply",
        "withdraw_reply", "slow_down", "mark_language", "ask_expert", "move_procedural", "move_reconsider",
        "leave", "submit_statement",
        "request_floor_as")  # fmt: skip
MINE_LARGE = MINE[: MINE.index("raise_point")]
DECIDING = ("object", "withdraw_objection", "stand_aside", "change_vote", "oppose_motion",
            "support_motion", "withdraw_motion", "request_recount", "withdraw_proposal", "withdraw_vote")  # fmt: skip
# Acts upon the text on the table: under it, and beside each of its paragraphs.
TEXTING = tuple(spec.name for spec in text.ACTS[: [s.name for s in text.ACTS].index("present_text")])
# Acts upon a question, each beside it.
ASKING = ("support_question", "withdraw_support", "approve_question", "merge_question", "decline_question",
          "note_answered", "owe_answer")  # fmt: skip
APART = {*MINE, *DECIDING, *TEXTING, *ASKING, "undo"}


def console() -> dict[Part, list[Spec]]:
    """The acts of the desk, by part, in the order of the table."""
    return {part: [s for s in _ALL if s.part is part and s.name not in APART] for part in Part}


def shortcuts() -> list[Spec]:
    """The acts that have a key."""
    return [s for s in _ALL if s.shortcut]


def for_others() -> list[Spec]:
    """What the secretariat may do on behalf of somebody on the telephone, in the hall or on paper."""
    return [s for s in _ALL if s.behalf]
