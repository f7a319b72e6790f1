"""Words of seats and texts of papers, for the pages of sessions: `{% load rooms %}`."""

from django import template
from django.utils.safestring import SafeString

from incidencia.text import clean as sanitiser
from sessions.before.late import late_words
from sessions.core.forecast import Answer, Outlook
from sessions.core.terms import Role, Side
from sessions.wording.purposes import purpose
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
def answer_word(value: str) -> str:
    """An answer about attendance in the reader's language."""
    return word(Answer(value))


@register.filter
def outlook_word(value: str) -> str:
    """What is said of the quorum in the reader's language."""
    return word(Outlook(value))


@register.filter
def late_word(short: int) -> str:
    """By how many business days a paper came late."""
    return late_words(short)


@register.filter
def of_key(table: dict[int, object], key: int) -> object:
    """The row of a table by its key, or None."""
    return table.get(key)


@register.filter
def purpose_word(value: str) -> str:
    """What is asked of an item of the agenda in the reader's language; "" where nobody said so."""
    return purpose(value)


@register.filter
def cleaned(text: str) -> SafeString:
    """A text people typed, through the one sanitiser."""
    return sanitiser.render(text)
