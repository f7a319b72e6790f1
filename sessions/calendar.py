"""A session as a calendar entry (RFC 5545): the same UID for ever, a SEQUENCE that grows, a STATUS that tells."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from incidencia.clock import now
from sessions.core.terms import Phase
from sessions.models import Seat, Session

HOURS = 2  # when the agenda does not tell


def ics(session: Session, *, seat: Seat | None, title: str, address: str) -> bytes:
    """The calendar file of a session. Conference link, telephone and PIN only for a seat.

    `address` is the page of the session; `title` is in the reader's language.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Incidencia//ES")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if session.phase == Phase.CANCELLED else "PUBLISH")
    calendar.add_component(event_of(session, seat=seat, title=title, address=address))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def event_of(session: Session, *, seat: Seat | None, title: str, address: str) -> Event:
    """The session as one entry, the same in every calendar; arguments as in `ics`. One query: its agenda."""
    event = Event()
    event.add("uid", f"{session.reference}@incidencia")
    event.add("sequence", session.calendar_sequence)
    event.add("dtstamp", now())
    start = session.starts_at.astimezone(ZoneInfo(session.zone))
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=_planned(session) or HOURS * 60))
    event.add("summary", title)
    event.add("status", "CANCELLED" if session.phase == Phase.CANCELLED else "CONFIRMED")
    event.add("url", address)
    event.add("description", "\n".join([address, *(_ways_in(session) if seat else ())]))
    if session.place:
        event.add("location", session.place)
    return event


def _planned(session: Session) -> int:
    return sum(i.minutes for i in session.draft_items.all())


def _ways_in(session: Session) -> list[str]:
    found = []
    if session.conference_url:
        found.append(_("Conference: %(url)s") % {"url": session.conference_url})
    if session.phone_number:
        pin = f", PIN {session.phone_pin}" if session.phone_pin else ""
        found.append(_("By telephone: %(number)s") % {"number": session.phone_number + pin})
    return found
