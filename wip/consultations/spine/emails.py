"""Letters about a contribution, to whoever follows it, each in their language, once per step."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils import translation

from consultations.spine.models import Contribution, Follower
from consultations.spine.wording import NAMES
from consultations.trail import Step
from incidencia.mail.links import absolute
from incidencia.mail.services import send


def step_taken(contributions: Sequence[Contribution], step: Step) -> None:
    """A step was taken on the trail: which, and where to read it. Two queries, and those of each letter."""
    rows = Follower.objects.filter(contribution__in=contributions, person__is_active=True)
    for one in rows.select_related("person", "contribution__consultation"):
        with translation.override(one.person.language):
            link = absolute(reverse("contribution_page", args=[one.contribution.reference]))
            stop = absolute(reverse("contribution_unfollow", args=[one.contribution.reference]))
            name = str(NAMES[step])
        send(
            "consultations/emails/step_taken", one.person,
            {"contribution": one.contribution, "step": name, "link": link, "stop": stop,
             "author": one.contribution.author_id == one.person_id},
            key=f"step:{one.contribution.reference}:{step.value}:{one.contribution.steps.count()}",
        )  # fmt: skip
