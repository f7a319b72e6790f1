"""Level I as a mode: the authority publishes what it knows, corrects it in the open, and reserves with reasons."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.activities.models import Activity
from consultations.activities.window import State
from consultations.levels import Level
from consultations.mode import Figure, Panel, Promise, Verb
from consultations.modes.information import queries, records
from consultations.modes.information.listing import listed
from consultations.rules import convenes
from consultations.spine.models import Contribution
from incidencia.accounts.models import Person
from incidencia.organizations.speaking import Voice
from incidencia.web.refusals import Refused
from incidencia.web.templatetags.ui import local


class Information:
    """A feed of what the authority knows about the question (G11.I)."""

    level = Level.INFORMATION

    def missing(self, activity: Activity) -> Sequence[str]:
        """Nothing: items are published one by one, each when it is complete."""
        return []

    def promise(self, activity: Activity) -> Promise:
        """What the authority publishes, and that what it corrects stays readable."""
        by = _("Each item says when it was published; a correction says why, and the earlier text is kept.")
        return Promise(local(activity, "promise"), activity.promised_by, by)

    def verbs(self, who: Person | None, activity: Activity) -> Sequence[Verb]:
        """To who convenes: write an item. Everybody else reads. One query at most."""
        if who is None or activity.state not in (State.DRAFT, State.COMING, State.OPEN):
            return []
        if not convenes(who, activity.consultation):
            return []
        numbers = [activity.consultation.reference, activity.place]
        return [Verb(_("Write an item"), reverse("item_new", args=numbers))]

    def panel(self, viewer: Person | None, activity: Activity, asked: Mapping[str, str]) -> Panel:
        """The feed: 50 to a page, found by words and kind, with what changed since the last visit."""
        context = listed(viewer, activity, asked)
        if viewer is not None and convenes(viewer, activity.consultation):
            context["waiting"] = list(queries.drafts(activity))
        return Panel("consultations/modes/information/_panel.html", context)

    def contribute(self, who: Voice, activity: Activity, data: Mapping[str, Any]) -> Contribution:
        """Raise Refused always: at this level the authority speaks."""
        raise Refused(
            "published-by-the-office",
            _("Nothing is sent here: the authority publishes what it knows."),
            rule="G11.I",
            advice=_("Raise an issue: it is answered with reasons."),
        )

    def results(self, activity: Activity) -> Sequence[Figure]:
        """Items published, and how many of them were corrected. One query."""
        out, corrected = queries.counted(activity)
        return [Figure(_("items published"), out), Figure(_("corrected since"), corrected)]

    def records(self, activity: Activity) -> Iterator[Mapping[str, Any]]:
        """Each published item, row by row; of a reserved one title, ground and review date."""
        return records.of_activity(activity)
