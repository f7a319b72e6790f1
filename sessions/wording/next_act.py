"""Why the next step is this one, and what it is about, in the reader's language."""

from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sessions.core.rules.floor import next_up
from sessions.core.rules.table import on_table
from sessions.core.state import Room
from sessions.core.steps import Next, Why
from sessions.wording import text as wording
from sessions.wording import voting
from sessions.wording.words import name_of, titled

WORDS: dict[Why, Promise] = {
    Why.DOOR_SHUT: gettext_lazy("Shortly before the hour the lobby is opened; then people ask to be admitted."),
    Why.SOMEBODY_AT_THE_DOOR: gettext_lazy("Somebody waits at the door."),
    Why.CHAIR_MISSING: gettext_lazy("Neither the chair nor the vice-chair is in the room yet."),
    Why.SIDE_MISSING: gettext_lazy("Nobody with a vote is here yet from one of the two sides (G15)."),
    Why.TOO_FEW: gettext_lazy("There are too few with a vote for the quorum."),
    Why.READY: gettext_lazy("There is quorum and somebody to preside."),
    Why.SUSPENDED: gettext_lazy("The clocks stand still until it is resumed."),
    Why.POINT: gettext_lazy("Nothing else goes on before the chair has ruled."),
    Why.QUORUM_ASKED: gettext_lazy("Somebody asked to verify the quorum: nothing is decided before it is counted."),
    Why.OBJECTED: gettext_lazy("While an objection stands nothing is adopted; it may be withdrawn, or the proposal."),
    Why.WINDOW_WAITS: gettext_lazy("Wait: the window stands still and runs on by itself once nothing is missing."),
    Why.WINDOW_RUNS: gettext_lazy("Wait: if nobody objects, it is adopted by itself when the window ends."),
    Why.COUNTED: gettext_lazy("The count is there; the result holds once the chair declares it."),
    Why.HALL: gettext_lazy("The hands in the hall are still to be counted, by two people with the same totals."),
    Why.FEW_BALLOTS: gettext_lazy("Wait: with so few ballots the count would tell who chose what."),
    Why.NOBODY_VOTED: gettext_lazy("Wait: nobody has voted yet."),
    Why.VOTING: gettext_lazy("Once everybody who wants to has voted."),
    Why.NOBODY_ANSWERED: gettext_lazy("Wait: nobody has answered yet."),
    Why.ANSWERING: gettext_lazy("The counts are shown once it is closed."),
    Why.SPEAKING: gettext_lazy("When the turn is over."),
    Why.UNREAD: gettext_lazy("Without reading every agreement back the session can't close."),
    Why.CLOSING: gettext_lazy("Every agreement was read back."),
    Why.LISTED: gettext_lazy("They are next on the list."),
    Why.LIST_TO_OPEN: gettext_lazy("Then whoever wants to speak on this item can ask for the floor."),
    Why.QUORUM_BACK: gettext_lazy("Enough are here again: once it is verified, the room can decide."),
    Why.QUORUM_LOST: gettext_lazy("Without quorum nothing can be decided."),
    Why.SIDE_LOST: gettext_lazy("With one side empty nothing can be decided (G15)."),
    Why.TO_DECIDE: gettext_lazy("Nobody waits for the floor and nothing is decided on this item yet."),
    Why.NEXT_ITEM: gettext_lazy("It is next on the agenda."),
    Why.ALL_DONE: gettext_lazy("Every item was dealt with and every agreement read back."),
    Why.MOTION_CARRIED: gettext_lazy("The room has decided so; it is the chair's act."),
    Why.APPEAL: gettext_lazy("An appeal is decided at once, without debate; the turn waits."),
    Why.AGENDA: gettext_lazy("Ask whether there are objections to the agenda; there being none, adopt it."),
    Why.OFF_RECORD: gettext_lazy("Off the record nothing is decided nor noted; the minutes count how long it lasts."),
    Why.MOTION_SPEAKERS: gettext_lazy("Somebody asked to speak on the motion."),
    Why.MOTION_LAPSES: gettext_lazy("Whoever moved it has left, or there is no quorum to decide it."),
    Why.MOTION_UNOPPOSED: gettext_lazy("Ask whether anybody objects; nobody has asked to speak against it."),
    Why.MOTION: gettext_lazy("The motion is decided before anything else goes on."),
    Why.MOTION_WAITS: gettext_lazy("Wait: a motion is pending, and the room can't decide it now."),
    Why.OVER: gettext_lazy("Nothing is left to do in the room."),
    Why.DIVISION: gettext_lazy("Somebody asked that parts be put separately; the chair rules."),
    Why.TO_ADMIT: gettext_lazy("It is decided only once the chair has ruled that it is in order; or rule it out."),
    Why.UNSPONSORED: gettext_lazy("No member sponsors it yet: wait for one, or rule it out."),
    Why.OUTDATED: gettext_lazy("The words it was written upon have changed: it is revised, or ruled out."),
    Why.UNORDERED: gettext_lazy("Several amendments to one paragraph: the furthest from the text goes first."),
    Why.AMENDMENT: gettext_lazy("Amendments are decided before the text, the furthest from it first."),
    Why.CONSENTED: gettext_lazy("Everybody who placed these brackets consents to this end."),
    Why.BRACKET: gettext_lazy("Words in brackets are not agreed: with them the text can't be adopted."),
    Why.PART: gettext_lazy("It is put separately, before the text as a whole."),
    Why.WHOLE_TEXT: gettext_lazy("No amendment and no bracket is left: the text is put as a whole."),
    Why.CHAIR_NOT_CLEARED: gettext_lazy("An item is closed: whoever presides is cleared to hear it first (A9)."),
    Why.REPLY_DUE: gettext_lazy("It was granted, and whoever was on the list before it has spoken."),
    Why.REPLY_ASKED: gettext_lazy("Somebody named in a turn asks to reply: it is granted, or refused with a reason."),
    Why.OVER_BUDGET: gettext_lazy("Their side has used up its time on this item: the chair says why they speak."),
    Why.APPEAL_STOPS: gettext_lazy("An appeal stops the window: withdraw the words, decide it, then put them again."),
    Why.POSITIONS: gettext_lazy("Before the next item reservations and explanations are heard."),
    Why.PAPER_LATE: gettext_lazy("A paper of this item came late: nothing is decided before its term is waived."),
}  # fmt: skip


