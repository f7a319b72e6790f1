"""The chair's script: at each step, the sentence to read aloud. From the rules, in the reader's language."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sessions.core.state import Room
from sessions.core.terms import Hold, ItemKind, Phase
from sessions.wording import motions
from sessions.wording import voting as votes
from sessions.wording.words import name_of, titled

OPENERS = {
    ItemKind.ATTENDANCE: gettext_lazy(
        "We take attendance. Whoever has not been admitted yet, please tell the secretariat."
    ),
    ItemKind.AGENDA: gettext_lazy("You have the agenda before you. Are there any remarks on it?"),
    ItemKind.PREVIOUS_MINUTES: gettext_lazy(
        "The minutes of the previous session were circulated. Are there any remarks?"
    ),
    ItemKind.FOLLOW_UP: gettext_lazy("We go through the agreements of earlier sessions that are still open."),
    ItemKind.OTHER_MATTERS: gettext_lazy("Are there any other matters?"),
    ItemKind.READING: gettext_lazy("We read back the agreements of this session, one by one."),
    ItemKind.CLOSING: gettext_lazy("There being nothing else to deal with, this session closes. Thank you all."),
}


def floor(room: Room) -> str:
    """What to say about the floor: whom to call, what stops the clock, how an item begins."""
    if room.phase is Phase.LOBBY:
        return _("Welcome. We wait for the members to take their seats and then verify the quorum.")
    if room.phase is Phase.SUSPENDED:
        return _("The session is suspended. The clocks stand still and every place on the list is kept.")
    if room.phase is not Phase.OPEN:
        return ""
    if room.floor.point:
        return _("%(name)s raises a point of order. The clocks stand still. The chair rules as follows:") % {
            "name": name_of(room, room.floor.point.seat)
        }
    if room.floor.speech:
        return _call(room)
    if room.motion or room.floor.debate_closed:
        return ""
    return _opener(room)


def _call(room: Room) -> str:
    speech = room.floor.speech
    assert speech is not None
    seconds = int(speech.limit.total_seconds())
    if seconds % 60:
        length = ngettext("%(n)d second", "%(n)d seconds", seconds) % {"n": seconds}
    else:
        length = ngettext("%(n)d minute", "%(n)d minutes", seconds // 60) % {"n": seconds // 60}
    return _("%(name)s has the floor for %(length)s. Please switch on your microphone.") % {
        "name": name_of(room, speech.seat), "length": length,
    }  # fmt: skip


def _opener(room: Room) -> str:
    item = room.item(room.current)
    if item is None:
        return _("We move on to the next item of the agenda.")
    said = OPENERS.get(item.plan.kind)
    if said:
        return str(said)
    return _("We deal with “%(title)s”. Whoever wants to speak, please ask for the floor.") % {
        "title": titled(item.plan)
    }


def to_the_next(title: str) -> str:
    """What to say on the way to the next item."""
    return _("We move on to “%(title)s”.") % {"title": title}


def decision(room: Room) -> str:
    """What to say while words are before the room, or the quorum is in doubt."""
    if room.quorum_asked:
        return _("%(name)s asks to verify the quorum. Please stay where you are while we count.") % {
            "name": name_of(room, room.quorum_asked)
        }
    proposal = room.proposal
    if proposal is None:
        return motions.script(room) or votes.script(room)
    if proposal.objections:
        names = ", ".join(name_of(room, o.seat) for o in proposal.objections)
        return _("There is an objection (%(names)s). It is not adopted. We look for words that all can accept.") % {
            "names": names
        }
    if Hold.INCOMPLETE in proposal.watch.holds:
        return _("We wait: without the quorum, or with one side empty, nothing can be agreed (G15).")
    if Hold.CUT_OFF in proposal.watch.holds:
        return _("We wait: several members lost the connection. The window runs on when they are back.")
    return _("I read the words before you. Are there any objections in the hall, or on line?… "
             "There being none when the window ends, it is so agreed.")  # fmt: skip


def agreements(room: Room) -> str:
    """What to say about what was just agreed, and when agreements are read back."""
    unread = [a for a in room.agreements if not a.read]
    if not unread or room.phase is not Phase.OPEN:
        return ""
    if any(v.agreement == unread[-1].id for v in room.votes):
        return _("It is so agreed by vote. Agreement %(id)s will be read back before we close.") % {
            "id": unread[-1].id
        }
    return _("No objections: it is so agreed. Agreement %(id)s will be read back before we close.") % {
        "id": unread[-1].id
    }
