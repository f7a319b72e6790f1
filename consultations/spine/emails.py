"""Letters about a contribution, to whoever follows it, each in their language, once per step."""

from collections.abc import Sequence

from django.utils import translation

from consultations.spine.models import Contribution, Follower
from consultations.spine.wording import NAMES
from consultations.trail import Step
from incidencia.mail.links import link
from incidencia.mail.services import send


def step_taken(contributions: Sequence[Contribution], step: Step, act: str) -> None:
    """A step was taken on the trail: which, and where to read it. One query, and those of each letter.

    Whoever may not read the contribution any more gets no letter.
    """
    rows = Follower.objects.filter(contribution__in=contributions, person__is_active=True)
    whole = ("consultation__agency", "consultation__coordinator__person", "activity")
    for one in rows.select_related("person", *(f"contribution__{name}" for name in whole)):
        contribution, language = one.contribution, one.person.language
        if not one.person.has_perm("consultations.contribution_view", contribution):
            continue
        author = contribution.author_id == one.person_id
        with translation.override(language):
            name, title = str(NAMES[step]), contribution.title if author else contribution.shown_title
        send(
            "consultations/emails/step_taken", one.person,
            {"contribution": contribution, "title": title, "consultation": contribution.consultation, "step": name,
             "link": link("contribution_page", contribution.reference, language=language),
             "stop": link("contribution_unfollow", contribution.reference, language=language),
             "author": author},
            key=f"step:{contribution.reference}:{step.value}:{act}",
        )  # fmt: skip
