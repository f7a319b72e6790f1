"""The letter with what came of a proposal, to whoever follows it."""

from consultations.modes.opinion.models import Outcome
from consultations.spine.models import Follower
from incidencia.mail.links import link
from incidencia.mail.services import send


def outcome_told(outcome: Outcome) -> None:
    """Asked, defended, obtained. One query, and the letters."""
    contribution = outcome.submission.contribution
    rows = Follower.objects.filter(contribution=contribution, person__is_active=True).select_related("person")
    for one in rows.order_by("person"):
        send(
            "consultations/emails/outcome_told", one.person,
            {"outcome": outcome, "contribution": contribution, "consultation": contribution.consultation,
             "link": link("contribution_page", contribution.reference, language=one.person.language)},
            key=f"outcome:{contribution.reference}",
        )  # fmt: skip
