"""What is asked to write, submit, consider, comment, approve and withdraw the operating rules."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from consultations.bylaws.criteria import RULES, Criterion
from consultations.bylaws.parts import ASKED, Part
from incidencia.text.typed import WordsField, readable
from incidencia.web.instants import InstantField
from sessions.models import Agreement

MOST = 60_000


class WriteForm(forms.Form):
    """The nine parts, in one language. Each may be empty until it is submitted."""

    language = forms.ChoiceField(label=_("Language of the text"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, texts: dict[Part, str], **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for part in Part:
            self.fields[part.value] = forms.CharField(
                label=f"{part.number}. {part.label}", required=False, max_length=MOST, validators=[readable],
                strip=False, initial=texts[part], help_text=ASKED[part], widget=forms.Textarea(attrs={"rows": 6}),
            )  # fmt: skip
            self.fields[f"before_{part.value}"] = forms.CharField(
                required=False, strip=False, initial=texts[part], widget=forms.HiddenInput
            )

    @property
    def parts(self) -> list[Any]:
        """The fields of the nine parts, in order."""
        return [self[part.value] for part in Part]

    @property
    def befores(self) -> list[Any]:
        """What the writer began from, to tell when somebody else changed it meanwhile."""
        return [self[f"before_{part.value}"] for part in Part]

    def texts(self) -> dict[Part, str]:
        """The wording of each part, once the form is valid."""
        return {part: self.cleaned_data[part.value].replace("\r\n", "\n").strip() for part in Part}

    def before(self) -> dict[Part, str]:
        """What each part said when the writer opened the page."""
        return {part: self.cleaned_data[f"before_{part.value}"].replace("\r\n", "\n").strip() for part in Part}


class SubmitForm(forms.Form):
    """Until when members consider it, and how many assents approve it."""

    criterion = forms.ChoiceField(
        label=_("Criterion by which it is approved"), widget=forms.RadioSelect,
        choices=[(c.value, c.label) for c in Criterion],
        help_text=_("Members read it before they say anything; it does not change afterwards (G31)."),
    )  # fmt: skip

    def __init__(self, *args: Any, zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["closes_at"] = InstantField(label=_("Members consider it until"), zone=zone)
        self.order_fields(["closes_at", "criterion"])

    @property
    def rules(self) -> list[tuple[str, Any]]:
        """Each criterion with its rule in words."""
        return [(str(c.label), RULES[c]) for c in Criterion]


class ConsiderForm(forms.Form):
    """Agree, or object and why."""

    agrees = forms.ChoiceField(
        label=_("What you say"), widget=forms.RadioSelect,
        choices=[("yes", _("I agree with the nine parts")), ("no", _("I object"))],
    )  # fmt: skip
    reason = WordsField(
        label=_("Reason"), max_length=4000, required=False,
        help_text=_("An objection says why. Once the rules are in force it stands beside them, with your name."),
    )  # fmt: skip


class CommentForm(forms.Form):
    """A comment on one part."""

    text = WordsField(label=_("Comment"), max_length=4000, help_text=_("Who takes part reads it, with your name."))
    language = forms.ChoiceField(label=_("Language of the comment"), choices=settings.LANGUAGES)


class AnswerForm(forms.Form):
    """The answer to a comment."""

    answer = WordsField(label=_("Answer"), max_length=4000, help_text=_("What is done with it, and why."))


class WithdrawForm(forms.Form):
    """Why a version is given up."""

    reason = WordsField(label=_("Why"), max_length=1000, help_text=_("Whoever takes part reads it."))


class ApproveForm(forms.Form):
    """By the recorded assents, or by an agreement of a session."""

    way = forms.ChoiceField(
        label=_("How it was approved"), widget=forms.RadioSelect,
        choices=[
            ("assents", _("By the members' recorded assents")), ("session", _("By an agreement of a session")),
        ],
    )  # fmt: skip
    agreement = forms.ChoiceField(
        label=_("Agreement that approves this version"), required=False,
        help_text=_("Only if a session approved it. Here are those taken since the members were asked whose words "
                    "say the number of the version."),
    )  # fmt: skip

    def __init__(self, *args: Any, agreements: Iterable[Agreement] = (), **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        told = [(row.reference, f"{row.reference} · {Truncator(row.text).chars(120)}") for row in agreements]
        self.fields["agreement"].choices = [("", _("None")), *told]  # type: ignore[attr-defined]
