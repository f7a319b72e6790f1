"""Where what is owed is known: each level answers for its own duties, of what everybody may read."""

from collections.abc import Callable, Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consultations.modes.dialogue import punctual as dialogue
from consultations.modes.opinion.reporting import agencies as opinion
from consultations.punctuality.row import Owed

SOURCES: list[tuple[str | Promise, Callable[[], Iterable[Owed]]]] = [
    (_("Answers to proposals and issues"), opinion.owed),
    (_("Turns in threads"), dialogue.owed),
]
