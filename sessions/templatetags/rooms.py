"""Words of seats and texts of papers, for the pages of sessions: `{% load rooms %}`."""

from django import template
from django.utils.safestring import SafeString

from incidencia.text import clean as sanitiser
from sessions.core.terms import Role, Side
from sessions.wording.words import word

register = template.Library()


@register.filter
def role_word(value: str) -> str:
    """The role of a seat in the reader's language."""
    return word(Role(value))


@register.filter
def side_word(value: str) -> str:
    """The side of a seat in the reader's language."""
    return word(Side(value))


@register.filter
def cleaned(text: str) -> SafeString:
    """A text people typed, through the one sanitiser."""
    return sanitiser.render(text)
