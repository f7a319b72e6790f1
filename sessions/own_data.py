"""What sessions hold about a person, for the page `own_data`."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from incidencia.accounts.models import Person
from sessions.models import (
    Alternate,
    Attendance,
    ChatMessage,
    LogEntry,
    MinutesEntry,
    OwedAnswer,
    PaperObjection,
    Participation,
    Presence,
    Seat,
    SeatLink,
    Silence,
    Slower,
)
from sessions.papers import is_shown
from sessions.templatetags.rooms import answer_word, role_word, side_word

Records = list[dict[str, Any]]


def collect(person: Person) -> dict[str, Records]:
    """Promise a person's seats, how often the logs name them as acting, and the last sign of life of their lines."""
    seats = list(Seat.objects.filter(person=person, session__rehearsal=False).select_related("session"))
    return {
        _("Seats you hold or held in sessions"): [_seat(s) for s in seats],
        _("What the logs of sessions record of you"): [_logged(s) for s in seats],
        _("Last sign of life of your line in a room"): [
            {_("Session"): row.session.reference, _("When"): row.seen_at}
            for row in Presence.objects.filter(seat__in=seats).select_related("session")
        ],
        _("What you wrote in chats that are not deleted yet"): [
            {_("Session"): row.session.reference, _("When"): row.at, _("Message"): row.text}
            for row in ChatMessage.objects.filter(seat__in=seats).select_related("session")
        ],
        _("Answers you gave in writing after sessions"): [
            {_("Session"): row.session.reference, _("When"): row.answered_at, _("Answer"): row.text}
            for row in OwedAnswer.objects.filter(answered_by__in=seats).select_related("session")
        ],
        _("When you asked somebody in a room to speak slower"): [
            {_("Session"): row.session.reference, _("When"): row.at}
            for row in Slower.objects.filter(seat__in=seats).select_related("session")
        ],
        _("What you answered about attending"): [
            {_("Session"): row.session.reference, _("What you answered"): answer_word(row.answer), _("When"): row.at}
            for row in Attendance.objects.filter(seat__in=seats).select_related("session")
        ],
        _("Alternates you named, and those whose alternate you were"): [
            _alternate(row)
            for row in Alternate.objects.filter(Q(named_by=person) | Q(person=person))
            .select_related("session", "seat")
        ],
        _("Personal links made for your seats"): [
            {
                _("Session"): row.session.reference, _("Made"): row.made_at, _("Opened last"): row.opened_at,
                _("Ended"): row.ended_at,
            }
            for row in SeatLink.objects.filter(seat__in=seats).select_related("session")
        ],
        _("Texts under silence that you could break, put there or withdrew"): [
            {_("Session"): row.session.reference, _("From"): row.started_at, _("Until"): row.until}
            for row in Silence.objects.filter(
                Q(entitled__in=seats) | Q(started_by__in=seats) | Q(instructed_by__in=seats)
                | Q(withdrawn_by__in=seats) | Q(entered_by__in=seats)
            ).select_related("session").distinct()
        ],
        _("Silences you broke after sessions"): [
            {_("Session"): row.session.reference, _("When"): row.broken_at, _("Reason"): row.reason}
            for row in Silence.objects.filter(broken_by__in=seats).select_related("session")
        ],
        _("Late papers you objected to"): [
            {
                _("Session"): row.paper.session.reference, _("Paper"): row.paper.title, _("Reason"): row.reason,
                _("When"): row.at, _("Taken back"): row.withdrawn_at,
            }
            for row in PaperObjection.objects.filter(seat__in=seats).select_related("paper__session", "seat")
            if is_shown(row.paper, row.seat)
        ],
    }  # fmt: skip


def _alternate(row: Alternate) -> dict[str, Any]:
    return {
        _("Session"): row.session.reference, _("Instead of"): row.seat.name, _("Name"): row.name,
        _("Capacity"): row.capacity, _("When"): row.named_at, _("Taken back"): row.withdrawn_at,
        _("Decided"): row.decided_at, _("Reason"): row.declined_because,
    }  # fmt: skip


def _seat(seat: Seat) -> dict[str, Any]:
    return {
        _("Session"): seat.session.reference,
        _("Name, as the minutes say it"): seat.name,
        _("Seat"): role_word(seat.role),
        _("Side"): side_word(seat.side),
        _("Capacity"): seat.capacity,
        _("Organization"): seat.organization,
        _("Vote"): seat.votes,
        _("Powers"): seat.powers,
        _("Accredited"): seat.accredited_at,
    }


def _logged(seat: Seat) -> dict[str, Any]:
    own = Q(by=seat.key) | Q(on_behalf_of=seat.key) | Q(instructed_by=seat.key)
    work = MinutesEntry.objects.filter(minutes__session=seat.session, by=seat.key)
    return {
        _("Session"): seat.session.reference,
        _("Entries by you or for you"): LogEntry.objects.filter(own, session=seat.session).count(),
        _("Acts of yours on the minutes"): work.count(),
        _("Secret ballots and temperature checks you took part in"): Participation.objects.filter(seat=seat).count(),
    }
