"""The letter with the answer, to the author and whoever follows."""

from collections.abc import Sequence

from django.utils import translation

from consultations.modes.opinion.models import Response, ResponseTo
from consultations.spine.models import Contribution, Follower
from incidencia.accounts.models import Person
from incidencia.mail.links import link
from incidencia.mail.services import send
from incidencia.organizations.queries import representatives_among


def answered(response: Response, rows: Sequence[ResponseTo]) -> None:
    """The text of the answer, the own paragraph, and what one can do now.

    To whoever follows, and to all who speak today for the organization that sent it. Two queries, and the letters.
    """
    contributions = {row.submission.contribution_id: row.submission.contribution for row in rows}
    followers = Follower.objects.filter(contribution__in=contributions).select_related("person")
    told = {(one.contribution_id, one.person) for one in followers}
    bodies = {one.organization_id for one in contributions.values() if one.organization_id}
    voices = representatives_among(bodies)
    told |= {(pk, person) for pk, one in contributions.items() for person in voices.get(one.organization_id or 0, ())}
    by_contribution = {row.submission.contribution_id: row for row in rows}
    for pk, person in sorted(told, key=lambda pair: (pair[0], pair[1].pk)):
        if person.is_active:
            _answered(response, by_contribution[pk], contributions[pk], person)


def _answered(response: Response, row: ResponseTo, contribution: Contribution, person: Person) -> None:
    author = contribution.author_id == person.pk
    with translation.override(person.language):
        title = contribution.title if author else contribution.shown_title
    send(
        "consultations/emails/answered", person,
        {"response": response, "row": row, "contribution": contribution, "consultation": response.consultation,
         "author": author, "title": title,
         "link": link("contribution_page", contribution.reference, language=person.language)},
        key=f"answered:{response.reference}:{contribution.reference}",
    )  # fmt: skip
