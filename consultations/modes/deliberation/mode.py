"""Level IV as a mode: its sessions are the activity; what is said and decided happens in their rooms."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.activities.models import Activity
from consultations.ladder import LIVE
from consultations.levels import Level
from consultations.mode import Figure, Panel, Promise, Verb
from consultations.modes.deliberation import queries
from consultations.spine.models import Contribution
from incidencia.accounts.models import Person
from incidencia.organizations.speaking import Voice
from incidencia.web.refusals import Refused
from incidencia.web.templatetags.ui import local
from sessions.queries import enterable


class Deliberation:
    """Joint sessions with archived minutes (G11.IV)."""

    level = Level.DELIBERATION

    def missing(self, activity: Activity) -> Sequence[str]:
        """Nothing: sessions are convened one by one, each with its own agenda."""
        return []

    def promise(self, activity: Activity) -> Promise:
        """What the authority does with what is said in its sessions."""
        by = _("Each session circulates its minutes to whoever was admitted, and then publishes them.")
        return Promise(local(activity, "promise"), activity.promised_by, by)

    def verbs(self, who: Person | None, activity: Activity) -> Sequence[Verb]:
        """The rooms that are open, to who may enter, then the sessions to come. Two queries."""
        ahead = queries.sessions_ahead(activity)
        live = [s for s in ahead if s.phase in LIVE]
        may = enterable(live, who)
        rooms = [Verb(_("Enter the room"), reverse("room", args=[s.reference])) for s in live if s.pk in may]
        coming = [*(s for s in live if s.pk not in may), *(s for s in ahead if s.phase not in LIVE)]
        seen = [Verb(_("See the session"), reverse("session_page", args=[s.reference])) for s in coming[:1]]
        return [*rooms, *seen]

    def panel(self, viewer: Person | None, activity: Activity, asked: Mapping[str, str]) -> Panel:
        """The sessions held within this activity, and the next one with the reader's answer. Three queries."""
        sessions = queries.sessions_within(activity)
        coming = queries.next_for(viewer, sessions)
        return Panel("consultations/modes/deliberation/_panel.html", {"sessions": sessions, "next": coming})

    def contribute(self, who: Voice, activity: Activity, data: Mapping[str, Any]) -> Contribution:
        """Raise Refused always: at this level one speaks in the room, on the record of the session."""
        raise Refused(
            "spoken-in-the-room",
            _("Nothing is sent here: members speak in the room of each session."),
            rule="G11.IV",
            advice=_("Enter the room of the session, or raise an issue, which is answered with reasons."),
        )

    def results(self, activity: Activity) -> Sequence[Figure]:
        """Sessions held and agreements taken. Two queries."""
        held, agreed = queries.held_and_agreed(activity)
        reference = activity.consultation.reference
        sessions = Figure(_("sessions held"), held, reverse("deliberation_page", args=[reference]))
        return [sessions, Figure(_("agreements"), agreed, reverse("agreement_list", args=[reference]))]

    def records(self, activity: Activity) -> Iterator[Mapping[str, Any]]:
        """Its sessions, one row each."""
        for session in queries.sessions_within(activity):
            yield {
                "reference": session.reference, "title_es": session.title_es, "title_en": session.title_en,
                "starts_at": session.starts_at, "phase": session.phase,
            }  # fmt: skip
