"""A session as a calendar entry (RFC 5545): the same UID for ever, a SEQUENCE that grows, a STATUS that tells."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from incidencia.clock import now
from sessions import log
from sessions.core.recess import left
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
    for event in events_of(session, seat=seat, title=title, address=address):
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def events_of(session: Session, *, seat: Seat | None, title: str, address: str) -> list[Event]:
    """The session as an entry, and the day it goes on as another, the same in every calendar; arguments as in `ics`.

    One query: its agenda. With a second sitting also its log.
    """
    zone, starts = ZoneInfo(session.zone), session.starts_at
    ends = session.ends_at or starts + timedelta(minutes=_planned(session) or HOURS * 60)
    made = [_event(session, session.reference, starts, ends, seat, title, address)]
    goes_on = session.resumes_at
    if goes_on is not None:
        day = goes_on.astimezone(zone)
        rest = left(log.load(session)) or timedelta(hours=HOURS)
        again = _("%(title)s (continued)") % {"title": title}
        name = f"{session.reference}-{day:%Y%m%d}"
        made.append(_event(session, name, goes_on, goes_on + rest, seat, again, address))
    return made


def _event(
    session: Session, name: str, starts: datetime, ends: datetime, seat: Seat | None, title: str, address: str
) -> Event:
    event, zone = Event(), ZoneInfo(session.zone)
    event.add("uid", f"{name}@incidencia")
    event.add("sequence", session.calendar_sequence)
    event.add("dtstamp", now())
    event.add("dtstart", starts.astimezone(zone))
    event.add("dtend", ends.astimezone(zone))
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
