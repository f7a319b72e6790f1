"""The chair's script: at each step, the sentence to read aloud. From the rules, in the reader's language."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sessions.core.next_act import following
from sessions.core.rules import replies
from sessions.core.rules.floor import next_up
from sessions.core.state import Room
from sessions.core.steps import Next, Why
from sessions.core.terms import Hold, ItemKind, Phase, ReplyState
from sessions.wording import aloud, moments, motions
from sessions.wording import text as text_wording
from sessions.wording import voting as votes
from sessions.wording.words import name_of, titled

OPENERS = {
    ItemKind.ATTENDANCE: gettext_lazy(
        "We take attendance. Whoever has not been admitted yet, please tell the secretariat."
    ),
    ItemKind.AGENDA: gettext_lazy(
        "You have the agenda before you. Are there any objections to it?… There being none, it is adopted."
    ),
    ItemKind.PREVIOUS_MINUTES: gettext_lazy(
        "The minutes of the previous session were circulated. Are there any remarks?"
    ),
    ItemKind.FOLLOW_UP: gettext_lazy("We go through the agreements of earlier sessions that are still open."),
    ItemKind.OTHER_MATTERS: gettext_lazy("Are there any other matters?"),
    ItemKind.READING: gettext_lazy("We read back the agreements of this session, one by one."),
    ItemKind.CLOSING: gettext_lazy("There being nothing else to deal with, this session closes. Thank you all."),
}

FORMULAS = {
    "welcome": gettext_lazy("Welcome. We wait for the members to take their seats and then verify the quorum."),
    "to_decide": gettext_lazy("If nobody else wishes to speak, I put the following words before you."),
    "quorum_back": gettext_lazy("There are enough of us again. We verify the quorum."),
    "quorum_lost": gettext_lazy("We lack the quorum to decide. I suspend the session until it is here again."),
    "side_lost": gettext_lazy("One of the two sides has nobody here with a vote. I suspend the session (G15)."),
    "positions": gettext_lazy(
        "Before we go on: whoever wants to enter a reservation, explain their position or dissociate from the "
        "agreement, please say so now."
    ),
    "off_record": gettext_lazy("We are off the record: until we are back nothing is decided and nothing is noted."),
    "back_on_record": gettext_lazy("We are back on record: from now on the minutes tell what is said."),
}


def floor(room: Room) -> str:
    """What to say about the floor: whom to call, what stops the clock, how an item begins."""
    if room.phase is Phase.LOBBY:
        return str(FORMULAS["welcome"])
    if room.phase is Phase.SUSPENDED:
        return _("The session is suspended. The clocks stand still and every place on the list is kept.")
    if room.phase is not Phase.OPEN:
        return ""
    if room.floor.point:
        return point(name_of(room, room.floor.point.seat))
    if room.floor.speech:
        aside = f" {FORMULAS['off_record']}" if room.off_record else ""
        return _call(room) + aside
    if room.motion or room.floor.debate_closed:
        return ""
    return _opener(room)


def _call(room: Room) -> str:
    speech = room.floor.speech
    assert speech is not None
    return call(name_of(room, speech.seat), length(int(speech.limit.total_seconds())))


def length(seconds: int) -> str:
    """A length of time in words: whole minutes, else seconds."""
    if seconds % 60:
        return ngettext("%(n)d second", "%(n)d seconds", seconds) % {"n": seconds}
    return ngettext("%(n)d minute", "%(n)d minutes", seconds // 60) % {"n": seconds // 60}


def call(name: str, time: str) -> str:
    """What to say when somebody gets the floor."""
    return _("%(name)s has the floor for %(length)s. Please switch on your microphone.") % {
        "name": name, "length": time,
    }  # fmt: skip


def point(name: str) -> str:
    """What to say when somebody raises a point of order, before ruling."""
    return _("%(name)s raises a point of order. The clocks stand still. The chair rules as follows:") % {"name": name}


def _opener(room: Room) -> str:
    item = room.item(room.current)
    if item is None:
        return _("We move on to the next item of the agenda.")
    if item.plan.kind is ItemKind.AGENDA and room.order.adopted_at:
        return _("The agenda is adopted. We move on to the next item.")
    return opener(item.plan.kind, titled(item.plan))


def opener(kind: ItemKind, title: str) -> str:
    """What to say when an item of this kind is opened."""
    said = OPENERS.get(kind)
    if said:
        return str(said)
    return _("We deal with “%(title)s”. Whoever wants to speak, please ask for the floor.") % {"title": title}


def to_the_next(title: str) -> str:
    """What to say on the way to the next item."""
    return _("We move on to “%(title)s”.") % {"title": title}


def decision(room: Room) -> str:
    """What to say while words are before the room, or the quorum is in doubt."""
    if room.quorum_asked:
        return quorum(name_of(room, room.quorum_asked))
    proposal = room.proposal
    if proposal is None:
        return motions.script(room) or votes.script(room)
    if proposal.objections:
        return objected(", ".join(name_of(room, o.seat) for o in proposal.objections))
    if Hold.INCOMPLETE in proposal.watch.holds:
        return _("We wait: without the quorum, or with one side empty, nothing can be agreed (G15).")
    if Hold.CUT_OFF in proposal.watch.holds:
        return _("We wait: several members lost the connection. The window runs on when they are back.")
    about = text_wording.about(room, proposal.about)
    return aloud.proposed(about) if about else proposed()


def quorum(name: str) -> str:
    """What to say when somebody asks to verify the quorum."""
    return _("%(name)s asks to verify the quorum. Please stay where you are while we count.") % {"name": name}


def objected(names: str) -> str:
    """What to say when somebody objects to what is proposed."""
    return _("There is an objection (%(names)s). It is not adopted. We look for words that all can accept.") % {
        "names": names
    }


def proposed() -> str:
    """What to say when words are put to the room for adoption."""
    return _("I read the words before you. Are there any objections in the hall, or on line?… "
             "There being none when the window ends, it is so agreed.")  # fmt: skip


def agreed(room: Room) -> str:
    """What to say about what was just agreed on the open item; "" when nothing was."""
    found = [a for a in room.agreements if not a.read and a.item == room.current]
    if not found:
        return ""
    return adopted(found[-1].id, by_vote=any(v.agreement == found[-1].id for v in room.votes))


def adopted(agreement: str, *, by_vote: bool) -> str:
    """What to say when words were just agreed."""
    if by_vote:
        return _("It is so agreed by vote. Agreement %(id)s will be read back before we close.") % {"id": agreement}
    said = _("No objections: it is so agreed. Agreement %(id)s will be read back before we close.")
    return said % {"id": agreement}


def reading(agreement: str) -> str:
    """What to say when an agreement is read back."""
    return _("I read agreement %(id)s as it stands. Does it say what was agreed?") % {"id": agreement}


# --- One sentence at a time -----------------------------------------------------------------------------
def sentence(room: Room, step: Next) -> str:
    """The one sentence that goes with the chair's next step; "" where nothing is said aloud.

    A ruling comes first, then what is before the room, then the floor and the agenda, as in `core/next_act.py`.
    """
    said = _BY_STEP.get(step.why)
    if step.why in _ON_TEXT:
        return aloud.sentence(room, step)
    if said:
        return str(said(room))
    return decision(room) or floor(room)


def _opening(room: Room) -> str:
    return opened(str(len(room.voters())))


def opened(voters: str) -> str:
    """What to say when the session is opened, with so many members who may vote."""
    said = _("Good day. There is quorum, with %(n)s with a vote present and both sides here. The session is open.")
    return said % {"n": voters}


def _next_speaker(room: Room) -> str:
    wanted = next_up(room)
    seat = next((r.seat for r in room.floor.requests if r.id == wanted), "")
    return next_speaker(name_of(room, seat))


def next_speaker(name: str) -> str:
    """What to say before the next person on the list gets the floor."""
    return _("Next on the list is %(name)s.") % {"name": name}


def _onwards(room: Room) -> str:
    """From the open item to the next one: first what became of it, if that was not said yet."""
    item, after = room.item(room.current), following(room)
    if item is not None and item.plan.kind in (ItemKind.ATTENDANCE, ItemKind.AGENDA, ItemKind.READING):
        return _opener(room)
    return to_the_next(titled(after.plan)) if after else ""


def _positions(room: Room) -> str:
    """What was decided on the open item, and who may still say something beside it."""
    told = agreed(room)
    return f"{told} {FORMULAS['positions']}" if told else votes.script(room) or str(FORMULAS["positions"])


def _reply_due(room: Room) -> str:
    found = replies.due(room)
    return replying(name_of(room, found.seat)) if found else ""


def _reply_asked(room: Room) -> str:
    asked = replies.waiting(room, ReplyState.ASKED)
    return _("%(name)s asks for the right of reply. It is granted.") % {"name": name_of(room, asked[0].seat)}


def replying(name: str) -> str:
    """What to say before somebody exercises a right of reply."""
    return _("%(name)s exercises the right of reply.") % {"name": name}


def _beyond_budget(room: Room) -> str:
    """Before somebody speaks whose side has used up its time: the chair says why."""
    aside = _("Their side has used up its time on this item; they speak, since the chair so decides, because:")
    return f"{_next_speaker(room)} {aside}"


def _reading(room: Room) -> str:
    return reading(next((a.id for a in room.agreements if not a.read), ""))


_APPEAL_STOPS = gettext_lazy(
    "A ruling was appealed. The words before the room are withdrawn: we decide the appeal first, then they are put "
    "again."
)
_BY_STEP: dict[Why, Callable[[Room], object]] = {
    Why.DOOR_SHUT: lambda room: "",
    Why.READY: _opening,
    Why.POINT: floor,
    Why.SPEAKING: floor,
    Why.LISTED: _next_speaker,
    Why.UNREAD: _reading,
    Why.CLOSING: lambda room: OPENERS[ItemKind.CLOSING],
    Why.ALL_DONE: lambda room: OPENERS[ItemKind.CLOSING],
    Why.NEXT_ITEM: _onwards,
    Why.TO_DECIDE: lambda room: FORMULAS["to_decide"],
    Why.QUORUM_BACK: lambda room: FORMULAS["quorum_back"],
    Why.QUORUM_LOST: lambda room: FORMULAS["quorum_lost"],
    Why.SIDE_LOST: lambda room: FORMULAS["side_lost"],
    Why.MOTION_CARRIED: motions.to_follow,
    Why.APPEAL: motions.script,
    Why.OFF_RECORD: lambda room: FORMULAS["back_on_record"],
    Why.OVER: lambda room: "",
    Why.POSITIONS: _positions,
    Why.REPLY_DUE: _reply_due,
    Why.APPEAL_STOPS: lambda room: _APPEAL_STOPS,
    Why.REPLY_ASKED: _reply_asked,
    Why.OVER_BUDGET: _beyond_budget,
    Why.PAPER_LATE: lambda room: moments.paper_late(),
}
_ON_TEXT = {
    Why.DIVISION, Why.TO_ADMIT, Why.UNSPONSORED, Why.OUTDATED, Why.UNORDERED, Why.AMENDMENT, Why.CONSENTED,
    Why.BRACKET, Why.PART, Why.WHOLE_TEXT,
}  # fmt: skip
