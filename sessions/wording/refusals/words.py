"""What a refusal says."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

RELOAD = _("Look at the room as it is now and choose again.")


@dataclass(frozen=True, slots=True)
class Words:
    """Three sentences; `%(…)s` are facts of the refusal."""

    wrong: Promise
    rule: Promise
    advice: Promise
