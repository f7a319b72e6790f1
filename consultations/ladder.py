"""The ladder of the six levels as a page shows it: all six names, a link only where something is."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.levels import Level
from consultations.models import Consultation, ConsultationLevel
from sessions.core.terms import Phase
from sessions.models import Session

LIVE = (Phase.LOBBY, Phase.OPEN, Phase.SUSPENDED)


@dataclass(frozen=True, slots=True)
class Step:
    """One level of a consultation: chosen or not, what is there, where it leads."""

    level: Level
    row: ConsultationLevel | None
    said: str
    href: str = ""
    live: bool = False


def ladder(consultation: Consultation, sessions: Iterable[Session] = ()) -> list[Step]:
    """Promise the six steps in order. `sessions` are those convened; the levels should be prefetched."""
    rows = {row.level: row for row in consultation.levels.all()}
    convened = list(sessions)
    return [_step(consultation, level, rows.get(level.value), convened) for level in Level]


def on_air(session: Session) -> str:
    """What is said of a session whose doors are open: it sits, or people are still coming in."""
    return _("lobby open") if session.phase == Phase.LOBBY else _("live now")


def _step(
    consultation: Consultation, level: Level, row: ConsultationLevel | None, sessions: list[Session]
) -> Step:
    if row is None:
        return Step(level, None, _("not part of this process"))
    if level is not Level.DELIBERATION or not sessions:
        return Step(level, row, _("part of this process"))
    href = reverse("deliberation_page", args=[consultation.reference])
    live = [session for session in sessions if session.phase in LIVE]
    if live:
        sits = next((session for session in live if session.phase != Phase.LOBBY), live[0])
        return Step(level, row, on_air(sits), href, live=True)
    said = ngettext("%(n)d session", "%(n)d sessions", len(sessions)) % {"n": len(sessions)}
    return Step(level, row, said, href)
