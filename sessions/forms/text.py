"""Forms of the text on the table: presenting it, its paragraphs, its adoption as a whole."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.text.difference import difference
from incidencia.text.paragraphs import split
from incidencia.text.typed import WordsField, readable
from sessions.core import commands as c
from sessions.core.rules.table import on_table, text_of
from sessions.core.state import Room
from sessions.core.state.text import Paragraph, Text
from sessions.core.terms import Effect, Method, TextKind
from sessions.forms import asking
from sessions.forms.asking import SoughtForm
from sessions.forms.decisions import ProposalForm
from sessions.forms.room import LANGUAGES, ActForm, Choices, ReasonForm, short
from sessions.models import Paper
from sessions.wording.words import choices

SILENCE = "silence"
IN_SILENCE = (SILENCE, _("Without a vote: it is adopted if nobody objects until the window ends"))
VERSIONED = re.compile(r"x\d{1,4}\.\d{1,4}@\d{1,6}")


class VersionedField(forms.ChoiceField):
    """A paragraph in the version that was on the page: one that is no longer the last is for the room to judge."""

    def valid_value(self, value: Any) -> bool:
        return bool(VERSIONED.fullmatch(str(value)))


class PresentForm(ActForm):
    """A text pasted as a whole, or taken from a paper of the open item; blank lines part its paragraphs."""

    kind = forms.ChoiceField(
        label=_("What it is"), choices=choices(TextKind.ZERO_DRAFT, TextKind.CHAIR, TextKind.FACILITATOR),
        widget=forms.RadioSelect, initial=TextKind.ZERO_DRAFT.value,
    )  # fmt: skip
    title = forms.CharField(label=_("Title"), max_length=300, validators=[readable])
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    paper = forms.ChoiceField(
        label=_("Take the words of a paper"), required=False,
        help_text=_("As they were circulated. To change them first, paste them below instead."),
    )
    words = WordsField(
        rows=14, label=_("Text"), required=False,
        help_text=_("A blank line begins a new paragraph. Paragraphs are numbered by themselves."),
    )  # fmt: skip

    def prepare(self) -> None:
        found = Paper.objects.filter(session=self.session, circulated_at__isnull=False).exclude(text="")
        self.papers = {str(p.pk): p for p in found if p.item in ("", self.room.current)}
        paper = self.fields["paper"]
        assert isinstance(paper, forms.ChoiceField)
        paper.choices = [("", "—"), *((key, p.title) for key, p in self.papers.items())]
        if chosen := self.papers.get(str(self.initial.get("paper", ""))):
            self.initial = {
                **self.initial, "paper": "", "words": chosen.text, "title": chosen.title, "language": chosen.language,
            }  # fmt: skip
        if self.papers:
            for name in ("paper", "words"):
                self.fields[name].instead = _("(one of the two)")  # type: ignore[attr-defined]
        else:
            del self.fields["paper"]
            self.fields["words"].required = True

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        chosen, words = self.papers.get(data.get("paper", "")), data.get("words", "").strip()
        if chosen and words and words.split() != chosen.text.split():
            self.add_error("paper", _("Here is a paper, and below are other words. Keep one of the two."))
        elif chosen:
            data["words"] = chosen.text
        elif not words and not {"paper", "words"} & set(self.errors):
            self.add_error("words", _("One of the two is needed: choose a paper above or paste the words here."))
        return data

    def command(self) -> c.PresentText:
        d = self.cleaned_data
        return c.PresentText(TextKind(d["kind"]), d["title"], tuple(split(d["words"])), d["language"])


class OnParagraph(ActForm):
    """An act upon one paragraph, in the version that is on this page."""

    agreed: bool | None = False  # offers only those that are agreed, or are not; None: all
    paragraph = VersionedField(label=_("Paragraph"))

    def prepare(self) -> None:
        text = on_table(self.room)
        fit = [p for p in text.living() if self.agreed in (None, p.agreed)] if text else []
        self.choose("paragraph", _listed(text, fit) if text else [])
        wanted = str(self.initial.get("paragraph", "")).partition("@")[0]
        found = next((p for p in fit if p.id == wanted), None)
        if found:
            self.initial["paragraph"] = f"{found.id}@{found.version}"
            self.begin(found)

    def begin(self, paragraph: Paragraph) -> None:
        """Fill in what follows from the paragraph one came for."""

    def at(self) -> tuple[str, int]:
        """The paragraph and its version, as they were on the page."""
        name, _at, version = self.cleaned_data["paragraph"].partition("@")
        return name, int(version)

    def refused(self, room: Room) -> None:
        """When the paragraph changed meanwhile: show how, and let the same words be sent upon the new ones."""
        super().refused(room)
        name, seen = self.at()
        text = text_of(room, name)
        now = text.paragraph(name) if text else None
        if text is None or now is None or now.version == seen or now.deleted:
            return
        before = next((v.words for v in now.history if v.number == seen), "")
        self.changed = difference(before, now.words)
        self.prepare()
        self.data = self.data.copy()  # type: ignore[attr-defined]
        self.data["paragraph"] = f"{now.id}@{now.version}"  # type: ignore[index]


def _listed(text: Text, paragraphs: list[Paragraph]) -> Choices:
    return [(f"{p.id}@{p.version}", f"{text.label(p.id)} · {short(p.words)}") for p in paragraphs]


class EditForm(OnParagraph):
    words = WordsField(
        rows=8, label=_("Words of the paragraph"), help_text=_("The whole paragraph, as it is to read.")
    )

    def begin(self, paragraph: Paragraph) -> None:
        self.initial.setdefault("words", paragraph.words)


class ReopenForm(OnParagraph, ReasonForm):
    agreed = True
    field_order = ("paragraph", "reason")


class WayForm(SoughtForm):
    """How the room decides: in silence, or by a vote and with what majority. `whole`: it is a text as a whole."""

    whole = False
    way = forms.ChoiceField(label=_("How it is decided"), widget=forms.RadioSelect, initial=SILENCE)
    majority = asking.majority_field(required=False)
    base = asking.base_field(required=False)

    def prepare(self) -> None:
        rules, way = self.room.rules, self.fields["way"]
        assert isinstance(way, forms.ChoiceField)
        self.ask_of_consensus(needed=False)
        if asking.offer_majorities(self, rules, whole=self.whole):
            way.choices = [IN_SILENCE, *asking.allowed(rules)]
            for name in {"majority", "base", "consensus"} & set(self.fields):
                self.fields[name].instead = _("(for a vote)")  # type: ignore[attr-defined]
            return
        way.choices = [IN_SILENCE]
        for name in {"majority", "base", *asking.ASKED} & set(self.fields):
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Nothing is asked of consensus where nobody votes; of a vote the rules may ask it."""
        data = super().clean() or self.cleaned_data
        votes = data.get("way") not in (None, SILENCE)
        if votes and "consensus" in self.fields and not data.get("consensus") and "consensus" not in self.errors:
            self.add_error("consensus", _("Say whether consensus was sought."))
        return data

    def put(self, about: str, **agreed: Any) -> c.ProposeAdoption | c.PutToVote:
        """The question about this, as the core takes it. `agreed` says what an agreement would be."""
        d = self.cleaned_data
        effect = agreed.pop("effect", Effect.BINDS)
        if d["way"] == SILENCE:
            return c.ProposeAdoption("", effect, about=about, **agreed)
        consensus, note = self.sought()
        return c.PutToVote(
            "", Method(d["way"]), *asking.typed(d), about=about, effect=effect, consensus=consensus,
            consensus_note=note, **agreed,
        )  # fmt: skip


class AdoptForm(WayForm, ProposalForm):
    """The text as a whole: its words are those on the table."""

    whole = True
    field_order = ("way", *asking.ASKED, "majority", "base", "effect")
    text = None  # type: ignore[assignment]
    language = None  # type: ignore[assignment]

    def command(self) -> c.ProposeAdoption | c.PutToVote:
        text, d = on_table(self.room), self.cleaned_data
        return self.put(
            text.id if text else "", effect=Effect(d["effect"]), parts=self.parts(), power=d["power"],
            ad_referendum=d["ad_referendum"], language=text.language if text else "es",
        )  # fmt: skip
