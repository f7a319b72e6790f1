"""Sessions for tests, played through the real services and the real desk with the cast.

Every function works without fixtures: whoever of the cast isn't there yet is made. Rooms are told by
`session`; seats are found by person with `seat_of`; `play` does one act and answers what became of it.

    session = session_open()                       # convened, lobby open, everybody in, item i5 open, list open
    play(session, "bruno", c.RequestFloor())
    play(session, "alba", c.GiveFloor())           # the secretariat, on the chair's instruction
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import time_machine

from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.text.fold import fold
from sessions import desk, services, wire
from sessions.core import commands as c
from sessions.core.ruleset import Rules
from sessions.core.state import Room
from sessions.core.terms import Effect, ItemKind, Role, Side, Via
from sessions.desk import Done
from sessions.models import Presence, Seat, Session
from tests.factories import incidencia as make

SERIES = "MEC-2026-014"
NAMES = {
    "alba": "Alba Ruiz", "bruno": "Bruno Sosa", "carmen": "Carmen Vela", "dora": "Dora Ibarra",
    "elias": "Elías Montes", "fatima": "Fátima Nájera",
}  # fmt: skip
QUICK = Rules(vote_seconds=0, objection_seconds=3, speech_seconds=60, undo_seconds=15, quorum_over_percent=50)

Who = str | Person


def cast(name: Who) -> Person:
    """One of the cast by name, made now if no fixture made them."""
    if not isinstance(name, str):
        return name
    full = NAMES[name]
    email = fold(full).replace(" ", ".") + "@example.org"
    return Person.objects.filter(email=email).first() or make.person(full)


def session_drafted(
    *, by: Who = "alba", rules: Rules = QUICK, subject: str = "Reducción de daños", **fields: Any
) -> Session:
    """A session ready to be convened: alba keeps the secretariat, dora chairs with powers, bruno and elias are
    members with a vote, fatima observes. The subject is item `i5`. Other fields as `services.draft` takes them.
    """
    fields.setdefault("series", SERIES)
    fields.setdefault("title_es", "Tercera sesión de seguimiento")
    fields.setdefault("title_en", "Third follow-up session")
    fields.setdefault("starts_at", now() + timedelta(days=10))
    fields.setdefault("zone", "America/Mexico_City")
    fields.setdefault("host_es", "Dirección General de Asuntos Globales")
    fields.setdefault("host_en", "Directorate for Global Affairs")
    alba = cast(by)
    session = services.draft(by=alba, **fields)
    session.rules = wire.plain(rules)
    session.save(update_fields=["rules"])
    services.contact_change(
        session,
        by=alba,
        conference_url="https://video.example.org/sala",
        phone_number="55 0000 0000",
        phone_pin="4471",
    )
    item = session.draft_items.get(kind=ItemKind.SUBJECT)
    services.item_change(item, title_es=subject, title_en="", minutes=45, by=alba)
    seat(session, "dora", Role.CHAIR, Side.PUBLIC, powers="Nombramiento 12/2026: acordar en materia de salud")
    seat(session, "bruno", Role.MEMBER, Side.CIVIL, organization="Red Norte por la Salud")
    seat(session, "elias", Role.MEMBER, Side.PUBLIC, organization="Dirección de Salud Global")
    seat(session, "fatima", Role.OBSERVER, Side.GUEST, votes=False)
    return session


def session_convened(**fields: Any) -> Session:
    """A drafted session that was convened by alba."""
    session = session_drafted(**fields)
    return services.convene(session, by=cast("alba"), key=uuid4().hex)


def session_in_lobby(*, admit: bool = True, **fields: Any) -> Session:
    """A convened session with its lobby open; everybody in it, unless `admit` is false."""
    session = session_convened(**fields)
    play(session, "alba", c.OpenLobby())
    if admit:
        admit_all(session)
    return session


def session_at_its_hour(**fields: Any) -> Session:
    """As `session_in_lobby` with nobody in it, an hour after it should have begun."""
    for name in NAMES:
        cast(name)
    with time_machine.travel(now() - timedelta(hours=2)):
        return session_in_lobby(admit=False, starts_at=now() + timedelta(hours=1), **fields)


def session_open(*, item: str = "i5", list_open: bool = True, **fields: Any) -> Session:
    """An open session, dora presiding; with `item` open (none if empty) and its list of speakers open."""
    session = session_in_lobby(**fields)
    play(session, "alba", c.OpenSession())
    if item:
        play(session, "alba", c.OpenItem(item))
        if list_open:
            play(session, "alba", c.OpenList())
    return session


def session_closed(**fields: Any) -> Session:
    """A session that was held an hour ago: bruno spoke, one agreement was adopted and read back, it closed."""
    for name in NAMES:
        cast(name)
    with time_machine.travel(now() - timedelta(hours=1)) as clock:
        session = session_open(**fields)
        play(session, "bruno", c.RequestFloor())
        play(session, "alba", c.GiveFloor())
        clock.shift(timedelta(seconds=95))
        play(session, "bruno", c.EndSpeech())
        play(session, "alba", c.NoteStatement("t1", "Pide conservar la perspectiva de género."))
        agree(session, "Conservar la perspectiva de género en el párrafo 6.", clock=clock)
        play(session, "alba", c.ReadAgreement("A1"))
        play(session, "alba", c.CloseSession())
    return session


def agree(session: Session, text: str, *, clock: time_machine.Traveller | None = None, **fields: Any) -> Room:
    """Put words to the room and let the window pass in silence.

    With the `clock` of a journey in time, it moves on; without, the words were put before now.
    """
    fields.setdefault("effect", Effect.BINDS)
    window = timedelta(seconds=room_of(session).rules.objection_seconds + 1)
    lively(session)
    if clock:
        play(session, "alba", c.ProposeAdoption(text, **fields))
        clock.shift(window)
    else:
        with time_machine.travel(now() - window):
            play(session, "alba", c.ProposeAdoption(text, **fields))
    lively(session)
    room = desk.settle(session.pk)
    session.refresh_from_db()
    return room


def lively(session: Session) -> None:
    """Give everybody accredited a live line, so that nobody counts as cut off."""
    for one in session.seats.all():
        Presence.objects.update_or_create(seat=one, defaults={"session": session, "seen_at": now()})


def seat(session: Session, person: Who | None, role: Role, side: Side, **fields: Any) -> Seat:
    """An accredited seat; members and chairs vote unless `votes` says otherwise."""
    someone = cast(person) if person else None
    fields.setdefault("name", someone.name if someone else "Asistente sin cuenta")
    fields.setdefault("capacity", "")
    fields.setdefault("organization", "")
    fields.setdefault("powers", "")
    fields.setdefault("votes", role in (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER))
    return services.accredit(session, person=someone, role=role, side=side, by=session.created_by, **fields)


def seat_of(session: Session, who: Who | Seat) -> Seat:
    """The seat of somebody in this session."""
    return who if isinstance(who, Seat) else session.seats.get(person=cast(who))


def play(
    session: Session, who: Who | Seat, command: c.Command, *, behalf: Who | Seat | None = None, via: Via = Via.WEB,
    happened_at: datetime | None = None, key: str = "",
) -> Done:  # fmt: skip
    """One act at the desk; raises `core.refusals.Refused`. `session` is refreshed."""
    behalf_key = seat_of(session, behalf).key if behalf else ""
    act = c.Act(seat_of(session, who).key, key or uuid4().hex, command, behalf_key, via, happened_at)
    done = desk.handle(session.pk, act)
    session.refresh_from_db()
    return done


def admit(session: Session, who: Who | Seat, via: Via = Via.WEB) -> Done:
    """Alba admits somebody as accredited."""
    s = seat_of(session, who)
    asked = c.Admit(
        s.key, s.name, s.capacity, Role(s.role), Side(s.side), s.organization, s.votes, s.empowered, via
    )  # fmt: skip
    return play(session, "alba", asked)


def admit_all(session: Session) -> None:
    """Everybody accredited takes their seat, the secretariat first."""
    for one in session.seats.order_by("id"):
        admit(session, one)


def room_of(session: Session) -> Room:
    """The present room."""
    return desk.settle(session.pk)
