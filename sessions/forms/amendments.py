"""Forms of amendments: submitting, sponsoring, ruling, the order of deciding, division, decision."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.text.difference import difference
from incidencia.text.paragraphs import split
from incidencia.text.typed import WordsField
from sessions.core import commands as c
from sessions.core.distance import ordered
from sessions.core.rules.carrying import ready
from sessions.core.rules.table import on_table, text_of
from sessions.core.state import Room
from sessions.core.state.text import Amendment, Paragraph
from sessions.core.terms import AmendmentKind, AmendmentState
from sessions.forms.asking import ASKED
from sessions.forms.room import SHORT, ActForm, Choices, ReasonForm, by_name, short
from sessions.forms.text import OnParagraph, WayForm
from sessions.wording import text as wording
from sessions.wording.words import choices


class AmendmentForm(OnParagraph):
    """What to do to a paragraph; by somebody without a vote, through a member they name."""

    agreed = None
    field_order = ("paragraph", "kind", "words", "rationale", "sponsor")
    kind = forms.ChoiceField(
        label=_("What it does"), widget=forms.RadioSelect, initial=AmendmentKind.REPLACE.value,
        choices=choices(AmendmentKind.REPLACE, AmendmentKind.ADD, AmendmentKind.DELETE),
    )  # fmt: skip
    words = WordsField(
        rows=6, label=_("Words"), required=False,
        help_text=_("The whole paragraph as it should read, or the paragraph to be added. Empty to delete it."),
    )  # fmt: skip
    rationale = WordsField(rows=2, label=_("Reasons"), required=False)

    def prepare(self) -> None:
        super().prepare()
        own = self.room.seats.get(self.asker)
        if own is None or own.votes or "behalf" in self.fields:
            return
        self.fields["sponsor"] = forms.ChoiceField(
            label=_("Who sponsors it"), required=False,
            help_text=_("You have no vote: a member has to sponsor it and is asked to confirm."),
        )  # fmt: skip
        self.choose("sponsor", [(s.id, s.name) for s in by_name(self.room) if s.votes])

    def begin(self, paragraph: Paragraph) -> None:
        if self.initial.get("kind", "replace") == AmendmentKind.REPLACE:
            self.initial.setdefault("words", paragraph.words)

    def command(self) -> c.SubmitAmendment:
        d = self.cleaned_data
        return c.SubmitAmendment(
            *self.at(), AmendmentKind(d["kind"]), d["words"], d["rationale"], d.get("sponsor", "")
        )  # fmt: skip


class OnAmendment(ActForm):
    """An act upon an amendment that has not ended, if `fits` says so."""

    amendment = forms.ChoiceField(label=_("Amendment"))

    def prepare(self) -> None:
        text = on_table(self.room)
        fit = [a for a in text.undecided() if self.fits(a)] if text else []
        self.choose("amendment", [(a.id, _named(self.room, a)) for a in fit])

    def fits(self, amendment: Amendment) -> bool:
        return True


def _named(room: Room, one: Amendment) -> str:
    text = text_of(room, one.id)
    assert text is not None
    return f"{wording.amendment(text, one)} · {short(one.words)}" if one.words else wording.amendment(text, one)


class CoSponsorForm(OnAmendment):
    def fits(self, amendment: Amendment) -> bool:
        return self.asker not in amendment.sponsors or "behalf" in self.fields


class OwnForm(OnAmendment):
    """One that the asker sponsors, or drafted while nobody sponsors it yet."""

    def fits(self, amendment: Amendment) -> bool:
        return self.asker in (amendment.sponsors or (amendment.by,)) or "behalf" in self.fields


class ReviseForm(OwnForm):
    field_order = ("amendment", "base", "words", "rationale")
    base = forms.IntegerField(widget=forms.HiddenInput, required=False)
    words = WordsField(rows=6, label=_("Words"), required=False, help_text=_("Upon the paragraph as it stands now."))
    rationale = WordsField(rows=2, label=_("Reasons"), required=False)

    def prepare(self) -> None:
        super().prepare()
        text = on_table(self.room)
        mine = [a for a in text.undecided() if self.fits(a)] if text else []
        wanted = self.initial.get("amendment") or (mine[0].id if len(mine) == 1 else "")
        one = text.amendment(str(wanted)) if text else None
        base = text.paragraph(one.paragraph) if text and one else None
        if one and base:
            self.initial.setdefault("words", one.words)
            self.initial.setdefault("rationale", one.rationale)
            self.initial["base"] = base.version
            before = next((v.words for v in base.history if v.number == one.base), base.words)
            self.changed = difference(before, base.words) if before != base.words else None

    def refused(self, room: Room) -> None:
        """As with a paragraph: the difference, and what was typed."""
        super().refused(room)
        text = text_of(room, self.cleaned_data["amendment"])
        one = text.amendment(self.cleaned_data["amendment"]) if text else None
        base = text.paragraph(one.paragraph) if text and one else None
        seen = self.cleaned_data.get("base") or 0
        if base is None or base.version == seen:
            return
        before = next((v.words for v in base.history if v.number == seen), "")
        self.changed = difference(before, base.words)
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data["base"] = str(base.version)  # type: ignore[index]


class ToRuleForm(OnAmendment):
    def fits(self, amendment: Amendment) -> bool:
        return amendment.state is AmendmentState.SUBMITTED


class RuleOutForm(OnAmendment, ReasonForm):
    field_order = ("amendment", "reason")

    def fits(self, amendment: Amendment) -> bool:
        text = text_of(self.room, amendment.id)
        return amendment.state is not AmendmentState.ADMITTED or bool(text and text.outdated(amendment))


class OrderForm(ActForm):
    """The computed order, or the chair's own by numbers."""

    order = forms.RegexField(
        r"^[\d,;\s]*$", label=_("Another order"), required=False, max_length=900,
        help_text=_("Numbers of the amendments, with commas. Empty: the computed order."),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Reason"), widget=SHORT, required=False, help_text=_("Needed for another order. Everybody reads it.")
    )

    def command(self) -> c.OrderAmendments:
        text = on_table(self.room)
        numbers = self.cleaned_data["order"].replace(",", " ").replace(";", " ").split()
        order = tuple(f"{text.id}.a{int(n)}" for n in numbers) if text else ()
        return c.OrderAmendments(order, self.cleaned_data["reason"])


