"""Forms of replies, experts, speaking time by side and captions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.text.typed import WordsField
from sessions.core.rules.captions import SEGMENT
from sessions.core.rules.experts import to_invite
from sessions.core.rules.replies import waiting
from sessions.core.terms import ReplyState, Side
from sessions.forms.room import LANGUAGES, SHORT, ActForm
from sessions.wording.words import choices, name_of, titled


class AskReplyForm(ActForm):
    """In which turn one was named, and what one replies to."""

    turn = forms.ChoiceField(label=_("Turn in which you were named"))
    reason = WordsField(rows=2, label=_("Reason"), help_text=_("In a sentence: what you reply to."))

    def prepare(self) -> None:
        here = [t for t in reversed(self.room.turns) if t.item == self.room.current]
        self.choose("turn", [(t.id, f"{t.id[1:]} · {name_of(self.room, t.seat)}") for t in here])


class ReplyForm(ActForm):
    """One of the replies that were asked for."""

    reply = forms.ChoiceField(label=_("Right of reply"))
    states: tuple[ReplyState, ...] = (ReplyState.ASKED,)

    def prepare(self) -> None:
        found = waiting(self.room, *self.states)
        self.choose("reply", [(r.id, f"{name_of(self.room, r.seat)} · {r.reason[:60]}") for r in found])


class RefuseReplyForm(ReplyForm):
    states: tuple[ReplyState, ...] = (ReplyState.ASKED, ReplyState.GRANTED)
    reason = forms.CharField(label=_("Reason"), widget=SHORT, help_text=_("Everybody reads it."))


class GiveReplyForm(RefuseReplyForm):
    states = (ReplyState.GRANTED,)
    reason = forms.CharField(
        label=_("Reason"), widget=SHORT, required=False, help_text=_("Needed before the end of the list.")
    )


class AskExpertForm(ActForm):
    name = forms.CharField(label=_("Who should be heard"), max_length=300)
    topic = WordsField(rows=2, label=_("On what"))


class InviteExpertForm(ActForm):
    """An expert in the room, and upon whose request, if a member asked."""

    seat = forms.ChoiceField(label=_("Expert"))
    topic = WordsField(rows=2, label=_("On what"))
    wish = forms.ChoiceField(label=_("At the request of"), required=False)

    def prepare(self) -> None:
        self.choose("seat", [(s.id, f"{s.name} · {s.organization}") for s in to_invite(self.room)])
        wishes: list[Any] = [w for w in self.room.experts.wishes if w.item == self.room.current and not w.met]
        field = self.fields["wish"]
        assert isinstance(field, forms.ChoiceField)
        told = [(w.id, f"{name_of(self.room, w.seat)} · {w.name} · {w.topic[:60]}") for w in wishes]
        field.choices = [("", _("Nobody: the chair invites")), *told]


class BudgetForm(ActForm):
    item = forms.ChoiceField(label=_("Item"))
    side = forms.ChoiceField(label=_("Side"), choices=choices(Side.CIVIL, Side.PUBLIC))
    minutes = forms.IntegerField(
        label=_("Minutes for this side"), min_value=0, max_value=600,
        help_text=_("0 takes the limit away. Nobody is cut off: beyond it the chair gives the floor with a reason."),
    )  # fmt: skip

    def prepare(self) -> None:
        self.choose("item", [(i.plan.id, titled(i.plan)) for i in self.room.items])
        self.fields["item"].initial = self.room.current


class LanguageForm(ActForm):
    language = forms.ChoiceField(label=_("Language of this turn"), choices=LANGUAGES)


class CaptionForm(ActForm):
    """One segment; the form comes back empty, in the same channel."""

    words = WordsField(rows=2, max_length=SEGMENT, label=_("What is being said"))
    language = forms.ChoiceField(label=_("Channel"), choices=LANGUAGES)
