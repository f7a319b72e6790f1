"""Letters of the silence procedure, to those entitled and to whoever leads it, each in their language, once."""

from incidencia.mail.links import link
from incidencia.mail.services import send
from sessions.models import Seat, Silence


def silence_started(silence: Silence) -> None:
    """A text is under silence: its words, until when, and how it is broken."""
    _to_all("silence_started", silence)


def silence_broken(silence: Silence) -> None:
    """Somebody broke the silence: who and why. Nothing is agreed."""
    _to_all("silence_broken", silence)


def silence_held(silence: Silence) -> None:
    """Nobody broke the silence: the text is agreed, with its reference."""
    _to_all("silence_held", silence)


def silence_withdrawn(silence: Silence) -> None:
    """The text was withdrawn before its hour, and why."""
    _to_all("silence_withdrawn", silence)


def _to_all(name: str, silence: Silence) -> None:
    session = silence.session
    entitled = Seat.objects.filter(silences=silence)
    leading = Seat.objects.filter(pk__in=[silence.started_by_id, silence.instructed_by_id or silence.started_by_id])
    pks = {*entitled.values_list("pk", flat=True), *leading.values_list("pk", flat=True)}
    seats = Seat.objects.filter(pk__in=pks, person__isnull=False, person__is_active=True).select_related("person")
    entitled_pks = set(entitled.values_list("pk", flat=True))
    for seat in seats.order_by("pk"):
        assert seat.person is not None
        address = link("silence_page", session.reference, silence.number, language=seat.person.language)
        send(
            f"sessions/emails/{name}", seat.person,
            {"silence": silence, "session": session, "link": address, "may_break": seat.pk in entitled_pks},
            key=f"{name}:{session.reference}:{silence.number}:{seat.pk}",
        )  # fmt: skip
