"""The letter with the answer, to the author and whoever follows."""

from collections.abc import Sequence

from consultations.modes.opinion.models import Response, ResponseTo
from consultations.spine.models import Follower
from incidencia.mail.links import link
from incidencia.mail.services import send


def answered(response: Response, rows: Sequence[ResponseTo]) -> None:
    """The text of the answer, the own paragraph, and what one can do now. One query, and the letters."""
    by_contribution = {row.submission.contribution_id: row for row in rows}
    followers = Follower.objects.filter(contribution__in=by_contribution, person__is_active=True)
    for one in followers.select_related("person", "contribution"):
        send(
            "consultations/emails/answered", one.person,
            {"response": response, "row": by_contribution[one.contribution_id], "contribution": one.contribution,
             "consultation": response.consultation, "author": one.contribution.author_id == one.person_id,
             "link": link("contribution_page", one.contribution.reference, language=one.person.language)},
            key=f"answered:{response.reference}:{one.contribution.reference}",
        )  # fmt: skip
