"""Papers that came late: labelled, objected to, and told to the chair (G27.I)."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.mail.models import Outgoing
from sessions import services
from sessions.acts import ACTS
from sessions.before.late import late_ones, term_of
from sessions.before.objecting import paper_object, paper_objection_withdraw
from sessions.core import commands as c
from sessions.models import Paper, PaperObjection, Session
from tests.factories import sessions as make
from tests.sessions.before.test_attending import refused, url

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Person | AnonymousUser], Client]


def paper(session: Session, title: str = "Nota tardía", position: int | None = 5) -> Paper:
    """A paper for the subject, circulated at once in a convened session."""
    return services.paper_add(
        session, title=title, language="es", position=position, file=None, text="Texto", by=make.cast("alba")
    )


def objects(one: Paper, who: str, reason: str = "") -> PaperObjection:
    """Somebody objects."""
    return paper_object(one, seat=make.seat_of(one.session, who), reason=reason, by=make.cast(who))


def soon() -> Session:
    """A session the day after tomorrow: whatever circulates now is late."""
    return make.session_convened(starts_at=now() + timedelta(days=2))


@pytest.mark.engine
@pytest.mark.guideline("G27.I")
def test_members_object_once_to_what_came_late_and_the_chair_is_told(client_of: ClientOf) -> None:
    session = soon()
    late = paper(session)
    first = objects(late, "bruno", "No hay tiempo de leerla.")
    assert objects(late, "bruno", "Otra vez") == first
    objects(late, "elias")
    page = client_of(make.cast("fatima")).get(url(session)).content.decode()
    assert "2 members objected to this late paper" in page
    assert "No hay tiempo de leerla." in page
    told = ACTS["open_item"].warns
    assert told
    assert "2 members objected to the late paper" in told(session, make.room_of(session))[0]


def test_the_room_shows_it_until_its_item_is_opened(client_of: ClientOf) -> None:
    with time_machine.travel(now() + timedelta(minutes=1)) as clock:
        session = make.session_convened(starts_at=now() + timedelta(hours=2))
        late, loose = paper(session), paper(session, "Para toda la sesión", None)
        objects(late, "bruno")
        objects(loose, "bruno")
        clock.shift(timedelta(hours=2))
        make.play(session, "alba", c.OpenLobby())
        make.admit_all(session)
        make.lively(session)
        make.play(session, "alba", c.OpenSession())
        alba = client_of(make.cast("alba"))
        room = alba.get(url(session, "sala/")).content.decode()
        assert "Defer its item, or say why not." in room
        assert "Nota tardía</span>: 1 member objected." in room
        assert "Para toda la sesión</span>: 1" not in room
        with refused("item-opened"):
            objects(loose, "elias")
        objects(late, "elias")
        make.play(session, "alba", c.OpenItem("i5"))
        assert "Defer its item, or say why not." not in alba.get(url(session, "sala/")).content.decode()
        with refused("item-opened"):
            objects(late, "dora")
        with refused("item-opened"):
            paper_objection_withdraw(PaperObjection.objects.all()[0], by=make.cast("bruno"))


def test_what_came_in_time_is_not_objected_to_and_neither_without_a_vote(client_of: ClientOf) -> None:
    early = paper(make.session_convened(starts_at=now() + timedelta(days=30)))
    with refused("came-in-time"):
        objects(early, "bruno")
    late = paper(soon())
    with refused("objects-with-a-vote"):
        objects(late, "fatima")
    for name, status in {"bruno": 200, "dora": 200, "alba": 403, "fatima": 403, "carmen": 403}.items():
        where = url(late.session, f"documentos/{late.pk}/objetar/")
        assert client_of(make.cast(name)).get(where).status_code == status, name


def test_a_session_moved_earlier_makes_late_what_had_come_in_time() -> None:
    session = make.session_convened(starts_at=now() + timedelta(days=30))
    one = paper(session)
    assert late_ones(session, [one]) == {}
    services.reschedule(
        session, starts_at=now() + timedelta(days=3), reason="Antes", by=make.cast("alba"), key=uuid4().hex
    )
    session.refresh_from_db()
    assert late_ones(session, [one])
    one = Paper.objects.get()
    assert objects(one, "bruno").short_by >= 1


def test_an_objection_is_taken_back_by_whoever_made_it(client_of: ClientOf) -> None:
    late = paper(soon())
    row = objects(late, "bruno")
    where = url(late.session, f"objeciones/{row.pk}/retirar/")
    for name in ("alba", "dora", "elias", "carmen"):
        assert client_of(make.cast(name)).post(where).status_code == 403, name
    assert client_of(make.cast("bruno")).post(where).status_code == 303
    row.refresh_from_db()
    assert row.withdrawn_at
    assert objects(late, "bruno") != row


def test_whoever_objected_stays_accredited() -> None:
    late = paper(soon())
    objects(late, "bruno")
    with refused("seat_objected"):
        services.seat_withdraw(make.seat_of(late.session, "bruno"), by=make.cast("alba"))


@pytest.mark.guideline("G27.I")
def test_convening_says_that_the_term_cannot_be_met_and_which_day_would_be_in_time(client_of: ClientOf) -> None:
    session = make.session_drafted(starts_at=now() + timedelta(days=2))
    alba = client_of(make.cast("alba"))
    for path in ("preparar/", "convocar/"):
        page = alba.get(url(session, path)).content.decode()
        assert "short of the term of 5" in page
        assert "The first day in time is" in page
    Session.objects.filter(pk=session.pk).update(starts_at=now() + timedelta(days=30))
    session.refresh_from_db()
    assert not term_of(session).warning
    assert "short of the term" not in alba.get(url(session, "preparar/")).content.decode()


def test_the_letter_that_convenes_says_how_late_a_paper_is() -> None:
    session = make.session_drafted(starts_at=now() + timedelta(days=2))
    paper(session)
    services.convene(session, by=make.cast("alba"), key=uuid4().hex)
    letter = Outgoing.objects.filter(key__startswith="convening:")[0]
    assert "Nota tardía" in letter.text
    assert "hábil" in letter.text or "business day" in letter.text


def test_a_paper_that_comes_after_the_convening_is_told_with_how_late_it_is() -> None:
    late = paper(soon())
    letters = Outgoing.objects.filter(key__startswith=f"paper:{late.pk}:")
    assert letters.count() == 4
    assert "objetar" in letters.get(to=make.cast("bruno").email).text
    assert "objetar" not in letters.get(to=make.cast("fatima").email).text
    early = paper(make.session_convened(starts_at=now() + timedelta(days=30)), "A tiempo")
    assert "retraso" not in Outgoing.objects.filter(key__startswith=f"paper:{early.pk}:")[0].text
