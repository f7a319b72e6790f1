"""Acts of replies, experts, speaking time by side, captions, and the sign to speak slower."""

from django.utils.translation import gettext_lazy as _

from sessions import slower
from sessions.acting import Asked, Part, Spec
from sessions.core import commands as c
from sessions.core.terms import Side, Speaks
from sessions.forms import floor, pacing
from sessions.forms import speaking as forms
from sessions.forms.floor import OnItemForm


def _relay(asked: Asked) -> c.RelayText:
    return c.RelayText(asked.data["words"], asked.data["language"])


ACTS = (
    Spec("request_floor_for", _("Ask for the floor, in favour"), Part.FLOOR,
         lambda a: c.RequestFloor(Speaks.FOR, item=a.data["item"]), "admitted voice !waiting !speaking",
         "open item-open list-open sides", once=True, behalf=True, form=OnItemForm),
    Spec("request_floor_against", _("Ask for the floor, against"), Part.FLOOR,
         lambda a: c.RequestFloor(Speaks.AGAINST, item=a.data["item"]), "admitted voice !waiting !speaking",
         "open item-open list-open sides", once=True, behalf=True, form=OnItemForm),
    Spec("request_floor_as", _("Ask for the floor, saying how I will speak"), Part.FLOOR,
         lambda a: c.RequestFloor(Speaks(a.data["speaks"]), a.data["item"], a.data["language"]),
         "admitted voice !waiting !speaking",
         "open item-open list-open", form=floor.RequestForm, behalf=True,
         lead=_("In which language, and on which side. The list shows it; it changes nothing of your place.")),
    Spec("relay_text", _("Relay what is being said"), Part.FLOOR, _relay, "admitted role-interpreter", "open speech",
         form=forms.CaptionForm, repeats=True,
         lead=_("Captions help to follow; they are no part of the minutes.")),
    Spec("mark_language", _("Mark the language"), Part.FLOOR, lambda a: c.MarkLanguage(a.data["language"]), "tongue",
         "open speech", form=forms.LanguageForm),
    Spec("slow_down", _("Ask to speak slower"), Part.FLOOR, None, "admitted !speaking", "open speech", once=True,
         run=slower.ask, final=True),
    Spec("ask_reply", _("Ask for a right of reply"), Part.FLOOR,
         lambda a: c.AskReply(a.data["turn"], a.data["reason"]), "admitted votes", "open item-open item-turns",
         form=forms.AskReplyForm, behalf=True,
         lead=_("For whoever was named in a turn. If the chair grants it, you reply at the end of the list.")),
    Spec("withdraw_reply", _("Give up my right of reply"), Part.FLOOR, lambda a: c.WithdrawReply(),
         "admitted votes replying", "sitting", once=True, behalf=True),
    Spec("ask_expert", _("Ask to hear an expert"), Part.FLOOR, lambda a: c.AskExpert(a.data["name"], a.data["topic"]),
         "admitted votes", "open item-open", form=forms.AskExpertForm, behalf=True,
         lead=_("The chair invites whom the room should hear (G28).")),
    Spec("give_reply", _("Give the floor for the reply"), Part.FLOOR, lambda a: c.GiveReply(), "chairs",
         "open item-open reply-due !speech !point !motion", once=True),
    Spec("grant_reply", _("Grant a right of reply"), Part.FLOOR, lambda a: c.GrantReply(a.data["reply"]), "chairs",
         "open item-open replies-asked", form=forms.ReplyForm),
    Spec("refuse_reply", _("Don't grant a reply, or take the grant back"), Part.FLOOR,
         lambda a: c.RefuseReply(a.data["reply"], a.data["reason"]), "chairs", "open item-open replies-waiting",
         form=forms.RefuseReplyForm),
    Spec("give_reply_to", _("Give a reply before its time"), Part.FLOOR,
         lambda a: c.GiveReply(a.data["reply"], a.data["reason"]), "chairs",
         "open item-open replies-granted !speech !point !motion", form=forms.GiveReplyForm),
    Spec("invite_expert", _("Invite an expert to speak"), Part.FLOOR,
         lambda a: c.InviteExpert(a.data["seat"], a.data["topic"], a.data["wish"]), "chairs",
         "open item-open experts-there", form=forms.InviteExpertForm,
         lead=_("Their voice is for the item that is open.")),
    Spec("set_budget", _("Set the time of a side"), Part.FLOOR,
         lambda a: c.SetBudget(a.data["item"], Side(a.data["side"]), a.data["minutes"]), "chairs",
         "plan-open budgets", form=forms.BudgetForm),
    Spec("set_speaking_time", _("Set the time of each turn"), Part.FLOOR,
         lambda a: c.SetSpeakingTime(a.data["minutes"] * 60 + a.data["seconds"]), "chairs", "open item-open",
         form=pacing.SpeakingTimeForm,
         lead=_("For the turns given from now on in this item. It is announced in the room.")),
    Spec("caption", _("Add a caption"), Part.FLOOR, _relay, "role-secretariat", "open speech", form=forms.CaptionForm,
         repeats=True, lead=_("Captions help to follow; they are no part of the minutes.")),
)  # fmt: skip
