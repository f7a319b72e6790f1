"""The steps of a trail in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consultations.trail import Step

NAMES: dict[Step, Promise] = {
    Step.RECEIVED: _("Received"),
    Step.ANSWERED: _("Answered"),
    Step.DELIBERATED: _("Deliberated"),
    Step.AGREED: _("Agreed"),
    Step.IMPLEMENTED: _("Implemented"),
    Step.VERIFIED: _("Verified"),
}

AHEAD: dict[Step, Promise] = {
    Step.RECEIVED: _("It gets its reference and its receipt."),
    Step.ANSWERED: _("The authority owes a disposition with its reasons."),
    Step.DELIBERATED: _("If a session takes it up, its minutes are named here."),
    Step.AGREED: _("If it becomes part of an agreement, the agreement is named here."),
    Step.IMPLEMENTED: _("When what was agreed is done."),
    Step.VERIFIED: _("When it was checked with evidence."),
}
