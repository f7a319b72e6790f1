"""The form of a new version: every rule with the sentence it reads as now, why it changes, since when it holds."""

from copy import deepcopy
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.text.typed import WordsField
from incidencia.web.instants import InstantField
from sessions import wire
from sessions.core.ruleset import Rules
from sessions.forms.plan import RulesForm
from sessions.forms.rarely import folded, groups, refuse_contradictions, unfolded
from sessions.wording import ruleset


class VersionForm(forms.Form):
    """The rules a session would otherwise be asked for one by one; `known` is what they begin from."""

    groups, folded, unfolded = groups, folded, unfolded

    def __init__(self, *args: Any, known: Rules, zone: str, first: bool, **kwargs: Any) -> None:
        names = list(RulesForm.base_fields)
        initial = {name: getattr(known, name) for name in names}
        super().__init__(*args, **{"label_suffix": "", "initial": initial, **kwargs})
        self.known = known
        for name in names:
            asked = deepcopy(RulesForm.base_fields[name])
            asked.help_text = " ".join(str(p) for p in (ruleset.SAID[name](known), asked.help_text) if p)
            self.fields[name] = asked
        self.fields["reason"] = WordsField(
            label=_("Why the rules change"), max_length=1000, required=not first,
            help_text=_("It is published beside the version."),
        )  # fmt: skip
        self.fields["in_force_from"] = InstantField(
            label=_("In force from"), zone=zone, required=False, help_text=_("Empty: from now on.")
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        refuse_contradictions(self)
        return data

    def rules(self) -> Rules:
        """The rules as typed, once the form is valid."""
        asked = {name: self.cleaned_data[name] for name in RulesForm.base_fields}
        made: Rules = wire.build(Rules, {**wire.plain(self.known), **asked})
        return replace(made, edition=0)
