"""Beginning a checklist without a page: what the interface of the modes asks of level VI."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from consultations.activities.models import Activity
from consultations.modes.surveillance.designing.forms import ChecklistForm
from consultations.modes.surveillance.designing.services import checklist_design
from consultations.spine.models import Contribution
from incidencia.organizations.speaking import Voice
from incidencia.web.keys import key_from
from incidencia.web.refusals import Refused


def contribute(who: Voice, activity: Activity, data: Mapping[str, Any]) -> Contribution:
    """Begin a checklist, judged as the form judges it. Raises Refused."""
    form = ChecklistForm({**data, "speaking_as": who.choice}, speaker=who.person)
    if not form.is_valid():
        said = "; ".join(str(mistake) for mistakes in form.errors.values() for mistake in mistakes)
        raise Refused("incomplete", said, advice=_("Mend it and send it again."))
    names = ("title", "about", "language", "template")
    made = checklist_design(
        activity=activity, by=who.person, speaking_as=who.choice, key=key_from(data.get("key")),
        **{name: form.cleaned_data[name] for name in names},
    )  # fmt: skip
    return made.contribution
