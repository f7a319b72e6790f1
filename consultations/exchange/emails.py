"""Letters of the exchange."""

from consultations.exchange.models import Lesson, Share
from incidencia.accounts.models import Person
from incidencia.mail.links import link
from incidencia.mail.services import send


def share_offered(share: Share) -> None:
    """To who decides next: the officer in charge of its own process, then of the other one."""
    incoming = share.forwarded_at is not None
    consultation = share.to if incoming else share.source
    _tell("share_offered", share, consultation.coordinator.person, consultation=consultation, incoming=incoming)


def share_accepted(share: Share) -> None:
    """To who offered it: that it is shown there."""
    _tell("share_accepted", share, share.by)


def share_declined(share: Share) -> None:
    """To who offered it: by whom it was declined, and why."""
    _tell("share_declined", share, share.by)


def lesson_decided(lesson: Lesson) -> None:
    """To its author: that it is in the library; or that it is not, and why."""
    send(
        "consultations/emails/lesson_decided", lesson.author,
        {"lesson": lesson, "link": link("lesson_page", lesson.pk, language=lesson.author.language)},
        key=f"lesson-decided:{lesson.pk}:{bool(lesson.published_at)}",
    )  # fmt: skip


def _tell(name: str, share: Share, person: Person, **more: object) -> None:
    page = link("share_page", share.pk, language=person.language)
    key = f"{name}:{share.pk}:{share.state.value}"
    send(f"consultations/emails/{name}", person, {"share": share, "link": page, **more}, key=key)
