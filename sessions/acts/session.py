"""Acts of the session as a whole."""

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from sessions import acting, flags
from sessions.acting import FREE, Part, Spec
from sessions.core import commands as c
from sessions.core.rules.meeting import pending_items
from sessions.core.state import Room
from sessions.core.terms import Role
from sessions.forms import people
from sessions.forms.room import ActForm, ReasonForm, SuspendForm
from sessions.models import Seat, Session
from sessions.wording.words import titled


def _unreached(session: Session, room: Room) -> list[str]:
    """What nobody reached yet, said before closing."""
    left = [titled(item.plan) for item in room.items if item.plan.id in pending_items(room)]
    if not left:
        return [gettext("Every item was dealt with.")]
    many = ngettext("%(n)d item was never reached:", "%(n)d items were never reached:", len(left)) % {"n": len(left)}
    return [f"{many} {'; '.join(left)}."]


def _opening(session: Session, room: Room) -> list[str]:
    voters = len(room.voters())
    return [ngettext("%(n)d person with a vote is in the room.", "%(n)d people with a vote are in the room.", voters)
            % {"n": voters}]  # fmt: skip


ACTS = (
    Spec("ask_quorum", _("Ask to verify the quorum"), Part.SESSION, lambda a: c.AskQuorum(),
         "admitted votes", "open !quorum-asked !vote", once=True, behalf=True,
         final=True),
    Spec("open_lobby", _("Open the lobby"), Part.SESSION, None, "desk", "planned", once=True, run=acting.open_lobby,
         final=True),
    Spec("open_session", _("Open the session"), Part.SESSION, lambda a: c.OpenSession(), "opens",
         "lobby chair-there both-sides", warns=_opening,
         final=True),
    Spec("verify_quorum", _("Verify the quorum"), Part.SESSION, lambda a: c.VerifyQuorum(), "chairs", "open !vote",
         once=True,
         final=True),
    Spec("suspend", _("Suspend the session"), Part.SESSION, None, "chairs", "open", form=SuspendForm,
         run=acting.suspend,
         lead=_("Lists, places and clocks stand still and everybody stays admitted. Until another day, everybody "
                "accredited gets a letter with the calendar entry; the minutes are one."),
         final=True),
    Spec("resume", _("Resume the session"), Part.SESSION, lambda a: c.Resume(), "chairs", "suspended", once=True),
    Spec("hand_over", _("Hand the chair over"), Part.SESSION, lambda a: c.HandOverChair(a.data["seat"]), "chairs",
         "sitting others", form=people.ChairForm),
    Spec("take_chair", _("Take the chair"), Part.SESSION, lambda a: c.TakeChair(a.data["reason"]), "stands-in",
         "sitting", form=ReasonForm,
         lead=_("Only when whoever presides has left or lost the connection: the vice-chair takes it, or a member.")),
    Spec("record_not_held", _("Record that it was not held"), Part.SESSION,
         lambda a: c.RecordNotHeld(a.data["reason"]), "opens", "lobby", form=ReasonForm,
         final=True),
    Spec("close_session", _("Close the session"), Part.SESSION, lambda a: c.CloseSession(), "chairs",
         f"open {FREE} !unread", warns=_unreached,
         lead=_("The minutes are written from the record at once."),
         final=True),
    Spec("reopen_session", _("Reopen the session"), Part.SESSION, lambda a: c.ReopenSession(a.data["reason"]),
         "chairs", "closed", form=ReasonForm,
         final=True),
    Spec("undo", _("Undo"), Part.SESSION, lambda a: c.Undo(), "admitted", "convened", form=ActForm, once=True,
         lead=_("Your last act is taken back, if nobody has built upon it."),
         final=True),
)  # fmt: skip


def reopens(room: Room, seat: Seat | None) -> bool:
    """Whether this seat may reopen the session now: it closed and its log is not sealed yet."""
    if seat is None:
        return False
    fits = next(spec.fits for spec in ACTS if spec.name == "reopen_session")
    return flags.fits(flags.own(room, seat.key, Role(seat.role)), fits)
