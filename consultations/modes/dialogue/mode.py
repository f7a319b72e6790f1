"""Level II as a mode: threads of two sides that know whose turn it is."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.activities.models import Activity
from consultations.activities.window import State
from consultations.levels import Level
from consultations.mode import Figure, Panel, Promise, Verb
from consultations.modes.dialogue import queries, records
from consultations.modes.dialogue.listing import Column, listed
from consultations.modes.dialogue.opening.contributing import contribute
from consultations.rules import is_official_of
from consultations.spine.models import Contribution
from incidencia.accounts.models import Person
from incidencia.organizations.speaking import Voice
from incidencia.web.templatetags.ui import local


class Dialogue:
    """Threads: civil society asks, the authority answers question by question, both conclude (G11.II)."""

    level = Level.DIALOGUE

    def missing(self, activity: Activity) -> Sequence[str]:
        """Nothing: whoever takes part brings the questions."""
        return []

    def promise(self, activity: Activity) -> Promise:
        """In how many business days each turn is answered, and that it ends in a written conclusion."""
        days = activity.answer_days
        by = ngettext(
            "Each turn has %(n)s business day. Only the side that owes the next word can lose by silence (G8.I).",
            "Each turn has %(n)s business days. Only the side that owes the next word can lose by silence (G8.I).",
            days,
        ) % {"n": days}  # fmt: skip
        return Promise(local(activity, "promise"), activity.promised_by, by)

    def verbs(self, who: Person | None, activity: Activity) -> Sequence[Verb]:
        """To officials: what waits for the authority; to whoever may, or has not signed in: open a thread, while one
        can be. Six queries at most.
        """
        numbers = [activity.consultation.reference, activity.place]
        if who is not None and is_official_of(who, activity.consultation):
            if activity.state is State.DRAFT:
                return []
            waiting = f"{reverse('activity_page', args=numbers)}?columna={Column.AUTHORITY.value}"
            return [Verb(_("See what waits for the authority"), waiting)]
        if activity.state is not State.OPEN:
            return []
        if who is not None and not who.has_perm("consultations.thread_open", activity):
            return []
        return [Verb(_("Open a thread"), reverse("thread_new", args=numbers))]

    def panel(self, viewer: Person | None, activity: Activity, asked: Mapping[str, str]) -> Panel:
        """The threads in three columns, found by words; of one column alone, 50 to a page."""
        return Panel("consultations/modes/dialogue/_panel.html", listed(activity, asked))

    def contribute(self, who: Voice, activity: Activity, data: Mapping[str, Any]) -> Contribution:
        """Open a thread: `data` is what the form asks (`title`, `text`, `question_1`…). Raises Refused."""
        return contribute(who, activity, data)

    def results(self, activity: Activity) -> Sequence[Figure]:
        """Threads opened, settled, and closed without answer from the authority. One query."""
        found = queries.counted(activity)
        here = reverse("activity_page", args=[activity.consultation.reference, activity.place])
        return [
            Figure(_("threads opened"), found["all"]),
            Figure(_("settled"), found["settled"], f"{here}?columna={Column.SETTLED.value}"),
            Figure(_("closed without answer"), found["silent"]),
        ]

    def records(self, activity: Activity) -> Iterator[Mapping[str, Any]]:
        """Each post of each thread, row by row."""
        return records.of_activity(activity)
