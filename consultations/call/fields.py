"""Fields of the call: texts with a limit, and parts that are needed only to publish."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from incidencia.text import clean


def within_limit(text: str) -> None:
    """Raise ValidationError for a text above what a page can carry."""
    try:
        clean.check_length(text)
    except clean.TooLong as error:
        raise ValidationError(str(error)) from error


def needed_later(form: forms.BaseForm, names: Iterable[str]) -> None:
    """Mark fields as needed for publishing: not called optional, and still empty while it is a draft."""
    form.use_required_attribute = False
    for name in names:
        field = form.fields[name]
        field.required = True
        field.validate = partial(_validate_what_is_given, field, field.validate)  # type: ignore[method-assign]


def _validate_what_is_given(field: forms.Field, validate: Any, value: Any) -> None:
    if value not in field.empty_values:
        validate(value)
