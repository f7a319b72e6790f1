"""What comes next in a consultation: dates to come, each with what the reader can do about it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.activities.models import Activity
from consultations.activities.window import State
from consultations.ladder import LIVE, on_air
from consultations.models import Consultation
from consultations.modes.information.models import ItemVersion, Kind
from incidencia.clock import now
from incidencia.web.templatetags.ui import local
from sessions.models import Session
from sessions.queries import AHEAD

NEAR = timedelta(days=5)


@dataclass(frozen=True, slots=True)
class Coming:
    """One date to come, and at most one thing to do about it."""

    at: datetime
    title: str
    text: str = ""
    place: str = ""
    action: str = ""
    href: str = ""
    live: str = ""  # what is said while its doors are open
    near: bool = False
    whole_day: bool = False  # no hour is told


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: what decides which action stands beside a date."""

    may_apply: bool = False
    application: int | None = None  # the key of their application that stands
    member: bool = False
    enters: Collection[int] = ()  # the keys of the sessions whose room they may enter


def coming(
    consultation: Consultation, sessions: Iterable[Session], reader: Reader, activities: Iterable[Activity] = (),
    meetings: Iterable[ItemVersion] = (),
) -> list[Coming]:  # fmt: skip
    """Promise what is to come, the nearest first. No query."""
    found = [
        *_applications(consultation, reader), *_operation(consultation), *_sessions(sessions, reader),
        *_activities(consultation, activities), *_meetings(consultation, meetings),
    ]  # fmt: skip
    return sorted(found, key=lambda row: (not row.live, row.at))


def _applications(consultation: Consultation, reader: Reader) -> Iterator[Coming]:
    opens, closes, instant = consultation.applications_open_at, consultation.applications_close_at, now()
    if opens is None or closes is None or consultation.published_at is None:
        return
    call = reverse("call_page", args=[consultation.reference])
    if instant < opens:
        text = _("From then on anybody who meets the requirements can apply.")
        yield Coming(opens, _("Applications open"), text, action=_("Read the call"), href=call)
    if instant >= closes or not (consultation.accepts_applications or instant < opens):
        return
    near = closes - instant <= NEAR
    title = _("Applications close")
    if reader.application is not None:
        href = reverse("application_page", args=[consultation.reference, reader.application])
        yield Coming(closes, title, _("You have applied."), action=_("Your application"), href=href, near=near)
    elif reader.may_apply and instant >= opens:
        href = reverse("apply", args=[consultation.reference])
        text = _("Until then you can ask to take part.")
        yield Coming(closes, title, text, action=_("Take part"), href=href, near=near)
    else:
        yield Coming(closes, title, _("Nobody can apply after that."), near=near)


def _operation(consultation: Consultation) -> Iterator[Coming]:
    instant = now()
    if consultation.starts_at and consultation.starts_at > instant and consultation.started_at is None:
        yield Coming(consultation.starts_at, _("The work begins"), _("As planned, once both sides have members."))
    if consultation.ends_at and consultation.ends_at > instant:
        yield Coming(consultation.ends_at, _("The process ends"), _("The results are published and followed up."))


def _sessions(sessions: Iterable[Session], reader: Reader) -> Iterator[Coming]:
    for session in sessions:
        live = session.phase in LIVE
        if not live and (session.phase not in AHEAD or session.starts_at < now() - timedelta(hours=12)):
            continue
        enters = live and session.pk in reader.enters
        yield Coming(
            session.starts_at,
            local(session, "title"),
            local(session, "summary"),
            place=_ways_in(session),
            action=_("Enter the room") if enters else _("See the session"),
            href=reverse("room" if enters else "session_page", args=[session.reference]),
            live=on_air(session) if live else "",
        )


def _activities(consultation: Consultation, activities: Iterable[Activity]) -> Iterator[Coming]:
    for activity in activities:
        href = reverse("activity_page", args=[consultation.reference, activity.place])
        title, level = local(activity, "title"), activity.get_level_display()
        if activity.state is State.COMING:
            text = _("%(level)s: opens.") % {"level": level}
            yield Coming(activity.opens_at, title, text, action=_("See it"), href=href)
        elif activity.state is State.OPEN and activity.closes_at is not None:
            near = activity.closes_at - now() <= NEAR
            text = _("%(level)s: open until then.") % {"level": level}
            yield Coming(activity.closes_at, title, text, action=_("See it"), href=href, near=near)


def _meetings(consultation: Consultation, meetings: Iterable[ItemVersion]) -> Iterator[Coming]:
    """International meetings still to begin; of a reserved one no day is told."""
    zone = ZoneInfo(consultation.zone)
    for row in meetings:
        open_one = row.item.kind == Kind.MEETING and not row.item.reserved
        begins = row.item.starts_on if open_one else None
        if begins is not None and begins > now().astimezone(zone).date():
            yield Coming(
                datetime.combine(begins, time(), zone), local(row, "title"), local(row, "summary"),
                place=row.item.place, action=_("Read it"), href=reverse("item_page", args=[row.item.reference]),
                whole_day=True,
            )  # fmt: skip


def _ways_in(session: Session) -> str:
    ways = [
        session.place,
        _("on line") if session.conference_url else "",
        _("by telephone") if session.phone_number else "",
    ]
    return " · ".join(way for way in ways if way)
