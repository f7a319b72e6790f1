"""Putting a text under silence, breaking the silence, withdrawing the text. Each under the session's lock."""

from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django.utils.translation import gettext as _

from incidencia.clock import now
from incidencia.text.clean import check_length
from incidencia.web import times
from incidencia.web.refusals import Refused, stated
from sessions import desk, log
from sessions.core import silence as core
from sessions.core.rules.limits import REASON, STATEMENT
from sessions.core.state import Room
from sessions.core.terms import Effect, Role
from sessions.models import Seat, Session, Silence
from sessions.silence import emails
from sessions.silence.queries import breakers, is_over, running


def may_lead(room: Room, seat: Seat | None) -> bool:
    """Whether this seat may start and withdraw: the chair, or the secretariat on the chair's instruction."""
    return seat is not None and _instructing(room, seat) is not None


@transaction.atomic
def silence_start(
    session: Session, *, seat: Seat, key: str, item: str, words: str, language: str, effect: Effect, until: datetime,
) -> Silence:  # fmt: skip
    """Promise that the text is under silence until that hour and those entitled have a letter; again by the same
    key changes nothing.

    Who is entitled, the words and what an agreement would need are fixed now. Raises Refused.
    """
    row, room, at = log.lock(session.pk), desk.settle(session.pk), now()
    row.refresh_from_db()
    instructing = _instructing(room, seat)
    if instructing is None:
        _not_yours()
    if known := Silence.objects.filter(session=row, key=key).first():
        return known
    _refuse_session(row, room, at)
    _refuse_hour(room, at, until)
    words = _typed(words, STATEMENT)
    if item not in core.items(room):
        raise Refused(
            "no-such-item", _("The session treated no such item of substance."), advice=_("Choose one it treated.")
        )  # fmt: skip
    made = Silence.objects.create(
        session=row, number=row.silences.count() + 1, key=key, item=item, words=words, language=language,
        effect=Effect(effect), sha256=sha256(words.encode()).hexdigest(), ad_referendum=core.ad_referendum(room),
        started_by=seat, instructed_by=row.seats.filter(key=instructing).first() if instructing else None,
        started_at=at, until=until,
    )  # fmt: skip
    made.entitled.set(row.seats.filter(key__in=[s.id for s in core.entitled(room)]))
    emails.silence_started(made)
    return made


@transaction.atomic
def silence_break(silence: Silence, *, seat: Seat, reason: str, for_seat: Seat | None = None) -> Silence:
    """Promise that the text is not agreed: somebody entitled said why before its hour, and everybody entitled reads
    it. The secretariat enters it for somebody entitled without an account. Raises Refused.
    """
    row = _locked(silence)
    who = for_seat or seat
    if not row.entitled.filter(pk=who.pk).exists():
        raise Refused(
            "not-entitled",
            _("This seat is not entitled to break this silence."),
            _("Those break it who had a vote in the session."),
            _("Tell a member with a vote what you think of the text."),
        )
    at = now()
    _refuse_ended(row, at)
    if who not in breakers(row, seat):
        raise Refused(
            "not-for-them", _("They have an account: they break the silence themselves, or nobody does."),
            advice=_("Tell them until when they may."),
        )  # fmt: skip
    row.reason, row.broken_by, row.broken_at = _typed(stated(reason, rule=""), REASON), who, at
    row.entered_by = seat if who != seat else None
    row.save(update_fields=["reason", "broken_by", "broken_at", "entered_by"])
    emails.silence_broken(row)
    return row


@transaction.atomic
def silence_withdraw(silence: Silence, *, seat: Seat, reason: str) -> Silence:
    """Promise that the text is taken back before its hour, with the reason. Raises Refused."""
    row = _locked(silence)
    if not may_lead(desk.settle(row.session_id), seat):
        _not_yours()
    at = now()
    _refuse_ended(row, at)
    row.reason, row.withdrawn_by, row.withdrawn_at = _typed(stated(reason, rule=""), REASON), seat, at
    row.save(update_fields=["reason", "withdrawn_by", "withdrawn_at"])
    emails.silence_withdrawn(row)
    return row


def _locked(silence: Silence) -> Silence:
    log.lock(silence.session_id)
    return Silence.objects.select_related("session", "broken_by").get(pk=silence.pk)


def _instructing(room: Room, seat: Seat) -> str | None:
    return core.starter(room, seat.key, secretariat=seat.role == Role.SECRETARIAT)


def _not_yours() -> None:
    raise Refused(
        "not-yours",
        _("This belongs to the chair."),
        _("Who presided over the session puts a text under silence, or the secretariat on the chair's instruction."),
        _("Ask the chair."),
    )


def _refuse_session(session: Session, room: Room, at: datetime) -> None:
    if session.rehearsal:
        raise Refused("rehearsal", _("Nothing of a rehearsal is agreed."), advice=_("Use the session itself."))
    if not is_over(session):
        raise Refused(
            "not-sealed",
            _("The log of the session is not sealed yet."),
            _("A text goes under silence once the session is over and can't be reopened."),
            _("While the session sits, put the words to the room; after closing, wait until the log is sealed."),
        )
    if core.keeps(room, at):
        raise Refused(
            "reserve-stands",
            _("A reserve of this session still stands."),
            _("No text of a session circulates under silence while a reserve stands (A9)."),
            _("Lift the reserve first, or bring the text to the next session."),
        )
    if not core.entitled(room):
        raise Refused("nobody-entitled", _("Nobody with a vote was in this session."), "",
                      _("Bring the text to the next session."))  # fmt: skip
    if running().filter(session=session).exists():
        raise Refused(
            "one-runs",
            _("Another text of this session is under silence."),
            _("One text at a time, so that everybody knows what silence means."),
            _("Wait for its hour, or withdraw it with a reason."),
        )


def _refuse_hour(room: Room, at: datetime, until: datetime) -> None:
    first, last = core.earliest(at, room.rules), core.latest(at)
    if not first <= until <= last:
        told = {"first": _told(first, room.zone), "last": _told(last, room.zone)}
        raise Refused(
            "hour",
            _("The silence has to end between %(first)s and %(last)s.") % told,
            _("Everybody needs time to read and to ask those they speak for."),
            _("Choose an hour in between."),
        )


def _refuse_ended(row: Silence, at: datetime) -> None:
    stands = row.facts.standing(at)
    if stands is core.Stands.RUNNING:
        return
    said = {
        core.Stands.BROKEN: _("The silence was broken already."),
        core.Stands.WITHDRAWN: _("The text was withdrawn already."),
        core.Stands.HELD: _("The hour of the silence is over: nobody broke it, and the text is agreed."),
    }[stands]
    raise Refused(f"silence-{stands}", said, _("A silence ends once."), _("Bring it to the next session."))


def _typed(text: str, most: int) -> str:
    text = text.replace("\r\n", "\n").strip()
    if not text or len(text) > most:
        raise Refused("length", _("Write between 1 and %(most)s characters.") % {"most": most})
    check_length(text)
    return text


def _told(at: datetime, zone: str) -> str:
    return f"{times.long_day(at, zone)}, {times.hour(at, zone)}"
