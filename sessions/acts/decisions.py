"""Acts of adoption without a vote: proposal, objections, agreements, reservations."""

from django.utils.translation import gettext_lazy as _

from sessions.acting import UNASKED, Part, Spec
from sessions.core import commands as c
from sessions.core.terms import Effect
from sessions.forms import decisions
from sessions.forms.room import OptionalReasonForm, ReasonForm

ACTS = (
    Spec("object", _("Object, with a reason"), Part.TEXT, lambda a: c.Object(a.data["reason"]),
         "admitted votes elector !objected", "open proposal", form=ReasonForm, behalf=True,
         lead=_("The window stops and nothing is adopted until you withdraw the objection or the proposal changes."),
         final=True),
    Spec("withdraw_objection", _("Withdraw my objection"), Part.TEXT, lambda a: c.WithdrawObjection(),
         "admitted votes objected", "open proposal", once=True, behalf=True),
    Spec("stand_aside", _("I stand aside, I don't block"), Part.TEXT, lambda a: c.StandAside(a.data["reason"]),
         "admitted votes elector !aside", "open proposal", form=OptionalReasonForm, behalf=True,
         lead=_("You don't join, and you don't keep the others from agreeing. The minutes say so.")),
    Spec("object_late", _("Object late"), Part.TEXT, lambda a: c.ObjectLate(a.data["agreement"], a.data["reason"]),
         "admitted votes cut-off", "record-open agreements", form=decisions.LateObjectionForm,
         lead=_("You were cut off while this was adopted: the agreement will stand subject to your objection.")),
    Spec("enter_reservation", _("Enter a reservation"), Part.TEXT,
         lambda a: c.EnterReservation(a.data["agreement"], a.data["text"], a.data["language"]),
         "admitted votes", "sitting agreements", form=decisions.ReservationForm, behalf=True, late=True),
    Spec("propose", _("Propose for adoption"), Part.TEXT,
         lambda a: c.ProposeAdoption(a.data["text"], Effect(a.data["effect"]), a.form.parts(), a.data["power"],  # type: ignore[attr-defined]
                                     a.data["language"], a.data["ad_referendum"]),
         "chairs", f"open item-open !point quorum both-sides {UNASKED} !paper-late", form=decisions.ProposalForm,
         lead=_("If nobody objects until the window ends, these words are agreed.")),
    Spec("withdraw_proposal", _("Withdraw the proposal"), Part.TEXT, lambda a: c.WithdrawProposal(a.data["reason"]),
         "chairs", "open proposal", form=ReasonForm,
         final=True),
    Spec("read_agreement", _("Read an agreement back"), Part.TEXT, lambda a: c.ReadAgreement(a.data["agreement"]),
         "chairs", "open unread", form=decisions.UnreadForm,
         lead=_("Read it aloud as it stands; ask whether it says what was agreed.")),
)  # fmt: skip
