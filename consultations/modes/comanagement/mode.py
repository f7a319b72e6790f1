"""Level V as a mode: tasks that both sides lead, and that are done when both accept the result."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.activities.models import Activity
from consultations.levels import Level
from consultations.mode import Figure, Panel, Promise, Verb
from consultations.modes.comanagement import queries, records
from consultations.modes.comanagement.listing import listed
from consultations.modes.comanagement.proposing.contributing import contribute
from consultations.spine.models import Contribution
from incidencia.accounts.models import Person
from incidencia.organizations.speaking import Voice
from incidencia.web.templatetags.ui import local


class Comanagement:
    """Joint tasks with one lead on each side, dates, deliverables and two keys (G11.V)."""

    level = Level.COMANAGEMENT

    def missing(self, activity: Activity) -> Sequence[str]:
        """Nothing: tasks are proposed one by one, each with its leads and its date."""
        return []

    def promise(self, activity: Activity) -> Promise:
        """What the authority does with each task, and by when."""
        by = _("Each task has its date, a lead on each side, and is done when both accept the result (G8.V).")
        return Promise(local(activity, "promise"), activity.promised_by, by)

    def verbs(self, who: Person | None, activity: Activity) -> Sequence[Verb]:
        """To members, proposing a task while it stands open; the programmes to everybody. One query."""
        reference = activity.consultation.reference
        programmes = Verb(_("Programmes"), reverse("programme_list", args=[reference]))
        if who is not None and who.has_perm("consultations.task_propose", activity):
            return [Verb(_("Propose a task"), reverse("task_new", args=[reference, activity.place])), programmes]
        return [programmes]

    def panel(self, viewer: Person | None, activity: Activity, asked: Mapping[str, str]) -> Panel:
        """Its tasks: a list, or a board with `vista=tablero`; `filtro` keeps some of them."""
        return Panel("consultations/modes/comanagement/_panel.html", listed(viewer, activity, asked))

    def contribute(self, who: Voice, activity: Activity, data: Mapping[str, Any]) -> Contribution:
        """Propose a task: `data` is what the form asks. Raises Refused."""
        return contribute(who, activity, data)

    def results(self, activity: Activity) -> Sequence[Figure]:
        """Under way, done, done on time, overdue, in dispute. One query."""
        counted = queries.figures_of(activity.consultation, activity)
        return [
            Figure(_("proposed"), counted.proposed), Figure(_("under way"), counted.open),
            Figure(_("done"), counted.done), Figure(_("done on time"), counted.done_on_time),
            Figure(_("past their date"), counted.overdue), Figure(_("in dispute"), counted.disputed),
        ]  # fmt: skip

    def records(self, activity: Activity) -> Iterator[Mapping[str, Any]]:
        """Each task, row by row."""
        return records.of_activity(activity)
