"""The dates of a consultation as a calendar (RFC 5545): meetings, terms to read, windows, sessions."""

from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from consultations.activities.models import Activity
from consultations.activities.queries import activities_of
from consultations.activities.window import State
from consultations.models import Consultation
from consultations.modes.information import queries
from consultations.modes.information.syndication import permanent, said
from incidencia.clock import now
from incidencia.mail.links import absolute
from incidencia.web.templatetags.ui import local
from sessions import queries as sessions
from sessions.calendar import events_of


def calendar_of(consultation: Consultation) -> bytes:
    """Promise the calendar to subscribe to, in the active language. Nothing that is reserved is in it."""
    calendar = Calendar()
    calendar.add("prodid", "-//Incidencia//ES")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", local(consultation, "title"))
    for event in (*_items(consultation), *_windows(consultation), *_sessions(consultation)):
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _items(consultation: Consultation) -> list[Event]:
    found = []
    for row in queries.public_of(consultation).filter(item__reserved=False):
        item, title = row.item, local(row, "title")
        address = permanent(item.reference)
        if item.starts_on is not None and item.ends_on is not None:
            # The last day of an event that lasts whole days is the first one that is free again.
            after = item.ends_on + timedelta(days=1)
            event = _event(item.reference, title, item.starts_on, after, address, row.number)
            event.add("description", said(row))
            if item.place:
                event.add("location", item.place)
            found.append(event)
        if item.read_by is not None:
            told = _("To be read: %(title)s") % {"title": title}
            found.append(_event(f"{item.reference}-read", told, item.read_by, item.read_by, address, row.number))
    return found


def _windows(consultation: Consultation) -> list[Event]:
    found = []
    for activity in activities_of(consultation):
        if activity.closes_at is None or activity.state in (State.DRAFT, State.CANCELLED):
            continue
        told = _("Closes: %(title)s") % {"title": local(activity, "title")}
        uid = f"{consultation.reference}-activity-{activity.place}"
        found.append(_event(uid, told, activity.closes_at, activity.closes_at, _page(activity), 0))
    return found


def _sessions(consultation: Consultation) -> list[Event]:
    convened = sessions.of_series(consultation.reference).prefetch_related("draft_items")
    return [
        event
        for one in convened
        for event in events_of(one, seat=None, title=local(one, "title"), address=permanent(one.reference))
    ]


def _event(uid: str, title: str, start: datetime | date, end: datetime | date, address: str, sequence: int) -> Any:
    event = Event()
    event.add("uid", f"{uid}@incidencia")
    event.add("sequence", sequence)
    event.add("dtstamp", now())
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("summary", title)
    event.add("url", address)
    return event


def _page(activity: Activity) -> str:
    return absolute(reverse("activity_page", args=[activity.consultation.reference, activity.place]))
