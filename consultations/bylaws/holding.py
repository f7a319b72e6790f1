"""Versions of the rules, held until the transaction ends."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.bylaws.models import BylawsVersion
from consultations.bylaws.states import State
from consultations.services import locked as consultation_locked
from incidencia.web.refusals import Refused

_ADVICE = {
    State.DRAFT: gettext_lazy("Submit it to the members first."),
    State.CONSIDERED: gettext_lazy("Wait until the members' term is over, or withdraw it with a reason."),
    State.CLOSED: gettext_lazy("Approve it, or withdraw it with a reason."),
    State.APPROVED: gettext_lazy("Publish it."),
    State.PUBLISHED: gettext_lazy("A published version does not change: draft the next one."),
    State.WITHDRAWN: gettext_lazy("A withdrawn version stays as it was: draft the next one."),
}


def held(version: BylawsVersion) -> BylawsVersion:
    """Promise the version as it is now, with its consultation, which is held first."""
    consultation = consultation_locked(version.consultation)
    row = BylawsVersion.objects.select_for_update(of=("self",)).get(pk=version.pk)
    row.consultation = consultation
    return row


def refuse_unless(version: BylawsVersion, *states: State) -> None:
    """Raise Refused (`not-its-turn`) unless the version stands in one of `states`."""
    if version.state not in states:
        raise Refused(
            "not-its-turn", _("Version %(n)s is: %(state)s.") % {"n": version.number, "state": version.state.label},
            rule="G25", advice=_ADVICE[version.state],
        )  # fmt: skip