class DivisionForm(ActForm):
    """Parts of an amendment, cut by blank lines; or paragraphs of the text."""

    target = forms.ChoiceField(label=_("What is divided"))
    words = WordsField(
        rows=6, label=_("The words of the amendment in parts"), required=False,
        help_text=_("The very words, with a blank line where they are to be cut."),
    )  # fmt: skip
    paragraphs = forms.MultipleChoiceField(
        label=_("Paragraphs to be put separately"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Only if the text is divided."),
    )  # fmt: skip

    def prepare(self) -> None:
        text = on_table(self.room)
        if text is None:
            return
        parts = [a for a in text.undecided() if a.kind is not AmendmentKind.DELETE]
        self.choose("target", [*((a.id, _named(self.room, a)) for a in parts), (text.id, str(_("The text")))])
        field = self.fields["paragraphs"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(p.id, f"{text.label(p.id)} · {short(p.words)}") for p in text.living()]
        wanted = text.amendment(str(self.initial.get("target", "")))
        if wanted:
            self.initial.setdefault("words", wanted.words)

    def command(self) -> c.MoveDivision:
        d = self.cleaned_data
        whole = "." not in d["target"]
        return c.MoveDivision(d["target"], tuple(d["paragraphs"]) if whole else tuple(split(d["words"])))


class DivisionRulingForm(ActForm):
    division = forms.ChoiceField(label=_("Division"))
    granted = forms.TypedChoiceField(
        label=_("Ruling"), coerce=lambda v: v == "yes", widget=forms.RadioSelect,
        choices=[("yes", _("Granted: the parts are put separately")), ("no", _("Not granted"))],
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Reason"), widget=SHORT, required=False, help_text=_("Needed if it is not granted.")
    )

    def prepare(self) -> None:
        text = on_table(self.room)
        moved = [d for d in text.divisions if d.granted is None and text.unfinished(d)] if text else []
        self.choose("division", [(d.id, short(" / ".join(p.words for p in d.portions))) for d in moved])


class DecideForm(WayForm):
    """An amendment, or the next part of one, put to the room."""

    field_order = ("about", "way", *ASKED, "majority", "base")
    about = forms.ChoiceField(label=_("What is decided"))

    def prepare(self) -> None:
        super().prepare()
        self.choose("about", _ready(self.room))

    def command(self) -> Any:
        return self.put(self.cleaned_data["about"])


def _ready(room: Room) -> Choices:
    """In the order of deciding."""
    text = on_table(room)
    rank = {r.amendment.id: n for n, r in enumerate(ordered(text))} if text else {}
    names = sorted(ready(room), key=lambda n: rank.get(n, -1))
    return [(n, wording.about(room, n)) for n in names]
