"""Letters about moderation, to the author."""

from consultations.moderation.models import Hiding
from incidencia.mail.links import link
from incidencia.mail.services import send


def contribution_hidden(hiding: Hiding) -> None:
    """What was hidden, under which rule, why, and how to appeal."""
    _to_author("contribution_hidden", hiding)


def hiding_decided(hiding: Hiding) -> None:
    """Whether it stands again, and why."""
    _to_author("hiding_decided", hiding)


def _to_author(name: str, hiding: Hiding) -> None:
    contribution, author = hiding.contribution, hiding.author
    language = author.language
    send(
        f"consultations/emails/{name}", author,
        {"hiding": hiding, "contribution": contribution, "consultation": contribution.consultation,
         "link": link("contribution_page", contribution.reference, language=language),
         "appeal": link("hiding_appeal", hiding.pk, language=language)},
        key=f"{name}:{hiding.pk}",
    )  # fmt: skip
