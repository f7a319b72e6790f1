"""The bar: the state of the session, its quorum, who presides."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.audiences import Audience
from sessions.core.rules.meeting import BEFORE, SITTING
from sessions.core.state import Room
from sessions.core.terms import Phase
from sessions.models import Session
from sessions.wording.words import name_of, word

TONES = {Phase.OPEN: "live", Phase.SUSPENDED: "near", Phase.LOBBY: "near", Phase.CLOSED: "ok", Phase.SEALED: "ok"}


def status(session: Session, room: Room, audience: Audience) -> dict[str, Any]:
    """Phase, quorum in words, who presides, how many are present."""
    quorum, tone = _quorum(room)
    return {
        "phase": word(room.phase),
        "tone": TONES.get(room.phase, ""),
        "quorum": quorum,
        "quorum_tone": tone,
        "presiding": name_of(room, room.presiding) if room.presiding else "",
        "present": len(room.present()),
        "sits": room.phase in SITTING or room.phase in BEFORE,
    }


def _quorum(room: Room) -> tuple[str, str]:
    """The quorum as it is known: verified, presumed, in doubt or missing; and the tone of its tag."""
    if room.phase is Phase.LOBBY:
        n = len(room.voters())
        return ngettext("%(n)d with a vote is here", "%(n)d with a vote are here", n) % {"n": n}, ""
    if room.phase not in SITTING or room.count is None:
        return "", ""
    facts = {"present": len(room.voters()), "required": room.count.required}
    if room.quorum_asked:
        return _("Quorum in doubt: it is being verified"), "live"
    if not room.count.met and room.rules.quorum_to_decide > room.rules.quorum_over_percent:
        return _("No quorum to decide: %(present)d with a vote (minimum %(required)d)") % facts, "live"
    if not room.count.met:
        return _("No quorum: %(present)d with a vote (minimum %(required)d)") % facts, "live"
    if facts["present"] < facts["required"]:
        return _("Quorum presumed: %(present)d with a vote (minimum %(required)d)") % facts, "near"
    return _("Quorum: %(present)d with a vote (minimum %(required)d)") % facts, "ok"
