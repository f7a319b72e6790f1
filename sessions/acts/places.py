"""Where the room keeps each act: in front what a step of a meeting needs, the rest folded by subject.

An act that no list names stands, folded, with what its part is about: nothing is ever out of reach.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sessions.acting import Part, Spec


@dataclass(frozen=True, slots=True)
class Fold:
    """Acts of one subject, behind its words. `key` names it in the page."""

    key: str
    title: str | Promise
    specs: tuple[Spec, ...]


# What the desk does step by step; each shows only while it fits.
FRONT = {
    "give_floor", "set_aside", "pause_speech", "resume_speech", "extend_speech", "stop_speech", "rule_point",
    "open_list", "close_list", "note_statement", "hear_motion", "give_reply", "grant_reply",
    "open_item", "conclude_item", "adopt_agenda", "rule_admissible", "order_amendments", "rule_division",
    "decide_amendment", "adopt_text", "propose", "put_to_vote", "close_vote", "declare_result", "close_temperature",
    "put_motion", "carry_motion", "lapse_motion", "read_agreement", "back_on_record", "roll_call",
    "open_lobby", "open_session", "verify_quorum", "suspend", "resume", "close_session",
    "admit_waiting", "admit", "refuse_admission",
}  # fmt: skip

SUBJECTS: dict[str, tuple[str | Promise, Part, tuple[str, ...]]] = {
    "speakers": (_("Speakers"), Part.FLOOR, (
        "give_floor_to", "withdraw_floor", "set_speaking_time", "refuse_reply", "give_reply_to", "invite_expert",
        "set_budget", "caption",
        "open_questions", "close_questions")),
    "agenda": (_("Agenda"), Part.TEXT, (
        "extend_item", "defer_item", "reopen_item", "add_item", "set_item_time", "move_item", "withdraw_item",
        "retitle_item")),
    "text": (_("Text and decisions"), Part.TEXT, (
        "present_text", "waive_circulation", "waive_deadline", "rule_out_of_order", "decide_bracket",
        "take_temperature", "note_temperature", "supersede")),
    "paper": (_("Done on paper or off the list"), Part.TEXT, ("paper_vote", "paper_agreement", "record_turn")),
    "reserves": (_("Reserves and off the record"), Part.TEXT, (
        "go_off_record", "classify_item", "confirm_reserve", "declassify_item", "clear_seat", "unclear_seat")),
    "people": (_("People"), Part.DOOR, (
        "walk_in", "confirm_accreditation", "record_credentials", "withdraw_credentials", "remove")),
    "session": (_("Session"), Part.SESSION, (
        "hand_over", "take_chair", "correct", "open_chat", "close_chat", "record_not_held", "reopen_session")),
}  # fmt: skip

MENU: dict[str, tuple[str | Promise, tuple[Part, ...], tuple[str, ...]]] = {
    "floor": (_("Floor"), (Part.FLOOR,), (
        "request_floor_as", "request_floor_for", "request_floor_against", "ask_reply", "withdraw_reply",
        "slow_down", "mark_language",
        "ask_expert")),
    "decisions": (pgettext_lazy("subject", "Decisions"), (Part.TEXT,), (
        "count_hall", "object_late", "enter_reservation", "explain_vote", "explain_position", "dissociate",
        "hand_in_text", "ask_quorum", "appeal_ruling", "move_procedural", "move_reconsider")),
    "writing": (_("In writing"), (), ("ask_question", "answer_question", "submit_statement")),
    "seat": (_("My seat"), (Part.DOOR, Part.SESSION), ("declare_conflict", "leave")),
}  # fmt: skip


def subjects(specs: Iterable[Spec]) -> list[Fold]:
    """These acts of the desk by subject, in the order of the table; subjects without any are left out."""
    left = {s.name: s for s in specs}
    named = {n for _title, _part, names in SUBJECTS.values() for n in names}
    told, home = [], set[Part]()
    for key, (title, part, names) in SUBJECTS.items():
        mine = [left[n] for n in names if n in left]
        if part not in home:
            mine += [s for s in left.values() if s.part is part and s.name not in named]
            home.add(part)
        told.append(Fold(key, title, tuple(mine)))
    return [f for f in told if f.specs]


def menu(specs: Iterable[Spec]) -> list[Fold]:
    """These acts of a seat by subject, for its menu."""
    left = {s.name: s for s in specs}
    named = {n for _title, _parts, names in MENU.values() for n in names}
    told = [
        Fold(key, title, (
            *(left[n] for n in names if n in left),
            *(s for s in left.values() if s.part in parts and s.name not in named),
        ))
        for key, (title, parts, names) in MENU.items()
    ]  # fmt: skip
    return [f for f in told if f.specs]
