"""Letters to the author about not being admitted."""

from consultations.modes.opinion.models import Inadmission
from incidencia.mail.links import link
from incidencia.mail.services import send


def inadmission_declared(inadmission: Inadmission) -> None:
    """Which requirement it fails, why, and how to appeal."""
    _to_author("inadmission_declared", inadmission)


def inadmission_decided(inadmission: Inadmission) -> None:
    """Whether it is admitted after all, and why."""
    _to_author("inadmission_decided", inadmission)


def _to_author(name: str, inadmission: Inadmission) -> None:
    contribution = inadmission.submission.contribution
    send(
        f"consultations/emails/{name}", contribution.author,
        {"inadmission": inadmission, "contribution": contribution, "consultation": contribution.consultation,
         "link": link("contribution_page", contribution.reference, language=contribution.author.language)},
        key=f"{name}:{contribution.reference}",
    )  # fmt: skip
