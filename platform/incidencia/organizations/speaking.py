"""In whose name somebody writes: their own, or that of an organization they speak for today.

Every form of writing asks it the same way:

1. the form: `class SubmissionForm(SpeakingAs, forms.ModelForm)`, made as `SubmissionForm(..., speaker=request.user)`.
   It asks only people who have a choice: `{% if form.speaking_as %}{% field form.speaking_as %}{% endif %}`.
2. the view hands what was chosen to the service: `submit(by=request.user, speaking_as=form.choice, ...)`.
3. the service settles it inside its `atomic()`: `voice = voice_of(by, speaking_as)`, which raises Refused where that
   person no longer speaks for that organization, and keeps all three: `voice.person`, `voice.organization` (or
   None) and `voice.capacity` in a column `acted_as` of `lengths.CAPACITY` characters.
4. pages show both names: `{% include "incidencia/organizations/_voice.html" with person=row.author
   organization=row.organization %}`.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _

from incidencia.accounts.models import Person
from incidencia.organizations import capacities, queries
from incidencia.organizations.models import Organization, Representation
from incidencia.organizations.verification.queries import with_verified
from incidencia.web.refusals import Refused

ONESELF = "self"  # the choice of one's own name; the others are the numbers of organizations

if TYPE_CHECKING:
    _Form = forms.BaseForm
else:
    _Form = object


@dataclass(frozen=True, slots=True)
class Voice:
    """A person, and the organization they speak for where they do not speak for themselves."""

    person: Person
    organization: Organization | None = None
    scope: str = ""
    is_verified: bool = False  # the organization, by the desk (A8)

    @property
    def choice(self) -> str:
        """What a form sends for this voice."""
        return ONESELF if self.organization is None else str(self.organization.pk)

    @property
    def capacity(self) -> str:
        """The words of the record, in Spanish, never translated: they are stored as they were at that moment."""
        if self.organization is None:
            return capacities.ONESELF
        return capacities.speaks_for(self.organization.name, self.scope)

    @property
    def label(self) -> str:
        """The words of a form, in the reader's language."""
        if self.organization is None:
            return _("%(name)s, in my own name") % {"name": self.person.name}
        told = {"organization": self.organization.name, "scope": self.scope}
        return _("%(organization)s, as its representative (%(scope)s)") % told


def voices(person: Person) -> list[Voice]:
    """Promise in whose name `person` may write today: oneself first, then each organization by name. One query."""
    return [Voice(person), *(_voice(person, mandate) for mandate in _mandates(person))]


def voice_of(person: Person, choice: str) -> Voice:
    """Promise the voice that `choice` names, as it holds now; empty or `self` is the person's own. One query at most.

    Raises Refused (`speaks-not-for-it`) when `person` doesn't speak for that organization today. Call it inside the
    act's `atomic()`: a representation may have ended since the page was shown.
    """
    if choice in ("", ONESELF):
        return Voice(person)
    known = choice.isascii() and choice.isdecimal() and len(choice) < 19
    mandate = _mandates(person).filter(organization=int(choice)).first() if known else None
    if mandate is None:
        raise Refused(
            "speaks-not-for-it",
            _("You don't speak for that organization today."),
            rule=_("Only people accredited by an organization speak for it, from the first to the last day."),
            advice=_("Ask one of its representatives to accredit you, or write in your own name."),
        )
    return _voice(person, mandate)


class SpeakingAs(_Form):
    """A form that asks, first of all and only where there is a choice, in whose name one writes.

    Nothing is chosen beforehand: nobody signs for an organization by not looking. `initial={"speaking_as":
    voice.choice}` chooses what a draft already says.
    """

    def __init__(self, *args: Any, speaker: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.voices = voices(speaker)
        if len(self.voices) > 1:
            asked = forms.ChoiceField(
                label=_("In whose name"),
                choices=[("", _("Choose")), *((voice.choice, voice.label) for voice in self.voices)],
                help_text=_("Your own name is shown too."),
                error_messages={"required": _("Choose in whose name you write.")},
            )
            self.fields = {"speaking_as": asked, **self.fields}

    @property
    def speaking_as(self) -> Any:
        """The field to show, or None where there is no choice."""
        return self["speaking_as"] if "speaking_as" in self.fields else None

    @property
    def choice(self) -> str:
        """What was chosen, once the form is valid; oneself where there was no choice."""
        return str(self.cleaned_data.get("speaking_as") or ONESELF)  # type: ignore[attr-defined]


def _mandates(person: Person) -> Any:
    return with_verified(queries.representations_of(person), "organization")


def _voice(person: Person, mandate: Representation) -> Voice:
    return Voice(person, mandate.organization, mandate.scope, mandate.is_verified)  # type: ignore[attr-defined]
