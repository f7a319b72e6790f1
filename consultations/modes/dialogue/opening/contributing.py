"""Opening a thread without a page: what the interface of the modes asks of level II."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from consultations.activities.models import Activity
from consultations.modes.dialogue.opening.forms import OpenForm
from consultations.modes.dialogue.opening.services import thread_open
from consultations.spine.models import Contribution
from incidencia.organizations.speaking import Voice
from incidencia.web.keys import key_from
from incidencia.web.refusals import Refused


def contribute(who: Voice, activity: Activity, data: Mapping[str, Any]) -> Contribution:
    """Open a thread, judged as the form judges it. Raises Refused."""
    form = OpenForm({**data, "speaking_as": who.choice}, voices=[who])
    if not form.is_valid():
        said = "; ".join(str(mistake) for mistakes in form.errors.values() for mistake in mistakes)
        raise Refused("incomplete", said, advice=_("Mend it and send it again."))
    made = thread_open(
        activity=activity, title=form.cleaned_data["title"], words=form.words, by=who.person, speaking_as=who.choice,
        key=key_from(data.get("key")),
    )  # fmt: skip
    return made.contribution
