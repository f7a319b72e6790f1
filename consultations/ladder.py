"""The ladder of the six levels as a page shows it: all six names, a link only where something is."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.activities.models import Activity
from consultations.activities.window import State
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


def ladder(
    consultation: Consultation, sessions: Iterable[Session] = (), activities: Iterable[Activity] = ()
) -> list[Step]:
    """Promise the six steps in order. `sessions` are those convened; the levels should be prefetched."""
    rows = {row.level: row for row in consultation.levels.all()}
    convened, published = list(sessions), [a for a in activities if a.published_at]
    return [_step(consultation, level, rows.get(level.value), convened, published) for level in Level]


def on_air(session: Session) -> str:
    """What is said of a session whose doors are open: it sits, or people are still coming in."""
    return _("lobby open") if session.phase == Phase.LOBBY else _("live now")


def _step(
    consultation: Consultation, level: Level, row: ConsultationLevel | None, sessions: list[Session],
    activities: list[Activity],
) -> Step:  # fmt: skip
    if row is None:
        return Step(level, None, _("not part of this process"))
    if level is not Level.DELIBERATION or not sessions:
        return _of_activities(consultation, level, row, [a for a in activities if a.level == level.value])
    href = reverse("deliberation_page", args=[consultation.reference])
    live = [session for session in sessions if session.phase in LIVE]
    if live:
        sits = next((session for session in live if session.phase != Phase.LOBBY), live[0])
        return Step(level, row, on_air(sits), href, live=True)
    said = ngettext("%(n)d session", "%(n)d sessions", len(sessions)) % {"n": len(sessions)}
    return Step(level, row, said, href)


def _of_activities(
    consultation: Consultation, level: Level, row: ConsultationLevel, activities: list[Activity]
) -> Step:
    if not activities:
        return Step(level, row, _("part of this process"))
    standing = [a for a in activities if a.state is State.OPEN]
    shown = (standing or activities)[0]
    href = reverse("activity_page", args=[consultation.reference, shown.place])
    if len(activities) > 1:
        href = reverse("consultation_page", args=[consultation.reference]) + "#activities"
    return Step(level, row, _told(activities, len(standing)), href)


def _told(activities: list[Activity], standing: int) -> str:
    if standing:
        return ngettext("%(n)d activity open", "%(n)d activities open", standing) % {"n": standing}
    if any(a.state is State.COMING for a in activities):
        return _("opens soon")
    return ngettext("%(n)d activity, closed", "%(n)d activities, closed", len(activities)) % {"n": len(activities)}
