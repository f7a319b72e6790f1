"""The public index of what is reserved in a process: its columns, and where each reserve stands."""

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from consultations.models import Consultation
from consultations.reserves.index import COLUMNS, Standing, index_of, standing_of
from incidencia.accounts.models import Person
from incidencia.clock import now
from sessions.core import commands as c
from sessions.core.terms import Circle
from sessions.models import ItemReserve, Session
from tests.conftest import Cast
from tests.day import local_day
from tests.factories import sessions as live
from tests.sessions.reserved import TOLD, reserve

Browser = Callable[[Person | AnonymousUser], Client]
DAY = date(2026, 11, 27)
WEEK = timedelta(days=7)


@pytest.fixture
def reserved(operating: Consultation, seated: Cast) -> Session:
    session = live.session_open(series=operating.reference)
    live.play(session, "alba", reserve(Circle.CLOSED))
    return session


@pytest.mark.parametrize(("facts", "standing"), [
    ({}, Standing.PENDING), ({"confirm_by": DAY - WEEK}, Standing.OVERDUE), ({"decision": "CT/1"}, Standing.STANDS),
    ({"until": DAY}, Standing.PENDING), ({"until": DAY - timedelta(days=1)}, Standing.OVER),
    ({"lifted_at": now()}, Standing.LIFTED), ({"lifted_at": now(), "until": DAY - WEEK}, Standing.LIFTED),
    ({"decision": "CT/1", "until": DAY - WEEK}, Standing.OVER),
])  # fmt: skip
def test_where_a_reserve_stands_is_read_from_the_calendar(facts: dict[str, object], standing: Standing) -> None:
    given = {"until": DAY + WEEK, "confirm_by": DAY + WEEK, "decision": "", **facts}
    assert standing_of(ItemReserve(**given), DAY) is standing


@pytest.mark.django_db
@pytest.mark.guideline("A9")
def test_everybody_reads_who_reserved_what_on_which_ground_and_until_when(
    client_of: Browser, operating: Consultation, reserved: Session
) -> None:
    page = client_of(AnonymousUser()).get(f"/en/procesos/{operating.reference}/reservas/").content.decode()
    for said in (reserved.reference, "Negociaciones internacionales", TOLD, "partial", "stands, awaits confirmation"):
        assert said in page
    table = client_of(AnonymousUser()).get(f"/procesos/{operating.reference}/reservas.csv")
    head, row = csv.reader(io.StringIO(b"".join(table.streaming_content).decode().lstrip("\ufeff")))  # type: ignore[attr-defined]
    told = dict(zip(head, row, strict=True))
    assert tuple(head) == COLUMNS
    assert told["reference"] == reserved.reference
    assert told["article"] == "LGTAIP, artículo 113, fracción II"
    assert told["ends"] == (local_day() + timedelta(days=400)).isoformat()
    assert told["reasons"].count("\n") == 2


@pytest.mark.django_db
def test_it_follows_the_acts_in_the_room(operating: Consultation, reserved: Session) -> None:
    today = local_day() - timedelta(days=1)
    live.play(reserved, "alba", c.ConfirmReserve("i5", "CT/31/2026", today))
    (line,) = index_of(operating)
    assert (line.decision, line.decided_on, line.confirm_by) == ("CT/31/2026", today, None)
    assert line.state is Standing.STANDS
    live.play(reserved, "alba", c.DeclassifyItem("i5", "Terminó la negociación"))
    (line,) = index_of(operating)
    assert line.state is Standing.LIFTED


@pytest.mark.django_db
def test_a_process_without_reserves_says_what_would_stand_there(client_of: Browser, operating: Consultation) -> None:
    page = client_of(AnonymousUser()).get(f"/en/procesos/{operating.reference}/reservas/").content.decode()
    assert "Nothing is reserved in this process" in page


@pytest.mark.django_db
def test_it_takes_as_many_queries_for_thirty_as_for_three(
    operating: Consultation, reserved: Session, django_assert_num_queries: Callable[[int], object]
) -> None:
    first = ItemReserve.objects.get()
    for count in (3, 30):
        for n in range(ItemReserve.objects.count(), count):
            first.pk, first.key = None, f"c{n + 1}"
            first.save(force_insert=True)
        with django_assert_num_queries(2):  # type: ignore[attr-defined]
            assert len(index_of(operating)) == count
