"""Proposing without a page: what the interface of the modes asks of level V."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from consultations.activities.models import Activity
from consultations.modes.comanagement.proposing.forms import DeliverableForm, TaskForm, proposal_of
from consultations.modes.comanagement.proposing.services import propose
from consultations.spine.models import Contribution
from incidencia.organizations.speaking import Voice
from incidencia.web.keys import key_from
from incidencia.web.refusals import Refused


def contribute(who: Voice, activity: Activity, data: Mapping[str, Any]) -> Contribution:
    """Propose a task, judged as the form judges it; `data["deliverables"]` are pairs of what and criterion.

    Raises Refused.
    """
    form = TaskForm({**data, "speaking_as": who.choice}, activity=activity, person=who.person, speaker=who.person)
    rows = [DeliverableForm({"what": what, "criterion": how}) for what, how in data.get("deliverables", ())]
    wrong = [one for one in (form, *rows) if not one.is_valid()]
    if wrong:
        said = "; ".join(str(mistake) for one in wrong for mistakes in one.errors.values() for mistake in mistakes)
        raise Refused("incomplete", said, advice=_("Mend it and send it again."))
    pairs = tuple((row.cleaned_data["what"], row.cleaned_data["criterion"]) for row in rows)
    made = propose(
        activity=activity, proposal=proposal_of(form.cleaned_data, pairs), by=who.person, speaking_as=who.choice,
        key=key_from(data.get("key")),
    )  # fmt: skip
    return made.contribution
