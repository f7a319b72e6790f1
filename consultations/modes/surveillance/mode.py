"""Level VI as a mode: civil society checks with evidence, the authority replies beside it (G11.VI, G33, E8)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.activities.models import Activity
from consultations.activities.window import State
from consultations.levels import Level
from consultations.members.kinds import Side
from consultations.mode import Figure, Panel, Promise, Verb
from consultations.modes.surveillance import records
from consultations.modes.surveillance.designing.contributing import contribute
from consultations.modes.surveillance.listing import listed
from consultations.spine.models import Contribution
from incidencia.accounts.models import Person
from incidencia.organizations.speaking import Voice, voices
from incidencia.web.templatetags.ui import local


class Surveillance:
    """Checklists that belong to civil society (G11.VI)."""

    level = Level.SURVEILLANCE

    def missing(self, activity: Activity) -> Sequence[str]:
        """Nothing: each team writes what it checks."""
        return []

    def promise(self, activity: Activity) -> Promise:
        """What the authority does with what is found. No query."""
        by = _("It replies to each finding within the term of its round; silence is recorded (G33).")
        return Promise(local(activity, "promise"), activity.promised_by, by)

    def verbs(self, who: Person | None, activity: Activity) -> Sequence[Verb]:
        """To civil society, while it is open: begin a checklist. At most two queries."""
        numbers = [activity.consultation.reference, activity.place]
        library = Verb(_("Look at the templates"), reverse("template_list"))
        if who is None or activity.state is not State.OPEN:
            return [library] if activity.state is State.OPEN else []
        sides = set(activity.consultation.memberships.in_force().filter(person=who).values_list("side", flat=True))
        convener = activity.consultation.coordinator.person_id == who.pk
        if convener or Side.PUBLIC in sides:
            return []
        if Side.CIVIL in sides or any(voice.is_verified for voice in voices(who)):
            return [Verb(_("Begin a checklist"), reverse("checklist_new", args=numbers)), library]
        return [library]

    def panel(self, viewer: Person | None, activity: Activity, asked: Mapping[str, str]) -> Panel:
        """What is under surveillance, and the checklists: fifty to a page."""
        return Panel("consultations/modes/surveillance/_panel.html", listed(activity, asked))

    def contribute(self, who: Voice, activity: Activity, data: Mapping[str, Any]) -> Contribution:
        """Begin a checklist: `data` is what the form asks. Raises Refused."""
        return contribute(who, activity, data)

    def results(self, activity: Activity) -> Sequence[Figure]:
        """Checklists and published rounds. One query."""
        published = Count("checklist__rounds", filter=Q(checklist__rounds__published_at__isnull=False))
        counted = activity.contributions.aggregate(begun=Count("pk", distinct=True), published=published)
        return [Figure(_("checklists"), counted["begun"]), Figure(_("rounds published"), counted["published"])]

    def records(self, activity: Activity) -> Iterator[Mapping[str, Any]]:
        """The raw answers of each published round, item by item."""
        return records.of_activity(activity)
