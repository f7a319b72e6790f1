"""What may be typed into a field that others read."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from incidencia.text import clean
from incidencia.text.direction import turns


def readable(text: str) -> None:
    """Raise ValidationError for a text that is too long to show, or that would read in another order than written."""
    try:
        clean.check_length(text)
    except clean.TooLong as error:
        raise ValidationError(str(error)) from error
    if turns(text):
        raise ValidationError(
            _("A hidden character in this text turns the direction of what follows. Type it instead of pasting it.")
        )


class WordsField(forms.CharField):
    """A few lines that others read."""

    def __init__(self, *, rows: int = 3, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), validators=[readable], **kwargs)
