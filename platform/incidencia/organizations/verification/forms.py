"""Forms of asking, deciding, appealing and vouching."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from incidencia.files.forms import AttachmentsField
from incidencia.organizations.categories import Category
from incidencia.organizations.models import Agency, Organization
from incidencia.organizations.queries import agencies_with_a_coordinator
from incidencia.organizations.verification.matters import PROOF_HELP, Matter, Proof, proofs_for

FILES = 3  # files of one proof
LONGEST = 4000  # characters of a proof in words, of reasons


def _words(rows: int = 5) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class AgencyField(forms.ModelChoiceField):
    """Agencies by acronym and name."""

    def label_from_instance(self, obj: Agency) -> str:
        """Acronym and name, as people look for it."""
        return f"{obj.acronym} · {obj.name_es or obj.name_en}"


class AskForm(forms.Form):
    """Ask the desk to verify one matter, with the proofs of the organization's category (G4)."""

    which = forms.CharField(
        label=_("Which criterion"), max_length=200, help_text=_("As the published call words it (A8).")
    )
    proof = forms.ChoiceField(
        label=_("How you show it"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you show it (G4).")},
    )
    text = forms.CharField(
        label=_("Where it can be seen"),
        required=False,
        max_length=LONGEST,
        widget=_words(),
        help_text=_("Only the desk reads it. With vouchers, or with files, it can stay empty."),
    )
    attachments = AttachmentsField(label=_("Files that show it"), most=FILES)
    agency = AgencyField(
        label=_("Which agency verifies it"),
        queryset=Agency.objects.none(),
        empty_label=None,
        help_text=_("Any of them: what one verifies is verified for all."),
    )

    def __init__(self, *args: Any, organization: Organization, matter: Matter, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proofs = proofs_for(matter, Category(organization.category))
        proof: Any = self.fields["proof"]
        proof.choices = [(one.value, one.label) for one in self.proofs]
        if len(self.proofs) == 1:
            proof.initial = self.proofs[0].value
        agency: Any = self.fields["agency"]
        agency.queryset = agencies_with_a_coordinator()
        if matter is not Matter.OTHER:
            del self.fields["which"]
        if Proof.VOUCHERS not in self.proofs:
            self.fields["text"].help_text = gettext("Only the desk reads it. With files it can stay empty.")

    @property
    def ways(self) -> list[dict[str, Any]]:
        """Each proof with its radio button and what to write, for the template."""
        return [
            {"radio": radio, "help": PROOF_HELP[proof], "hint": f"proof-{proof.value}"}
            for radio, proof in zip(self["proof"], self.proofs, strict=True)
        ]


class RefuseForm(forms.Form):
    """Refuse, with the requirement that is not met and the reason (G8.II)."""

    rule = forms.ChoiceField(label=_("Requirement that is not met"))
    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST,
        widget=_words(),
        help_text=_("What is missing, what would show it. It goes to whoever asked; the public page shows the rule."),
    )

    def __init__(self, *args: Any, matter: Matter, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rule: Any = self.fields["rule"]
        proof = ("G4", gettext("G4: what was sent is not the proof of its category"))
        if matter is Matter.EXISTENCE:
            rule.choices = [
                proof,
                ("G17", gettext("G17: it is not of the category it says")),
                ("A8", gettext("A8: it is not shown that these people speak for it")),
            ]
        else:
            rule.choices = [("A8", gettext("A8: what was sent does not show the criterion")), proof]


class AppealForm(forms.Form):
    """Say why a refusal is wrong."""

    text = forms.CharField(
        label=_("Why the refusal is wrong"),
        max_length=LONGEST,
        widget=_words(8),
        help_text=_("Only the desk reads it."),
    )
    attachments = AttachmentsField(label=_("Files that show it"), most=FILES)


class VoucherForm(forms.Form):
    """Vouch with a sentence."""

    sentence = forms.CharField(
        label=_("What your organization knows of the group"),
        max_length=500,
        widget=_words(3),
        help_text=_("One sentence: since when, from what. The desk and the group read it."),
    )
