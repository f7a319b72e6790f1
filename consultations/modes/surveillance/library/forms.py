"""What is asked to keep a template."""

from django import forms
from django.utils.translation import gettext_lazy as _

from incidencia.text.typed import WordsField, readable


class TemplateForm(forms.Form):
    """Its name and what it is good for."""

    name = forms.CharField(label=_("Name"), max_length=200, validators=[readable])
    about = WordsField(
        label=_("What it is good for"), max_length=2000, help_text=_("Everybody reads it in the library.")
    )
