"""A group's meeting as a calendar entry (RFC 5545): the same UID for ever, a SEQUENCE that grows, a STATUS."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from consultations.groups.models import GroupMeeting
from incidencia.clock import now


def ics(meeting: GroupMeeting, *, address: str) -> bytes:
    """Promise the calendar file of a meeting, for those who are called to it. `address` is its page.

    Nothing that is to be discussed is in it: calendars are shared more widely than one thinks.
    """
    cancelled = meeting.cancelled_at is not None
    consultation = meeting.group.consultation
    event = Event()
    event.add("uid", f"{consultation.reference}-G{meeting.group.place}-M{meeting.number}@incidencia")
    event.add("sequence", int(cancelled))
    event.add("dtstamp", now())
    start = meeting.starts_at.astimezone(ZoneInfo(consultation.zone))
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=meeting.minutes))
    event.add("summary", meeting.group.name)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("url", address)
    event.add("description", "\n".join(part for part in (address, meeting.link) if part))
    if meeting.place:
        event.add("location", meeting.place)
    calendar = Calendar()
    calendar.add("prodid", "-//Incidencia//ES")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "PUBLISH")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())
