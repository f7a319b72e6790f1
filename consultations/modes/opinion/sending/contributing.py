"""Sending without a page: what the interface of the modes asks of level III."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from consultations.activities.models import Activity
from consultations.modes.opinion.sending.drafts import draft_save
from consultations.modes.opinion.sending.forms import SubmissionForm
from consultations.modes.opinion.sending.submitting import Words, submit
from consultations.modes.opinion.sending.where import Where
from consultations.spine.models import Contribution
from incidencia.organizations.speaking import Voice
from incidencia.web.keys import key_from
from incidencia.web.refusals import Refused


def contribute(who: Voice, activity: Activity, data: Mapping[str, Any]) -> Contribution:
    """Send words to the question numbered `data["question"]`, judged as the form judges them. Raises Refused."""
    question = activity.questions.filter(place=data.get("question", 0)).first()
    if question is None:
        raise Refused("no-such-question", _("There is no such question."), advice=_("Choose one of the activity."))
    where = Where(activity.consultation, activity, question)
    typed = {**data, "speaking_as": who.choice}
    form = SubmissionForm(typed, speaker=who.person)
    if not form.is_valid():
        said = "; ".join(str(mistake) for mistakes in form.errors.values() for mistake in mistakes)
        raise Refused("incomplete", said, advice=_("Mend it and send it again."))
    draft = draft_save(where=where, person=who.person, typed=typed)
    words = Words(**{name: form.cleaned_data[name] for name in ("title", "position", "text", "language")})
    made = submit(where=where, draft=draft, words=words, speaking_as=who.choice, key=key_from(data.get("key")))
    return made.contribution
