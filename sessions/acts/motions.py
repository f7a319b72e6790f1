"""Acts of motions, appeals, reopened decisions and recounts."""

from django.utils.translation import gettext_lazy as _

from sessions.acting import Part, Spec
from sessions.core import commands as c
from sessions.core.terms import MotionKind, Speaks
from sessions.forms import motions as forms
from sessions.wording import motions, voting

QUIET = "!point !proposal !vote !temperature"

ACTS = (
    Spec("appeal_ruling", _("Appeal against the ruling"), Part.TEXT,
         lambda a: c.AppealRuling(a.data["reason"], a.data["point"] or "none"), "admitted votes",
         "open item-open appealable !point !vote !temperature !appealed", form=forms.RulingForm, behalf=True,
         lead=_("The clocks stop. The room votes at once, without debate; the ruling stands unless more than half of "
                "the votes are against it."),
         final=True),
    Spec("move_procedural", _("Move to suspend, adjourn or close"), Part.TEXT,
         lambda a: c.MoveProcedural(MotionKind(a.data["kind"]), a.data["reason"]), "admitted votes",
         f"open item-open may-move {QUIET}", form=forms.ProceduralForm, behalf=True,
         lead=_("While it is pending the floor is given on the motion alone.")),
    Spec("move_reconsider", _("Move to reconsider a decision"), Part.TEXT,
         lambda a: c.MoveReconsider(a.data["ref"], a.data["reason"]), "admitted votes",
         f"open item-open reconsiderable !motion {QUIET}", form=forms.ReconsiderForm, behalf=True,
         lead=_("It takes two thirds. The decision stands until another one takes its place.")),
    Spec("oppose_motion", _("Speak against the motion"), Part.TEXT, lambda a: c.SpeakOnMotion(Speaks.AGAINST),
         "admitted votes !on-motion", "open motion against-left !vote", once=True, behalf=True),
    Spec("support_motion", _("Speak for the motion"), Part.TEXT, lambda a: c.SpeakOnMotion(Speaks.FOR),
         "admitted votes !on-motion", "open motion for-left !vote", once=True, behalf=True),
    Spec("withdraw_motion", _("Withdraw my motion"), Part.TEXT, lambda a: c.WithdrawMotion(), "admitted votes mover",
         "open motion !vote", once=True, behalf=True),
    Spec("request_recount", _("Ask for a recount"), Part.TEXT,
         lambda a: c.RequestRecount(a.data["reason"], a.form.asked()), "admitted votes in-electorate",  # type: ignore[attr-defined]
         "open vote recountable", form=forms.RecountForm, behalf=True, warns=voting.question,
         lead=_("What was closed is open again and the hall is counted anew. Once for each question."),
         final=True),
    Spec("hear_motion", _("Give the floor on the motion"), Part.FLOOR, lambda a: c.HearOnMotion(), "chairs",
         "open motion unheard !speech !point !vote", once=True),
    Spec("put_motion", _("Put the motion to the vote"), Part.TEXT, lambda a: a.form.command(), "chairs",  # type: ignore[attr-defined]
         f"open item-open motion !unheard quorum both-sides {QUIET}", form=forms.MotionVoteForm, warns=motions.told,
         lead=_("What carries it follows from the kind of motion."),
         final=True),
    Spec("carry_motion", _("No objection: the motion is carried"), Part.TEXT,
         lambda a: c.CarryMotion(a.form.asked()), "chairs", "open motion carriable !vote !point",  # type: ignore[attr-defined]
         form=forms.OnMotion, warns=motions.told,
         lead=_("Ask aloud whether anybody objects. Whoever does asks to speak against it, and it is voted."),
         final=True),
    Spec("lapse_motion", _("Let the motion lapse"), Part.TEXT, lambda a: c.LapseMotion(a.data["reason"]), "chairs",
         "open motion lapses !vote", form=forms.WhyForm, warns=motions.told,
         lead=_("Whoever moved it has left, or there is no quorum to decide it.")),
    Spec("supersede", _("Let a later agreement take its place"), Part.TEXT,
         lambda a: c.SupersedeAgreement(a.data["agreement"], a.data["by"]), "chairs", "open supersedable",
         form=forms.SupersedeForm, lead=_("Both stay in the record; the earlier one no longer stands.")),
)  # fmt: skip
