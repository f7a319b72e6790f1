"""What goes to the next agenda of a consultation by itself: each room of the house names its own matters."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from consultations.models import Consultation


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter for the next session: what, where it is read, why it comes, since when.

    `title` is what somebody wrote, in `language`; `why` is a sentence in the reader's words.
    """

    reference: str
    title: str
    href: str
    why: str
    since: datetime
    language: str = ""


SOURCES: list[Callable[[Consultation], Iterable[Matter]]] = []


def matters_of(consultation: Consultation) -> list[Matter]:
    """Promise what waits for the next session, the oldest first. As many queries as there are sources."""
    return sorted((row for source in SOURCES for row in source(consultation)), key=lambda row: row.since)


# Each room names its matters here; they know what a matter is, so they come last.
from consultations.modes.surveillance import matters as surveillance  # noqa: E402

SOURCES.append(surveillance.turned_worse)
