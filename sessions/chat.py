"""The chat beside the room: for those admitted, never in the log, forgotten some days after the session."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Count, Max
from django.utils.translation import gettext as _

from incidencia.clock import now
from incidencia.text.clean import check_length
from incidencia.text.direction import turns
from incidencia.web.refusals import Refused
from sessions import log
from sessions.core.reserves import is_over as reserve_over
from sessions.core.rules.chat import WHILE, is_open
from sessions.core.state import Room
from sessions.core.terms import Circle, Role
from sessions.models import ChatMessage, Seat, Session

LONGEST = 1_000  # characters
SHOWN = 50
PER_MINUTE = 6  # messages of one person


def forgotten_at(room: Room) -> datetime | None:
    """When what was written is no longer shown and goes; None while the session is not over."""
    if room.closed_at is None or room.phase in WHILE:
        return None
    return room.closed_at + timedelta(days=room.rules.chat_days)


def is_over(room: Room) -> bool:
    """Whether its days are over: read from the clock, whether or not the rows went yet."""
    gone = forgotten_at(room)
    return gone is not None and now() >= gone


def silent(room: Room) -> bool:
    """Whether a closed item is open: the chat has no circles, so that nobody writes or reads in it meanwhile (A9)."""
    closed = (r for r in room.reserves if r.circle is Circle.CLOSED and r.item == room.current)
    return any(not reserve_over(r, room.zone, now()) for r in closed)


def why_silent() -> str:
    """What is told instead of the messages while a closed item is open."""
    return _("A closed item is open. The chat has no circles: everybody in it would read what is said of the item. "
             "Nobody writes or reads in it until the item is over; then it is open again.")  # fmt: skip


def last(session: Session, room: Room) -> list[ChatMessage]:
    """The last messages, the newest at the end; none while it is `silent`.

    Once their days are over none is told, and all go. One query.
    """
    if silent(room):
        return []
    if is_over(room):
        ChatMessage.objects.filter(session=session).delete()
        return []
    found = ChatMessage.objects.filter(session=session).select_related("seat").order_by("-id")[:SHOWN]
    return list(found)[::-1]


def post(session: Session, seat: Seat, text: str) -> ChatMessage:
    """Promise that those admitted read it. Raises Refused, also for more than six in a minute."""
    text = text.strip()
    with transaction.atomic():
        locked = Session.every.select_for_update().get(pk=session.pk)
        room = log.load(locked)
        known = room.seats.get(seat.key)
        _refuse(
            known is None or not known.present, "chat-admitted", _("The chat is for those who are in the room."),
            _("Ask to be admitted."),
        )  # fmt: skip
        _refuse(not is_open(room), "chat-closed", _("The chat is closed."), _("What you typed is still in the form."))
        _refuse(silent(room), "chat-silent", why_silent(), _("What you typed is still in the form."))
        _refuse(
            not text or len(text) > LONGEST or turns(text) or "\x00" in text, "chat-text",
            _("Write up to %(most)s characters, without hidden ones that turn the direction of a text.")
            % {"most": LONGEST},
            _("Long texts are handed in as written statements."),
        )  # fmt: skip
        recent = ChatMessage.objects.filter(session=session, seat=seat, at__gt=now() - timedelta(minutes=1)).count()
        _refuse(
            recent >= PER_MINUTE, "chat-often", _("You wrote %(n)s messages within a minute.") % {"n": PER_MINUTE},
            _("Wait a little; what you typed is still in the form."),
        )  # fmt: skip
        check_length(text)
        return ChatMessage.objects.create(session=session, seat=seat, at=now(), text=text)


def hide(message: ChatMessage, *, by: Seat, reason: str) -> None:
    """Promise that its words are gone and the reason stands in their place. The secretariat's. Raises Refused."""
    reason = reason.strip()
    _refuse(
        by.role != Role.SECRETARIAT or by.session_id != message.session_id, "chat-hide",
        _("The secretariat hides messages."), _("Tell the secretariat what is wrong with it."),
    )  # fmt: skip
    _refuse(not reason or len(reason) > 300 or turns(reason), "reason-needed", _("Say why, in a sentence."),
            _("Everybody in the chat reads the reason."))  # fmt: skip
    ChatMessage.objects.filter(pk=message.pk, hidden_at=None).update(
        text="", hidden_at=now(), hidden_by=by, hidden_because=reason
    )


def forget() -> int:
    """Delete what is older than its days, of every session; answer how many messages went. Asked at each closing."""
    gone = 0
    over = ChatMessage.objects.filter(session__closed_at__isnull=False).values_list("session", flat=True)
    for session in Session.every.filter(pk__in=over.distinct()):
        if is_over(log.load(session)):
            gone += ChatMessage.objects.filter(session=session).delete()[0]
    return gone


def forget_after(session_id: int) -> None:
    """What follows a session: messages of earlier ones whose days are over go. Bears being run again."""
    forget()


def versions(session_ids: list[int] | tuple[int, ...]) -> dict[int, str]:
    """A word for each session that changes with its chat; none for one without messages. One query."""
    found = ChatMessage.objects.filter(session__in=session_ids).order_by().values("session")
    told = found.annotate(last=Max("id"), hidden=Count("hidden_at"))
    return {one["session"]: f"{one['last']}.{one['hidden']}" for one in told}


def _refuse(wrong: bool, code: str, message: str, advice: str) -> None:
    if wrong:
        raise Refused(code, message, _("The chat is open to everybody in the room; it is not part of the minutes."),
                      advice)  # fmt: skip
