"""«I can't hear»: told to the desk alone as two numbers, for a minute. It is in no log."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from incidencia.clock import now
from sessions.core.state import Room
from sessions.core.terms import Phase, Via
from sessions.models import NoSound, Seat, Session

LASTS = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Unheard:
    """How many said within the last minute that they can't hear."""

    hall: int
    distance: int

    def __str__(self) -> str:
        """One line; empty while everybody hears."""
        if not self.hall and not self.distance:
            return ""
        return _("They can't hear: hall %(hall)d, at a distance %(distance)d") % {
            "hall": self.hall, "distance": self.distance,
        }  # fmt: skip


def may_tell(room: Room, seat: Seat | None) -> bool:
    """Anybody who is in the room while it is open, the lobby included."""
    known = room.seats.get(seat.key) if seat else None
    return known is not None and known.present and room.phase in (Phase.LOBBY, Phase.OPEN, Phase.SUSPENDED)


def tell(session: Session, seat: Seat) -> None:
    """Promise that the desk counts this person for a minute from now, once however often they say it."""
    NoSound.objects.filter(session=session, at__lt=now() - LASTS).delete()
    NoSound.objects.update_or_create(seat=seat, defaults={"session": session, "at": now()})


def unheard(session: Session, room: Room) -> Unheard:
    """The sums of the last minute, of those still in the room. One query."""
    fresh = NoSound.objects.filter(session=session, at__gte=now() - LASTS)
    keys = fresh.values_list("seat__key", flat=True)
    there = [room.seats[k] for k in keys if k in room.seats and room.seats[k].present]
    hall = sum(s.via is Via.HALL for s in there)
    return Unheard(hall, len(there) - hall)
