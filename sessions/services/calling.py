"""Convening a session, moving its date, cancelling it: acts in the log, and letters to everybody accredited."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused
from sessions import desk, emails, wire
from sessions.core.commands import Act, Cancel, Command, Convene, Reschedule
from sessions.core.events import ItemPlan
from sessions.core.terms import ItemKind, Purpose, Role, Side
from sessions.models import DraftItem, Seat, Session
from sessions.queries import rules_of
from sessions.services.papers import papers_circulate
from sessions.services.plan import refuse_convened
from sessions.skeleton import BLANK_EN, BLANK_ES


@dataclass(frozen=True, slots=True)
class Missing:
    """Something a session lacks before it can be convened; `part` is the part of the page that mends it."""

    code: str
    message: str
    rule: str
    part: str


def missing_to_convene(session: Session) -> list[Missing]:
    """All that keeps the session from being convened, in the order of the page. Two queries."""
    items, seats = list(session.draft_items.all()), list(session.seats.all())
    found = [_date(session), _reach(session), *_agenda(items), *_people(seats)]
    return [m for m in found if m]


@transaction.atomic
def convene(session: Session, *, by: Person, key: str, without_papers: str = "") -> Session:
    """Convene: fix agenda and rules in the log, circulate the papers, write to everybody accredited.

    `without_papers`: why no paper goes with it; kept only if none does.

    Raises Refused with all that is missing (G15, G27.I), or when it was convened before.
    """
    refuse_convened(session)
    missing = missing_to_convene(session)
    if missing:
        raise Refused(
            missing[0].code,
            " ".join(m.message for m in missing),
            " ".join(m.rule for m in missing if m.rule),
            _("Complete what is missing and convene again."),
        )
    items = tuple(
        ItemPlan(f"i{n}", ItemKind(i.kind), i.title_es, i.title_en, i.minutes, Purpose(i.decides))
        for n, i in enumerate(session.draft_items.all(), 1)
    )
    rules = rules_of(session)
    asked = Convene(
        session.reference, session.title_es, session.title_en, session.host_es, session.host_en, session.zone,
        session.starts_at, items, rules, session.ends_at, "" if session.papers.exists() else without_papers,
    )  # fmt: skip
    _ask(session, asked, by, key)
    Session.objects.filter(pk=session.pk).update(rules=wire.plain(rules))
    papers_circulate(session, by=by)
    session.refresh_from_db()
    for path in settings.AFTER_CONVENING:
        import_string(path)(session.pk)
    emails.convening(session)
    return session


def reschedule(session: Session, *, starts_at: datetime, reason: str, by: Person, key: str) -> Session:
    """Move the session to another time, with the reason; calendars are updated. Raises Refused."""
    if _ask(session, Reschedule(starts_at, reason), by, key):
        _next_calendar(session)
        emails.rescheduled(session, reason)
    return session


def cancel(session: Session, *, reason: str, by: Person, key: str) -> Session:
    """Cancel the session, with the reason; calendars drop it. Raises Refused."""
    if _ask(session, Cancel(reason), by, key):
        _next_calendar(session)
        emails.cancelled(session, reason)
    return session


def recess(session: Session) -> None:
    """Tell everybody accredited that the session goes on on another day; calendars get the second sitting."""
    session.refresh_from_db()
    _next_calendar(session)
    emails.recess(session)


def secretariat_key(session: Session, person: Person) -> str:
    """The seat of the secretariat that this person holds. Raises Refused."""
    key = session.seats.filter(person=person, role=Role.SECRETARIAT).values_list("key", flat=True).first()
    if key is None:
        raise Refused(
            "not_secretariat",
            _("You don't hold a seat of the secretariat in this session."),
            _("Whoever prepares a session signs for it with their own seat."),
            _("Ask the secretariat to accredit you."),
        )
    return str(key)


def _ask(session: Session, command: Command, by: Person, key: str) -> bool:
    done = desk.handle(session.pk, Act(by=secretariat_key(session, by), key=key, command=command))
    session.refresh_from_db()
    return not done.again


def _next_calendar(session: Session) -> None:
    Session.objects.filter(pk=session.pk).update(calendar_sequence=F("calendar_sequence") + 1)
    session.refresh_from_db()


def _date(session: Session) -> Missing | None:
    if session.starts_at > now():
        return None
    return Missing("in_the_past", _("The date is in the past."), "", "facts")


def _reach(session: Session) -> Missing | None:
    if session.conference_url or session.phone_number or session.place:
        return None
    return Missing(
        "no_way_in", _("Nobody would know how to reach the session: it has no place, link or telephone."),
        _("Each session says how it is reached."), "contact",
    )  # fmt: skip


def _agenda(items: list[DraftItem]) -> list[Missing]:
    own = [i for i in items if i.kind == ItemKind.SUBJECT]
    found = []
    if not own:
        found.append(Missing("no_subject", _("The agenda has no subject of its own."), "", "agenda"))
    if any(i.title_es == BLANK_ES or (i.title_en == BLANK_EN and not i.title_es) for i in own):
        found.append(Missing("blank_subject", _("A subject of the agenda is still to be defined."), "", "agenda"))
    return found


def _people(seats: list[Seat]) -> list[Missing]:
    found = []
    if not any(s.role in (Role.CHAIR, Role.VICE_CHAIR) for s in seats):
        found.append(
            Missing("no_chair", _("Nobody is accredited to preside."), _("A chair opens the session."), "people")
        )
    voting = {s.side for s in seats if s.votes}
    if Side.CIVIL not in voting:
        found.append(Missing("no_civil", _("Civil society has nobody with a vote."), _both(), "people"))
    if Side.PUBLIC not in voting:
        found.append(Missing("no_public", _("The public service has nobody with a vote."), _both(), "people"))
    return found


def _both() -> str:
    return _("No session decides with one side empty (G15).")
