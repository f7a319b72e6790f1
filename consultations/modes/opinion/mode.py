"""Level III as a mode: officials ask, society answers, every submission gets a reasoned response."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Count, Q, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.activities.models import Activity
from consultations.activities.window import State
from consultations.levels import Level
from consultations.mode import Figure, Panel, Promise, Verb
from consultations.modes.opinion import queries, records
from consultations.modes.opinion.listing import listed
from consultations.modes.opinion.sending.contributing import contribute
from consultations.rules import is_official_of
from consultations.spine.models import Contribution
from incidencia.accounts.models import Person
from incidencia.organizations.speaking import Voice
from incidencia.web.templatetags.ui import local


class Opinion:
    """Questions asked by officials, each with its context and the decision it feeds (G11.III)."""

    level = Level.OPINION

    def missing(self, activity: Activity) -> Sequence[str]:
        """At least one question, and a close: from it the term of the answers runs."""
        missing = [] if activity.questions.exists() else [_("at least one question")]
        return missing if activity.closes_at else [*missing, _("when it closes")]

    def promise(self, activity: Activity) -> Promise:
        """What the authority does with each submission, and by when."""
        days = activity.answer_days
        by = ngettext(
            "Each one gets a disposition with its reasons within %(n)s business day of the close (G8.I).",
            "Each one gets a disposition with its reasons within %(n)s business days of the close (G8.I).",
            days,
        ) % {"n": days}  # fmt: skip
        return Promise(local(activity, "promise"), activity.promised_by, by)

    def verbs(self, who: Person | None, activity: Activity) -> Sequence[Verb]:
        """To who convenes: questions, then the desk; to the others: each question that stands open. Two queries."""
        numbers = [activity.consultation.reference, activity.place]
        if who is not None and is_official_of(who, activity.consultation):
            if activity.state is State.DRAFT:
                return [Verb(_("Write the questions"), reverse("question_new", args=numbers))]
            return [Verb(_("Open the answer desk"), reverse("answer_desk", args=[activity.consultation.reference]))]
        if activity.state is not State.OPEN:
            return []
        prefetch_related_objects([activity], "questions")
        questions = list(activity.questions.all())
        several = len(questions) > 1
        label = _("Answer question %(n)s") if several else _("Send a proposal")
        return [
            Verb(label % {"n": q.place} if several else label, reverse("submission_new", args=[*numbers, q.place]))
            for q in questions
        ]

    def panel(self, viewer: Person | None, activity: Activity, asked: Mapping[str, str]) -> Panel:
        """The questions, and what was sent: 50 to a page, found by words, question and position."""
        prefetch_related_objects([activity], "questions")
        context = listed(queries.sent_to(activity), asked, activity.consultation, activity)
        return Panel("consultations/modes/opinion/_panel.html", context)

    def contribute(self, who: Voice, activity: Activity, data: Mapping[str, Any]) -> Contribution:
        """Send words to a question: `data` is what the form asks, with `question`, its number. Raises Refused."""
        return contribute(who, activity, data)

    def results(self, activity: Activity) -> Sequence[Figure]:
        """Received and answered. One query."""
        steps = Count("pk", distinct=True, filter=Q(steps__kind="answered"))
        counted = activity.contributions.aggregate(received=Count("pk", distinct=True), answered=steps)
        return [Figure(_("received"), counted["received"]), Figure(_("answered"), counted["answered"])]

    def records(self, activity: Activity) -> Iterator[Mapping[str, Any]]:
        """Each submission with its response, row by row."""
        return records.of_activity(activity)
