"""The pages that are measured, one line each. A new main page is one more line."""

from collections.abc import Callable
from dataclasses import dataclass

from consultations.models import Consultation
from sessions.models import Session

# Accounts of the demonstration.
COORDINATOR = "alba@demo.example"
CHAIR = "dora@demo.example"
MEMBER = "bruno@demo.example"


@dataclass(frozen=True, slots=True)
class Page:
    """One page, who reads it, where it stands, and its targets on an idle machine.

    `ms` counts milliseconds of server time, `first_view` compressed bytes with styles and scripts.
    """

    name: str
    reader: str = MEMBER
    where: Callable[[], dict[str, object]] = dict
    queries: int = 15
    ms: int = 40
    first_view: int = 100_000


def consultation() -> dict[str, object]:
    """The consultation of the session about to open: the one with most on its page."""
    reference = Session.objects.order_by("-starts_at").values_list("series", flat=True)[0]
    return {"reference": Consultation.objects.get(reference=reference).reference}


def session_ahead() -> dict[str, object]:
    """The session about to open."""
    return {"reference": Session.objects.order_by("-starts_at")[0].reference}


def session_past() -> dict[str, object]:
    """The session that was played, with its minutes."""
    return {"reference": Session.objects.order_by("starts_at")[0].reference}


PAGES = (
    Page("home"),
    Page("consultation_page", where=consultation),
    Page("consultation_page", reader="", where=consultation),
    Page("session_page", where=session_ahead),
    Page("room", where=session_ahead),
    Page("room", reader=COORDINATOR, where=session_ahead),
    Page("archive"),
    Page("minutes_page", where=session_past),
)
