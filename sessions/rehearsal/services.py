"""Starting a rehearsal of a session, and deleting one with its log. Nobody gets a letter."""

from datetime import timedelta
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.references.format import parse
from incidencia.references.services import next_number
from incidencia.web.refusals import Refused
from sessions import desk, log, wire
from sessions.core.commands import Act, Convene
from sessions.core.events import ItemPlan
from sessions.core.ruleset import Rules
from sessions.core.terms import ItemKind, Phase, Purpose, Role, Side
from sessions.models import LogEntry, Minutes, MinutesEntry, Seat, Session
from sessions.queries import rules_of
from sessions.services.calling import secretariat_key

BEGINS = timedelta(minutes=1)
MOST = 5  # rehearsals of one session at a time
COPIED = (
    "title_es", "title_en", "host_es", "host_en", "zone", "place", "conference_url", "phone_number", "phone_pin",
)  # fmt: skip


@transaction.atomic
def start(session: Session, *, by: Person) -> Session:
    """Promise a twin of a session that was not opened yet, convened for a minute from now: same agenda, rules and
    seats, a log of its own. Raises Refused.
    """
    session = Session.objects.select_for_update().get(pk=session.pk)
    secretariat_key(session, by)
    _refuse_unfit(session)
    number = next_number(f"{session.reference}-E", parse(session.reference).year)
    twin = Session.objects.create(
        reference=f"{session.reference}-E{number}", series=session.reference, number=number, rehearsal=True,
        starts_at=now() + BEGINS, rules=wire.plain(_rules(session)), created_by=by, created_at=now(),
        **{name: getattr(session, name) for name in COPIED},
    )  # fmt: skip
    Seat.objects.bulk_create(_seats(session, twin))
    asked = Convene(
        twin.reference, twin.title_es, twin.title_en, twin.host_es, twin.host_en, twin.zone, twin.starts_at,
        _items(session), _rules(session),
    )  # fmt: skip
    desk.handle(twin.pk, Act(secretariat_key(twin, by), uuid4().hex, asked))
    twin.refresh_from_db()
    return twin


def delete(twin: Session, *, by: Person) -> None:
    """Delete a rehearsal with its log: the only log that may be. Raises Refused for anything else, or by others."""
    if not twin.rehearsal:
        raise Refused(
            "no_rehearsal",
            _("This is not a rehearsal."),
            _("The log of a session is the record: it is never deleted."),
        )
    secretariat_key(twin, by)
    with transaction.atomic():
        log.lock(twin.pk)
        MinutesEntry.objects.filter(minutes__session=twin).delete()
        Minutes.objects.filter(session=twin).delete()
        LogEntry.objects.filter(session=twin).delete()
        Session.every.filter(pk=twin.pk, rehearsal=True).delete()


def rehearsals_of(session: Session) -> list[Session]:
    """The rehearsals of a session, the last one first. One query."""
    return list(Session.every.filter(rehearsal=True, series=session.reference).order_by("-number"))


def why_not(session: Session) -> Refused | None:
    """Promise None when a rehearsal of this session can be started now; else why it can't."""
    try:
        _refuse_unfit(session)
    except Refused as refusal:
        return refusal
    return None


def _refuse_unfit(session: Session) -> None:
    if session.phase not in (Phase.PLANNED, Phase.LOBBY):
        raise Refused(
            "rehearse_before",
            _("The session has begun."),
            _("A session is rehearsed before it is held."),
            _("Rehearse the next session."),
        )
    if len(rehearsals_of(session)) >= MOST:
        raise Refused(
            "rehearsals",
            _("There are %(n)d rehearsals of this session already.") % {"n": MOST},
            advice=_("Delete one of them first."),
        )
    seats = list(session.seats.all())
    voting = {s.side for s in seats if s.votes}
    if not any(s.role in (Role.CHAIR, Role.VICE_CHAIR) for s in seats) or not {Side.CIVIL, Side.PUBLIC} <= voting:
        raise Refused(
            "rehearse_with",
            _("Somebody to preside and somebody with a vote from each side are still to be accredited."),
            _("Without them a session can't be opened (G15)."),
            _("Accredit them, then rehearse."),
        )


def _rules(session: Session) -> Rules:
    return log.load(session).rules if session.convened_at else rules_of(session)


def _items(session: Session) -> tuple[ItemPlan, ...]:
    """The agenda as the log has it now; before convening, as it is drafted."""
    if session.convened_at:
        return tuple(i.plan for i in log.load(session).items)
    return tuple(
        ItemPlan(f"i{n}", ItemKind(i.kind), i.title_es, i.title_en, i.minutes, Purpose(i.decides))
        for n, i in enumerate(session.draft_items.all(), 1)
    )


def _seats(session: Session, twin: Session) -> list[Seat]:
    same = ("key", "person_id", "name", "capacity", "role", "side", "organization", "votes", "empowered", "powers",
            "accredited_by_id", "accredited_at")  # fmt: skip
    return [Seat(session=twin, **{name: getattr(s, name) for name in same}) for s in session.seats.all()]