def why(room: Room, step: Next) -> str:
    """The reason of a step, in one sentence."""
    if step.why is Why.VOTING and room.vote:
        return voting.turnout_of(room.vote)
    return str(WORDS[step.why])


# Where the name of the act says less than the step does.
LABELS: dict[str, Promise] = {
    "open_item": gettext_lazy("Open the next item"),
    "read_agreement": gettext_lazy("It was read back as it stands"),
}


def label(step: Next) -> str:
    """The words on the step's button, where the act's own name says less; else ""."""
    if step.why is Why.PART:
        return _("Put a part of the text to the room")
    return str(LABELS.get(step.act, ""))


def about(room: Room, step: Next) -> str:
    """Whom or what the act is about: the next speaker, the item, the agreement; or ""."""
    told = _ABOUT.get(step.act)
    return told(room, step) if told else ""


def _speaker(room: Room, step: Next) -> str:
    wanted = next_up(room)
    found = next((r for r in room.floor.requests if r.id == wanted), None)
    return name_of(room, found.seat) if found else ""


def _reply(room: Room, step: Next) -> str:
    found = next((r for r in room.replies if r.id == step.target), None)
    return name_of(room, found.seat) if found else ""


def _item(room: Room, step: Next) -> str:
    item = room.item(step.target)
    return titled(item.plan) if item else ""


def _division(room: Room, step: Next) -> str:
    text = on_table(room)
    found = text.division(step.target) if text else None
    return name_of(room, found.seat) if found else ""


def _bracket(room: Room, step: Next) -> str:
    text = on_table(room)
    found = text.bracket(step.target) if text else None
    return wording.bracket(text, found) if text and found else ""


def _on_text(room: Room, step: Next) -> str:
    return wording.about(room, step.target)


_ABOUT: dict[str, Callable[[Room, Next], str]] = {
    "give_floor": _speaker,
    "give_floor_to": _speaker,
    "give_reply": _reply,
    "grant_reply": _reply,
    "stop_speech": lambda room, step: name_of(room, room.floor.speech.seat) if room.floor.speech else "",
    "open_item": _item,
    "waive_circulation": lambda room, step: next((p.title for p in room.papers if p.id == step.target), ""),
    "read_agreement": lambda room, step: _("Agreement %(id)s") % {"id": step.target},
    "clear_seat": lambda room, step: name_of(room, step.target),
    "rule_division": _division,
    "rule_admissible": _on_text,
    "rule_out_of_order": _on_text,
    "decide_amendment": _on_text,
    "decide_bracket": _bracket,
    "lift_bracket": _on_text,
    "adopt_text": _on_text,
    "conclude_item": lambda room, step: titled(item.plan) if (item := room.item(room.current)) else "",
}
