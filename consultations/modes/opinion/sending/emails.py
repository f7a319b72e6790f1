"""Letters about what was sent."""

from consultations.modes.opinion.models import Submission
from incidencia.mail.links import link
from incidencia.mail.services import send


def submission_received(submission: Submission) -> None:
    """To the author: reference, hash and date, what happens next and when."""
    contribution = submission.contribution
    language = contribution.author.language
    send(
        "consultations/emails/submission_received", contribution.author,
        {"contribution": contribution, "consultation": contribution.consultation, "submission": submission,
         "link": link("contribution_page", contribution.reference, language=language)},
        key=f"received:{contribution.reference}",
    )  # fmt: skip


def submission_corrected(submission: Submission) -> None:
    """To whoever signed on: what they signed has a new version; they may withdraw. One query, and the letters."""
    contribution = submission.contribution
    for one in submission.sign_ons.filter(withdrawn_at__isnull=True, person__is_active=True).select_related("person"):
        send(
            "consultations/emails/submission_corrected", one.person,
            {"contribution": contribution, "consultation": contribution.consultation, "number": submission.current,
             "link": link("contribution_page", contribution.reference, language=one.person.language)},
            key=f"corrected:{contribution.reference}:{submission.current}",
        )  # fmt: skip
